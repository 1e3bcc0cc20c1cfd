package org.vitrine.model.unit;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertNotEquals;

import java.util.Locale;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.condition.EnabledIfSystemProperty;

/** Shows that a run which asks for a language really has it; else it would show nothing. */
class LocaleTest {

  @Test
  @EnabledIfSystemProperty(
      named = "expected.locale",
      matches = ".+",
      disabledReason = "this run does not ask for a language of its own")
  void languageOfTheRunIsInForce() {
    Locale locale = Locale.getDefault();
    assertEquals(System.getProperty("expected.locale"), locale.toLanguageTag());
    if (locale.getLanguage().equals("tr")) {
      assertNotEquals("TITLE", "title".toUpperCase(locale));
    } else {
      assertNotEquals("12", String.format(locale, "%d", 12));
    }
  }
}
