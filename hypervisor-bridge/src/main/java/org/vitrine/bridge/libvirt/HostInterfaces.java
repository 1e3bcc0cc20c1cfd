package org.vitrine.bridge.libvirt;

import com.sun.jna.Pointer;
import java.io.IOException;
import java.net.InterfaceAddress;
import java.net.NetworkInterface;
import java.net.SocketException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.LinkOption;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import javax.xml.stream.XMLStreamConstants;
import javax.xml.stream.XMLStreamException;
import javax.xml.stream.XMLStreamReader;
import org.libvirt.jna.CString;
import org.libvirt.jna.ConnectionPointer;
import org.vitrine.bridge.jna.LibvirtExtra;
import org.vitrine.bridge.xml.SafeXml;
import org.vitrine.model.host.HostOffer.HostInterface;
import org.vitrine.model.network.VirtualNetwork;
import org.vitrine.model.problem.ProblemException;

/** A host's network cards and bridges, without the machines' own ends of cables. */
final class HostInterfaces {

  private static final Path HERE = Path.of("/sys/class/net");
  private static final int CAP_NET = 1 << 4;
  private static final Set<String> OF_MACHINES = Set.of("vnet", "macvtap", "tap");

  private HostInterfaces() {}

  static List<HostInterface> read(
      LibvirtExtra libvirt, ConnectionPointer connection, boolean isHere) throws ProblemException {
    Set<String> ofNetworks =
        Networks.read(libvirt, connection).stream()
            .map(VirtualNetwork::bridge)
            .filter(name -> !name.isEmpty())
            .collect(Collectors.toSet());
    return isHere && Files.isDirectory(HERE)
        ? here(HERE, ofNetworks)
        : there(libvirt, connection, ofNetworks);
  }

  /** As this computer's kernel lists them, which knows bridges too. */
  static List<HostInterface> here(Path folder, Set<String> ofNetworks) {
    List<HostInterface> found = new ArrayList<>();
    try (Stream<Path> names = Files.list(folder)) {
      for (Path place : names.sorted(Comparator.comparing(Path::getFileName)).toList()) {
        String name = place.getFileName().toString();
        if (Files.isDirectory(place) && !isOfMachine(name) && !name.equals("lo")) {
          found.add(
              new HostInterface(
                  name,
                  kind(place),
                  line(place.resolve("operstate")).equals("up"),
                  addresses(name),
                  ofNetworks.contains(name),
                  master(place)));
        }
      }
    } catch (IOException unreadable) {
      return found;
    }
    return found;
  }

  private static String master(Path place) {
    try {
      Path master = Files.readSymbolicLink(place.resolve("master")).getFileName();
      return master == null ? "" : master.toString();
    } catch (IOException none) {
      return "";
    }
  }

  private static boolean isOfMachine(String name) {
    return OF_MACHINES.stream().anyMatch(start -> name.matches(start + "\\d+"));
  }

  private static HostInterface.Kind kind(Path place) {
    if (Files.isDirectory(place.resolve("bridge"))) {
      return HostInterface.Kind.BRIDGE;
    }
    if (Files.exists(place.resolve("wireless")) || Files.exists(place.resolve("phy80211"))) {
      return HostInterface.Kind.WIRELESS;
    }
    return Files.exists(place.resolve("device"), LinkOption.NOFOLLOW_LINKS)
        ? HostInterface.Kind.CARD
        : HostInterface.Kind.OTHER;
  }

  private static String line(Path file) {
    try {
      return Files.readString(file, StandardCharsets.US_ASCII).strip();
    } catch (IOException unreadable) {
      return "";
    }
  }

  private static List<String> addresses(String name) {
    try {
      NetworkInterface card = NetworkInterface.getByName(name);
      return card == null
          ? List.of()
          : card.getInterfaceAddresses().stream()
              .filter(address -> !address.getAddress().isLinkLocalAddress())
              .map(HostInterfaces::text)
              .toList();
    } catch (SocketException unreadable) {
      return List.of();
    }
  }

  private static String text(InterfaceAddress address) {
    String host = address.getAddress().getHostAddress();
    int zone = host.indexOf('%');
    return (zone < 0 ? host : host.substring(0, zone)) + "/" + address.getNetworkPrefixLength();
  }

  /** As the host's libvirt lists them: it knows which is wireless, but not which is a bridge. */
  private static List<HostInterface> there(
      LibvirtExtra libvirt, ConnectionPointer connection, Set<String> ofNetworks) {
    try {
      return Things.list(
          libvirt,
          found -> libvirt.virConnectListAllNodeDevices(connection, found, CAP_NET),
          device -> {
            CString text = libvirt.virNodeDeviceGetXMLDesc(device, 0);
            return text == null ? Optional.empty() : document(text.toString(), ofNetworks);
          },
          (Pointer device) -> libvirt.virNodeDeviceFree(device));
    } catch (ProblemException unsupported) {
      // a driver without such a list has none to choose from
      return List.of();
    }
  }

  static Optional<HostInterface> document(String text, Set<String> ofNetworks) {
    String name = "";
    boolean wireless = false;
    boolean up = false;
    try {
      XMLStreamReader xml = SafeXml.reader(text);
      while (xml.hasNext()) {
        if (xml.next() == XMLStreamConstants.START_ELEMENT) {
          switch (xml.getLocalName()) {
            case "interface" -> name = xml.getElementText().strip();
            case "link" -> up = "up".equals(xml.getAttributeValue(null, "state"));
            case "capability" -> wireless |= "80211".equals(xml.getAttributeValue(null, "type"));
            default -> {
              // not needed
            }
          }
        }
      }
    } catch (XMLStreamException unreadable) {
      return Optional.empty();
    }
    if (name.isEmpty() || name.equals("lo") || isOfMachine(name)) {
      return Optional.empty();
    }
    HostInterface.Kind kind =
        wireless
            ? HostInterface.Kind.WIRELESS
            : ofNetworks.contains(name) || name.matches("br\\d+|virbr\\d+|br-.*")
                ? HostInterface.Kind.BRIDGE
                : HostInterface.Kind.CARD;
    return Optional.of(new HostInterface(name, kind, up, List.of(), ofNetworks.contains(name)));
  }
}
