package org.vitrine.bridge.libvirt;

import java.io.StringWriter;
import javax.xml.stream.XMLOutputFactory;
import javax.xml.stream.XMLStreamException;
import javax.xml.stream.XMLStreamWriter;
import org.jspecify.annotations.Nullable;
import org.libvirt.jna.CString;
import org.vitrine.bridge.jna.LibvirtExtra;
import org.vitrine.model.problem.ProblemException;
import org.vitrine.model.vm.Labels;

/** Machines' definitions: their text, and the labels in them. */
final class Definitions {

  static final String LABELS_URI = "https://vitrine.example/xmlns/machine/1";
  private static final String LABELS_KEY = "vitrine";

  private static final int XML_INACTIVE = 1 << 1;
  private static final int METADATA_DESCRIPTION = 0;
  private static final int METADATA_TITLE = 1;
  private static final int METADATA_ELEMENT = 2;
  private static final int AFFECT_LIVE = 1;
  private static final int AFFECT_CONFIG = 2;

  private Definitions() {}

  /** The stored definition, or the live one of a machine that has no other. No secrets. */
  static String text(LibvirtExtra libvirt, DomainHandle handle) throws ProblemException {
    CString text =
        libvirt.virDomainGetXMLDesc(handle.pointer(), handle.isPersistent() ? XML_INACTIVE : 0);
    if (text == null) {
      throw ProblemOf.failure(libvirt, handle.name());
    }
    return text.toString();
  }

  static void label(LibvirtExtra libvirt, DomainHandle handle, Labels labels)
      throws ProblemException {
    int affect =
        (handle.isPersistent() ? AFFECT_CONFIG : 0) | (handle.isActive() ? AFFECT_LIVE : 0);
    // libvirt takes a title of one line
    String title = labels.title().strip().replaceAll("\\R", " ");
    set(libvirt, handle, METADATA_TITLE, emptyToNull(title), null, null, affect);
    set(
        libvirt,
        handle,
        METADATA_DESCRIPTION,
        emptyToNull(labels.description()),
        null,
        null,
        affect);
    boolean bare = labels.tags().isEmpty() && labels.group().isTop();
    set(
        libvirt,
        handle,
        METADATA_ELEMENT,
        bare ? null : element(labels),
        LABELS_KEY,
        LABELS_URI,
        affect);
  }

  private static void set(
      LibvirtExtra libvirt,
      DomainHandle handle,
      int type,
      @Nullable String value,
      @Nullable String key,
      @Nullable String uri,
      int affect)
      throws ProblemException {
    if (libvirt.virDomainSetMetadata(handle.pointer(), type, value, key, uri, affect) < 0) {
      Told told = Told.last(libvirt);
      boolean nothingToRemove = value == null && told.code() == Code.NO_DOMAIN_METADATA;
      if (!nothingToRemove) {
        throw ProblemOf.failure(told, handle.name());
      }
    }
  }

  private static @Nullable String emptyToNull(String text) {
    return text.isEmpty() ? null : text;
  }

  /** Without a namespace: libvirt adds it, with the key, and stumbles over one that is there. */
  static String element(Labels labels) {
    StringWriter text = new StringWriter();
    try {
      XMLStreamWriter xml = XMLOutputFactory.newDefaultFactory().createXMLStreamWriter(text);
      xml.writeStartElement("machine");
      if (!labels.group().isTop()) {
        xml.writeAttribute("group", printable(labels.group().text()));
      }
      for (String tag : labels.tags()) {
        xml.writeStartElement("tag");
        xml.writeCharacters(printable(tag));
        xml.writeEndElement();
      }
      xml.writeEndElement();
      xml.close();
    } catch (XMLStreamException impossible) {
      throw new IllegalStateException(impossible);
    }
    return text.toString();
  }

  /** Without what XML cannot hold in any writing. */
  private static String printable(String text) {
    return text.codePoints()
        .filter(c -> c >= ' ' && c != 0xFFFE && c != 0xFFFF && !(c >= 0xD800 && c <= 0xDFFF))
        .collect(StringBuilder::new, StringBuilder::appendCodePoint, StringBuilder::append)
        .toString();
  }
}
