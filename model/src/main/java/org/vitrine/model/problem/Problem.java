package org.vitrine.model.problem;

/**
 * One thing that went wrong.
 *
 * @param subject what it happened to (a machine's, network's, file's or host's name); may be empty
 * @param detail a value that the words may name: a path, a port, a count; may be empty
 * @param raw what the layer below said, for the fold-out
 */
public record Problem(Cause cause, String subject, String detail, Raw raw) {

  /**
   * What the layer below said.
   *
   * @param code its number for the error, or 0
   * @param domain its number for the part that failed, or 0
   */
  public record Raw(int code, int domain, String text) {
    public static final Raw NONE = new Raw(0, 0, "");
  }

  public static Problem of(Cause cause, String subject) {
    return new Problem(cause, subject, "", Raw.NONE);
  }

  public static Problem of(Cause cause, String subject, String detail) {
    return new Problem(cause, subject, detail, Raw.NONE);
  }

  public Problem about(String newSubject) {
    return new Problem(cause, newSubject, detail, raw);
  }
}
