package org.vitrine.bridge.host;

import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Stream;

/** The halves of the user's keys that may be given away. */
public final class PublicKeys {

  private static final int MOST = 20;
  private static final int LONGEST = 16 * 1024;

  private PublicKeys() {}

  /** One line each, in the order of their files' names. Blocks for some small files. */
  public static List<String> ofThisUser() {
    return in(Path.of(System.getProperty("user.home", "/"), ".ssh"));
  }

  static List<String> in(Path folder) {
    List<String> keys = new ArrayList<>();
    for (Path file : files(folder)) {
      String text = text(file).strip();
      // a private half that was given the wrong name goes nowhere
      if (!text.isEmpty() && text.lines().count() == 1 && !text.contains("PRIVATE")) {
        keys.add(text);
      }
    }
    return keys;
  }

  private static List<Path> files(Path folder) {
    try (Stream<Path> files = Files.list(folder)) {
      return files
          .filter(file -> file.getFileName().toString().endsWith(".pub"))
          .filter(Files::isRegularFile)
          .sorted()
          .limit(MOST)
          .toList();
    } catch (IOException none) {
      return List.of();
    }
  }

  private static String text(Path file) {
    try (InputStream in = Files.newInputStream(file)) {
      byte[] bytes = in.readNBytes(LONGEST + 1);
      return bytes.length > LONGEST ? "" : new String(bytes, StandardCharsets.UTF_8);
    } catch (IOException unreadable) {
      return "";
    }
  }
}
