package org.vitrine.bridge.xml;

import com.ctc.wstx.api.WstxInputProperties;
import com.fasterxml.jackson.dataformat.xml.XmlFactory;
import java.io.StringReader;
import javax.xml.stream.XMLInputFactory;
import javax.xml.stream.XMLStreamException;
import javax.xml.stream.XMLStreamReader;
import javax.xml.stream.util.StreamReaderDelegate;
import org.jspecify.annotations.Nullable;

/**
 * A reader of XML that comes from a host we need not trust. No document type at all (so no entity
 * of its own making, no file and no address is ever opened), and a bound on everything that costs.
 */
final class XmlLimits {

  static final int CHARACTERS = 8 * 1024 * 1024;
  static final int DEPTH = 256;
  private static final int ATTRIBUTES = 256;
  private static final int ATTRIBUTE_CHARACTERS = 64 * 1024;
  private static final int ELEMENTS = 200_000;

  private final XMLInputFactory factory;

  XmlLimits() {
    // Jackson's own choice, Woodstox; another parser would stumble over the limits set below
    factory = new XmlFactory().getXMLInputFactory();
    factory.setProperty(XMLInputFactory.SUPPORT_DTD, false);
    factory.setProperty(XMLInputFactory.IS_SUPPORTING_EXTERNAL_ENTITIES, false);
    factory.setProperty(XMLInputFactory.IS_NAMESPACE_AWARE, true);
    factory.setProperty(XMLInputFactory.IS_COALESCING, true);
    factory.setXMLResolver(
        (publicId, systemId, base, namespace) -> {
          throw new XMLStreamException("external entities are not read");
        });
    factory.setProperty(WstxInputProperties.P_MAX_ELEMENT_DEPTH, DEPTH);
    factory.setProperty(WstxInputProperties.P_MAX_ATTRIBUTES_PER_ELEMENT, ATTRIBUTES);
    factory.setProperty(WstxInputProperties.P_MAX_ATTRIBUTE_SIZE, ATTRIBUTE_CHARACTERS);
    factory.setProperty(WstxInputProperties.P_MAX_ELEMENT_COUNT, (long) ELEMENTS);
    factory.setProperty(WstxInputProperties.P_MAX_CHARACTERS, (long) CHARACTERS);
    // names are not kept in a table that lives as long as the app
    factory.setProperty("org.codehaus.stax2.internNames", false);
  }

  /**
   * A reader before the first element. An element in a namespace is called {@code {uri}name}, so
   * that somebody else's element of the same name is not taken for ours.
   */
  XMLStreamReader open(String text) throws XMLStreamException {
    if (text.length() > CHARACTERS) {
      throw new XMLStreamException("longer than " + CHARACTERS + " characters");
    }
    return new Guarded(factory.createXMLStreamReader(new StringReader(text)));
  }

  /** Refuses document types, which the parser itself would only skip. */
  private static final class Guarded extends StreamReaderDelegate {

    Guarded(XMLStreamReader reader) {
      super(reader);
    }

    @Override
    public int next() throws XMLStreamException {
      int event = super.next();
      if (event == DTD || event == ENTITY_REFERENCE || event == ENTITY_DECLARATION) {
        throw new XMLStreamException("a document type is not allowed", getLocation());
      }
      return event;
    }

    @Override
    public String getLocalName() {
      String space = getNamespaceURI();
      String name = super.getLocalName();
      return space == null || space.isEmpty() ? name : "{" + space + "}" + name;
    }

    @Override
    public @Nullable String getNamespaceURI() {
      return super.getNamespaceURI();
    }
  }
}
