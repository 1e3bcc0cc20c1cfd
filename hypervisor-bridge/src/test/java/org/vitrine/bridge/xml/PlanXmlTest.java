package org.vitrine.bridge.xml;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Locale;
import java.util.TreeSet;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;
import org.vitrine.bridge.testing.PlanBuilder;
import org.vitrine.bridge.testing.XmlTree;
import org.vitrine.model.plan.FirstStart;
import org.vitrine.model.plan.NewMachinePlan;
import org.vitrine.model.plan.PlanField.Part;
import org.vitrine.model.port.DefinitionLine;

/**
 * What plans are written as. After an intended change the files are written anew by {@code
 * -Dgolden.write=true} and read before they are kept.
 */
class PlanXmlTest {

  private static final Path GOLDEN = Path.of("src/test/resources/org/vitrine/bridge/xml/plan");

  private final PlanXml writer = new PlanXml();

  static Stream<String> samples() {
    return PlanSamples.all().keySet().stream();
  }

  private static NewMachinePlan plan(String sample) {
    return PlanSamples.named(sample);
  }

  @ParameterizedTest
  @MethodSource("samples")
  void planIsWrittenAsKept(String sample) throws IOException {
    compare(sample + ".xml", writer.machine(plan(sample)));
    if (FirstStart.of(plan(sample)).differs()) {
      compare(sample + ".first.xml", writer.firstStart(plan(sample)));
    } else {
      assertEquals(writer.machine(plan(sample)), writer.firstStart(plan(sample)));
    }
  }

  private static void compare(String file, String written) throws IOException {
    Path kept = GOLDEN.resolve(file);
    if (Boolean.getBoolean("golden.write")) {
      Files.createDirectories(GOLDEN);
      Files.writeString(kept, written);
    }
    assertTrue(Files.exists(kept), () -> kept + " is missing: write it with -Dgolden.write=true");
    assertEquals(Files.readString(kept), written, file);
  }

  @Test
  void noKeptFileIsLeftOver() throws IOException {
    TreeSet<String> expected = new TreeSet<>();
    PlanSamples.all()
        .forEach(
            (sample, plan) -> {
              expected.add(sample + ".xml");
              if (FirstStart.of(plan).differs()) {
                expected.add(sample + ".first.xml");
              }
            });
    try (Stream<Path> files = Files.list(GOLDEN)) {
      assertEquals(
          expected,
          files
              .map(file -> file.getFileName().toString())
              .collect(Collectors.toCollection(TreeSet::new)));
    }
  }

  @ParameterizedTest
  @MethodSource("samples")
  void samePlanIsTheSameTextInEveryLocale(String sample) {
    String here = writer.firstStart(plan(sample));
    Locale before = Locale.getDefault();
    try {
      for (String tag : new String[] {"tr-TR", "ar-EG-u-nu-arab", "fa-IR", "th-TH-u-nu-thai"}) {
        Locale.setDefault(Locale.forLanguageTag(tag));
        assertEquals(here, new PlanXml().firstStart(plan(sample)), tag);
      }
    } finally {
      Locale.setDefault(before);
    }
  }

  @Test
  void notesOfALargeSizeAreKeptToTheLetter() {
    String notes = "]]>&amp;<😀\n".repeat(6000);
    NewMachinePlan plan = new PlanBuilder().titled("", notes).plan();
    XmlTree read = XmlTree.read(writer.machine(plan));
    assertEquals(notes, read.at("description").orElseThrow().text());
  }

  @Test
  void eachLineKnowsItsField() {
    NewMachinePlan plan = plan("cards-of-all-kinds");
    for (DefinitionLine line : writer.lines(plan, false)) {
      if (line.text().contains("52:54:00:00:00:02")) {
        assertEquals(Part.NETWORK, line.field().part(), line.text());
        assertEquals(1, line.field().index(), line.text());
      }
      if (line.text().contains("<memory ")) {
        assertEquals(Part.MEMORY, line.field().part(), line.text());
      }
      if (line.text().contains("hostfwd=tcp:127.0.0.1:2222")) {
        assertEquals(3, line.field().index(), line.text());
      }
    }
  }
}
