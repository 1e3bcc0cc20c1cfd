package org.vitrine.app.i18n;

import java.math.BigDecimal;
import java.math.RoundingMode;
import java.text.DecimalFormatSymbols;
import java.util.Locale;
import java.util.Map;
import org.vitrine.model.unit.ByteSize;

/**
 * Reads amounts the way people write them in their locale. What could be read in two ways, as
 * {@code 1,5} where a comma groups thousands, is not taken.
 */
public final class AmountReader {

  private static final int LONGEST = 40;
  private static final Map<String, Integer> UNITS =
      Map.ofEntries(
          Map.entry("b", 0),
          Map.entry("k", 10),
          Map.entry("kb", 10),
          Map.entry("kib", 10),
          Map.entry("m", 20),
          Map.entry("mb", 20),
          Map.entry("mib", 20),
          Map.entry("g", 30),
          Map.entry("gb", 30),
          Map.entry("gib", 30),
          Map.entry("t", 40),
          Map.entry("tb", 40),
          Map.entry("tib", 40));

  private final char decimal;
  private final char grouping;

  public AmountReader(Locale locale) {
    DecimalFormatSymbols symbols = DecimalFormatSymbols.getInstance(locale);
    decimal = symbols.getDecimalSeparator();
    grouping = symbols.getGroupingSeparator();
  }

  public static AmountReader ofUser() {
    return new AmountReader(Locale.getDefault(Locale.Category.FORMAT));
  }

  /** What came of reading. */
  public sealed interface Result<T> {

    record Read<T>(T value) implements Result<T> {}

    record Refused<T>(Fault fault) implements Result<T> {}
  }

  /** Why it was not taken. */
  public enum Fault {
    EMPTY,
    NOT_A_NUMBER,
    /** The locale writes it otherwise, or means something else by it. */
    AMBIGUOUS,
    UNKNOWN_UNIT,
    NOT_POSITIVE,
    TOO_LARGE,
    NOT_WHOLE
  }

  /**
   * Reads a size; a bare number counts GiB.
   *
   * @return whole bytes, rounded to the nearest
   */
  public Result<ByteSize> size(String typed) {
    String text = typed.strip();
    int unitAt = 0;
    while (unitAt < text.length() && !isLetter(text, unitAt)) {
      unitAt++;
    }
    String unit = text.substring(unitAt).strip().toLowerCase(Locale.ROOT);
    Integer shift = unit.isEmpty() ? Integer.valueOf(30) : UNITS.get(unit);
    Result<BigDecimal> number = number(text.substring(0, unitAt));
    if (number instanceof Result.Refused<BigDecimal>(Fault fault)) {
      return new Result.Refused<>(fault);
    }
    if (shift == null) {
      return new Result.Refused<>(Fault.UNKNOWN_UNIT);
    }
    BigDecimal value = ((Result.Read<BigDecimal>) number).value();
    BigDecimal bytes =
        value.multiply(BigDecimal.valueOf(1L << shift)).setScale(0, RoundingMode.HALF_UP);
    if (bytes.signum() <= 0) {
      return new Result.Refused<>(Fault.NOT_POSITIVE);
    }
    return bytes.compareTo(BigDecimal.valueOf(Long.MAX_VALUE)) > 0
        ? new Result.Refused<>(Fault.TOO_LARGE)
        : new Result.Read<>(new ByteSize(bytes.longValueExact()));
  }

  /** Reads how many of something. */
  public Result<Integer> count(String typed) {
    Result<BigDecimal> number = number(typed.strip());
    if (number instanceof Result.Refused<BigDecimal>(Fault fault)) {
      return new Result.Refused<>(fault);
    }
    BigDecimal value = ((Result.Read<BigDecimal>) number).value();
    if (value.stripTrailingZeros().scale() > 0) {
      return new Result.Refused<>(Fault.NOT_WHOLE);
    }
    if (value.signum() <= 0) {
      return new Result.Refused<>(Fault.NOT_POSITIVE);
    }
    return value.compareTo(BigDecimal.valueOf(Integer.MAX_VALUE)) > 0
        ? new Result.Refused<>(Fault.TOO_LARGE)
        : new Result.Read<>(value.intValueExact());
  }

  private static boolean isLetter(String text, int at) {
    return Character.isLetter(text.codePointAt(at));
  }

  /** Plain digits with at most one decimal sign, and thousands grouped by threes or not at all. */
  private Result<BigDecimal> number(String typed) {
    String text = ascii(typed.strip());
    if (text.isEmpty()) {
      return new Result.Refused<>(Fault.EMPTY);
    }
    if (text.length() > LONGEST) {
      return new Result.Refused<>(Fault.TOO_LARGE);
    }
    String unsigned = text.startsWith("-") ? text.substring(1) : text;
    if (unsigned.matches("[0-9]+(\\.[0-9]+)?|\\.[0-9]+")) {
      return new Result.Read<>(new BigDecimal(text));
    }
    if (unsigned.matches("[0-9]{1,3}(_[0-9]{3})+(\\.[0-9]+)?")) {
      return new Result.Read<>(new BigDecimal(text.replace("_", "")));
    }
    return new Result.Refused<>(
        unsigned.matches("[0-9._]+") || unsigned.matches("[0-9]+[.,][0-9]+")
            ? Fault.AMBIGUOUS
            : Fault.NOT_A_NUMBER);
  }

  /**
   * Digits of every script as ours, the locale's decimal sign as a point, its grouping as a bar.
   */
  private String ascii(String text) {
    StringBuilder plain = new StringBuilder();
    text.codePoints()
        .forEach(
            c -> {
              if (Character.digit(c, 10) >= 0) {
                plain.append(Character.digit(c, 10));
              } else if (c == decimal) {
                plain.append('.');
              } else if (c == grouping || (isSpace(grouping) && isSpace(c))) {
                plain.append('_');
              } else if (c == '.' || c == '_') {
                // in this locale neither means anything
                plain.append(',');
              } else {
                plain.appendCodePoint(c);
              }
            });
    return plain.toString();
  }

  private static boolean isSpace(int c) {
    return c == ' ' || c == '\u00a0' || c == '\u202f';
  }
}
