package org.vitrine.bridge.keep;

import java.nio.file.Path;

/**
 * Something the user should hear about the app's own files; the app went on without.
 *
 * @param about the file, or what in it was not taken
 * @param kept where the old file lies now; the file itself where it could not be moved
 */
public record Notice(Kind kind, Path file, String about, Path kept) {

  /** What was found. */
  public enum Kind {
    /** Empty, cut off, or not ours to read: put aside, and defaults taken. */
    DAMAGED,
    /** Written by another version of the app. */
    OTHER_VERSION,
    /** Something that is no file at all stood in its place. */
    NOT_A_FILE,
    /** Belongs to somebody else, who could have put anything in it. */
    OTHER_OWNER,
    UNREADABLE,
    /** Others could read or change it; now they cannot. */
    RIGHTS_NARROWED,
    /** One entry was not taken, the others were. */
    ENTRY_REFUSED
  }
}
