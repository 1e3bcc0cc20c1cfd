package org.vitrine.bridge.testing;

import java.io.IOException;
import java.io.OutputStream;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.LinkOption;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import java.nio.file.attribute.BasicFileAttributes;
import java.security.DigestInputStream;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.HexFormat;
import java.util.Map;
import java.util.TreeMap;
import java.util.stream.Stream;

/** What lies in a folder: kind, size, time and content of everything, by relative name. */
public final class FolderState {

  private FolderState() {}

  /** Empty where the folder is missing. */
  public static Map<String, String> of(Path folder) {
    Map<String, String> found = new TreeMap<>();
    if (!Files.exists(folder)) {
      return found;
    }
    try (Stream<Path> all = Files.walk(folder)) {
      all.forEach(
          path -> {
            if (!path.equals(folder)) {
              found.put(folder.relativize(path).toString(), described(path));
            }
          });
    } catch (IOException failed) {
      throw new UncheckedIOException(failed);
    }
    return found;
  }

  private static String described(Path path) {
    try {
      BasicFileAttributes attributes =
          Files.readAttributes(path, BasicFileAttributes.class, LinkOption.NOFOLLOW_LINKS);
      if (attributes.isSymbolicLink()) {
        return "link to " + Files.readSymbolicLink(path);
      }
      // the time of a folder turns with every file that comes and goes again; the files tell more
      if (attributes.isDirectory()) {
        return "folder";
      }
      if (!attributes.isRegularFile()) {
        return "special";
      }
      return attributes.size() + " bytes, " + attributes.lastModifiedTime() + ", " + sha256(path);
    } catch (NoSuchFileException gone) {
      return "gone while looking";
    } catch (IOException failed) {
      throw new UncheckedIOException(failed);
    }
  }

  /** The content's SHA-256 in hex. */
  public static String sha256(Path file) throws IOException {
    try {
      MessageDigest digest = MessageDigest.getInstance("SHA-256");
      try (DigestInputStream in = new DigestInputStream(Files.newInputStream(file), digest)) {
        in.transferTo(OutputStream.nullOutputStream());
      }
      return HexFormat.of().formatHex(digest.digest());
    } catch (NoSuchAlgorithmException missing) {
      throw new IllegalStateException(missing);
    }
  }
}
