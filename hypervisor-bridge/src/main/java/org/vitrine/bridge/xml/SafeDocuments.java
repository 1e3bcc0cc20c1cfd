package org.vitrine.bridge.xml;

import java.io.IOException;
import java.io.StringReader;
import java.io.StringWriter;
import java.util.Locale;
import javax.xml.XMLConstants;
import javax.xml.parsers.DocumentBuilder;
import javax.xml.parsers.DocumentBuilderFactory;
import javax.xml.parsers.ParserConfigurationException;
import javax.xml.transform.ErrorListener;
import javax.xml.transform.OutputKeys;
import javax.xml.transform.Transformer;
import javax.xml.transform.TransformerException;
import javax.xml.transform.TransformerFactory;
import javax.xml.transform.dom.DOMResult;
import javax.xml.transform.dom.DOMSource;
import javax.xml.transform.stream.StreamResult;
import org.w3c.dom.Document;
import org.w3c.dom.Element;
import org.xml.sax.InputSource;
import org.xml.sax.SAXException;
import org.xml.sax.SAXParseException;

/**
 * Small documents as trees, and style sheets applied to them: nothing outside the text is read, no
 * extension is called, and everything is bounded.
 */
public final class SafeDocuments {

  public static final int LONGEST = 1024 * 1024;

  /** A style sheet or document that is not taken; the message is for the log. */
  public static final class Refused extends Exception {
    private static final long serialVersionUID = 1L;

    Refused(String message, Throwable why) {
      super(message, why);
    }
  }

  private SafeDocuments() {}

  public static Document parse(String text) throws Refused {
    if (text.length() > LONGEST) {
      throw new Refused("longer than " + LONGEST + " characters", new IOException());
    }
    try {
      DocumentBuilder builder = builder();
      builder.setErrorHandler(new Quiet());
      return builder.parse(new InputSource(new StringReader(text)));
    } catch (ParserConfigurationException | SAXException | IOException refused) {
      throw new Refused(String.valueOf(refused.getMessage()), refused);
    }
  }

  public static Document empty() throws Refused {
    try {
      return builder().newDocument();
    } catch (ParserConfigurationException refused) {
      throw new Refused(String.valueOf(refused.getMessage()), refused);
    }
  }

  private static DocumentBuilder builder() throws ParserConfigurationException {
    DocumentBuilderFactory factory = DocumentBuilderFactory.newDefaultNSInstance();
    factory.setFeature(XMLConstants.FEATURE_SECURE_PROCESSING, true);
    factory.setFeature("http://apache.org/xml/features/disallow-doctype-decl", true);
    factory.setAttribute(XMLConstants.ACCESS_EXTERNAL_DTD, "");
    factory.setAttribute(XMLConstants.ACCESS_EXTERNAL_SCHEMA, "");
    factory.setXIncludeAware(false);
    factory.setCoalescing(true);
    return factory.newDocumentBuilder();
  }

  /** What the style sheet makes of the document, as text. */
  public static String text(Element styleSheet, Document document) throws Refused {
    Cut out = new Cut();
    apply(styleSheet, document, new StreamResult(out));
    return out.toString();
  }

  /** What the style sheet makes of the document, as a tree. */
  public static Document tree(Element styleSheet, Document document) throws Refused {
    Document made = empty();
    apply(styleSheet, document, new DOMResult(made));
    return made;
  }

  private static void apply(
      Element styleSheet, Document document, javax.xml.transform.Result result) throws Refused {
    try {
      Document alone = empty();
      alone.appendChild(alone.importNode(styleSheet, true));
      Transformer transformer = transformers().newTransformer(new DOMSource(alone));
      transformer.setErrorListener(new Strict());
      transformer.transform(new DOMSource(document), result);
    } catch (TransformerException | RuntimeException | StackOverflowError refused) {
      // a style sheet may be made to call itself for ever
      throw new Refused(String.valueOf(refused.getMessage()), refused);
    }
  }

  /** One element a line; text stays as it is. */
  public static String write(Document document) throws Refused {
    try {
      Transformer plain = transformers().newTransformer();
      plain.setOutputProperty(OutputKeys.INDENT, "yes");
      plain.setOutputProperty(OutputKeys.ENCODING, "UTF-8");
      plain.setOutputProperty("{http://xml.apache.org/xslt}indent-amount", "2");
      plain.setOutputProperty(OutputKeys.OMIT_XML_DECLARATION, "yes");
      Cut out = new Cut();
      plain.transform(new DOMSource(document), new StreamResult(out));
      return "<?xml version=\"1.0\" encoding=\"utf-8\"?>\n" + out;
    } catch (TransformerException | RuntimeException refused) {
      throw new Refused(String.valueOf(refused.getMessage()), refused);
    }
  }

  private static TransformerFactory transformers() throws TransformerException {
    TransformerFactory factory = TransformerFactory.newDefaultInstance();
    factory.setFeature(XMLConstants.FEATURE_SECURE_PROCESSING, true);
    factory.setFeature("jdk.xml.enableExtensionFunctions", false);
    factory.setAttribute(XMLConstants.ACCESS_EXTERNAL_DTD, "");
    factory.setAttribute(XMLConstants.ACCESS_EXTERNAL_STYLESHEET, "");
    factory.setURIResolver(
        (href, base) -> {
          throw new TransformerException("nothing outside the style sheet is read: " + href);
        });
    factory.setErrorListener(new Strict());
    return factory;
  }

  /** Stops a style sheet that writes for ever. */
  private static final class Cut extends StringWriter {

    private void room(int more) {
      if (getBuffer().length() + more > LONGEST) {
        throw new IllegalStateException(
            String.format(Locale.ROOT, "writes more than %d characters", LONGEST));
      }
    }

    @Override
    public void write(int letter) {
      room(1);
      super.write(letter);
    }

    @Override
    public void write(char[] letters, int from, int length) {
      room(length);
      super.write(letters, from, length);
    }

    @Override
    public void write(String text) {
      room(text.length());
      super.write(text);
    }

    @Override
    public void write(String text, int from, int length) {
      room(length);
      super.write(text, from, length);
    }
  }

  /** Says nothing on the terminal. */
  private static final class Strict implements ErrorListener {

    @Override
    public void warning(TransformerException warning) {
      // an unused oddity of the style sheet
    }

    @Override
    public void error(TransformerException error) throws TransformerException {
      throw error;
    }

    @Override
    public void fatalError(TransformerException error) throws TransformerException {
      throw error;
    }
  }

  private static final class Quiet implements org.xml.sax.ErrorHandler {

    @Override
    public void warning(SAXParseException warning) {
      // nothing that matters here
    }

    @Override
    public void error(SAXParseException error) throws SAXException {
      throw error;
    }

    @Override
    public void fatalError(SAXParseException error) throws SAXException {
      throw error;
    }
  }
}
