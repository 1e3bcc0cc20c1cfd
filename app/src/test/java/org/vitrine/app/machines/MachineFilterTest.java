package org.vitrine.app.machines;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.List;
import java.util.Locale;
import java.util.Set;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.vitrine.app.testing.Shown;
import org.vitrine.model.vm.GroupPath;
import org.vitrine.model.vm.Labels;
import org.vitrine.model.vm.Machine;
import org.vitrine.model.vm.MachineState;
import org.vitrine.model.vm.Nic;

class MachineFilterTest {

  private static final Machine MACHINE =
      Shown.machine("h", 0x2a, "Web-Front", MachineState.RUNNING)
          .edit()
          .labels(
              new Labels(
                  "Shop window", "Keep it up", List.of("prod", "teaching"), GroupPath.parse("a/b")))
          .operatingSystem("Debian 12")
          .addresses(List.of("192.0.2.7", "2001:db8::7"))
          .nics(List.of(new Nic("52:54:00:AB:cd:01", "lab-net")))
          .done();

  private static boolean found(String text) {
    return new MachineFilter(text, Set.of(), Set.of()).matches(MACHINE);
  }

  @ParameterizedTest
  @CsvSource({
    "web, true",
    "FRONT, true",
    "' window  prod ', true",
    "window dev, false",
    "debian 12, true",
    "0.2.7, true",
    "52:54:00:ab:CD, true",
    "lab-net, true",
    "a/b, true",
    "keep, true",
    "00000000-0000-0007, true",
    "0007-0000, false",
    "(web|front), false",
    ".*, false",
    "'', true"
  })
  void everyWordHasToBeFoundSomewhere(String text, boolean expected) {
    assertEquals(expected, found(text));
  }

  @Test
  void statesAndTagsNarrowFurther() {
    assertTrue(
        new MachineFilter("web", Set.of(MachineState.RUNNING), Set.of("prod", "x"))
            .matches(MACHINE));
    assertFalse(new MachineFilter("", Set.of(MachineState.OFF), Set.of()).matches(MACHINE));
    assertFalse(new MachineFilter("", Set.of(), Set.of("x")).matches(MACHINE));
  }

  @Test
  void blankTextNarrowsNothing() {
    assertTrue(new MachineFilter(" \t ", Set.of(), Set.of()).isAll());
    assertFalse(new MachineFilter("", Set.of(MachineState.OFF), Set.of()).isAll());
  }

  @Test
  void searchIsTheSameInATurkishLocale() {
    Locale before = Locale.getDefault();
    try {
      Locale.setDefault(Locale.forLanguageTag("tr"));
      assertTrue(found("WINDOW"));
      assertTrue(found("TEACHING"));
    } finally {
      Locale.setDefault(before);
    }
  }
}
