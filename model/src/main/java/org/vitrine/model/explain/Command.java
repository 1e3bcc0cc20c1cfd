package org.vitrine.model.explain;

import java.util.List;

/**
 * One command line, as the words a program would be started with.
 *
 * @param note what it does, as a key of the app's bundle; may be empty
 */
public record Command(List<String> words, String note) {

  public Command {
    words = List.copyOf(words);
  }

  public static Command of(String... words) {
    return new Command(List.of(words), "");
  }

  /** The line as a POSIX shell reads it back into the same words. */
  public String shellLine() {
    StringBuilder line = new StringBuilder();
    for (String word : words) {
      if (!line.isEmpty()) {
        line.append(' ');
      }
      // in front, a word with an equals sign would set a variable
      line.append(quoted(word, line.isEmpty() ? PLAIN : PLAIN + "="));
    }
    return line.toString();
  }

  /** A word as a POSIX shell reads it back, anywhere but at the beginning of a line. */
  static String quoted(String word) {
    return quoted(word, PLAIN + "=");
  }

  private static final String PLAIN = "_-./:+,@%";

  private static String quoted(String word, String plainMarks) {
    boolean plain =
        !word.isEmpty()
            && word.chars()
                .allMatch(
                    c -> c < 128 && (Character.isLetterOrDigit(c) || plainMarks.indexOf(c) >= 0));
    return plain ? word : "'" + word.replace("'", "'\\''") + "'";
  }
}
