package org.vitrine.app.i18n;

import static org.junit.jupiter.api.Assertions.assertEquals;

import java.time.Duration;
import java.time.Instant;
import java.util.Locale;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.vitrine.model.unit.ByteSize;
import org.vitrine.model.vm.Uptime;

class AmountsTest {

  private final Locale before = Locale.getDefault(Locale.Category.FORMAT);

  AmountsTest() {
    use("en");
  }

  @AfterEach
  void restore() {
    Locale.setDefault(Locale.Category.FORMAT, before);
  }

  private static void use(String tag) {
    Locale.setDefault(Locale.Category.FORMAT, Locale.forLanguageTag(tag));
  }

  @ParameterizedTest
  @CsvSource({
    "0, 0 B",
    "1, 1 B",
    "1023, 1023 B",
    "1024, 1 KiB",
    "1536, 1.5 KiB",
    "102297, 99.9 KiB",
    "102400, 100 KiB",
    "1048575, 1 MiB",
    "1073741823, 1 GiB",
    "1610612736, 1.5 GiB",
    "9223372036854775807, 8 EiB"
  })
  void sizesTakeTheUnitThatReadsBest(long bytes, String shown) {
    assertEquals(shown, Amounts.size(new ByteSize(bytes)));
  }

  @ParameterizedTest
  @CsvSource({
    "en, 1.5 GiB, 12 %, 2 h 5 min",
    "de, '1,5 GiB', 12 %, 2 h 5 min",
    "tr, '1,5 GiB', 12 %, 2 h 5 min",
    "ar-EG, ١٫٥ GiB, ١٢ %, ٢ h ٥ min",
    "fa, ۱٫۵ GiB, ۱۲ %, ۲ h ۵ min",
    "th-TH-u-nu-thai, ๑.๕ GiB, ๑๒ %, ๒ h ๕ min"
  })
  void numbersAreWrittenAsTheUserWritesThem(
      String locale, String size, String percent, String duration) {
    use(locale);
    assertEquals(size, Amounts.size(ByteSize.mib(1536)));
    assertEquals(percent, Amounts.percent(0.12));
    assertEquals(duration, Amounts.duration(Duration.ofMinutes(125)));
  }

  @Test
  void noGroupingTearsANumberApart() {
    use("de");
    assertEquals("1023 KiB", Amounts.size(ByteSize.kib(1023)));
  }

  @ParameterizedTest
  @CsvSource({
    "-5, 0 s",
    "0, 0 s",
    "59, 59 s",
    "60, 1 min",
    "3599, 59 min",
    "3600, 1 h 0 min",
    "86399, 23 h 59 min",
    "86400, 1 d 0 h",
    "864000, 10 d 0 h"
  })
  void durationsNameTheirTwoLargestUnits(long seconds, String shown) {
    assertEquals(shown, Amounts.duration(Duration.ofSeconds(seconds)));
  }

  @Test
  void uptimeThatIsALowerBoundSaysSo() {
    Instant now = Instant.ofEpochSecond(10_000);
    Instant since = now.minusSeconds(120);
    assertEquals("2 min", Amounts.uptime(new Uptime(since, true), now));
    assertEquals("over 2 min", Amounts.uptime(new Uptime(since, false), now));
  }

  @Test
  void stillColumnStaysQuiet() {
    assertEquals("", Amounts.rate(0));
    assertEquals("", Amounts.rate(0.9));
    assertEquals("", Amounts.rate(-3));
    assertEquals("1 KiB/s", Amounts.rate(1024));
  }
}
