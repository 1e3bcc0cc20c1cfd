package org.vitrine.bridge.answer;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.vitrine.model.answer.Answers;

class SystemAnswersTest {

  @TempDir private Path etc;

  private Answers read(Map<String, String> environment, String user) {
    return new SystemAnswers(etc, environment, user).read();
  }

  @Test
  void answersAreThoseOfThisComputer() throws Exception {
    Files.createDirectory(etc.resolve("default"));
    Files.writeString(etc.resolve("default/keyboard"), "XKBLAYOUT=\"ch,us\"\nXKBVARIANT=\"fr,\"\n");
    Files.writeString(etc.resolve("passwd"), "ada:x:1000:1000:Ada Lovelace,,,:/home/ada:/bin/sh\n");
    Files.createSymbolicLink(
        etc.resolve("localtime"), Path.of("/usr/share/zoneinfo/Europe/Zurich"));
    Answers answers = read(Map.of("LANG", "de_CH.UTF-8"), "ada");
    assertEquals("Ada Lovelace", answers.fullName());
    assertEquals("ada", answers.user());
    assertEquals("de_CH", answers.language());
    assertEquals("ch(fr)", answers.keyboard());
    assertEquals("Europe/Zurich", answers.timeZone());
  }

  @Test
  void nothingIsEverSuggestedForAPassword() {
    Answers answers = read(Map.of(), "ada");
    assertTrue(answers.password().isEmpty());
    assertEquals(new Answers.Administrator.UserOnly(), answers.administrator());
    assertEquals(List.of(), answers.commands());
  }

  @Test
  void whatThisComputerSaysWrongIsReplaced() throws Exception {
    Files.createDirectory(etc.resolve("default"));
    Files.writeString(etc.resolve("default/keyboard"), "XKBLAYOUT=\"us; rm -rf /\"\n");
    Files.writeString(etc.resolve("timezone"), "../../etc/passwd\n");
    Answers answers = read(Map.of("LC_ALL", "x y z"), "root");
    assertEquals("user", answers.user());
    assertEquals("en_US", answers.language());
    assertEquals("us", answers.keyboard());
    assertTrue(java.time.ZoneId.getAvailableZoneIds().contains(answers.timeZone()));
  }

  @Test
  void britishKeyboardIsNoAmericanOne() {
    assertEquals("gb", read(Map.of("LANG", "en_GB.UTF-8"), "ada").keyboard());
    assertEquals("fr", read(Map.of("LANG", "fr_FR@euro"), "ada").keyboard());
    assertEquals("us", read(Map.of("LANG", "C.UTF-8"), "ada").keyboard());
  }
}
