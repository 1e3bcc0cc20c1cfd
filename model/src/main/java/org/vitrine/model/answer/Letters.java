package org.vitrine.model.answer;

/** What may stand in one line of text. */
final class Letters {

  private Letters() {}

  static boolean hasControl(CharSequence text) {
    return text.chars().anyMatch(Letters::isControl);
  }

  /** Also what turns the line's direction round, and halves of letters. */
  static boolean isControl(int letter) {
    return Character.isISOControl(letter)
        || Character.getType(letter) == Character.LINE_SEPARATOR
        || Character.getType(letter) == Character.PARAGRAPH_SEPARATOR
        || (letter >= 0x202A && letter <= 0x202E)
        || (letter >= 0x2066 && letter <= 0x2069);
  }

  static boolean hasLoneSurrogate(CharSequence text) {
    return text.codePoints()
        .anyMatch(letter -> letter >= Character.MIN_SURROGATE && letter <= Character.MAX_SURROGATE);
  }

  /** Fit to be shown in a message. */
  static String shown(String text) {
    StringBuilder shown = new StringBuilder(text.length());
    text.codePoints()
        .forEach(
            letter -> shown.appendCodePoint(isControl(letter) || letter > 0xFFFF ? '?' : letter));
    return shown.toString();
  }
}
