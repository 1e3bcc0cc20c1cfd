package org.vitrine.model.answer;

/**
 * What is wrong with one answer.
 *
 * @param text what the words may name: the package, the key's beginning; never a password
 */
public record AnswerFault(AnswerField field, Kind kind, String text) {

  public AnswerFault(AnswerField field, Kind kind) {
    this(field, kind, "");
  }

  /** Faults; the comment says what the text is. */
  public enum Kind {
    EMPTY,
    /** The most letters that fit. */
    TOO_LONG,
    /** The letter that does not fit. */
    LETTER_NOT_POSSIBLE,
    /** Line breaks and the like: nobody could type it at the login. */
    NOT_TYPEABLE,
    /** The name. */
    USER_RESERVED,
    USER_NAME_NOT_POSSIBLE,
    HOSTNAME_NOT_POSSIBLE,
    HOSTNAME_ONLY_DIGITS,
    LANGUAGE_NOT_POSSIBLE,
    KEYBOARD_NOT_POSSIBLE,
    TIME_ZONE_UNKNOWN,
    /** The package. */
    PACKAGE_NAME_NOT_POSSIBLE,
    /** The beginning of the line. */
    SSH_KEY_MALFORMED,
    /** Half of the pair that must stay with its owner; nothing of it is repeated. */
    SSH_KEY_PRIVATE,
    PRODUCT_KEY_NOT_POSSIBLE,
    /** More lines than are taken. */
    TOO_MANY,
    /** Bytes that are no text. */
    NOT_TEXT
  }
}
