package org.vitrine.model.answer;

import java.util.Arrays;
import org.jspecify.annotations.Nullable;

/**
 * A password as it was typed. It never shows itself in a message or a log, and can be wiped; what
 * asks for its letters wipes the copy after use.
 */
public final class Secret {

  private final char[] letters;

  private Secret(char[] letters) {
    this.letters = letters;
  }

  public static Secret none() {
    return new Secret(new char[0]);
  }

  /** Keeps a copy. */
  public static Secret of(char[] typed) {
    return new Secret(typed.clone());
  }

  public static Secret of(CharSequence typed) {
    char[] letters = new char[typed.length()];
    for (int i = 0; i < letters.length; i++) {
      letters[i] = typed.charAt(i);
    }
    return new Secret(letters);
  }

  public boolean isEmpty() {
    return letters.length == 0;
  }

  public int length() {
    return letters.length;
  }

  /** A copy for whoever hashes it; to be wiped there. */
  public char[] letters() {
    return letters.clone();
  }

  /** From now on it is as long as before, and says nothing. */
  public void wipe() {
    Arrays.fill(letters, '\0');
  }

  /** Looks at every letter, however early two differ. */
  @Override
  public boolean equals(@Nullable Object other) {
    if (!(other instanceof Secret secret) || secret.letters.length != letters.length) {
      return false;
    }
    int difference = 0;
    for (int i = 0; i < letters.length; i++) {
      difference |= letters[i] ^ secret.letters[i];
    }
    return difference == 0;
  }

  /** Tells nothing of the letters. */
  @Override
  public int hashCode() {
    return letters.length;
  }

  @Override
  public String toString() {
    return "(secret)";
  }
}
