package org.vitrine.bridge.libvirt;

import java.net.InetAddress;
import java.net.UnknownHostException;
import javax.xml.stream.XMLStreamConstants;
import javax.xml.stream.XMLStreamException;
import javax.xml.stream.XMLStreamReader;
import org.jspecify.annotations.Nullable;
import org.vitrine.bridge.xml.SafeXml;
import org.vitrine.model.network.VirtualNetwork.Mode;

/** What a list needs of a network's document. */
record NetworkDocument(Mode mode, String bridge, String subnet) {

  private static final NetworkDocument UNREAD = new NetworkDocument(Mode.OTHER, "", "");

  /** A document that cannot be read makes a network of which little is known, not none. */
  static NetworkDocument read(String text) {
    try {
      return read(SafeXml.reader(text));
    } catch (XMLStreamException unreadable) {
      return UNREAD;
    }
  }

  private static NetworkDocument read(XMLStreamReader xml) throws XMLStreamException {
    String bridge = "";
    String subnet = "";
    String forward = null;
    boolean addressed = false;
    int depth = 0;
    while (xml.hasNext()) {
      int event = xml.next();
      if (event == XMLStreamConstants.END_ELEMENT) {
        depth--;
      } else if (event == XMLStreamConstants.START_ELEMENT && ++depth == 2) {
        switch (xml.getLocalName()) {
          case "forward" -> forward = value(xml, "mode", "nat");
          case "bridge" -> bridge = value(xml, "name", "");
          case "ip" -> {
            addressed = true;
            if (subnet.isEmpty() || subnet.indexOf(':') >= 0) {
              subnet = subnet(xml);
            }
          }
          default -> {
            // not for a list
          }
        }
      }
    }
    return new NetworkDocument(mode(forward, addressed), bridge, subnet);
  }

  private static Mode mode(@Nullable String forward, boolean addressed) {
    if (forward == null) {
      return addressed ? Mode.HOST_ONLY : Mode.INTERNAL;
    }
    return switch (forward) {
      case "nat" -> Mode.NAT;
      case "route" -> Mode.ROUTED;
      case "open" -> Mode.OPEN;
      case "bridge", "private", "vepa", "passthrough" -> Mode.BRIDGED;
      default -> Mode.OTHER;
    };
  }

  /** The network that the host's own address on it lies in: {@code 192.168.122.0/24}. */
  private static String subnet(XMLStreamReader xml) {
    try {
      String address = value(xml, "address", "");
      if (!address.matches("[0-9A-Fa-f.:]{2,45}")) {
        return "";
      }
      // digits only, checked above: nothing is looked up
      byte[] bytes = InetAddress.getByName(address).getAddress();
      int bits = bytes.length * 8;
      String prefix = value(xml, "prefix", "");
      String mask = value(xml, "netmask", "");
      int length = prefix.isEmpty() ? maskLength(mask, bits) : Integer.parseInt(prefix);
      if (length < 0 || length > bits) {
        return "";
      }
      for (int i = length; i < bits; i++) {
        bytes[i / 8] &= (byte) ~(0x80 >> (i % 8));
      }
      return InetAddress.getByAddress(bytes).getHostAddress() + "/" + length;
    } catch (UnknownHostException | NumberFormatException odd) {
      return "";
    }
  }

  private static int maskLength(String mask, int bits) throws UnknownHostException {
    if (!mask.matches("[0-9.]{7,15}")) {
      return bits;
    }
    int length = 0;
    for (byte part : InetAddress.getByName(mask).getAddress()) {
      length += Integer.bitCount(part & 0xFF);
    }
    return length;
  }

  private static String value(XMLStreamReader xml, String name, String otherwise) {
    String value = xml.getAttributeValue(null, name);
    return value == null ? otherwise : value;
  }
}
