package org.vitrine.bridge.os;

import java.io.IOException;
import java.nio.file.Path;
import java.time.InstantSource;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.vitrine.model.os.OperatingSystem;
import org.vitrine.model.port.OsCatalogue;

/**
 * The installed osinfo-db. Nothing is read before the first question; that one blocks until all of
 * it is. A file that cannot be read is left out and named by {@link #leftOut()}.
 */
public final class OsinfoCatalogue implements OsCatalogue {

  /** So many files are one piece of work: enough for two processors to share evenly. */
  private static final int FILES_AT_ONCE = 50;

  private final OsinfoFolders folders;
  private final String arch;
  private final InstantSource clock;
  private @Nullable Loaded loaded;

  /**
   * Knows the folders, and has read none of them.
   *
   * @param arch the processor that resources and firmware are asked for, as {@code x86_64}
   */
  public OsinfoCatalogue(OsinfoFolders folders, String arch, InstantSource clock) {
    this.folders = folders;
    this.arch = arch;
    this.clock = clock;
  }

  /** As this process's environment has it, for the usual processor. */
  public static OsinfoCatalogue ofThisComputer() {
    return new OsinfoCatalogue(
        OsinfoFolders.of(System.getenv(), Path.of(System.getProperty("user.home", "/"))),
        "x86_64",
        InstantSource.system());
  }

  @Override
  public List<OperatingSystem> all() {
    return loaded().entries.stream().map(OsEntry::os).toList();
  }

  @Override
  public Optional<OperatingSystem> find(String id) {
    return Optional.ofNullable(loaded().byName.get(id)).map(OsEntry::os);
  }

  @Override
  public List<OperatingSystem> search(String typed, boolean endedToo) {
    return loaded().search.find(typed, endedToo, today());
  }

  @Override
  public Optional<OperatingSystem> guess(String machineName) {
    return loaded().guess.of(machineName, today());
  }

  /** What media are known by. */
  public MediaRules media() {
    return loaded().rules;
  }

  /** The files that could not be read, each with the reason. */
  public Map<Path, String> leftOut() {
    return loaded().leftOut;
  }

  private LocalDate today() {
    return LocalDate.ofInstant(clock.instant(), ZoneOffset.UTC);
  }

  private synchronized Loaded loaded() {
    Loaded known = loaded;
    if (known == null) {
      known = load();
      loaded = known;
    }
    return known;
  }

  private Loaded load() {
    List<Path> files = folders.systemFiles();
    List<List<Path>> pieces = new ArrayList<>();
    for (int i = 0; i < files.size(); i += FILES_AT_ONCE) {
      pieces.add(files.subList(i, Math.min(files.size(), i + FILES_AT_ONCE)));
    }
    Map<Path, String> leftOut = new LinkedHashMap<>();
    Map<String, Description> descriptions = new LinkedHashMap<>();
    for (Piece piece : pieces.parallelStream().map(OsinfoCatalogue::read).toList()) {
      leftOut.putAll(piece.leftOut);
      for (Description one : piece.descriptions) {
        Description before = descriptions.putIfAbsent(one.id, one);
        if (before != null) {
          before.add(one);
        }
      }
    }
    Inheritance inheritance = new Inheritance(descriptions, arch);
    List<OsEntry> entries = new ArrayList<>();
    for (Description one : descriptions.values()) {
      // extensions of what is not there, or a bare id
      if (!one.shortIds.isEmpty()) {
        entries.add(inheritance.entry(one));
      }
    }
    entries.sort(BY_PRODUCT);
    return new Loaded(entries, Map.copyOf(leftOut));
  }

  private static Piece read(List<Path> files) {
    DescriptionReader reader = new DescriptionReader();
    List<Description> descriptions = new ArrayList<>(files.size());
    Map<Path, String> leftOut = new LinkedHashMap<>();
    for (Path file : files) {
      try {
        descriptions.addAll(reader.read(file));
      } catch (IOException unreadable) {
        leftOut.put(file, String.valueOf(unreadable.getMessage()));
      }
    }
    return new Piece(descriptions, leftOut);
  }

  private static final Comparator<OsEntry> BY_PRODUCT =
      Comparator.comparing((OsEntry entry) -> entry.os().distribution())
          .thenComparing(
              entry -> entry.os().released().orElse(LocalDate.MAX), Comparator.reverseOrder())
          .thenComparing(entry -> entry.os().name());

  private record Piece(List<Description> descriptions, Map<Path, String> leftOut) {}

  /** All that was read, and what is asked of it. */
  private static final class Loaded {

    private final List<OsEntry> entries;
    private final Map<Path, String> leftOut;
    private final Map<String, OsEntry> byName = new HashMap<>();
    private final OsSearch search;
    private final OsGuess guess;
    private final MediaRules rules;

    Loaded(List<OsEntry> entries, Map<Path, String> leftOut) {
      this.entries = entries;
      this.leftOut = leftOut;
      for (OsEntry entry : entries) {
        byName.put(entry.os().id(), entry);
        for (String shortId : entry.shortIds()) {
          byName.putIfAbsent(shortId, entry);
        }
      }
      search = new OsSearch(entries);
      guess = new OsGuess(entries);
      rules = new MediaRules(entries);
    }
  }
}
