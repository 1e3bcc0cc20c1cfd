package org.vitrine.bridge.testing;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import javax.xml.stream.XMLStreamConstants;
import javax.xml.stream.XMLStreamException;
import javax.xml.stream.XMLStreamReader;
import org.vitrine.bridge.xml.SafeXml;

/** A document as a tree, to find out whether another says at least the same. */
public record XmlTree(
    String name, Map<String, String> attributes, String text, List<XmlTree> children) {

  public static XmlTree read(String document) {
    try {
      XMLStreamReader xml = SafeXml.reader(document);
      while (xml.next() != XMLStreamConstants.START_ELEMENT) {
        // up to the root
      }
      return element(xml);
    } catch (XMLStreamException unreadable) {
      throw new IllegalArgumentException(document, unreadable);
    }
  }

  private static XmlTree element(XMLStreamReader xml) throws XMLStreamException {
    String name = xml.getLocalName();
    Map<String, String> attributes = new TreeMap<>();
    for (int i = 0; i < xml.getAttributeCount(); i++) {
      attributes.put(xml.getAttributeLocalName(i), xml.getAttributeValue(i));
    }
    StringBuilder text = new StringBuilder();
    List<XmlTree> children = new ArrayList<>();
    while (true) {
      switch (xml.next()) {
        case XMLStreamConstants.START_ELEMENT -> children.add(element(xml));
        case XMLStreamConstants.CHARACTERS, XMLStreamConstants.CDATA -> text.append(xml.getText());
        case XMLStreamConstants.END_ELEMENT -> {
          return new XmlTree(name, attributes, children.isEmpty() ? text.toString() : "", children);
        }
        default -> {
          // comments and the like
        }
      }
    }
  }

  /** The first element down this path. */
  public Optional<XmlTree> at(String... path) {
    Optional<XmlTree> found = Optional.of(this);
    for (String step : path) {
      found = found.flatMap(one -> one.children(step).stream().findFirst());
    }
    return found;
  }

  public List<XmlTree> children(String wanted) {
    return children.stream().filter(child -> child.name.equals(wanted)).toList();
  }

  public String attribute(String wanted) {
    return attributes.getOrDefault(wanted, "");
  }

  /** What of this the other one does not say; empty where it says all of it, or more. */
  public Optional<String> missingIn(XmlTree other) {
    if (!name.equals(other.name)) {
      return Optional.of("<" + name + ">");
    }
    for (Map.Entry<String, String> attribute : attributes.entrySet()) {
      String there = other.attribute(attribute.getKey());
      if (!there.equals(attribute.getValue())) {
        return Optional.of(
            "%s/@%s %s: %s".formatted(name, attribute.getKey(), attribute.getValue(), there));
      }
    }
    if (!text.equals(other.text)) {
      return Optional.of("%s %s: %s".formatted(name, text, other.text));
    }
    List<XmlTree> left = new ArrayList<>(other.children);
    for (XmlTree child : children) {
      Optional<XmlTree> match =
          left.stream().filter(one -> child.missingIn(one).isEmpty()).findFirst();
      if (match.isEmpty()) {
        Optional<XmlTree> near =
            left.stream().filter(one -> one.name.equals(child.name)).findFirst();
        String why = near.flatMap(child::missingIn).orElse("<" + child.name + ">");
        return Optional.of(name + "/" + why);
      }
      left.remove(match.get());
    }
    return Optional.empty();
  }
}
