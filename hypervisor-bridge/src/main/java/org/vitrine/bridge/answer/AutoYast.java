package org.vitrine.bridge.answer;

import java.util.List;
import java.util.Optional;
import org.vitrine.bridge.xml.SafeDocuments;
import org.w3c.dom.Document;
import org.w3c.dom.Element;
import org.w3c.dom.Node;

/** SUSE's answers, a tree. Passwords become their hashes, and their elements say so. */
final class AutoYast {

  private static final String SPACE = "http://www.suse.com/1.0/yast2ns";
  private static final String CONFIG = "http://www.suse.com/1.0/configns";

  private final Document document;
  private final Filling filling;

  private AutoYast(Document document, Filling filling) {
    this.document = document;
    this.filling = filling;
  }

  static String finished(Document document, Filling filling) throws SafeDocuments.Refused {
    AutoYast yast = new AutoYast(document, filling);
    Trees.trimmed(document.getDocumentElement());
    Element root = document.getDocumentElement();
    yast.scripts(root);
    yast.users(yast.child(root, "users", "list"));
    yast.packages(yast.child(yast.child(root, "software", ""), "packages", "list"));
    return SafeDocuments.write(document);
  }

  /** A password is only ever tried for being empty there. */
  private void scripts(Element root) {
    for (Element source : Trees.all(root, "source")) {
      source.setTextContent(
          source
              .getTextContent()
              .replaceAll("test -([nz]) '" + Filling.USER_PASSWORD + "'", "test -$1 'set'"));
    }
    List<String> lines = FirstSetup.lines(filling.answers());
    if (!lines.isEmpty()) {
      Element list = child(child(root, "scripts", ""), "chroot-scripts", "list");
      Element script = append(list, "script", "");
      flag(append(script, "chrooted", ""), true);
      append(script, "source", "#!/bin/sh\n" + String.join("\n", lines) + "\n");
    }
  }

  private void users(Element users) {
    Trees.elements(users).forEach(users::removeChild);
    user(users, "root", "root", filling.adminHash());
    user(users, filling.answers().user(), filling.fullName(), filling.userHash());
  }

  private void user(Element users, String name, String fullName, String hash) {
    Element user = append(users, "user", "");
    append(user, "username", name);
    append(user, "fullname", fullName);
    flag(append(user, "encrypted", ""), true);
    append(user, "user_password", hash);
    if (name.equals("root")) {
      append(user, "uid", "0");
      append(user, "gid", "0");
      append(user, "home", "/root");
      append(user, "shell", "/bin/bash");
    }
  }

  private void packages(Element list) {
    filling.answers().packages().forEach(name -> append(list, "package", name));
  }

  private Element child(Element parent, String name, String type) {
    Optional<Element> there =
        Trees.elements(parent).stream().filter(one -> name.equals(one.getLocalName())).findFirst();
    if (there.isPresent()) {
      return there.get();
    }
    Element made = append(parent, name, "");
    if (!type.isEmpty()) {
      made.setAttributeNS(CONFIG, "config:type", type);
    }
    return made;
  }

  private Element append(Element parent, String name, String text) {
    Element element = document.createElementNS(SPACE, name);
    if (!text.isEmpty()) {
      element.appendChild((Node) document.createTextNode(text));
    }
    parent.appendChild(element);
    return element;
  }

  private static void flag(Element element, boolean value) {
    element.setAttributeNS(CONFIG, "config:type", "boolean");
    element.setTextContent(String.valueOf(value));
  }
}
