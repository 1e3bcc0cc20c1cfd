package org.vitrine.model.plan;

import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.regex.Pattern;
import org.vitrine.model.host.HostOffer;
import org.vitrine.model.plan.NicPlan.Forward;
import org.vitrine.model.plan.PlanFault.Kind;
import org.vitrine.model.plan.PlanField.Part;
import org.vitrine.model.unit.MacAddress;

/** What speaks against a plan's network cards and new networks. */
final class NetworkCheck {

  private static final int MOST_PORTS = 65_535;

  /** What the kernel takes for the name of an interface. */
  private static final int LONGEST_BRIDGE = 15;

  private static final String OCTET = "(25[0-5]|2[0-4]\\d|1\\d\\d|[1-9]?\\d)";
  private static final Pattern ADDRESS = Pattern.compile(OCTET + "(\\." + OCTET + "){3}");
  private static final Pattern SUBNET =
      Pattern.compile(OCTET + "(\\." + OCTET + "){3}/([89]|1\\d|2\\d)");

  private final List<PlanFault> faults = new ArrayList<>();

  private NetworkCheck() {}

  static List<PlanFault> of(NewMachinePlan plan, HostOffer offer, PlanCheck.Others others) {
    NetworkCheck check = new NetworkCheck();
    Set<String> macs = new HashSet<>();
    Set<String> ports = new HashSet<>();
    for (int i = 0; i < plan.nics().size(); i++) {
      PlanField field = PlanField.of(Part.NETWORK, i);
      NicPlan nic = plan.nics().get(i);
      check.mac(field, nic.mac(), macs, others);
      if (nic.link() instanceof NicPlan.Link.User user) {
        if (!user.forwards().isEmpty() && !offer.userModeForwards()) {
          check.add(field, Kind.FORWARDS_NOT_OFFERED);
        }
        if (!user.forwards().isEmpty() && !nic.plugged()) {
          check.add(field, Kind.FORWARDS_OF_UNPLUGGED_CARD);
        }
        user.forwards().forEach(forward -> check.forward(field, forward, ports));
      }
    }
    for (NetworkPlan network : plan.networks()) {
      check.network(plan.fieldOf(network), network);
    }
    return check.faults;
  }

  private void add(PlanField field, Kind kind, Why.Detail... details) {
    faults.add(PlanFault.of(field, kind, details));
  }

  private void mac(PlanField field, String typed, Set<String> macs, PlanCheck.Others others) {
    Optional<MacAddress> mac = MacAddress.parse(typed);
    if (mac.isEmpty()) {
      add(field, Kind.MAC_NOT_POSSIBLE);
    } else if (mac.get().isZero()) {
      add(field, Kind.MAC_ZERO);
    } else if (mac.get().isMulticast()) {
      add(field, Kind.MAC_MULTICAST);
    } else if (!macs.add(mac.get().text())) {
      add(field, Kind.MAC_TWICE);
    } else if (others.macs().containsKey(mac.get().text())) {
      add(field, Kind.MAC_TAKEN, Why.text(others.macs().getOrDefault(mac.get().text(), "")));
    }
  }

  private void forward(PlanField field, Forward forward, Set<String> ports) {
    for (int port : new int[] {forward.hostPort(), forward.guestPort()}) {
      if (port < 1 || port > MOST_PORTS) {
        add(field, Kind.PORT_NOT_POSSIBLE, Why.count(port));
      }
    }
    if (!isAddress(forward.hostAddress())) {
      add(field, Kind.FORWARD_ADDRESS_NOT_POSSIBLE, Why.text(forward.hostAddress()));
    }
    if (!ports.add(forward.protocol() + " " + forward.hostAddress() + " " + forward.hostPort())) {
      add(field, Kind.PORT_TWICE, Why.count(forward.hostPort()));
    }
  }

  static boolean isAddress(String text) {
    return ADDRESS.matcher(text).matches();
  }

  private void network(PlanField field, NetworkPlan network) {
    if (!network.missing()) {
      return;
    }
    boolean addressed =
        switch (network.mode()) {
          case NAT, ROUTED, OPEN, HOST_ONLY -> true;
          case INTERNAL, BRIDGED, OTHER -> false;
        };
    if (addressed && !SUBNET.matcher(network.subnet()).matches()) {
      add(field, Kind.SUBNET_NOT_POSSIBLE, Why.text(network.subnet()));
    }
    String bridge = network.bridge();
    if (bridge.getBytes(StandardCharsets.UTF_8).length > LONGEST_BRIDGE
        || (!bridge.isEmpty() && !bridge.matches("[A-Za-z0-9_][A-Za-z0-9_.-]*"))) {
      add(field, Kind.BRIDGE_NAME_NOT_POSSIBLE, Why.text(bridge));
    }
  }
}
