package org.vitrine.app.i18n;

import java.text.NumberFormat;
import java.time.Duration;
import java.time.Instant;
import java.util.Locale;
import org.vitrine.model.unit.ByteSize;
import org.vitrine.model.vm.Uptime;

/** Writes amounts the way people read them, in the user's locale. */
public final class Amounts {

  private static final String[] UNITS = {"B", "KiB", "MiB", "GiB", "TiB", "PiB", "EiB"};

  private Amounts() {}

  public static String size(ByteSize size) {
    double value = size.bytes();
    int unit = 0;
    // what would be written as 1024 is one of the next unit
    while (value >= 1023.5 && unit < UNITS.length - 1) {
      value /= 1024;
      unit++;
    }
    return number(value, unit == 0 || value >= 100 ? 0 : 1) + " " + UNITS[unit];
  }

  /**
   * The size with nothing rounded away: in the largest unit of which it is a whole number, or a
   * number with at most three decimals.
   */
  public static String exactSize(ByteSize size) {
    long bytes = size.bytes();
    for (int unit = UNITS.length - 1; unit > 0; unit--) {
      long one = 1L << (10 * unit);
      // a thousandth of a unit is exact only where it is a whole number of bytes
      if (bytes >= one && bytes % one * 1000 % one == 0) {
        return number((double) bytes / one, 3) + " " + UNITS[unit];
      }
    }
    return number((double) bytes, 0) + " " + UNITS[0];
  }

  public static String count(int count) {
    return number(count, 0);
  }

  /** Bytes a second; nothing for none, so that a still column stays quiet. */
  public static String rate(double bytesPerSecond) {
    return bytesPerSecond < 1 ? "" : size(new ByteSize((long) bytesPerSecond)) + "/s";
  }

  public static String percent(double share) {
    return number(share * 100, 0) + " %";
  }

  public static String uptime(Uptime uptime, Instant now) {
    String text = duration(Duration.between(uptime.since(), now));
    return uptime.exact() ? text : Words.word("uptime.atLeast", text);
  }

  /** The largest unit and the next one: {@code 2 h 5 min}. */
  public static String duration(Duration duration) {
    long seconds = Math.max(0, duration.toSeconds());
    if (seconds < 60) {
      return Words.word("duration.seconds", seconds);
    }
    if (seconds < 3600) {
      return Words.word("duration.minutes", seconds / 60);
    }
    if (seconds < 86_400) {
      return Words.word("duration.hours", seconds / 3600, seconds % 3600 / 60);
    }
    return Words.word("duration.days", seconds / 86_400, seconds % 86_400 / 3600);
  }

  private static String number(double value, int decimals) {
    NumberFormat format = NumberFormat.getInstance(Locale.getDefault(Locale.Category.FORMAT));
    format.setMinimumFractionDigits(0);
    format.setMaximumFractionDigits(decimals);
    format.setGroupingUsed(false);
    return format.format(value);
  }
}
