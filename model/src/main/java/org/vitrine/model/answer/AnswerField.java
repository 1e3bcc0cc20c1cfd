package org.vitrine.model.answer;

/** The fields of the form that answers are asked with. */
public enum AnswerField {
  FULL_NAME,
  USER,
  PASSWORD,
  ADMINISTRATOR,
  HOSTNAME,
  LANGUAGE,
  KEYBOARD,
  TIME_ZONE,
  PACKAGES,
  SSH_KEYS,
  PRODUCT_KEY,
  COMMANDS,
  /** A file of the user's own instead of the generated one. */
  OWN_FILE
}
