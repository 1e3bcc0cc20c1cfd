package org.vitrine.app.app;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.Test;

class OptionsTest {

  private static Options parse(String... words) {
    return Options.parse(List.of(words));
  }

  @Test
  void nothingAskedForIsTheUsualWindow() {
    Options options = parse();
    assertEquals(Optional.empty(), options.fault());
    assertFalse(options.demo() || options.help() || options.version() || options.unattended());
    assertEquals(List.of(), options.connect());
  }

  @Test
  void valuesStandBehindABlankOrAnEqualsSign() {
    Options options =
        parse("--connect", "test:///default", "--connect=qemu:///system?a=b", "--demo");
    assertEquals(List.of("test:///default", "qemu:///system?a=b"), options.connect());
    assertTrue(options.demo());
  }

  @Test
  void picturesAreMadeUnattended() {
    Options options = parse("--screenshot", "a.png");
    assertEquals(Optional.of(Path.of("a.png")), options.screenshot());
    assertTrue(options.unattended());
    assertTrue(parse("--tour=/tmp/x").unattended());
  }

  @Test
  void helpAndVersionAreFound() {
    assertTrue(parse("-h").help());
    assertTrue(parse("--help").help());
    assertTrue(parse("--version").version());
  }

  @Test
  void allWordsAfterIdentifyAreFiles() {
    Options options = parse("--identify", "a.iso", "--demo", "-");
    assertEquals(List.of("a.iso", "--demo", "-"), options.identify());
    assertFalse(options.demo());
    assertEquals(Optional.of("--identify needs a file"), parse("--identify").fault());
  }

  @Test
  void whatIsNotUnderstoodIsNamed() {
    assertEquals(Optional.of("unknown option --demos"), parse("--demos").fault());
    assertEquals(Optional.of("unknown option qemu:///system"), parse("qemu:///system").fault());
    assertEquals(Optional.of("unknown option "), parse("").fault());
    assertEquals(Optional.of("--demo takes no value"), parse("--demo=1").fault());
    assertEquals(Optional.of("--connect needs a value"), parse("--connect").fault());
    assertEquals(Optional.of("--connect needs a value"), parse("--connect=").fault());
    assertEquals(Optional.of("--connect needs a value"), parse("--connect", "").fault());
    assertEquals(List.of(), parse("--connect", "test:///default", "-x").connect());
  }
}
