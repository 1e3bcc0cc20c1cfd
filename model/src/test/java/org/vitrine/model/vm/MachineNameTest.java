package org.vitrine.model.vm;

import static org.junit.jupiter.api.Assertions.assertEquals;

import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;
import org.vitrine.model.vm.MachineName.Fault;
import org.vitrine.model.vm.MachineName.Result;

class MachineNameTest {

  private static void refused(Fault fault, String part, String name, String... others) {
    assertEquals(new Result.Refused(fault, part), MachineName.check(name, List.of(others)), name);
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "web",
        "subVm#Test.1",
        "a,b",
        "a:b",
        "a b",
        "@x",
        "$(id)",
        ";reboot",
        "ünï☃",
        "学生-01",
        "e\u0301",
        "\u0645\u0627\u0643\u064a\u0646\u0629",
        "a-",
        "a.",
        "a..b",
        "'quoted' \"twice\"",
        "back\\slash",
        "😀",
      })
  void unusualNamesAreTaken(String name) {
    assertEquals(new Result.Accepted(name), MachineName.check(name, List.of("other")));
  }

  @Test
  void emptyAndBlankAreRefused() {
    refused(Fault.EMPTY, "", "");
    refused(Fault.EMPTY, "", "    ");
  }

  @Test
  void spacesAroundFallAway() {
    assertEquals(new Result.Accepted("a b"), MachineName.check("  a b ", List.of()));
    refused(Fault.LEADING_DASH, "-", "  -rf");
  }

  @ParameterizedTest
  @CsvSource({"0,U+0000", "9,U+0009", "a,U+000A", "d,U+000D", "1b,U+001B", "7f,U+007F"})
  void controlCharactersAreRefused(String hex, String part) {
    refused(Fault.CONTROL_CHARACTER, part, "a" + Character.toString(Integer.parseInt(hex, 16)));
  }

  @ParameterizedTest
  @ValueSource(strings = {"2028", "2029", "85", "9b"})
  void otherLineEndsAreRefused(String hex) {
    int c = Integer.parseInt(hex, 16);
    refused(
        Fault.CONTROL_CHARACTER,
        "U+" + "0".repeat(4 - hex.length()) + hex.toUpperCase(java.util.Locale.ROOT),
        "a" + Character.toString(c) + "b");
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "200B", "200C", "200D", "200E", "200F", "202A", "202D", "202E", "2066", "2069", "FEFF",
        "00AD", "061C", "2060", "00A0", "3000", "3164", "2800", "FE0F", "E000", "E0041", "E0101",
        "D800", "FFFF"
      })
  void charactersThatAreNotSeenAreRefused(String hex) {
    refused(
        Fault.INVISIBLE_CHARACTER,
        "U+" + hex,
        "a" + Character.toString(Integer.parseInt(hex, 16)) + "b");
  }

  @Test
  void namesThatWouldMakeOddFilesAreRefused() {
    refused(Fault.SLASH, "/", "a/b");
    refused(Fault.SLASH, "/", "../x");
    refused(Fault.LEADING_DASH, "-", "-rf");
    refused(Fault.LEADING_DASH, "-", "--help");
    refused(Fault.LEADING_DOT, ".", ".");
    refused(Fault.LEADING_DOT, ".", "..");
    refused(Fault.LEADING_DOT, ".", ".hidden");
  }

  @Test
  void lengthCountsInBytes() {
    assertEquals(
        new Result.Accepted("a".repeat(200)), MachineName.check("a".repeat(200), List.of()));
    refused(Fault.TOO_LONG, "201", "a".repeat(201));
    refused(Fault.TOO_LONG, "300", "a".repeat(300));
    assertEquals(
        new Result.Accepted("ü".repeat(100)), MachineName.check("ü".repeat(100), List.of()));
    refused(Fault.TOO_LONG, "202", "ü".repeat(101));
    refused(Fault.TOO_LONG, "204", "😀".repeat(51));
  }

  @Test
  void twinsAreRefusedWithTheOthersName() {
    refused(Fault.TAKEN, "web", "web", "db", "web");
    refused(Fault.TAKEN, "web", " web ", "web");
    refused(Fault.TAKEN_BUT_FOR_CASE, "Web", "wEB", "db", "Web");
    refused(Fault.TAKEN_BUT_FOR_CASE, "STRASSE", "straße", "STRASSE");
    refused(Fault.TAKEN_BUT_FOR_CASE, "ISTANBUL", "istanbul", "ISTANBUL");
    refused(Fault.TAKEN_BUT_FOR_ENCODING, "e\u0301t\u00e9", "\u00e9te\u0301", "e\u0301t\u00e9");
    refused(Fault.TAKEN_BUT_FOR_CASE, "\u00c9", "e\u0301", "\u00c9");
    assertEquals(new Result.Accepted("ete"), MachineName.check("ete", List.of("\u00e9t\u00e9")));
  }
}
