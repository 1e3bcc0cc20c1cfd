package org.vitrine.bridge.answer;

import java.util.Locale;
import org.vitrine.model.answer.Answers;
import org.vitrine.model.answer.Secret;

/**
 * The answers of Windows before Vista: a table of values, commands and a registry file, each with a
 * quoting of its own. Passwords stand in them as they are.
 */
final class OldWindows {

  private OldWindows() {}

  /** Whether these files have a way to say all of it: no letter outside ASCII, no double quote. */
  static boolean canSay(Answers answers) {
    return isPlain(answers.fullName())
        && isPlain(text(answers.password()))
        && (!(answers.administrator() instanceof Answers.Administrator.Own(Secret own))
            || isPlain(text(own)));
  }

  private static boolean isPlain(CharSequence value) {
    return value.chars().allMatch(letter -> letter >= ' ' && letter < 127 && letter != '"');
  }

  static String finished(String fileName, String script, Filling filling) {
    Answers answers = filling.answers();
    String admin =
        text(
            answers.administrator() instanceof Answers.Administrator.Own(Secret own)
                ? own
                : answers.password());
    String name = filling.fullName();
    String kind = fileName.substring(fileName.lastIndexOf('.') + 1).toLowerCase(Locale.ROOT);
    String text =
        script
            .replace(Filling.ADMIN_PASSWORD, quoted(kind, admin))
            .replace(Filling.USER_PASSWORD, quoted(kind, text(answers.password())))
            .replace(Filling.FULL_NAME, quoted(kind, name));
    return text.strip().replace("\n", "\r\n") + "\r\n";
  }

  private static String quoted(String kind, String value) {
    return switch (kind) {
      case "cmd" -> '"' + value.replace("%", "%%") + '"';
      case "reg" -> value.replace("\\", "\\\\");
      // in the table the scripts put the quotes themselves
      default -> value;
    };
  }

  private static String text(Secret secret) {
    char[] letters = secret.letters();
    try {
      return new String(letters);
    } finally {
      java.util.Arrays.fill(letters, '\0');
    }
  }
}
