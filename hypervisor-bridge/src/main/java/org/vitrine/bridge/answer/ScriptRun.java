package org.vitrine.bridge.answer;

import java.util.List;
import java.util.Locale;
import java.util.Optional;
import org.vitrine.bridge.xml.SafeDocuments;
import org.vitrine.model.answer.AnswerWay;
import org.vitrine.model.answer.Answers;
import org.vitrine.model.os.MediaReading;
import org.vitrine.model.os.OperatingSystem;
import org.vitrine.model.plan.DiskPlan;
import org.vitrine.model.port.AnswerWriter;
import org.w3c.dom.Document;
import org.w3c.dom.Element;

/** Gives a script of the catalogue the documents that libosinfo gives it. */
final class ScriptRun {

  private final InstallScript script;
  private final AnswerWay way;
  private final AnswerWriter.Target target;
  private final Filling filling;
  private final ScriptLibrary library;

  ScriptRun(
      InstallScript script,
      AnswerWay way,
      AnswerWriter.Target target,
      Filling filling,
      ScriptLibrary library) {
    this.script = script;
    this.way = way;
    this.target = target;
    this.filling = filling;
    this.library = library;
  }

  String text() throws SafeDocuments.Refused {
    return SafeDocuments.text(script.styleSheet(), input("install-script-config"));
  }

  Document tree() throws SafeDocuments.Refused {
    return SafeDocuments.tree(script.styleSheet(), input("install-script-config"));
  }

  /** What the installer's kernel has to be told; empty where it needs nothing. */
  String kernelArguments() throws SafeDocuments.Refused {
    boolean tells =
        Trees.elements(script.styleSheet()).stream()
            .anyMatch(template -> template.getAttribute("match").equals("/command-line"));
    if (!tells) {
      return "";
    }
    String arguments =
        script.isXml()
            ? SafeDocuments.tree(wrapped(), input("command-line"))
                .getDocumentElement()
                .getTextContent()
            : SafeDocuments.text(script.styleSheet(), input("command-line"));
    return arguments.strip().replaceAll("\\s+", " ");
  }

  /** Bare text cannot be the whole of a tree, so the rule for it gets an element around it. */
  private Element wrapped() {
    Element copy = (Element) script.styleSheet().cloneNode(true);
    for (Element template : Trees.elements(copy)) {
      if (template.getAttribute("match").equals("/command-line")) {
        Element around = copy.getOwnerDocument().createElementNS(null, "arguments");
        while (template.getFirstChild() != null) {
          around.appendChild(template.getFirstChild());
        }
        template.appendChild(around);
      }
    }
    return copy;
  }

  private Document input(String root) throws SafeDocuments.Refused {
    Document document = SafeDocuments.empty();
    Element top = document.createElement(root);
    document.appendChild(top);
    boolean tree = target.medium().kind() == MediaReading.Kind.INSTALL_TREE;
    Element about = child(top, "script");
    add(about, "id", script.id());
    add(about, "profile", script.profile());
    add(about, "expected-filename", script.fileName());
    add(about, "preferred-injection-method", injection());
    add(about, "installation-source", tree ? "network" : "media");
    target.os().ifPresent(os -> system(child(top, "os"), os));
    Element media = child(top, "media");
    if (isNetworkInstaller()) {
      add(media, "variant", "netinst");
    }
    if (tree && isAddress(target.medium().location())) {
      add(child(top, "tree"), "url", target.medium().location());
    }
    config(child(top, "config"));
    return document;
  }

  private String injection() {
    return switch (way.carried()) {
      case INITRD -> "initrd";
      case SEED_CD -> "cdrom";
      case FLOPPY -> "floppy";
    };
  }

  private static void system(Element element, OperatingSystem os) {
    add(element, "id", os.id());
    add(element, "short-id", os.shortId());
    add(element, "name", os.name());
    add(element, "version", os.version());
    add(element, "vendor", os.vendor());
    add(element, "family", os.family());
    add(element, "distro", os.distribution());
  }

  private boolean isNetworkInstaller() {
    String label = target.medium().label().toLowerCase(Locale.ROOT);
    return label.contains("netinst") || label.contains("-e-dvd") || label.contains("-boot-");
  }

  private static boolean isAddress(String location) {
    return location.matches("(https?|ftp)://[A-Za-z0-9.:\\[\\]_~/%?=&+@-]+");
  }

  private void config(Element config) {
    Answers answers = filling.answers();
    boolean preseed = way.format() == AnswerWay.Format.PRESEED;
    boolean windows = way.reader() == org.vitrine.model.answer.AnswerCheck.Reader.WINDOWS;
    give(config, "hardware-arch", "x86_64");
    give(config, "l10n-keyboard", preseed ? filling.layout() : keyboard());
    give(config, "l10n-language", language(answers.language(), windows));
    give(config, "l10n-timezone", answers.timeZone());
    give(config, "user-login", answers.user());
    give(config, "user-realname", script.isXml() ? filling.fullName() : Filling.FULL_NAME);
    give(config, "user-password", Filling.USER_PASSWORD);
    give(config, "admin-password", Filling.ADMIN_PASSWORD);
    give(
        config,
        "hostname",
        way.format() == AnswerWay.Format.KICKSTART ? answers.hostname() : filling.shortHostname());
    give(config, "domain", filling.domain());
    give(config, "reg-product-key", answers.productKey());
    if (!windows) {
      give(config, "target-disk", target.disk() == DiskPlan.Bus.VIRTIO ? "/dev/vda" : "/dev/sda");
    }
    if (target.medium().kind() == MediaReading.Kind.INSTALL_TREE
        && isAddress(target.medium().location())) {
      add(config, "installation-url", target.medium().location());
    }
  }

  private String keyboard() {
    return filling.variant().isEmpty()
        ? filling.layout()
        : filling.layout() + " (" + filling.variant() + ")";
  }

  private static String language(String language, boolean windows) {
    String bare = language.contains("@") ? language.substring(0, language.indexOf('@')) : language;
    return windows && bare.equals("C") ? "en_US" : bare;
  }

  /** Only what the script says that it takes; in its own words where it has a table for them. */
  private void give(Element config, String name, String value) {
    InstallScript.Parameter parameter = script.parameters().get(name);
    if (parameter == null || (value.isEmpty() && !parameter.required())) {
      return;
    }
    String told = value;
    if (!parameter.valueMap().isEmpty()) {
      told = library.translated(parameter.valueMap(), value);
      if (told.equals(value) && parameter.valueMap().contains("microsoft.com")) {
        told = value.replace('_', '-').toUpperCase(Locale.ROOT);
      }
    }
    add(config, name, told);
  }

  private static Element child(Element parent, String name) {
    Element child = parent.getOwnerDocument().createElement(name);
    parent.appendChild(child);
    return child;
  }

  private static void add(Element parent, String name, String value) {
    child(parent, name).setTextContent(value);
  }

  /** Scripts of the same kind and profile belong together, the one with the answers first. */
  static List<InstallScript> together(List<InstallScript> all, String profile) {
    return all.stream()
        .filter(one -> one.profile().equals(profile))
        .sorted(java.util.Comparator.comparing((InstallScript one) -> format(one).isEmpty()))
        .toList();
  }

  /** The language of the script's file; empty where it only goes along with another. */
  static Optional<AnswerWay.Format> format(InstallScript script) {
    for (AnswerWay.Format format : AnswerWay.Format.values()) {
      if (script.id().contains("/" + format.name().toLowerCase(Locale.ROOT) + "/")) {
        return Optional.of(format);
      }
    }
    return Optional.empty();
  }
}
