package org.vitrine.bridge.os;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Instant;
import java.time.InstantSource;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.vitrine.model.os.OperatingSystem;
import org.vitrine.model.os.Resources;
import org.vitrine.model.unit.ByteSize;

class OsinfoCatalogueTest {

  private static final InstantSource IN_2023 =
      InstantSource.fixed(Instant.parse("2023-06-01T00:00:00Z"));

  @TempDir private Path root;

  private OsinfoCatalogue of(Path... folders) {
    return new OsinfoCatalogue(new OsinfoFolders(List.of(folders)), "x86_64", IN_2023);
  }

  private static void write(Path folder, String name, String os) throws Exception {
    Path file = folder.resolve("os/example.org/" + name);
    Files.createDirectories(file.getParent());
    Files.writeString(file, "<libosinfo version='0.0.1'>" + os + "</libosinfo>");
  }

  private static String os(String shortId, String more) {
    return "<os id='http://example.org/%s'><short-id>%s</short-id><name>Example %s</name>%s</os>"
        .formatted(shortId, shortId, shortId, more);
  }

  /** Every field of every system that both of us know of. */
  @Test
  void installedCatalogueIsReadAsLibosinfoReadsIt() throws Exception {
    OsinfoCatalogue catalogue =
        new OsinfoCatalogue(
            OsinfoFolders.of(System.getenv(), Path.of(System.getProperty("user.home"))),
            "x86_64",
            IN_2023);
    Map<String, String> theirs = new TreeMap<>();
    for (List<String> line : Libosinfo.ask("systems")) {
      theirs.put(line.getFirst(), String.join("\n", line));
    }
    Map<String, String> ours = new TreeMap<>();
    for (OperatingSystem os : catalogue.all()) {
      ours.put(os.id(), String.join("\n", fields(os)));
    }
    assertTrue(theirs.size() > 500, "libosinfo knows few systems: " + theirs.size());
    assertEquals(theirs.keySet(), ours.keySet());
    theirs.forEach((id, fields) -> assertEquals(fields, ours.get(id)));
    assertEquals(Map.of(), catalogue.leftOut());
  }

  private static List<String> fields(OperatingSystem os) {
    return List.of(
        os.id(),
        os.shortId(),
        os.name(),
        os.version(),
        os.vendor(),
        os.family(),
        os.distribution(),
        os.released().map(Object::toString).orElse(""),
        os.ended().map(Object::toString).orElse(""),
        fields(os.minimum()),
        fields(os.recommended()),
        String.join(",", new TreeSet<>(os.devices())),
        String.join(",", new TreeSet<>(os.scripts())));
  }

  private static String fields(Resources wants) {
    return wants.cpus() + "\n" + wants.memory().bytes() + "\n" + wants.storage().bytes();
  }

  @Test
  void fileOfLaterFolderReplacesTheOneBeforeAndItsExtensions() throws Exception {
    Path system = root.resolve("system");
    Path user = root.resolve("user");
    write(system, "one.xml", os("one", "<version>1</version>"));
    write(system, "one.d/more.xml", os("one", "<codename>first</codename>"));
    write(system, "two.xml", os("two", "<version>2</version>"));
    write(user, "one.xml", os("one", "<version>1.1</version>"));
    write(user, "two.d/more.xml", os("two", "<family>linux</family>"));
    OsinfoCatalogue catalogue = of(system, user);
    assertEquals("1.1", catalogue.find("one").orElseThrow().version());
    assertEquals(List.of(), catalogue.search("first", true));
    assertEquals("2", catalogue.find("two").orElseThrow().version());
    assertEquals("linux", catalogue.find("two").orElseThrow().family());
  }

  @Test
  void olderDatabaseOfTheUserDoesNotHideTheNewerOne() throws Exception {
    Path system = root.resolve("system");
    Path user = root.resolve("user");
    write(system, "one.xml", os("one", "<version>new</version>"));
    Files.writeString(system.resolve("VERSION"), "20250101\n");
    write(user, "one.xml", os("one", "<version>old</version>"));
    write(user, "own.xml", os("own", ""));
    Files.writeString(user.resolve("VERSION"), "20221203");
    assertEquals("new", of(system, user).find("one").orElseThrow().version());
    assertTrue(of(system, user).find("own").isPresent());

    Files.writeString(user.resolve("VERSION"), "20251203");
    assertEquals("old", of(system, user).find("one").orElseThrow().version());
  }

  @Test
  void brokenFileIsLeftOutAndNamed() throws Exception {
    write(root, "good.xml", os("good", ""));
    write(root, "cut.xml", "<os id='x'><short-id>x");
    Path folder = root.resolve("os/example.org");
    Files.writeString(
        folder.resolve("bomb.xml"),
        "<!DOCTYPE x [<!ENTITY a 'aa'>]><libosinfo>" + os("bomb", "&a;") + "</libosinfo>");
    Files.writeString(folder.resolve("large.xml"), " ".repeat(1024 * 1024 + 1));
    Files.writeString(folder.resolve("deep.xml"), "<a>".repeat(100_000));
    Files.write(folder.resolve("bytes.xml"), "\0\u00ff\ufffe".getBytes(StandardCharsets.UTF_16));
    Files.createDirectory(folder.resolve("folder.xml"));
    Files.writeString(folder.resolve("empty.xml"), "");
    OsinfoCatalogue catalogue = of(root);
    assertEquals(List.of("good"), catalogue.all().stream().map(OperatingSystem::shortId).toList());
    assertEquals(
        Set.of("bomb", "bytes", "cut", "deep", "empty", "folder", "large"),
        new TreeSet<>(
            catalogue.leftOut().keySet().stream()
                .map(file -> file.getFileName().toString().replace(".xml", ""))
                .toList()));
  }

  @Test
  void missingFoldersAreAnEmptyCatalogue() {
    OsinfoCatalogue catalogue = of(root.resolve("nowhere"));
    assertEquals(List.of(), catalogue.all());
    assertEquals(List.of(), catalogue.search("debian", true));
    assertEquals(Optional.empty(), catalogue.guess("debian"));
  }

  @Test
  void derivedSystemInheritsDevicesAndWhatItAsksToInherit() throws Exception {
    write(
        root,
        "base.xml",
        os(
            "base",
            "<devices><device id='http://d/1'/><device id='http://d/2'/></devices>"
                + "<resources arch='all'><minimum><n-cpus>2</n-cpus><ram>1024</ram></minimum>"
                + "</resources>"));
    write(
        root,
        "next.xml",
        os(
            "next",
            "<derives-from id='http://example.org/base'/>"
                + "<devices><device id='http://d/2' supported='false'/>"
                + "<device id='http://d/3'/></devices>"
                + "<resources arch='all' inherit='true'><minimum><ram>4096</ram></minimum>"
                + "</resources>"));
    write(root, "alone.xml", os("alone", "<derives-from id='http://example.org/next'/>"));
    OsinfoCatalogue catalogue = of(root);
    OperatingSystem next = catalogue.find("next").orElseThrow();
    assertEquals(Set.of("http://d/1", "http://d/3"), next.devices());
    assertEquals(new Resources(2, new ByteSize(4096), ByteSize.ZERO), next.minimum());
    OperatingSystem alone = catalogue.find("alone").orElseThrow();
    assertEquals(Set.of("http://d/1", "http://d/3"), alone.devices());
    assertEquals(Resources.UNKNOWN, alone.minimum());
  }

  @Test
  void circleOfSystemsEnds() throws Exception {
    write(root, "a.xml", os("aaa", "<derives-from id='http://example.org/bbb'/>"));
    write(
        root,
        "b.xml",
        os(
            "bbb",
            "<derives-from id='http://example.org/aaa'/><clones id='http://example.org/bbb'/>"
                + "<devices><device id='http://d/1'/></devices>"));
    assertEquals(Set.of("http://d/1"), of(root).find("aaa").orElseThrow().devices());
  }

  @Test
  void firmwareIsWhatTheCatalogueSaysAndAllThatItDoesNotDeny() throws Exception {
    write(
        root,
        "w11.xml",
        os(
            "w11",
            "<family>winnt</family><version>11.0</version>"
                + "<firmware arch='x86_64' type='efi'/>"
                + "<firmware arch='x86_64' type='bios' supported='false'/>"));
    write(root, "xp.xml", os("xpx", "<family>winnt</family><version>5.1</version>"));
    write(root, "linux.xml", os("lin", "<family>linux</family>"));
    OsinfoCatalogue catalogue = of(root);
    assertEquals(
        new OperatingSystem.FirmwareSupport(false, true, true, true),
        catalogue.find("w11").orElseThrow().firmware());
    assertEquals(
        new OperatingSystem.FirmwareSupport(true, false, false, false),
        catalogue.find("xpx").orElseThrow().firmware());
    assertEquals(
        OperatingSystem.FirmwareSupport.ANY, catalogue.find("lin").orElseThrow().firmware());
  }

  @Test
  void nothingIsReadBeforeTheFirstQuestion() throws Exception {
    OsinfoCatalogue catalogue = of(root);
    write(root, "late.xml", os("late", ""));
    assertTrue(catalogue.find("late").isPresent());
    assertFalse(catalogue.find("later").isPresent());
  }
}
