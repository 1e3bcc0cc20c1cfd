package org.vitrine.bridge.xml;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;

import java.nio.file.Files;
import java.nio.file.Path;
import javax.xml.stream.XMLStreamConstants;
import javax.xml.stream.XMLStreamException;
import javax.xml.stream.XMLStreamReader;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class SafeXmlTest {

  private static String text(String document) throws XMLStreamException {
    XMLStreamReader xml = SafeXml.reader(document);
    StringBuilder text = new StringBuilder();
    while (xml.hasNext()) {
      if (xml.next() == XMLStreamConstants.CHARACTERS) {
        text.append(xml.getText());
      }
    }
    return text.toString();
  }

  @Test
  void ordinaryDocumentIsRead() throws Exception {
    assertEquals("a<b & cü", text("<x>a&lt;b &amp; <y>c&#xfc;</y></x>"));
  }

  @Test
  void documentTypeIsRefusedWhateverIsInIt(@TempDir Path folder) throws Exception {
    Path secret = Files.writeString(folder.resolve("secret"), "secret");
    assertThrows(XMLStreamException.class, () -> text("<!DOCTYPE x><x/>"));
    assertThrows(
        XMLStreamException.class,
        () -> text("<!DOCTYPE x [<!ENTITY e SYSTEM '" + secret.toUri() + "'>]><x>&e;</x>"));
    assertThrows(
        XMLStreamException.class,
        () -> text("<!DOCTYPE x [<!ENTITY a 'aa'><!ENTITY b '&a;&a;'>]><x>&b;</x>"));
  }

  @Test
  void entityOfNobodyIsRefused() {
    assertThrows(XMLStreamException.class, () -> text("<x>&nobody;</x>"));
  }

  @Test
  void depthIsBounded() throws Exception {
    int deepest = SafeXml.DEEPEST;
    assertEquals("", text("<x>".repeat(deepest) + "</x>".repeat(deepest)));
    assertThrows(
        XMLStreamException.class,
        () -> text("<x>".repeat(deepest + 1) + "</x>".repeat(deepest + 1)));
  }

  @Test
  void lengthIsBounded() {
    assertThrows(
        XMLStreamException.class, () -> text("<x>" + " ".repeat(SafeXml.LONGEST) + "</x>"));
  }
}
