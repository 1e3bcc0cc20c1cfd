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
      line.append(quoted(word));
    }
    return line.toString();
  }

  private static String quoted(String word) {
    boolean plain =
        !word.isEmpty()
            && word.chars()
                .allMatch(
                    c -> c < 128 && (Character.isLetterOrDigit(c) || "_-./:=+,@%".indexOf(c) >= 0));
    return plain ? word : "'" + word.replace("'", "'\\''") + "'";
  }
}
