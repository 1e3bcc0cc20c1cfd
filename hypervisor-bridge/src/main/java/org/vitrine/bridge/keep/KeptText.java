package org.vitrine.bridge.keep;

import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;

/**
 * The form of our files: a line that says what it is, one line a value, and a last line by which a
 * cut is known. Read in microseconds, which counts at start-up, and fit to be edited by hand.
 */
final class KeptText {

  private static final String END = "end";

  private KeptText() {}

  /** Every value that is there, or nothing where the text is not whole. */
  static Optional<Map<String, String>> parse(String text) {
    Map<String, String> values = new TreeMap<>();
    boolean ended = false;
    int line = 0;
    for (String raw : text.split("\n", -1)) {
      String content = raw.endsWith("\r") ? raw.substring(0, raw.length() - 1) : raw;
      if (line++ == 0 || content.isBlank() || content.startsWith("#")) {
        continue;
      }
      int equals = content.indexOf('=');
      if (ended || (equals <= 0 && !content.equals(END))) {
        return Optional.empty();
      }
      if (content.equals(END)) {
        ended = true;
      } else {
        values.put(content.substring(0, equals), unescaped(content.substring(equals + 1)));
      }
    }
    return ended ? Optional.of(values) : Optional.empty();
  }

  static String firstLine(String text) {
    int end = text.indexOf('\n');
    return end < 0 ? "" : text.substring(0, end).strip();
  }

  static String format(String firstLine, Map<String, String> values) {
    StringBuilder text = new StringBuilder(firstLine).append('\n');
    new TreeMap<>(values)
        .forEach(
            (key, value) -> {
              if (key.isBlank()
                  || key.startsWith("#")
                  || key.chars().anyMatch(c -> "=\n\r".indexOf(c) >= 0)) {
                throw new IllegalArgumentException("not a key: " + key);
              }
              text.append(key).append('=').append(escaped(value)).append('\n');
            });
    return text.append(END).append('\n').toString();
  }

  private static String escaped(String value) {
    return value.replace("\\", "\\\\").replace("\n", "\\n").replace("\r", "\\r");
  }

  private static String unescaped(String value) {
    if (value.indexOf('\\') < 0) {
      return value;
    }
    StringBuilder text = new StringBuilder(value.length());
    for (int i = 0; i < value.length(); i++) {
      char c = value.charAt(i);
      if (c != '\\' || i + 1 == value.length()) {
        text.append(c);
        continue;
      }
      char next = value.charAt(++i);
      switch (next) {
        case 'n' -> text.append('\n');
        case 'r' -> text.append('\r');
        default -> text.append(next);
      }
    }
    return text.toString();
  }
}
