package org.vitrine.model.unit;

import java.util.Locale;
import java.util.Optional;
import java.util.random.RandomGenerator;
import java.util.regex.Pattern;

/**
 * The address of a network card.
 *
 * @param text as {@code 52:54:00:12:34:56}, in small letters
 */
public record MacAddress(String text) {

  private static final Pattern FORM =
      Pattern.compile("[0-9a-f]{2}(:[0-9a-f]{2}){5}|[0-9a-f]{2}(-[0-9a-f]{2}){5}");

  /** What QEMU's machines have in front, by custom. */
  private static final String QEMU = "52:54:00";

  /** With colons or dashes, in letters of any size; empty for all else. */
  public static Optional<MacAddress> parse(String typed) {
    String text = typed.strip().toLowerCase(Locale.ROOT);
    return FORM.matcher(text).matches()
        ? Optional.of(new MacAddress(text.replace('-', ':')))
        : Optional.empty();
  }

  /** One that a machine may have; whether another has it is not asked. */
  public static MacAddress random(RandomGenerator random) {
    StringBuilder text = new StringBuilder(QEMU);
    for (int i = 0; i < 3; i++) {
      int octet = random.nextInt(256);
      text.append(':')
          .append(Character.forDigit(octet >> 4, 16))
          .append(Character.forDigit(octet & 15, 16));
    }
    return new MacAddress(text.toString());
  }

  /** Whether it names many cards, so that no single one can have it. */
  public boolean isMulticast() {
    return (Integer.parseInt(text.substring(0, 2), 16) & 1) == 1;
  }

  public boolean isZero() {
    return text.equals("00:00:00:00:00:00");
  }
}
