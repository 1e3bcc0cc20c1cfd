package org.vitrine.bridge.media;

/** Text out of foreign files, as it may be shown. */
final class Labels {

  private static final int LONGEST = 128;

  private Labels() {}

  /** Without what steers a screen or turns the direction of writing, blanks joined, bounded. */
  static String shown(String raw) {
    StringBuilder shown = new StringBuilder();
    boolean blank = false;
    for (int i = 0; i < raw.length() && shown.length() < LONGEST; ) {
      int c = raw.codePointAt(i);
      i += Character.charCount(c);
      switch (Character.getType(c)) {
        case Character.CONTROL,
            Character.FORMAT,
            Character.SURROGATE,
            Character.PRIVATE_USE,
            Character.UNASSIGNED -> {
          // nothing to be seen of them, or not what they are
        }
        case Character.SPACE_SEPARATOR, Character.LINE_SEPARATOR, Character.PARAGRAPH_SEPARATOR ->
            blank = !shown.isEmpty();
        default -> {
          if (blank) {
            shown.append(' ');
            blank = false;
          }
          shown.appendCodePoint(c);
        }
      }
    }
    return shown.toString();
  }
}
