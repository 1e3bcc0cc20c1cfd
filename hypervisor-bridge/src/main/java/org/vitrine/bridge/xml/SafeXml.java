package org.vitrine.bridge.xml;

import java.io.ByteArrayInputStream;
import java.io.StringReader;
import javax.xml.stream.XMLInputFactory;
import javax.xml.stream.XMLStreamConstants;
import javax.xml.stream.XMLStreamException;
import javax.xml.stream.XMLStreamReader;
import javax.xml.stream.util.StreamReaderDelegate;

/**
 * The one place that makes readers of XML: no document type, no entities, nothing outside the text,
 * bounded in size and depth.
 */
public final class SafeXml {

  public static final int LONGEST = 8 * 1024 * 1024;
  public static final int DEEPEST = 256;

  private SafeXml() {}

  /** A factory that reads no document type and reaches for nothing. */
  public static XMLInputFactory factory() {
    XMLInputFactory factory = XMLInputFactory.newDefaultFactory();
    factory.setProperty(XMLInputFactory.SUPPORT_DTD, false);
    factory.setProperty(XMLInputFactory.IS_SUPPORTING_EXTERNAL_ENTITIES, false);
    factory.setProperty(XMLInputFactory.IS_REPLACING_ENTITY_REFERENCES, false);
    factory.setProperty(XMLInputFactory.IS_COALESCING, true);
    // the JDK's own bound is lower than ours
    factory.setProperty("jdk.xml.maxElementDepth", DEEPEST);
    factory.setXMLResolver(
        (publicId, systemId, base, namespace) -> {
          throw new XMLStreamException("nothing outside the document is read");
        });
    return factory;
  }

  /** A reader over the text; it throws at a document type, at an entity and beyond the bounds. */
  public static XMLStreamReader reader(String text) throws XMLStreamException {
    if (text.length() > LONGEST) {
      throw new XMLStreamException("longer than " + LONGEST + " characters");
    }
    return new Bounded(factory().createXMLStreamReader(new StringReader(text)));
  }

  /** Reads one document after another with one factory. Not for several threads at once. */
  public static final class Series {

    private final XMLInputFactory factory = factory();

    /** As {@link SafeXml#reader}, in the encoding that the document names. */
    public XMLStreamReader reader(byte[] document) throws XMLStreamException {
      if (document.length > LONGEST) {
        throw new XMLStreamException("longer than " + LONGEST + " bytes");
      }
      return new Bounded(factory.createXMLStreamReader(new ByteArrayInputStream(document)));
    }
  }

  /** Counts the depth, and refuses what a definition never has. */
  private static final class Bounded extends StreamReaderDelegate {

    private int depth;

    Bounded(XMLStreamReader reader) {
      super(reader);
    }

    @Override
    public int next() throws XMLStreamException {
      int event = super.next();
      switch (event) {
        case XMLStreamConstants.START_ELEMENT -> {
          if (++depth > DEEPEST) {
            throw new XMLStreamException("deeper than " + DEEPEST + " elements", getLocation());
          }
        }
        case XMLStreamConstants.END_ELEMENT -> depth--;
        case XMLStreamConstants.DTD, XMLStreamConstants.ENTITY_REFERENCE ->
            throw new XMLStreamException("a document type or an entity", getLocation());
        default -> {
          // text, comments and the like
        }
      }
      return event;
    }
  }
}
