package org.vitrine.bridge.os;

import java.text.Normalizer;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;

/** Text as it is compared: without case and accents, as words. */
final class Words {

  private Words() {}

  static String folded(String text) {
    String plain = text;
    for (int i = 0; i < text.length(); i++) {
      if (text.charAt(i) >= 128) {
        plain = Normalizer.normalize(text, Normalizer.Form.NFD).replaceAll("\\p{M}+", "");
        break;
      }
    }
    return plain.toLowerCase(Locale.ROOT);
  }

  /** Runs of letters and digits. */
  static List<String> of(String text) {
    return split(text, false);
  }

  /** Runs of letters and runs of digits: {@code win11} is two. */
  static List<String> fine(String text) {
    return split(text, true);
  }

  private static List<String> split(String text, boolean fine) {
    String folded = folded(text);
    List<String> words = new ArrayList<>();
    int start = -1;
    for (int i = 0; i <= folded.length(); i++) {
      boolean in = i < folded.length() && Character.isLetterOrDigit(folded.charAt(i));
      if (start >= 0
          && (!in
              || (fine
                  && Character.isDigit(folded.charAt(i))
                      != Character.isDigit(folded.charAt(i - 1))))) {
        words.add(folded.substring(start, i));
        start = -1;
      }
      if (in && start < 0) {
        start = i;
      }
    }
    return words;
  }
}
