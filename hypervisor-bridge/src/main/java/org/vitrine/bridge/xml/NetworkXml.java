package org.vitrine.bridge.xml;

import org.vitrine.model.network.VirtualNetwork.Mode;
import org.vitrine.model.plan.NetworkPlan;
import org.vitrine.model.plan.PlanField.Part;

/** New virtual networks. The host is the first address of the subnet, and gives out all others. */
final class NetworkXml {

  private NetworkXml() {}

  static String document(NetworkPlan network) {
    XmlLines xml = new XmlLines().by(Part.NETWORK);
    xml.open("network").text("name", network.name());
    switch (network.mode()) {
      case NAT -> xml.empty("forward", "mode", "nat");
      case ROUTED -> xml.empty("forward", "mode", "route");
      case OPEN -> xml.empty("forward", "mode", "open");
      case BRIDGED -> xml.empty("forward", "mode", "bridge");
      case HOST_ONLY, INTERNAL -> {
        // nothing leaves it
      }
      case OTHER -> throw new IllegalArgumentException("no such network can be made");
    }
    if (!network.bridge().isEmpty()) {
      xml.empty("bridge", "name", network.bridge());
    }
    boolean addressed = network.mode() != Mode.INTERNAL && network.mode() != Mode.BRIDGED;
    if (addressed && !network.subnet().isEmpty()) {
      Subnet subnet = Subnet.parse(network.subnet());
      xml.open("ip", "address", subnet.at(1), "prefix", Integer.toString(subnet.prefix()))
          .open("dhcp")
          .empty("range", "start", subnet.at(2), "end", subnet.at(subnet.size() - 2))
          .close()
          .close();
    }
    return xml.close().document();
  }

  /** An IPv4 network with room for at least two machines beside the host. */
  private record Subnet(long address, int prefix) {

    private static final int BITS = 32;
    private static final int NARROWEST = 29;

    static Subnet parse(String text) {
      String[] halves = text.split("/", -1);
      String[] parts = halves[0].split("\\.", -1);
      if (halves.length != 2 || parts.length != 4 || !halves[1].matches("\\d{1,2}")) {
        throw new IllegalArgumentException("not a subnet: " + text);
      }
      long address = 0;
      for (String part : parts) {
        if (!part.matches("\\d{1,3}") || Integer.parseInt(part) > 255) {
          throw new IllegalArgumentException("not a subnet: " + text);
        }
        address = address << 8 | Integer.parseInt(part);
      }
      int prefix = Integer.parseInt(halves[1]);
      if (prefix < 8 || prefix > NARROWEST) {
        throw new IllegalArgumentException("not a subnet for machines: " + text);
      }
      return new Subnet(address >> (BITS - prefix) << (BITS - prefix), prefix);
    }

    long size() {
      return 1L << (BITS - prefix);
    }

    String at(long offset) {
      long value = address + offset;
      return (value >> 24 & 255)
          + "."
          + (value >> 16 & 255)
          + "."
          + (value >> 8 & 255)
          + "."
          + (value & 255);
    }
  }
}
