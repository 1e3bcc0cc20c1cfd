package org.vitrine.app.problem;

import java.util.Optional;
import org.vitrine.app.i18n.Words;
import org.vitrine.model.problem.Cause;
import org.vitrine.model.problem.Problem;
import org.vitrine.model.problem.Remedy;

/**
 * A problem in words: what happened, why, what to do.
 *
 * @param button what the button says; empty where there is none
 * @param command the command that mends it; empty where there is none
 */
public record ProblemText(
    String what, String why, String remedy, Optional<String> button, Optional<String> command) {

  private static final int LONGEST_VALUE = 80;

  public static ProblemText of(Problem problem) {
    Cause cause = problem.cause();
    String subject = shown(problem.subject());
    String detail = shown(problem.detail());
    String base = "problem." + cause.name();
    String what = Words.word(base + ".what", subject, detail);
    String why = Words.word(base + ".why", subject, detail);
    String todo = Words.word(base + ".do", subject, detail);
    Optional<String> button =
        cause
            .remedy()
            .map(
                remedy ->
                    remedy == Remedy.COPY_COMMAND
                        ? Words.word("remedy.COPY_COMMAND")
                        : Words.word("remedy." + remedy.name(), subject, detail));
    Optional<String> command =
        Words.has(base + ".command")
            ? Optional.of(Words.word(base + ".command", subject, detail))
            : Optional.empty();
    return new ProblemText(what, why, todo, button, command);
  }

  /** What others named may hold anything: controls are left out and long ones cut. */
  public static String shown(String value) {
    StringBuilder clean = new StringBuilder();
    value
        .codePoints()
        .filter(c -> !Character.isISOControl(c) && Character.getType(c) != Character.FORMAT)
        .limit(LONGEST_VALUE + 1L)
        .forEach(clean::appendCodePoint);
    return clean.codePointCount(0, clean.length()) > LONGEST_VALUE
        ? clean.substring(0, clean.offsetByCodePoints(0, LONGEST_VALUE)) + "…"
        : clean.toString();
  }
}
