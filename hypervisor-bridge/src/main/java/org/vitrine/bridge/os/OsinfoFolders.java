package org.vitrine.bridge.os;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.DirectoryIteratorException;
import java.nio.file.DirectoryStream;
import java.nio.file.Files;
import java.nio.file.InvalidPathException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;

/**
 * Where descriptions of operating systems lie, and which of them count. As libosinfo does it, a
 * file of a later folder replaces the one of the same name in an earlier one together with its
 * extensions ({@code NAME.d/*.xml}), and extensions alone are added.
 *
 * <p>Unlike there, a folder that holds a whole database (it has a {@code VERSION}) is never later
 * than one with a newer database: an old import of the user's own would otherwise hide all that the
 * distribution has learned since.
 *
 * @param inOrder the system's, the computer's, the user's
 */
public record OsinfoFolders(List<Path> inOrder) {

  private static final int MOST_FILES = 20_000;
  private static final int LONGEST_VERSION = 64;

  public OsinfoFolders {
    inOrder = List.copyOf(inOrder);
  }

  /** As the environment says, by libosinfo's names. */
  public static OsinfoFolders of(Map<String, String> environment, Path home) {
    List<Path> folders = new ArrayList<>();
    add(folders, environment.getOrDefault("OSINFO_SYSTEM_DIR", "/usr/share/osinfo"));
    add(folders, environment.getOrDefault("OSINFO_LOCAL_DIR", "/etc/osinfo"));
    String user = environment.get("OSINFO_USER_DIR");
    if (user != null) {
      add(folders, user);
    } else {
      String config = environment.getOrDefault("XDG_CONFIG_HOME", "");
      add(
          folders,
          config.startsWith("/") ? config + "/osinfo" : home.resolve(".config/osinfo").toString());
    }
    return new OsinfoFolders(folders);
  }

  private static void add(List<Path> folders, String folder) {
    try {
      folders.add(Path.of(folder).toAbsolutePath());
    } catch (InvalidPathException notAPath) {
      // libosinfo would not find it either
    }
  }

  /** The descriptions of systems that count, each thing's own file before its extensions. */
  List<Path> systemFiles() {
    Map<String, Pieces> all = new TreeMap<>();
    for (Path folder : byVersion()) {
      Map<String, Pieces> here = new LinkedHashMap<>();
      collect(folder.resolve("os"), here);
      here.forEach(
          (name, files) -> {
            Pieces before = all.get(name);
            if (before == null || !files.master.isEmpty()) {
              all.put(name, files);
            } else {
              before.extensions.addAll(files.extensions);
            }
          });
    }
    List<Path> files = new ArrayList<>();
    for (Pieces one : all.values()) {
      files.addAll(one.master);
      files.addAll(one.extensions);
    }
    return files.size() > MOST_FILES ? files.subList(0, MOST_FILES) : files;
  }

  /** Whole databases first, the oldest of them first; then single additions. */
  private List<Path> byVersion() {
    Map<Path, String> versions = new LinkedHashMap<>();
    for (Path folder : inOrder) {
      versions.put(folder, version(folder));
    }
    List<Path> sorted = new ArrayList<>(versions.keySet());
    // stable: equals stay in the order of the folders
    sorted.sort(
        Comparator.comparing((Path folder) -> versions.getOrDefault(folder, "").isEmpty())
            .thenComparing(folder -> versions.getOrDefault(folder, "")));
    return sorted;
  }

  private static String version(Path folder) {
    try (var in = Files.newInputStream(folder.resolve("VERSION"))) {
      // a date, as 20221203: text order is their order
      return new String(in.readNBytes(LONGEST_VERSION), StandardCharsets.ISO_8859_1).strip();
    } catch (IOException none) {
      return "";
    }
  }

  /** {@code os/VENDOR/NAME.xml} and {@code os/VENDOR/NAME.d/*.xml}; nothing lies deeper. */
  private static void collect(Path root, Map<String, Pieces> into) {
    for (Path vendor : list(root)) {
      if (isNamed(vendor, ".xml")) {
        continue;
      }
      for (Path entry : list(vendor)) {
        if (into.size() >= MOST_FILES) {
          return;
        }
        String name = root.relativize(entry).toString();
        if (isNamed(entry, ".xml")) {
          at(into, name.substring(0, name.length() - 4)).master.add(entry);
        } else if (isNamed(entry, ".d")) {
          List<Path> extensions =
              list(entry).stream().filter(file -> isNamed(file, ".xml")).toList();
          at(into, name.substring(0, name.length() - 2)).extensions.addAll(extensions);
        }
      }
    }
  }

  private static Pieces at(Map<String, Pieces> map, String name) {
    return map.computeIfAbsent(name, _ -> new Pieces(new ArrayList<>(), new ArrayList<>()));
  }

  private static boolean isNamed(Path file, String end) {
    return file.getFileName().toString().endsWith(end);
  }

  /** Sorted by name; a folder that is not there or not ours to read is empty. */
  private static List<Path> list(Path folder) {
    List<Path> entries = new ArrayList<>();
    try (DirectoryStream<Path> stream = Files.newDirectoryStream(folder)) {
      for (Path entry : stream) {
        if (entries.size() >= MOST_FILES) {
          break;
        }
        entries.add(entry);
      }
    } catch (IOException | DirectoryIteratorException unreadable) {
      return List.of();
    }
    entries.sort(Comparator.naturalOrder());
    return entries;
  }

  /** A thing's own file, none or one, and what adds to it. */
  private record Pieces(List<Path> master, List<Path> extensions) {}
}
