package org.vitrine.app.create.setup;

/** How long a password holds out against guessing; a word of advice, never a rule. */
public enum PasswordStrength {
  NONE,
  WEAK,
  FAIR,
  STRONG;

  private static final int FAIR_BITS = 40;
  private static final int STRONG_BITS = 64;

  public static PasswordStrength of(String password) {
    if (password.isEmpty()) {
      return NONE;
    }
    int alphabet = 0;
    if (password.chars().anyMatch(Character::isLowerCase)) {
      alphabet += 26;
    }
    if (password.chars().anyMatch(Character::isUpperCase)) {
      alphabet += 26;
    }
    if (password.chars().anyMatch(Character::isDigit)) {
      alphabet += 10;
    }
    if (password.chars().anyMatch(letter -> !Character.isLetterOrDigit(letter))) {
      alphabet += 32;
    }
    // a letter that is repeated adds little to guess
    long different = password.chars().distinct().count();
    double letters = Math.min(password.length(), different * 2.0);
    double bits = letters * Math.log(Math.max(alphabet, 26)) / Math.log(2);
    return bits < FAIR_BITS ? WEAK : bits < STRONG_BITS ? FAIR : STRONG;
  }
}
