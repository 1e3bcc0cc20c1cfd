package org.vitrine.architecture;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import com.tngtech.archunit.core.domain.JavaClasses;
import com.tngtech.archunit.core.importer.ClassFileImporter;
import com.tngtech.archunit.core.importer.ImportOption;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInstance;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/**
 * Every rule holds in the house and fails on the code planted to break it. A rule without a planted
 * violation might hold only because it asks for nothing.
 */
@TestInstance(TestInstance.Lifecycle.PER_CLASS)
class ArchitectureTest {

  private static final String HOUSE = "org.vitrine";
  private static final String PLANTED = "org.vitrine.planted";

  private JavaClasses house = new ClassFileImporter().importClasses();
  private JavaClasses planted = house;

  @BeforeAll
  void read() {
    ImportOption noTests =
        location -> !location.contains("/test-classes/") && !location.contains("-tests.jar");
    house = new ClassFileImporter().withImportOption(noTests).importPackages(HOUSE);
    planted = new ClassFileImporter().importPackages(PLANTED);
  }

  static List<Rule> rules() {
    return HouseRules.all();
  }

  @ParameterizedTest(name = "{0}")
  @MethodSource("rules")
  void ruleHolds(Rule rule) {
    rule.under().apply(HOUSE).check(house);
  }

  @ParameterizedTest(name = "{0}")
  @MethodSource("rules")
  void ruleBites(Rule rule) {
    var result = rule.under().apply(PLANTED).evaluate(planted);
    String culprit = PLANTED + "." + rule.planted();
    assertTrue(result.hasViolation(), () -> rule + " let everything pass");
    assertTrue(
        result.getFailureReport().getDetails().stream().anyMatch(line -> line.contains(culprit)),
        () -> rule + " did not name " + culprit + ": " + result.getFailureReport());
  }

  /** An importer that cannot read this version of class files would find nothing to complain of. */
  @Test
  void allThreeRoomsWereRead() {
    for (String room :
        List.of(
            HOUSE + ".model.vm.Machine",
            HOUSE + ".bridge.demo.DemoHost",
            HOUSE + ".app.app.Main")) {
      assertTrue(house.contain(room), room);
      assertTrue(house.get(room).getSource().isPresent(), room);
    }
    assertTrue(
        house.stream().noneMatch(one -> one.getName().startsWith(PLANTED)),
        "planted code is no part of the house");
  }

  @Test
  void codeThatKeepsTheRulesPasses() {
    // the planted twin of FxThread hops where it may, and a shared feature is used where it may be
    for (Rule rule : rules()) {
      List<String> details =
          rule.under().apply(PLANTED).evaluate(planted).getFailureReport().getDetails();
      if (!rule.name().equals("nulls are declared")) {
        assertTrue(
            details.stream().noneMatch(line -> line.matches("\\S+ <[\\w.]+\\.WellBehaved.*")),
            details::toString);
      }
    }
  }

  @Test
  void sourceFilesStayShort() throws Exception {
    Path project = project();
    assertTrue(SourceRules.sources(project).size() > 50, "the sources were found");
    assertEquals(
        List.of(),
        SourceRules.tooLong(project),
        "because who needs more lines does more than one thing");
  }

  @Test
  void longSourceFileIsFound(@TempDir Path folder) throws Exception {
    Path source = Files.createDirectories(folder.resolve("m/src/main/java/a"));
    Path test = Files.createDirectories(folder.resolve("m/src/test/java/a"));
    Files.writeString(source.resolve("Fits.java"), "\n".repeat(400));
    Files.writeString(source.resolve("Long.java"), "\n".repeat(401));
    Files.writeString(test.resolve("FitsTest.java"), "\n".repeat(600));
    Files.writeString(test.resolve("LongTest.java"), "\n".repeat(601));
    assertEquals(
        List.of(
            "m/src/main/java/a/Long.java has 401 lines",
            "m/src/test/java/a/LongTest.java has 601 lines"),
        SourceRules.tooLong(folder));
  }

  private static Path project() {
    Path here = Path.of("").toAbsolutePath();
    return Files.isDirectory(here.resolve("hypervisor-bridge"))
        ? here
        : here.resolveSibling(".").normalize();
  }
}
