package org.vitrine.bridge.answer;

import java.util.ArrayList;
import java.util.List;
import org.w3c.dom.Element;
import org.w3c.dom.Node;

/** Walks over a document. */
final class Trees {

  private Trees() {}

  static List<Element> elements(Element parent) {
    return ScriptLibrary.elements(parent);
  }

  /** All below with this name. */
  static List<Element> all(Element parent, String name) {
    List<Element> found = new ArrayList<>();
    for (Element child : elements(parent)) {
      if (name.equals(child.getLocalName())) {
        found.add(child);
      }
      found.addAll(all(child, name));
    }
    return found;
  }

  /** Takes away the blanks that only lay the elements out. */
  static void trimmed(Element element) {
    boolean hasElements = !elements(element).isEmpty();
    List<Node> blanks = new ArrayList<>();
    for (Node node = element.getFirstChild(); node != null; node = node.getNextSibling()) {
      if (node.getNodeType() == Node.COMMENT_NODE
          || (hasElements && node.getNodeType() == Node.TEXT_NODE && isBlank(node))) {
        blanks.add(node);
      }
    }
    blanks.forEach(element::removeChild);
    elements(element).forEach(Trees::trimmed);
  }

  private static boolean isBlank(Node node) {
    String text = node.getNodeValue();
    return text == null || text.isBlank();
  }
}
