package org.vitrine.app.problem;

import java.util.Optional;
import org.vitrine.app.i18n.Words;
import org.vitrine.model.explain.Command;
import org.vitrine.model.problem.Problem;

/**
 * A problem in words: what happened, why, what to do.
 *
 * @param button what the button says; empty where there is none
 * @param command the command that mends it; empty where there is none
 */
public record ProblemText(
    String what, String why, String remedy, Optional<String> button, Optional<String> command) {

  private static final int LONGEST_VALUE = 80;

  /** A detail may be a whole sentence. */
  private static final int LONGEST_DETAIL = 300;

  public static ProblemText of(Problem problem) {
    String subject = shown(problem.subject());
    String detail = shown(problem.detail(), LONGEST_DETAIL);
    String base = "problem." + problem.cause().name();
    return new ProblemText(
        Words.naming(base + ".what", subject, detail),
        Words.naming(base + ".why", subject, detail),
        Words.naming(base + ".do", subject, detail),
        problem.cause().remedy().map(remedy -> Words.word("remedy", remedy)),
        command(base + ".command", problem));
  }

  /** A command that names something is offered only with the very thing, quoted for the shell. */
  private static Optional<String> command(String key, Problem problem) {
    if (!Words.has(key)) {
      return Optional.empty();
    }
    String detail = problem.detail();
    boolean fit =
        !detail.isBlank() && !detail.startsWith("-") && shown(detail, LONGEST_VALUE).equals(detail);
    if (Words.word(key).contains("{1}") && !fit) {
      return Optional.empty();
    }
    return Optional.of(Words.word(key, "", Command.of(detail).shellLine()));
  }

  /** What others named may hold anything: controls are left out and long ones cut. */
  public static String shown(String value) {
    return shown(value, LONGEST_VALUE);
  }

  private static String shown(String value, int longest) {
    StringBuilder clean = new StringBuilder();
    value
        .codePoints()
        .filter(ProblemText::isShown)
        .limit(longest + 1L)
        .forEach(clean::appendCodePoint);
    return clean.codePointCount(0, clean.length()) > longest
        ? clean.substring(0, clean.offsetByCodePoints(0, longest)) + "…"
        : clean.toString();
  }

  private static boolean isShown(int c) {
    return switch (Character.getType(c)) {
      case Character.CONTROL,
          Character.FORMAT,
          Character.LINE_SEPARATOR,
          Character.PARAGRAPH_SEPARATOR,
          Character.SURROGATE ->
          false;
      default -> true;
    };
  }
}
