package org.vitrine.model.problem;

/** What a button under a problem can do about it. */
public enum Remedy {
  NONE,
  RETRY,
  EDIT_HOST,
  START_NETWORK,
  START_POOL,
  DISCARD_SAVED_STATE,
  FORCE_OFF,
  /** Puts the command that mends it on the clipboard; the words hold the command. */
  COPY_COMMAND
}
