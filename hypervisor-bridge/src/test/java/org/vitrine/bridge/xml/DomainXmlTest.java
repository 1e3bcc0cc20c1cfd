package org.vitrine.bridge.xml;

import static org.junit.jupiter.api.Assertions.assertEquals;

import java.io.FileNotFoundException;
import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;
import org.vitrine.model.port.DefinitionReading;
import org.vitrine.model.unit.ByteSize;
import org.vitrine.model.vm.GroupPath;
import org.vitrine.model.vm.Labels;
import org.vitrine.model.vm.Nic;

class DomainXmlTest {

  @Test
  void definitionAsQemuGivesItIsRead() throws Exception {
    assertEquals(
        new DefinitionReading(
            new Labels(
                "Ünï ☃ & <b> \"quoted\" 😀",
                "first line\nsecond ]]> line &amp; not twice",
                List.of("a & b", "über"),
                GroupPath.parse("web/front")),
            "Ubuntu 22.04",
            2,
            ByteSize.mib(1536),
            List.of(
                new Nic("52:54:00:11:22:33", "default"),
                new Nic("52:54:00:11:22:34", ""),
                new Nic("52:54:00:11:22:35", ""))),
        DomainXml.read(golden("qemu-9.0.xml")));
  }

  @Test
  void definitionAsTheTestDriverGivesItIsRead() throws Exception {
    assertEquals(
        new DefinitionReading(
            new Labels(
                "Router",
                "Three cards: out, the lab, and the cellar that nobody else reaches.",
                List.of("network"),
                GroupPath.parse("lab/net")),
            "FreeBSD 14.0",
            2,
            ByteSize.gib(1),
            List.of(
                new Nic("52:54:00:5c:37:0b", "default"),
                new Nic("52:54:00:c6:4e:d1", "dmz"),
                new Nic("52:54:00:88:8a:d1", ""))),
        DomainXml.read(golden("test-9.0.xml")));
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "<domain/>",
        "<domain></domain>",
        "<domain><metadata/><devices/><memory/><vcpu/></domain>",
        "<domain><devices><interface/></devices></domain>",
        "<domain><memory unit='furlong'>7</memory><vcpu>many</vcpu></domain>",
        "<domain><memory>-5</memory><vcpu>-1</vcpu></domain>",
        "<domain><memory unit='TiB'>999999999999999999</memory></domain>",
        "<domain><memory>99999999999999999999999999</memory></domain>",
        "<domain><memory>\u0661\u0662</memory></domain>",
        "\ufeff<domain/>",
        "<?xml version='1.0' encoding='UTF-16'?><!-- a --><?php no?><domain/><!-- b -->",
      })
  void whatIsMissingOrNonsenseReadsAsNothing(String text) throws Exception {
    DefinitionReading reading = DomainXml.read(text);
    assertEquals(Labels.NONE, reading.labels());
    assertEquals(ByteSize.ZERO, reading.memory());
    assertEquals(0, reading.cpus());
    assertEquals("", reading.operatingSystem());
  }

  @Test
  void sameNamesInOtherNamespacesAreNotOurs() throws Exception {
    DefinitionReading reading =
        DomainXml.read(
            """
            <domain xmlns:q='http://libvirt.org/schemas/domain/qemu/1.0'>
              <q:title>theirs</q:title>
              <metadata>
                <machine group='none/of/ours'><tag>x</tag></machine>
                <o:machine xmlns:o='urn:other' group='nor/this'><o:tag>y</o:tag></o:machine>
              </metadata>
              <q:commandline><q:arg value='-S'/></q:commandline>
            </domain>
            """);
    assertEquals(Labels.NONE, reading.labels());
  }

  @Test
  void prefixDoesNotMatter() throws Exception {
    for (String[] form :
        new String[][] {
          {"<v:machine xmlns:v='%s' group='a'><v:tag>t</v:tag></v:machine>"},
          {"<machine xmlns='%s' group='a'><tag>t</tag></machine>"},
          {"<zz:machine xmlns:zz='%s' group='a'><zz:tag>t</zz:tag></zz:machine>"},
        }) {
      String metadata = form[0].replace("%s", MetadataXml.SPACE);
      Labels labels =
          DomainXml.read("<domain><metadata>" + metadata + "</metadata></domain>").labels();
      assertEquals(List.of("t"), labels.tags(), metadata);
      assertEquals("a", labels.group().text(), metadata);
    }
  }

  @Test
  void longListsAreCut() throws Exception {
    String card = "<interface type='network'><source network='n'/></interface>";
    DefinitionReading reading =
        DomainXml.read("<domain><devices>" + card.repeat(5_000) + "</devices></domain>");
    assertEquals(256, reading.nics().size());
  }

  @ParameterizedTest
  @CsvSource({
    "b, 5, 5",
    "bytes, 5, 5",
    "KB, 5, 5000",
    "'', 5, 5120",
    "k, 5, 5120",
    "KiB, 5, 5120",
    "MB, 5, 5000000",
    "M, 5, 5242880",
    "MiB, 5, 5242880",
    "GB, 5, 5000000000",
    "GiB, 5, 5368709120",
    "TB, 5, 5000000000000",
    "T, 5, 5497558138880",
  })
  void unitsOfMemoryAreThoseOfLibvirt(String unit, int count, long bytes) throws Exception {
    String attribute = unit.isEmpty() ? "" : " unit='" + unit + "'";
    assertEquals(
        bytes,
        DomainXml.read("<domain><memory" + attribute + ">" + count + "</memory></domain>")
            .memory()
            .bytes());
  }

  @ParameterizedTest
  @CsvSource({
    "http://debian.org/debian/12, Debian 12",
    "http://debian.org/debian/testing, Debian testing",
    "http://microsoft.com/win/11, Windows 11",
    "http://microsoft.com/win/2k22, Windows Server 2022",
    "http://microsoft.com/win/xp, Windows XP",
    "http://ubuntu.com/ubuntu/24.04, Ubuntu 24.04",
    "http://fedoraproject.org/fedora/40, Fedora 40",
    "http://fedoraproject.org/fedora/unknown, Fedora",
    "http://centos.org/centos-stream/9, CentOS Stream 9",
    "http://nobody.knows/icarus/3, Icarus 3",
    "http://libosinfo.org/unknown, ''",
    "http://, ''",
    "'', ''",
    "nonsense, ''",
    "http://a/b/\u202ec, ''",
  })
  void operatingSystemHasAReadableName(String id, String name) {
    assertEquals(name, OsNames.of(id));
  }

  @Test
  void everyIdentifierOfTheDatabaseHasAShortName() throws IOException {
    for (String id :
        List.of(
            "http://altlinux.org/alt/p10.starterkits",
            "http://haiku-os.org/haiku/r1beta4",
            "http://system76.com/popos/22.04",
            "http://guix.gnu.org/guix/hurd-latest")) {
      String name = OsNames.of(id);
      assertEquals(false, name.isEmpty() || name.length() > 40 || name.contains("/"), name);
    }
  }

  static String golden(String name) throws IOException {
    try (InputStream file = DomainXmlTest.class.getResourceAsStream(name)) {
      if (file == null) {
        throw new FileNotFoundException(name);
      }
      return new String(file.readAllBytes(), StandardCharsets.UTF_8);
    }
  }
}
