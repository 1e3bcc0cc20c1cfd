package org.vitrine.bridge.xml;

import java.io.StringWriter;
import javax.xml.stream.XMLOutputFactory;
import javax.xml.stream.XMLStreamException;
import javax.xml.stream.XMLStreamWriter;
import org.vitrine.model.problem.ProblemException;
import org.vitrine.model.vm.GroupPath;
import org.vitrine.model.vm.Labels;

/**
 * The element in which tags and group live inside a machine's definition. libvirt keeps it for us
 * and hands it back without a look.
 */
public final class MetadataXml {

  public static final String SPACE = "https://vitrine.example/xmlns/machine/1";
  public static final String PREFIX = "vitrine";

  static final String MACHINE = "{" + SPACE + "}machine";
  static final String TAG = "{" + SPACE + "}tag";

  private MetadataXml() {}

  /**
   * What {@code virDomainSetMetadata} takes together with {@link #SPACE} and {@link #PREFIX}: no
   * namespace of its own, since libvirt adds that and refuses a prefix that is declared already.
   * Empty where there is nothing to keep; libvirt then wants a null, which removes the element.
   */
  public static String fragment(Labels labels) {
    return labels.tags().isEmpty() && labels.group().isTop() ? "" : written(labels, false);
  }

  /** The element as it stands in a definition. */
  public static String element(Labels labels) {
    return written(labels, true);
  }

  /** Tags and group of either form; title and description stay empty. */
  public static Labels read(String text) throws ProblemException {
    DomainRecord.OurMachine ours =
        DomainXml.read(text, "machine", MACHINE, DomainRecord.OurMachine.class);
    return ours.labels("", "");
  }

  private static String written(Labels labels, boolean spaced) {
    StringWriter text = new StringWriter();
    try {
      XMLStreamWriter out = XMLOutputFactory.newDefaultFactory().createXMLStreamWriter(text);
      start(out, "machine", spaced);
      if (spaced) {
        out.writeNamespace(PREFIX, SPACE);
      }
      GroupPath group = labels.group();
      if (!group.isTop()) {
        out.writeAttribute("group", writable(group.text()));
      }
      for (String tag : labels.tags()) {
        start(out, "tag", spaced);
        out.writeCharacters(writable(tag));
        out.writeEndElement();
      }
      out.writeEndElement();
      out.close();
    } catch (XMLStreamException cannotHappen) {
      throw new IllegalStateException(cannotHappen);
    }
    return text.toString();
  }

  private static void start(XMLStreamWriter out, String name, boolean spaced)
      throws XMLStreamException {
    if (spaced) {
      out.writeStartElement(PREFIX, name, SPACE);
    } else {
      out.writeStartElement(name);
    }
  }

  /** XML has no way to write most control characters or half a surrogate pair. */
  private static String writable(String text) {
    StringBuilder kept = new StringBuilder(text.length());
    text.codePoints()
        .filter(
            c ->
                (c >= ' ' && c < 0xd800 && !(c >= 0x7f && c < 0xa0))
                    || (c > 0xdfff && c < 0xfffe)
                    || c > 0xffff)
        .forEach(kept::appendCodePoint);
    return kept.toString();
  }
}
