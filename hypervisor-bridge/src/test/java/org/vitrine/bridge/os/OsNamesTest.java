package org.vitrine.bridge.os;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Instant;
import java.time.InstantSource;
import java.util.List;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;
import org.vitrine.model.os.OperatingSystem;

/** Finding systems by what is typed, and guessing them from the names of machines. */
class OsNamesTest {

  @TempDir private static Path root;
  private static OsinfoCatalogue catalogue;

  @BeforeAll
  static void writeCatalogue() throws Exception {
    write("debian11", "Debian 11", "11", "debian", "bullseye", "2021-08-14", "2024-08-14");
    write("debian12", "Debian 12", "12", "debian", "bookworm", "2023-06-10", "");
    write("debian5", "Debian 5", "5", "debian", "lenny", "2009-02-14", "2012-02-06");
    write("debiantesting", "Debian testing", "testing", "debian", "", "", "");
    write(
        "ubuntu22.04", "Ubuntu 22.04 LTS", "22.04", "ubuntu", "Jammy Jellyfish", "2022-04-21", "");
    write("ubuntu24.04", "Ubuntu 24.04 LTS", "24.04", "ubuntu", "Noble Numbat", "2024-04-25", "");
    write("fedora40", "Fedora Linux 40", "40", "fedora", "", "2024-04-23", "");
    write("fedora39", "Fedora Linux 39", "39", "fedora", "", "2023-11-07", "");
    write("silverblue40", "Fedora Silverblue 40", "40", "fedora", "", "2024-04-23", "");
    write("fedora-rawhide", "Fedora Rawhide", "Rawhide", "fedora", "", "", "");
    write("win10", "Microsoft Windows 10", "10.0", "win", "", "2015-07-29", "");
    write("win11", "Microsoft Windows 11", "11.0", "win", "", "2021-10-05", "");
    write("win2k22", "Microsoft Windows Server 2022", "10.0", "win", "", "2021-08-18", "");
    write("winxp", "Microsoft Windows XP", "5.1", "winxp", "", "2001-10-25", "2014-04-08");
    write("rhel9.3", "Red Hat Enterprise Linux 9.3", "9.3", "rhel", "Plow", "2023-11-07", "");
    write("rhel9.4", "Red Hat Enterprise Linux 9.4", "9.4", "rhel", "Plow", "2024-04-30", "");
    write("rhel9-unknown", "Red Hat Enterprise Linux 9 Unknown", "9-unknown", "rhel", "", "", "");
    write("archlinux", "Arch Linux", "", "archlinux", "", "", "");
    write("centos-stream9", "CentOS Stream 9", "9", "centos", "", "2021-12-03", "");
    write("mageia", "Mágeia Öne", "9", "mageia", "", "2023-08-27", "");
    write("linux2022", "Generic Linux 2022", "2022", "", "", "2022-01-01", "");
    catalogue =
        new OsinfoCatalogue(
            new OsinfoFolders(List.of(root)),
            "x86_64",
            InstantSource.fixed(Instant.parse("2024-10-01T00:00:00Z")));
  }

  private static void write(
      String shortId,
      String name,
      String version,
      String distro,
      String codename,
      String released,
      String ended)
      throws Exception {
    Path file = root.resolve("os/example.org/" + shortId + ".xml");
    Files.createDirectories(file.getParent());
    Files.writeString(
        file,
        """
        <libosinfo version="0.0.1"><os id="http://example.org/%s">
        <short-id>%s</short-id><name>%s</name><name xml:lang="xx">Foreign</name>
        <version>%s</version><vendor>Some Vendor</vendor><distro>%s</distro>
        <codename>%s</codename><release-date>%s</release-date><eol-date>%s</eol-date>
        </os></libosinfo>
        """
            .formatted(shortId, shortId, name, version, distro, codename, released, ended));
  }

  private static List<String> found(String typed, boolean endedToo) {
    return catalogue.search(typed, endedToo).stream().map(OperatingSystem::shortId).toList();
  }

  @ParameterizedTest
  @CsvSource({
    "debian 12, debian12",
    "12 deb, debian12",
    "DEBIAN, debian12",
    "bookworm, debian12",
    "debian12, debian12",
    "win11, win11",
    "windows11, win11",
    "windows server, win2k22",
    "server 22, win2k22",
    "ubuntu, ubuntu24.04",
    "ubuntu24, ubuntu24.04",
    "22.04, ubuntu22.04",
    "noble, ubuntu24.04",
    "fedora, fedora40",
    "rhel 9, rhel9.4",
    "enterprise red, rhel9.4",
    "mageia, mageia",
    "mágeia one, mageia",
    "vendor debian, debian12"
  })
  void bestOfWhatIsTypedComesFirst(String typed, String first) {
    assertEquals(first, found(typed, false).getFirst());
  }

  @ParameterizedTest
  @ValueSource(strings = {"debian 99", "foreign", "xyzzy", "debian xyzzy"})
  void wordThatIsNowhereFindsNothing(String typed) {
    assertEquals(List.of(), found(typed, true));
  }

  @Test
  void endedSystemsAreShownWhenAskedFor() {
    assertFalse(found("", false).contains("winxp"));
    assertFalse(found("windows", false).contains("winxp"));
    assertFalse(found("debian", false).contains("debian11"));
    assertTrue(found("windows xp", true).contains("winxp"));
    assertEquals(21, found("", true).size());
  }

  @ParameterizedTest
  @CsvSource({
    "Debian 12 web, debian12",
    "debian12, debian12",
    "my-debian-12-server, debian12",
    "bookworm-test, debian12",
    "debian, debian12",
    "web on debian, debian12",
    "debian-5, debian5",
    "debian 3, debian12",
    "Debian 13, debiantesting",
    "win11, win11",
    "Windows 11, win11",
    "WIN10-lab, win10",
    "windows, win11",
    "Windows Server 2022 DC, win2k22",
    "windows server, win2k22",
    "winxp, winxp",
    "Windows XP old, winxp",
    "ubuntu-24.04-lab, ubuntu24.04",
    "ubuntu 22, ubuntu22.04",
    "Ubuntu, ubuntu24.04",
    "noble, ubuntu24.04",
    "fedora40-test, fedora40",
    "Fedora Silverblue 40, silverblue40",
    "fedora, fedora40",
    "fedora 41, fedora-rawhide",
    "rhel9, rhel9.4",
    "RHEL 9.3 db, rhel9.3",
    "red hat enterprise linux 9.3, rhel9.3",
    "arch-box, archlinux",
    "centos stream 9, centos-stream9"
  })
  void nameOfMachineTellsItsSystem(String name, String shortId) {
    assertEquals(
        shortId, catalogue.guess(name).map(OperatingSystem::shortId).orElse("no guess"), name);
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "",
        " ",
        "web",
        "test",
        "testing",
        "dc",
        "linux",
        "server",
        "vm-1",
        "12",
        "2022",
        "11",
        "my machine",
        "search",
        "unknown",
        "lts",
        "desktop",
        "winter",
        "xp",
        "stream 9",
        "40"
      })
  void ordinaryNameIsNoGuess(String name) {
    assertEquals(
        "no guess", catalogue.guess(name).map(OperatingSystem::shortId).orElse("no guess"));
  }

  @Test
  void absurdInputEnds() {
    String long1 = "debian 12 ".repeat(100_000);
    assertEquals("debian12", catalogue.guess(long1).orElseThrow().shortId());
    assertEquals("debian12", found("debian 12 ".repeat(100_000), true).getFirst());
    assertEquals(List.of(), found("\ud800\0\n", true).stream().filter("x"::equals).toList());
  }
}
