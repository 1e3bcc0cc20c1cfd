package org.vitrine.bridge.libvirt;

import java.util.ArrayDeque;
import java.util.Deque;
import java.util.Set;
import java.util.TreeSet;
import javax.xml.stream.XMLStreamConstants;
import javax.xml.stream.XMLStreamException;
import javax.xml.stream.XMLStreamReader;
import org.vitrine.bridge.xml.SafeXml;

/**
 * What is needed of a host's capabilities document.
 *
 * @param architecture of the host's processor
 * @param machines the machine types for that, short names and versions
 */
record HostDocument(
    String uuid, String cpuModel, boolean offersKvm, String architecture, Set<String> machines) {

  static final HostDocument NONE = new HostDocument("", "", false, "", Set.of());
  private static final int MOST_MACHINES = 1000;
  private static final int LONGEST = 200;

  HostDocument {
    machines = Set.copyOf(machines);
  }

  /** As far as it can be read. */
  static HostDocument read(String text) {
    String uuid = "";
    String model = "";
    String architecture = "";
    String guest = "";
    boolean kvm = false;
    Set<String> machines = new TreeSet<>();
    Deque<String> path = new ArrayDeque<>();
    try {
      XMLStreamReader xml = SafeXml.reader(text);
      while (xml.hasNext()) {
        switch (xml.next()) {
          case XMLStreamConstants.START_ELEMENT -> {
            path.addLast(xml.getLocalName());
            String at = String.join("/", path);
            if (at.equals("capabilities/guest/arch")) {
              guest = attribute(xml, "name");
            } else if (at.equals("capabilities/guest/arch/domain")) {
              kvm |= attribute(xml, "type").equals("kvm") && guest.equals(architecture);
            }
          }
          case XMLStreamConstants.END_ELEMENT -> path.pollLast();
          case XMLStreamConstants.CHARACTERS -> {
            String value = xml.getText();
            switch (String.join("/", path)) {
              case "capabilities/guest/arch/machine" -> {
                if (guest.equals(architecture) && machines.size() < MOST_MACHINES) {
                  machines.add(cut(value));
                }
              }
              case "capabilities/host/uuid" -> uuid = cut(value);
              case "capabilities/host/cpu/model" -> model = cut(value);
              case "capabilities/host/cpu/arch" -> architecture = cut(value);
              default -> {
                // not needed
              }
            }
          }
          default -> {
            // not needed
          }
        }
      }
    } catch (XMLStreamException unreadable) {
      return new HostDocument(uuid, model, kvm, architecture, machines);
    }
    return new HostDocument(uuid, model, kvm, architecture, machines);
  }

  private static String attribute(XMLStreamReader xml, String name) {
    String value = xml.getAttributeValue(null, name);
    return value == null ? "" : value;
  }

  private static String cut(String value) {
    String stripped = value.strip();
    return stripped.length() > LONGEST ? stripped.substring(0, LONGEST) : stripped;
  }
}
