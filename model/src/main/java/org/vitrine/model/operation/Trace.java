package org.vitrine.model.operation;

/**
 * How far a deed came, as the journal knows.
 *
 * @param mark the last thing that was written of it
 * @param made what it said of what it made, so that it is told from what others made; may be empty
 */
public record Trace(Mark mark, String made) {

  public static final Trace NOTHING = new Trace(Mark.NONE, "");

  public enum Mark {
    NONE,
    /** About to act. */
    BEGUN,
    /** Made something, and may have given it its name. */
    MADE,
    DONE,
    UNDONE
  }
}
