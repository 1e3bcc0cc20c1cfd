package org.vitrine.bridge.answer;

import java.io.IOException;
import java.nio.file.FileVisitOption;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.vitrine.bridge.xml.SafeDocuments;
import org.w3c.dom.Document;
import org.w3c.dom.Element;
import org.w3c.dom.Node;

/** The scripts of the installed catalogues; later folders win over earlier ones. */
final class ScriptLibrary {

  private static final int MOST_FILES = 2000;
  private static final int DEEPEST = 6;
  private static final String XSL = "http://www.w3.org/1999/XSL/Transform";

  private final List<Path> folders;
  private @Nullable Map<String, InstallScript> scripts;
  private final Map<String, Map<String, String>> maps = new HashMap<>();

  /**
   * @param folders each with {@code install-script} and {@code datamap} below
   */
  ScriptLibrary(List<Path> folders) {
    this.folders = List.copyOf(folders);
  }

  /** Reads the catalogues at the first call. Blocks on the disk. */
  synchronized Optional<InstallScript> find(String id) {
    Map<String, InstallScript> known = scripts;
    if (known == null) {
      known = read();
      scripts = known;
    }
    return Optional.ofNullable(known.get(id));
  }

  /** The value as the script wants it; as it is where the table does not have it. */
  synchronized String translated(String table, String value) {
    Map<String, String> entries = maps.get(table);
    return entries == null ? value : entries.getOrDefault(value, value);
  }

  private Map<String, InstallScript> read() {
    Map<String, InstallScript> found = new LinkedHashMap<>();
    for (Path folder : folders) {
      for (Document document : documents(folder.resolve("install-script"))) {
        for (Element element : children(document.getDocumentElement(), "install-script")) {
          script(element).ifPresent(script -> found.put(script.id(), script));
        }
      }
      for (Document document : documents(folder.resolve("datamap"))) {
        for (Element element : children(document.getDocumentElement(), "datamap")) {
          Map<String, String> entries = new HashMap<>();
          children(element, "entry")
              .forEach(
                  entry -> entries.put(entry.getAttribute("inval"), entry.getAttribute("outval")));
          maps.put(element.getAttribute("id"), entries);
        }
      }
    }
    return found;
  }

  private static List<Document> documents(Path folder) {
    List<Document> documents = new ArrayList<>();
    if (!Files.isDirectory(folder)) {
      return documents;
    }
    try (Stream<Path> files = Files.walk(folder, DEEPEST, FileVisitOption.FOLLOW_LINKS)) {
      for (Path file :
          files
              .filter(path -> path.toString().endsWith(".xml"))
              .limit(MOST_FILES)
              .sorted()
              .toList()) {
        document(file).ifPresent(documents::add);
      }
    } catch (IOException | java.io.UncheckedIOException unreadable) {
      // a folder that cannot be read has no scripts
    }
    return documents;
  }

  private static Optional<Document> document(Path file) {
    try {
      if (!Files.isRegularFile(file) || Files.size(file) > SafeDocuments.LONGEST) {
        return Optional.empty();
      }
      return Optional.of(SafeDocuments.parse(Files.readString(file)));
    } catch (IOException | SafeDocuments.Refused broken) {
      // one broken file leaves the others
      return Optional.empty();
    }
  }

  private static Optional<InstallScript> script(Element element) {
    Optional<Element> styleSheet =
        children(element, "template").stream()
            .flatMap(template -> elements(template).stream())
            .filter(child -> XSL.equals(child.getNamespaceURI()))
            .findFirst();
    String fileName = text(element, "expected-filename");
    if (styleSheet.isEmpty() || !fileName.matches("[A-Za-z0-9][A-Za-z0-9._-]{0,63}")) {
      return Optional.empty();
    }
    Map<String, InstallScript.Parameter> parameters = new LinkedHashMap<>();
    for (Element config : children(element, "config")) {
      for (Element param : children(config, "param")) {
        parameters.merge(
            param.getAttribute("name"),
            new InstallScript.Parameter(
                param.getAttribute("policy").equals("required"), param.getAttribute("value-map")),
            (first, second) ->
                new InstallScript.Parameter(
                    first.required() || second.required(),
                    first.valueMap().isEmpty() ? second.valueMap() : first.valueMap()));
      }
    }
    return Optional.of(
        new InstallScript(
            element.getAttribute("id"),
            text(element, "profile"),
            fileName,
            children(element, "injection-method").stream()
                .map(method -> method.getTextContent().strip())
                .toList(),
            text(element, "needs-internet").equals("true"),
            parameters,
            styleSheet.get()));
  }

  private static String text(Element parent, String name) {
    List<Element> found = children(parent, name);
    return found.isEmpty() ? "" : found.getFirst().getTextContent().strip();
  }

  static List<Element> children(Element parent, String name) {
    return elements(parent).stream().filter(child -> name.equals(child.getLocalName())).toList();
  }

  static List<Element> elements(Element parent) {
    List<Element> found = new ArrayList<>();
    for (Node node = parent.getFirstChild(); node != null; node = node.getNextSibling()) {
      if (node instanceof Element element) {
        found.add(element);
      }
    }
    return found;
  }
}
