package org.vitrine.bridge.media;

import java.util.HashMap;
import java.util.Map;
import java.util.Optional;

/** Text of the form {@code [group]} and {@code key = value}, as {@code .treeinfo} is. */
record KeyFile(Map<String, String> values) {

  private static final int MOST_VALUES = 10_000;

  KeyFile {
    values = Map.copyOf(values);
  }

  /** Takes any text; what is not of that form is left out. */
  static KeyFile of(String text) {
    Map<String, String> values = new HashMap<>();
    String group = "";
    for (String line : (Iterable<String>) text.lines()::iterator) {
      String tidy = line.strip();
      int equals = tidy.indexOf('=');
      if (tidy.startsWith("[") && tidy.endsWith("]")) {
        group = tidy.substring(1, tidy.length() - 1);
      } else if (equals > 0 && !tidy.startsWith("#") && values.size() < MOST_VALUES) {
        values.put(
            group + "\n" + tidy.substring(0, equals).strip(), tidy.substring(equals + 1).strip());
      }
    }
    return new KeyFile(values);
  }

  /** Empty also where nothing is said. */
  Optional<String> get(String group, String key) {
    return Optional.ofNullable(values.get(group + "\n" + key)).filter(value -> !value.isEmpty());
  }
}
