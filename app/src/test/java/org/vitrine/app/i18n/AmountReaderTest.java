package org.vitrine.app.i18n;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertInstanceOf;

import java.util.Locale;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.vitrine.app.i18n.AmountReader.Result;
import org.vitrine.model.unit.ByteSize;

/** What people type where an amount is asked for. */
class AmountReaderTest {

  private static final long GIB = 1L << 30;

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      value = {
        "en | 2 | 2",
        "en | 2.5 | 2.5",
        "en | .5 | 0.5",
        "en | 2.5 GiB | 2.5",
        "en | 2.5g | 2.5",
        "en | 1,024 | 1024",
        "en | 512 MiB | 0.5",
        "en | 1 TB | 1024",
        "de | 2,5 | 2.5",
        "de | 1.024 | 1024",
        "fr | 1\u202f024,5 | 1024.5",
        "fr | 1 024,5 | 1024.5",
        "en | \u0662 | 2",
        "ar-EG | \u0661\u066b\u0665 | 1.5"
      })
  void readsWhatTheLocaleWrites(String locale, String typed, double gib) {
    Result<ByteSize> read = new AmountReader(Locale.forLanguageTag(locale)).size(typed);
    assertEquals(new Result.Read<>(new ByteSize((long) (gib * GIB))), read);
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      value = {
        "en | 1,5 | AMBIGUOUS",
        "de | 1.5 | AMBIGUOUS",
        "en | 1.5.5 | AMBIGUOUS",
        "en | 12abc | UNKNOWN_UNIT",
        "en | abc | EMPTY",
        "en | '' | EMPTY",
        "en | 0 | NOT_POSITIVE",
        "en | -1 | NOT_POSITIVE",
        "en | 0.0000000001 | NOT_POSITIVE",
        "en | 99999999999 | TOO_LARGE",
        "en | 99999999999999999999999999999999999999999999 | TOO_LARGE",
        "en | 2 2 | NOT_A_NUMBER",
        "en | 1+1 | NOT_A_NUMBER"
      })
  void refusesWhatIsNoAmountOrCouldBeTwo(String locale, String typed, AmountReader.Fault fault) {
    Result<ByteSize> read = new AmountReader(Locale.forLanguageTag(locale)).size(typed);
    assertEquals(new Result.Refused<>(fault), read);
  }

  @ParameterizedTest
  @CsvSource({"1e99", "1e3", "0x10", "NaN", "Infinity", "½"})
  void neverTakesOtherNotations(String typed) {
    assertInstanceOf(Result.Refused.class, new AmountReader(Locale.ENGLISH).size(typed));
    assertInstanceOf(Result.Refused.class, new AmountReader(Locale.ENGLISH).count(typed));
  }

  @ParameterizedTest
  @CsvSource({"4, 4", "100000, 100000", "'1,000', 1000", "4.0, 4"})
  void countsWholeThings(String typed, int count) {
    assertEquals(new Result.Read<>(count), new AmountReader(Locale.ENGLISH).count(typed));
  }

  @ParameterizedTest
  @CsvSource({"0, NOT_POSITIVE", "-2, NOT_POSITIVE", "1.5, NOT_WHOLE", "9999999999, TOO_LARGE"})
  void countsNothingElse(String typed, AmountReader.Fault fault) {
    assertEquals(new Result.Refused<>(fault), new AmountReader(Locale.ENGLISH).count(typed));
  }
}
