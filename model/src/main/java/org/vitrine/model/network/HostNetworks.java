package org.vitrine.model.network;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.EnumSet;
import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import org.vitrine.model.host.HostNetworking.HelperLack;
import org.vitrine.model.host.HostOffer;
import org.vitrine.model.host.HostOffer.HostInterface;
import org.vitrine.model.plan.NetworkPlan;
import org.vitrine.model.plan.NicPlan.Link;
import org.vitrine.model.unit.Cidr;

/**
 * What a host has to plug a new machine into, and what it would have to make for it.
 *
 * @param noNetworks why it has no virtual networks at all, in the host's words; empty where it has
 */
public record HostNetworks(
    HostOffer offer, Optional<String> noNetworks, List<VirtualNetwork> networks) {

  private static final String USUAL = "default";
  private static final int NAT_RANGE = 122;
  private static final int HOST_ONLY_RANGE = 142;

  public HostNetworks {
    networks = List.copyOf(networks);
  }

  /** Whether a choice can be had there. */
  public sealed interface Availability {

    record Offered() implements Availability {}

    /**
     * Not to be had.
     *
     * @param detail what the host said of it; may be empty
     */
    record Absent(Lack lack, String detail) implements Availability {}
  }

  /** Why a choice cannot be had. */
  public enum Lack {
    /** The detail is the host's own word for it. */
    NO_VIRTUAL_NETWORKS,
    /** Machines of one user may make no bridge, and a virtual network is one. */
    NEEDS_SYSTEM_HOST,
    /** Neither a bridge nor a card with a cable. */
    NO_BRIDGE_NOR_CARD,
    ONLY_WIRELESS,
    HELPER_NOT_INSTALLED,
    HELPER_NOT_SETUID,
    HELPER_NO_LIST,
    HELPER_LIST_UNREADABLE,
    HELPER_NO_TUN,
    HELPER_NOT_THIS_COMPUTER,
    /** The helper's list names no bridge that is there. */
    HELPER_ALLOWS_NONE,
    NO_USER_MODE,
    NO_FREE_RANGE
  }

  public Availability availability(NetworkChoice choice) {
    return switch (choice) {
      case NONE -> new Availability.Offered();
      case USER ->
          offer.userModeForwards()
              ? new Availability.Offered()
              : new Availability.Absent(Lack.NO_USER_MODE, "");
      case NAT, HOST_ONLY, INTERNAL -> virtual(choice);
      case BRIDGED -> bridged();
    };
  }

  public boolean offers(NetworkChoice choice) {
    return availability(choice) instanceof Availability.Offered;
  }

  private Availability virtual(NetworkChoice choice) {
    if (noNetworks.isPresent()) {
      return new Availability.Absent(Lack.NO_VIRTUAL_NETWORKS, noNetworks.get());
    }
    if (!offer.privileged()) {
      return new Availability.Absent(Lack.NEEDS_SYSTEM_HOST, "");
    }
    return links(choice).isEmpty() && missing(choice, List.of()).isEmpty()
        ? new Availability.Absent(Lack.NO_FREE_RANGE, "")
        : new Availability.Offered();
  }

  private Availability bridged() {
    if (!links(NetworkChoice.BRIDGED).isEmpty()) {
      return new Availability.Offered();
    }
    if (offer.privileged()) {
      boolean wireless =
          offer.interfaces().stream()
              .anyMatch(card -> card.kind() == HostInterface.Kind.WIRELESS && card.up());
      return new Availability.Absent(wireless ? Lack.ONLY_WIRELESS : Lack.NO_BRIDGE_NOR_CARD, "");
    }
    return new Availability.Absent(
        offer.networking().helper().lack().map(HostNetworks::lack).orElse(Lack.HELPER_ALLOWS_NONE),
        "");
  }

  private static Lack lack(HelperLack lack) {
    return switch (lack) {
      case NOT_INSTALLED -> Lack.HELPER_NOT_INSTALLED;
      case NOT_SETUID -> Lack.HELPER_NOT_SETUID;
      case NO_LIST -> Lack.HELPER_NO_LIST;
      case LIST_UNREADABLE -> Lack.HELPER_LIST_UNREADABLE;
      case NO_TUN -> Lack.HELPER_NO_TUN;
      case NOT_THIS_COMPUTER -> Lack.HELPER_NOT_THIS_COMPUTER;
    };
  }

  /** What there is to plug into already, the best first. */
  public List<Link> links(NetworkChoice choice) {
    return switch (choice) {
      case NONE -> List.of();
      case USER -> List.of(new Link.User(List.of()));
      case NAT ->
          onNetworks(VirtualNetwork.Mode.NAT, VirtualNetwork.Mode.ROUTED, VirtualNetwork.Mode.OPEN);
      case HOST_ONLY -> onNetworks(VirtualNetwork.Mode.HOST_ONLY);
      case INTERNAL -> onNetworks(VirtualNetwork.Mode.INTERNAL);
      case BRIDGED -> {
        List<Link> links = new ArrayList<>(bridges());
        links.addAll(onNetworks(VirtualNetwork.Mode.BRIDGED));
        links.addAll(cards());
        yield links;
      }
    };
  }

  private List<Link> onNetworks(VirtualNetwork.Mode first, VirtualNetwork.Mode... more) {
    if (noNetworks.isPresent() || !offer.privileged()) {
      return List.of();
    }
    Set<VirtualNetwork.Mode> modes = EnumSet.of(first, more);
    return networks.stream()
        .filter(network -> modes.contains(network.mode()))
        .sorted(
            Comparator.comparing((VirtualNetwork network) -> !network.name().equals(USUAL))
                .thenComparing(VirtualNetwork::mode)
                .thenComparing(network -> !network.active())
                .thenComparing(VirtualNetwork::name))
        .<Link>map(network -> new Link.Network(network.name()))
        .toList();
  }

  /** Bridges of the host's own; a virtual network's is used by the network's name. */
  private List<Link> bridges() {
    return offer.interfaces().stream()
        .filter(one -> one.kind() == HostInterface.Kind.BRIDGE && !one.ofNetwork())
        .filter(one -> offer.privileged() || offer.networking().helper().allows(one.name()))
        .sorted(Comparator.comparing(one -> !one.up()))
        .<Link>map(one -> new Link.Bridge(one.name()))
        .toList();
  }

  /** Cards that can be shared: an access point takes no second address from a wireless one. */
  private List<Link> cards() {
    if (!offer.privileged()) {
      return List.of();
    }
    return offer.interfaces().stream()
        .filter(one -> one.kind() == HostInterface.Kind.CARD && one.up() && one.master().isEmpty())
        .<Link>map(one -> new Link.HostCard(one.name()))
        .toList();
  }

  public Optional<VirtualNetwork> network(String name) {
    return networks.stream().filter(network -> network.name().equals(name)).findFirst();
  }

  /**
   * The network that has to be made for a choice where there is none.
   *
   * @param planned the ones that are to be made already
   */
  public Optional<NetworkPlan> missing(NetworkChoice choice, List<NetworkPlan> planned) {
    Optional<VirtualNetwork.Mode> mode = mode(choice);
    if (mode.isEmpty()) {
      return Optional.empty();
    }
    Set<String> names = new HashSet<>();
    Set<String> bridges = bridgeNames(planned);
    networks.forEach(network -> names.add(network.name()));
    planned.forEach(plan -> names.add(plan.name()));
    Optional<String> subnet =
        choice == NetworkChoice.INTERNAL
            ? Optional.of("")
            : Subnets.of(offer, networks, planned)
                .free(choice == NetworkChoice.NAT ? NAT_RANGE : HOST_ONLY_RANGE)
                .map(Cidr::text);
    String name =
        free(choice == NetworkChoice.NAT ? List.of(USUAL, "nat") : List.of(name(choice)), names);
    return subnet.flatMap(
        range ->
            BridgeName.free("virbr", bridges)
                .map(bridge -> new NetworkPlan(name, mode.get(), true, range, bridge)));
  }

  /** The names of all interfaces there are or will be. */
  public Set<String> bridgeNames(List<NetworkPlan> planned) {
    Set<String> names = new HashSet<>();
    offer.interfaces().forEach(one -> names.add(one.name()));
    networks.forEach(network -> names.add(network.bridge()));
    planned.forEach(plan -> names.add(plan.bridge()));
    return names;
  }

  private static Optional<VirtualNetwork.Mode> mode(NetworkChoice choice) {
    return switch (choice) {
      case NAT -> Optional.of(VirtualNetwork.Mode.NAT);
      case HOST_ONLY -> Optional.of(VirtualNetwork.Mode.HOST_ONLY);
      case INTERNAL -> Optional.of(VirtualNetwork.Mode.INTERNAL);
      case BRIDGED, USER, NONE -> Optional.empty();
    };
  }

  private static String name(NetworkChoice choice) {
    return choice == NetworkChoice.HOST_ONLY ? "host-only" : "internal";
  }

  private static String free(List<String> wanted, Set<String> taken) {
    Optional<String> first = wanted.stream().filter(name -> !taken.contains(name)).findFirst();
    if (first.isPresent()) {
      return first.get();
    }
    String base = wanted.getLast();
    int number = 2;
    while (taken.contains(base + "-" + number)) {
      number++;
    }
    return base + "-" + number;
  }

  /** The network that has to be started, or made, for a card to work; empty where none has. */
  public Optional<NetworkPlan> needed(Link link, List<NetworkPlan> missing) {
    if (!(link instanceof Link.Network(String name))) {
      return Optional.empty();
    }
    Optional<NetworkPlan> planned =
        missing.stream().filter(plan -> plan.name().equals(name)).findFirst();
    return planned.isPresent()
        ? planned
        : network(name)
            .filter(network -> !network.active())
            .map(
                network ->
                    new NetworkPlan(
                        name, network.mode(), false, network.subnet(), network.bridge()));
  }

  /** Who can reach whom over it. */
  public Reach reach(Link link, List<NetworkPlan> missing) {
    return switch (link) {
      case Link.Network(String name) ->
          Reach.of(
              missing.stream()
                  .filter(plan -> plan.name().equals(name))
                  .map(NetworkPlan::mode)
                  .findFirst()
                  .or(() -> network(name).map(VirtualNetwork::mode))
                  .orElse(VirtualNetwork.Mode.OTHER));
      case Link.Bridge bridge -> Reach.lan();
      case Link.HostCard card -> Reach.sharedCard();
      case Link.User user -> Reach.user(user.forwards());
    };
  }

  /** What most people want of a new machine: out, without anything having to be set up. */
  public NetworkChoice usual() {
    for (NetworkChoice choice :
        List.of(NetworkChoice.NAT, NetworkChoice.USER, NetworkChoice.BRIDGED)) {
      if (offers(choice)) {
        return choice;
      }
    }
    return NetworkChoice.NONE;
  }
}
