package org.vitrine.model.explain;

/** Values of one option, {@code key=value} with commas between, as virt-install reads them. */
final class Values {

  private final StringBuilder text = new StringBuilder();

  Values(String... pairs) {
    for (int i = 0; i < pairs.length; i += 2) {
      with(pairs[i], pairs[i + 1]);
    }
  }

  Values with(String key, String value) {
    if (!text.isEmpty()) {
      text.append(',');
    }
    text.append(key).append('=').append(quoted(value));
    return this;
  }

  boolean isEmpty() {
    return text.isEmpty();
  }

  String text() {
    return text.toString();
  }

  /** It takes quotes and backslashes as a shell does, and parts at commas outside of them. */
  private static String quoted(String value) {
    boolean plain = value.codePoints().noneMatch(c -> ",'\"\\".indexOf(c) >= 0);
    return plain ? value : '"' + value.replace("\\", "\\\\").replace("\"", "\\\"") + '"';
  }
}
