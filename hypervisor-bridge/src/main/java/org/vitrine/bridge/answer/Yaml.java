package org.vitrine.bridge.answer;

import java.util.List;
import java.util.Map;

/**
 * Writes maps, lists, texts, numbers and truths as YAML. Every text is quoted, so that none is
 * taken for something else: {@code no}, {@code 1e3}, {@code @x}.
 */
final class Yaml {

  private Yaml() {}

  static String of(Map<String, ?> document) {
    StringBuilder out = new StringBuilder();
    map(out, document, 0);
    return out.toString();
  }

  private static void map(StringBuilder out, Map<?, ?> map, int depth) {
    map.forEach(
        (key, value) -> {
          out.append("  ".repeat(depth)).append(key).append(':');
          value(out, value, depth);
        });
  }

  private static void value(StringBuilder out, Object value, int depth) {
    switch (value) {
      case Map<?, ?> map when !map.isEmpty() -> {
        out.append('\n');
        map(out, map, depth + 1);
      }
      case List<?> list when !list.isEmpty() -> {
        out.append('\n');
        list.forEach(entry -> entry(out, entry, depth + 1));
      }
      default -> out.append(' ').append(scalar(value)).append('\n');
    }
  }

  private static void entry(StringBuilder out, Object entry, int depth) {
    String indent = "  ".repeat(depth);
    switch (entry) {
      case Map<?, ?> map when !map.isEmpty() -> {
        StringBuilder inner = new StringBuilder();
        map(inner, map, depth + 1);
        out.append(indent).append("- ").append(inner, indent.length() + 2, inner.length());
      }
      case List<?> list when !list.isEmpty() ->
          out.append(indent)
              .append("- [")
              .append(String.join(", ", list.stream().map(Yaml::scalar).toList()))
              .append("]\n");
      default -> out.append(indent).append("- ").append(scalar(entry)).append('\n');
    }
  }

  private static String scalar(Object value) {
    return switch (value) {
      case Boolean truth -> truth.toString();
      case Integer number -> number.toString();
      case List<?> _ -> "[]";
      case Map<?, ?> _ -> "{}";
      default -> quoted(value.toString());
    };
  }

  /** All that is not plainly visible is written by its number. */
  static String quoted(String text) {
    StringBuilder out = new StringBuilder(text.length() + 2).append('"');
    text.codePoints()
        .forEach(
            letter -> {
              switch (letter) {
                case '"' -> out.append("\\\"");
                case '\\' -> out.append("\\\\");
                case '\n' -> out.append("\\n");
                case '\t' -> out.append("\\t");
                default -> {
                  if (letter >= ' ' && letter < 127) {
                    out.append((char) letter);
                  } else if (letter > 0xFFFF) {
                    out.append(String.format(java.util.Locale.ROOT, "\\U%08X", letter));
                  } else if (Character.isLetterOrDigit(letter)) {
                    out.append((char) letter);
                  } else {
                    out.append(String.format(java.util.Locale.ROOT, "\\u%04X", letter));
                  }
                }
              }
            });
    return out.append('"').toString();
  }
}
