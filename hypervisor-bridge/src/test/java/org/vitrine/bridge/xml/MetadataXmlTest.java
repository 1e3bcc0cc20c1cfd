package org.vitrine.bridge.xml;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;

import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.libvirt.Connect;
import org.libvirt.Domain;
import org.vitrine.model.vm.GroupPath;
import org.vitrine.model.vm.Labels;

class MetadataXmlTest {

  private static Labels labels(String group, String... tags) {
    return new Labels("", "", List.of(tags), GroupPath.parse(group));
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "plain",
        "a]]>b",
        "&",
        "&amp;",
        "<tag>",
        "\"quoted\" 'twice'",
        "😀 ☃ ünï",
        "two  spaces",
        "\u0661\u0662",
        "--> comment",
        "<![CDATA[x]]>",
      })
  void oddCharactersComeBackAsTheyWere(String odd) throws Exception {
    Labels labels = labels("top/" + odd.replace("/", "|"), odd, "second");
    assertEquals(labels, MetadataXml.read(MetadataXml.element(labels)));
    assertEquals(labels, MetadataXml.read(MetadataXml.fragment(labels)));
    String definition = "<domain><metadata>" + MetadataXml.element(labels) + "</metadata></domain>";
    assertEquals(labels, DomainXml.read(definition).labels());
  }

  @Test
  void whatXmlCannotHoldIsLeftOut() throws Exception {
    Labels labels = labels("a\u0001b", "x\0y\u001bz", "\ud800half");
    assertEquals(labels("ab", "half", "xyz"), MetadataXml.read(MetadataXml.element(labels)));
  }

  @Test
  void nothingToKeepIsNoElement() {
    assertEquals("", MetadataXml.fragment(Labels.NONE));
    assertFalse(MetadataXml.fragment(labels("a")).isEmpty());
    assertFalse(MetadataXml.fragment(labels("", "t")).isEmpty());
  }

  /** libvirt adds the namespace by itself and refuses a prefix that is there already. */
  @Test
  void libvirtTakesTheFragmentAndHandsItBack() throws Exception {
    Labels labels = labels("web/front & back", "a ]]> b", "ünï 😀");
    Connect connect = new Connect("test:///default");
    Domain machine = connect.domainLookupByName("test");
    machine.setMetadata(
        2 /* VIR_DOMAIN_METADATA_ELEMENT */,
        MetadataXml.fragment(labels),
        MetadataXml.PREFIX,
        MetadataXml.SPACE,
        0);
    assertEquals(labels, DomainXml.read(machine.getXMLDesc(0)).labels());
    machine.free();
    assertEquals(0, connect.close());
  }
}
