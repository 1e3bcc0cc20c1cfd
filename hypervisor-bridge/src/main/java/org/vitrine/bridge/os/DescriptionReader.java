package org.vitrine.bridge.os;

import java.io.IOException;
import java.io.InputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import javax.xml.stream.XMLStreamConstants;
import javax.xml.stream.XMLStreamException;
import javax.xml.stream.XMLStreamReader;
import org.vitrine.bridge.os.Description.CloudImage;
import org.vitrine.bridge.os.Description.Firmware;
import org.vitrine.bridge.os.Description.Level;
import org.vitrine.bridge.os.Description.Wants;
import org.vitrine.bridge.xml.SafeXml;

/** Reads the catalogue's files in one pass each. One for each thread. */
final class DescriptionReader {

  /** The largest there is has 23 KiB. */
  private static final int LONGEST_FILE = 1024 * 1024;

  private final SafeXml.Series series = new SafeXml.Series();

  /** The systems one file describes. */
  List<Description> read(Path file) throws IOException {
    byte[] document;
    try (InputStream in = Files.newInputStream(file)) {
      document = in.readNBytes(LONGEST_FILE + 1);
    }
    if (document.length > LONGEST_FILE) {
      throw new IOException("longer than " + LONGEST_FILE + " bytes");
    }
    try {
      return read(series.reader(document));
    } catch (XMLStreamException | IllegalStateException broken) {
      throw new IOException("not a description of a system", broken);
    }
  }

  private static List<Description> read(XMLStreamReader xml) throws XMLStreamException {
    List<Description> all = new ArrayList<>(1);
    while (xml.hasNext()) {
      if (xml.next() == XMLStreamConstants.START_ELEMENT) {
        switch (xml.getLocalName()) {
          case "libosinfo" -> {
            // what is in it comes next
          }
          case "os" -> {
            String id = attribute(xml, "id");
            if (id.isEmpty()) {
              skip(xml);
            } else {
              all.add(system(xml, new Description(id)));
            }
          }
          default -> skip(xml);
        }
      }
    }
    return all;
  }

  private static Description system(XMLStreamReader xml, Description os) throws XMLStreamException {
    while (nextIn(xml)) {
      String element = xml.getLocalName();
      // names in other languages come after the plain ones
      if (xml.getAttributeCount() > 0 && !attribute(xml, "lang").isEmpty()) {
        skip(xml);
        continue;
      }
      switch (element) {
        case "short-id" -> os.shortIds.add(text(xml));
        case "name" -> os.name = text(xml);
        case "version" -> os.version = text(xml);
        case "vendor" -> os.vendor = text(xml);
        case "family" -> os.family = text(xml);
        case "distro" -> os.distro = text(xml);
        case "codename" -> os.codename = text(xml);
        case "release-date" -> os.released = text(xml);
        case "eol-date" -> os.ended = text(xml);
        case "release-status" -> os.status = text(xml);
        case "kernel-url-argument" -> os.kernelUrlArgument = text(xml);
        case "cloud-image-username" -> os.cloudUser = text(xml);
        case "derives-from", "clones" -> {
          os.parents.add(attribute(xml, "id"));
          skip(xml);
        }
        case "devices" -> devices(xml, os);
        case "resources" -> resources(xml, os);
        case "firmware" -> {
          os.firmware.add(
              new Firmware(
                  attribute(xml, "arch"),
                  attribute(xml, "type"),
                  !attribute(xml, "supported").equals("false")));
          skip(xml);
        }
        case "media" -> os.media.add(media(xml));
        case "tree" -> os.trees.add(tree(xml));
        case "image" -> os.images.add(image(xml));
        case "installer" -> installer(xml, os);
        default -> skip(xml);
      }
    }
    return os;
  }

  private static void devices(XMLStreamReader xml, Description os) throws XMLStreamException {
    while (nextIn(xml)) {
      if (xml.getLocalName().equals("device")) {
        os.devices.put(attribute(xml, "id"), !attribute(xml, "supported").equals("false"));
      }
      skip(xml);
    }
  }

  private static void installer(XMLStreamReader xml, Description os) throws XMLStreamException {
    while (nextIn(xml)) {
      if (xml.getLocalName().equals("script")) {
        os.scripts.add(attribute(xml, "id"));
      }
      skip(xml);
    }
  }

  private static void resources(XMLStreamReader xml, Description os) throws XMLStreamException {
    String arch = attribute(xml, "arch");
    boolean inherits = attribute(xml, "inherit").equals("true");
    if (inherits) {
      for (Level level : Level.values()) {
        os.wants.add(new Wants(arch, level, true, -1, -1, -1));
      }
    }
    while (nextIn(xml)) {
      Optional<Level> level =
          switch (xml.getLocalName()) {
            case "minimum" -> Optional.of(Level.MINIMUM);
            case "recommended" -> Optional.of(Level.RECOMMENDED);
            case "maximum" -> Optional.of(Level.MAXIMUM);
            case "network-install" -> Optional.of(Level.NETWORK_INSTALL);
            default -> Optional.empty();
          };
      if (level.isEmpty()) {
        skip(xml);
        continue;
      }
      long cpus = -1;
      long memory = -1;
      long storage = -1;
      while (nextIn(xml)) {
        switch (xml.getLocalName()) {
          case "n-cpus" -> cpus = number(text(xml));
          case "ram" -> memory = number(text(xml));
          case "storage" -> storage = number(text(xml));
          default -> skip(xml);
        }
      }
      Level of = level.get();
      // said here, so not inherited as a whole
      os.wants.removeIf(
          one ->
              one.level() == of && one.arch().equals(arch) && one.inherits() && saysNothing(one));
      os.wants.add(new Wants(arch, of, inherits, cpus, memory, storage));
    }
  }

  private static boolean saysNothing(Wants wants) {
    return wants.cpus() < 0 && wants.memory() < 0 && wants.storage() < 0;
  }

  private static MediaRule media(XMLStreamReader xml) throws XMLStreamException {
    String arch = attribute(xml, "arch");
    boolean live = attribute(xml, "live").equals("true");
    boolean installer = !attribute(xml, "installer").equals("false");
    Optional<LabelPattern> volume = Optional.empty();
    Optional<LabelPattern> system = Optional.empty();
    Optional<LabelPattern> publisher = Optional.empty();
    Optional<LabelPattern> application = Optional.empty();
    long size = 0;
    String kernel = "";
    String initrd = "";
    while (nextIn(xml)) {
      switch (xml.getLocalName()) {
        case "iso" -> {
          while (nextIn(xml)) {
            switch (xml.getLocalName()) {
              case "volume-id" -> volume = pattern(xml);
              case "system-id" -> system = pattern(xml);
              case "publisher-id" -> publisher = pattern(xml);
              case "application-id" -> application = pattern(xml);
              case "volume-size" -> size = Math.max(0, number(text(xml)));
              default -> skip(xml);
            }
          }
        }
        case "kernel" -> kernel = text(xml);
        case "initrd" -> initrd = text(xml);
        default -> skip(xml);
      }
    }
    return new MediaRule(
        arch, volume, system, publisher, application, size, live, installer, kernel, initrd);
  }

  private static TreeRule tree(XMLStreamReader xml) throws XMLStreamException {
    String arch = attribute(xml, "arch");
    String url = "";
    boolean treeinfo = false;
    Optional<LabelPattern> family = Optional.empty();
    Optional<LabelPattern> variant = Optional.empty();
    Optional<LabelPattern> version = Optional.empty();
    Optional<LabelPattern> treeArch = Optional.empty();
    String kernel = "";
    String initrd = "";
    while (nextIn(xml)) {
      switch (xml.getLocalName()) {
        case "treeinfo" -> {
          treeinfo = true;
          while (nextIn(xml)) {
            switch (xml.getLocalName()) {
              case "family" -> family = pattern(xml);
              case "variant" -> variant = pattern(xml);
              case "version" -> version = pattern(xml);
              case "arch" -> treeArch = pattern(xml);
              default -> skip(xml);
            }
          }
        }
        case "url" -> url = text(xml);
        case "kernel" -> kernel = text(xml);
        case "initrd" -> initrd = text(xml);
        default -> skip(xml);
      }
    }
    return new TreeRule(arch, url, treeinfo, family, variant, version, treeArch, kernel, initrd);
  }

  private static CloudImage image(XMLStreamReader xml) throws XMLStreamException {
    String arch = attribute(xml, "arch");
    String format = attribute(xml, "format");
    boolean cloudInit = attribute(xml, "cloud-init").equals("true");
    String url = "";
    while (nextIn(xml)) {
      if (xml.getLocalName().equals("url")) {
        url = text(xml);
      } else {
        skip(xml);
      }
    }
    return new CloudImage(arch, format, cloudInit, url);
  }

  private static Optional<LabelPattern> pattern(XMLStreamReader xml) throws XMLStreamException {
    String text = text(xml);
    return text.isEmpty() ? Optional.empty() : Optional.of(new LabelPattern(text));
  }

  private static long number(String text) {
    try {
      return Long.parseLong(text.strip());
    } catch (NumberFormatException notANumber) {
      return -1;
    }
  }

  private static String attribute(XMLStreamReader xml, String name) {
    for (int i = 0; i < xml.getAttributeCount(); i++) {
      if (xml.getAttributeLocalName(i).equals(name)) {
        return xml.getAttributeValue(i);
      }
    }
    return "";
  }

  /** Steps to the next child of the element entered last; false at that element's end. */
  private static boolean nextIn(XMLStreamReader xml) throws XMLStreamException {
    while (true) {
      int event = xml.next();
      if (event == XMLStreamConstants.START_ELEMENT) {
        return true;
      } else if (event == XMLStreamConstants.END_ELEMENT
          || event == XMLStreamConstants.END_DOCUMENT) {
        return false;
      }
    }
  }

  /** The text of the element just entered, up to its end; elements in it are left out. */
  private static String text(XMLStreamReader xml) throws XMLStreamException {
    StringBuilder text = new StringBuilder();
    while (true) {
      switch (xml.next()) {
        case XMLStreamConstants.CHARACTERS, XMLStreamConstants.CDATA, XMLStreamConstants.SPACE ->
            text.append(xml.getText());
        case XMLStreamConstants.START_ELEMENT -> skip(xml);
        case XMLStreamConstants.END_ELEMENT, XMLStreamConstants.END_DOCUMENT -> {
          return text.toString();
        }
        default -> {
          // comments
        }
      }
    }
  }

  /** Leaves the element just entered. */
  private static void skip(XMLStreamReader xml) throws XMLStreamException {
    int depth = 1;
    while (depth > 0) {
      switch (xml.next()) {
        case XMLStreamConstants.START_ELEMENT -> depth++;
        case XMLStreamConstants.END_ELEMENT -> depth--;
        case XMLStreamConstants.END_DOCUMENT -> {
          return;
        }
        default -> {
          // whatever is in it
        }
      }
    }
  }
}
