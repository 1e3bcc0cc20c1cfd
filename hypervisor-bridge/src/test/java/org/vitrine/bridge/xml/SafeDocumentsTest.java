package org.vitrine.bridge.xml;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertThrows;

import java.io.ByteArrayOutputStream;
import java.io.PrintStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.w3c.dom.Document;

/** Style sheets may come from anybody's catalogue. */
class SafeDocumentsTest {

  @TempDir private Path temp;

  private static String applied(String rules) throws SafeDocuments.Refused {
    Document sheet =
        SafeDocuments.parse(
            "<x:stylesheet version='1.0' xmlns:x='http://www.w3.org/1999/XSL/Transform'"
                + " xmlns:java='http://xml.apache.org/xalan/java'>"
                + "<x:output method='text'/>"
                + rules
                + "</x:stylesheet>");
    return SafeDocuments.text(sheet.getDocumentElement(), SafeDocuments.parse("<a><b>v</b></a>"));
  }

  @Test
  void plainStyleSheetIsApplied() throws Exception {
    assertEquals(
        "<v>", applied("<x:template match='/a'>&lt;<x:value-of select='b'/>></x:template>"));
  }

  @Test
  void nothingOutsideIsRead() throws Exception {
    Path secret = Files.writeString(temp.resolve("secret.xml"), "<s>SECRET</s>");
    for (String rule :
        new String[] {
          "<x:template match='/'><x:value-of select=\"document('"
              + secret.toUri()
              + "')\"/></x:template>",
          "<x:include href='" + secret.toUri() + "'/><x:template match='/'>x</x:template>",
          "<x:import href='" + secret.toUri() + "'/><x:template match='/'>x</x:template>",
        }) {
      String said = "";
      try {
        said = applied(rule);
      } catch (SafeDocuments.Refused refused) {
        said = "";
      }
      assertFalse(said.contains("SECRET"), rule);
    }
  }

  @Test
  void noExtensionIsCalled() {
    Path made = temp.resolve("made");
    assertThrows(
        SafeDocuments.Refused.class,
        () ->
            applied(
                "<x:template match='/'><x:value-of select=\"java:java.io.File.createNewFile("
                    + "java:java.io.File.new('"
                    + made
                    + "'))\"/></x:template>"));
    assertFalse(Files.exists(made));
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        // for ever, in depth
        "<x:template match='/' name='n'><x:call-template name='n'/></x:template>",
        // for ever, in length
        "<x:template match='/' name='n'>xxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxx"
            + "<x:call-template name='n'/></x:template>",
        "<x:template match='/'><x:message terminate='yes'>stop</x:message></x:template>",
        "<x:template match='/'><x:value-of select='nonsense('/></x:template>"
      })
  void styleSheetThatGoesWrongIsRefused(String rule) {
    assertThrows(SafeDocuments.Refused.class, () -> applied(rule));
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "<!DOCTYPE a SYSTEM 'file:///etc/passwd'><a/>",
        "<!DOCTYPE a [<!ENTITY e SYSTEM 'file:///etc/passwd'>]><a>&e;</a>",
        "<!DOCTYPE a [<!ENTITY e 'x'>]><a>&e;</a>",
        "<a",
        ""
      })
  void documentTypesAndBrokenTextAreRefused(String text) {
    PrintStream before = System.err;
    ByteArrayOutputStream said = new ByteArrayOutputStream();
    System.setErr(new PrintStream(said, true, StandardCharsets.UTF_8));
    try {
      assertThrows(SafeDocuments.Refused.class, () -> SafeDocuments.parse(text));
    } finally {
      System.setErr(before);
    }
    assertEquals("", said.toString(StandardCharsets.UTF_8));
  }
}
