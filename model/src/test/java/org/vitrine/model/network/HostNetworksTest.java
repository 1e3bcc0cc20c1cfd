package org.vitrine.model.network;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertNotEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import org.junit.jupiter.api.Test;
import org.vitrine.model.host.Acceleration;
import org.vitrine.model.host.HostNetworking;
import org.vitrine.model.host.HostNetworking.BridgeHelper;
import org.vitrine.model.host.HostNetworking.HelperLack;
import org.vitrine.model.host.HostNetworking.Route;
import org.vitrine.model.host.HostOffer;
import org.vitrine.model.host.HostOffer.HostInterface;
import org.vitrine.model.host.HostOffer.HostInterface.Kind;
import org.vitrine.model.network.HostNetworks.Availability;
import org.vitrine.model.network.HostNetworks.Lack;
import org.vitrine.model.network.VirtualNetwork.Mode;
import org.vitrine.model.plan.NetworkPlan;
import org.vitrine.model.plan.NicPlan.Link;
import org.vitrine.model.unit.ByteSize;
import org.vitrine.model.unit.Cidr;

class HostNetworksTest {

  private static final BridgeHelper NO_HELPER =
      new BridgeHelper(false, Set.of(), Optional.of(HelperLack.NO_LIST));
  private static final HostInterface CARD =
      new HostInterface("eth0", Kind.CARD, true, List.of("192.0.2.10/24"), false);

  private boolean privileged = true;
  private BridgeHelper helper = NO_HELPER;
  private final List<Route> routes = new ArrayList<>();
  private final List<HostInterface> interfaces = new ArrayList<>(List.of(CARD));
  private final List<VirtualNetwork> networks = new ArrayList<>();
  private Optional<String> noNetworks = Optional.empty();

  private HostOffer offer() {
    return new HostOffer(
        true,
        privileged,
        "x86_64",
        true,
        new Acceleration.Hardware(),
        Set.of("q35"),
        Set.of(),
        false,
        Set.of(),
        Set.of(),
        Set.of(),
        true,
        "/images",
        Optional.empty(),
        ByteSize.ZERO,
        ByteSize.ZERO,
        1,
        ByteSize.ZERO,
        ByteSize.ZERO,
        0,
        ByteSize.ZERO,
        ByteSize.ZERO,
        interfaces,
        true,
        new HostNetworking(routes, helper));
  }

  private HostNetworks host() {
    return new HostNetworks(offer(), noNetworks, networks);
  }

  private void network(String name, Mode mode, boolean active, String bridge, String subnet) {
    networks.add(
        new VirtualNetwork(UUID.randomUUID(), name, active, true, true, mode, bridge, subnet));
  }

  private NetworkPlan missing(NetworkChoice choice, NetworkPlan... planned) {
    return host().missing(choice, List.of(planned)).orElseThrow();
  }

  @Test
  void bareHostIsGivenTheUsualNetwork() {
    assertEquals(
        new NetworkPlan("default", Mode.NAT, true, "192.168.122.0/24", "virbr0"),
        missing(NetworkChoice.NAT));
    assertEquals(NetworkChoice.NAT, host().usual());
  }

  @Test
  void newNetworkKeepsOffWhatTheHostHas() {
    interfaces.add(new HostInterface("eth1", Kind.CARD, true, List.of("192.168.122.7/24"), false));
    network("lab", Mode.HOST_ONLY, false, "virbr0", "192.168.123.0/24");
    routes.add(new Route(Cidr.around("192.168.124.0/23").orElseThrow(), "tun0", "", 0));
    routes.add(new Route(Cidr.around("0.0.0.0/0").orElseThrow(), "eth0", "192.0.2.1", 0));
    NetworkPlan plan = missing(NetworkChoice.NAT);
    assertEquals("192.168.126.0/24", plan.subnet());
    assertEquals("virbr1", plan.bridge());
  }

  @Test
  void networksMadeTogetherKeepOffOneAnother() {
    NetworkPlan nat = missing(NetworkChoice.NAT);
    NetworkPlan hostOnly = missing(NetworkChoice.HOST_ONLY, nat);
    NetworkPlan second = missing(NetworkChoice.HOST_ONLY, nat, hostOnly);
    assertEquals(
        Set.of("virbr0", "virbr1", "virbr2"),
        Set.of(nat.bridge(), hostOnly.bridge(), second.bridge()));
    assertEquals("host-only-2", second.name());
    assertNotEquals(hostOnly.subnet(), second.subnet());
  }

  @Test
  void privateRangesAllTakenLeadToTheNextOnes() {
    routes.add(new Route(Cidr.around("192.168.0.0/16").orElseThrow(), "eth0", "", 0));
    assertEquals("10.122.0.0/24", missing(NetworkChoice.NAT).subnet());
    routes.add(new Route(Cidr.around("10.0.0.0/8").orElseThrow(), "eth0", "", 0));
    assertEquals(
        new Availability.Absent(Lack.NO_FREE_RANGE, ""), host().availability(NetworkChoice.NAT));
    assertTrue(host().offers(NetworkChoice.INTERNAL), "it has no addresses");
  }

  @Test
  void usualNameTakenByAnotherKindOfNetworkIsLeftAlone() {
    network("default", Mode.HOST_ONLY, true, "virbr0", "192.168.122.0/24");
    assertEquals("nat", missing(NetworkChoice.NAT).name());
    network("nat", Mode.INTERNAL, true, "virbr1", "");
    assertEquals("nat-2", missing(NetworkChoice.NAT).name());
  }

  @Test
  void networksThatAreThereComeBeforeNewOnes() {
    network("zz", Mode.NAT, true, "virbr3", "192.168.7.0/24");
    network("aa", Mode.NAT, false, "virbr2", "192.168.6.0/24");
    network("default", Mode.NAT, false, "virbr0", "192.168.122.0/24");
    network("office", Mode.ROUTED, true, "virbr1", "192.168.5.0/24");
    assertEquals(
        List.of(
            new Link.Network("default"),
            new Link.Network("zz"),
            new Link.Network("aa"),
            new Link.Network("office")),
        host().links(NetworkChoice.NAT));
  }

  @Test
  void onlyWhatDoesNotRunHasToBeStarted() {
    network("runs", Mode.NAT, true, "virbr0", "192.168.122.0/24");
    network("rests", Mode.NAT, false, "virbr1", "192.168.123.0/24");
    NetworkPlan made = missing(NetworkChoice.HOST_ONLY);
    assertEquals(Optional.empty(), host().needed(new Link.Network("runs"), List.of(made)));
    assertFalse(host().needed(new Link.Network("rests"), List.of(made)).orElseThrow().missing());
    assertEquals(Optional.of(made), host().needed(new Link.Network("host-only"), List.of(made)));
    assertEquals(Optional.empty(), host().needed(new Link.Bridge("br0"), List.of(made)));
  }

  @Test
  void rangeThatTheHostHasMeanwhileIsNamedBeforeTheStart() {
    network("default", Mode.NAT, false, "virbr0", "192.168.122.0/24");
    assertEquals(
        Optional.empty(),
        Subnets.againstStart(offer(), networks.getFirst())
            .conflict(Cidr.around("192.168.122.0/24").orElseThrow()));
    interfaces.add(new HostInterface("eth1", Kind.CARD, true, List.of("192.168.122.7/24"), false));
    Subnets.Taken clash =
        Subnets.againstStart(offer(), networks.getFirst())
            .conflict(Cidr.around("192.168.122.0/24").orElseThrow())
            .orElseThrow();
    assertEquals("eth1", clash.name());
    assertEquals(Subnets.By.INTERFACE, clash.by());
  }

  @Test
  void oneUsersHostHasTheEmulatorsNetworkOnly() {
    privileged = false;
    network("default", Mode.NAT, true, "virbr0", "192.168.122.0/24");
    for (NetworkChoice choice :
        List.of(NetworkChoice.NAT, NetworkChoice.HOST_ONLY, NetworkChoice.INTERNAL)) {
      assertEquals(
          new Availability.Absent(Lack.NEEDS_SYSTEM_HOST, ""), host().availability(choice));
    }
    assertEquals(
        new Availability.Absent(Lack.HELPER_NO_LIST, ""),
        host().availability(NetworkChoice.BRIDGED));
    assertEquals(NetworkChoice.USER, host().usual());
  }

  @Test
  void oneUsersHostTakesTheBridgesItsHelperAllows() {
    privileged = false;
    interfaces.add(new HostInterface("br0", Kind.BRIDGE, true, List.of(), false));
    interfaces.add(new HostInterface("br1", Kind.BRIDGE, true, List.of(), false));
    helper = new BridgeHelper(false, Set.of("br1"), Optional.empty());
    assertEquals(List.of(new Link.Bridge("br1")), host().links(NetworkChoice.BRIDGED));
    helper = new BridgeHelper(true, Set.of(), Optional.empty());
    assertEquals(2, host().links(NetworkChoice.BRIDGED).size());
    helper = new BridgeHelper(false, Set.of("br7"), Optional.empty());
    assertEquals(
        new Availability.Absent(Lack.HELPER_ALLOWS_NONE, ""),
        host().availability(NetworkChoice.BRIDGED));
  }

  @Test
  void bridgesComeBeforeSharedCardsAndNeverAVirtualNetworksOwn() {
    interfaces.add(new HostInterface("br0", Kind.BRIDGE, true, List.of(), false));
    interfaces.add(new HostInterface("virbr0", Kind.BRIDGE, true, List.of(), true));
    interfaces.add(new HostInterface("eth1", Kind.CARD, true, List.of(), false, "br0"));
    interfaces.add(new HostInterface("eth2", Kind.CARD, false, List.of(), false));
    interfaces.add(new HostInterface("wlan0", Kind.WIRELESS, true, List.of(), false));
    assertEquals(
        List.of(new Link.Bridge("br0"), new Link.HostCard("eth0")),
        host().links(NetworkChoice.BRIDGED));
  }

  @Test
  void wirelessCardIsNamedAsTheReason() {
    interfaces.clear();
    assertEquals(
        new Availability.Absent(Lack.NO_BRIDGE_NOR_CARD, ""),
        host().availability(NetworkChoice.BRIDGED));
    interfaces.add(new HostInterface("wlan0", Kind.WIRELESS, true, List.of(), false));
    assertEquals(
        new Availability.Absent(Lack.ONLY_WIRELESS, ""),
        host().availability(NetworkChoice.BRIDGED));
  }

  @Test
  void hostWithoutNetworksSaysSoItself() {
    noNetworks = Optional.of("not with this driver");
    assertEquals(
        new Availability.Absent(Lack.NO_VIRTUAL_NETWORKS, "not with this driver"),
        host().availability(NetworkChoice.NAT));
  }

  @Test
  void bridgeNamesAreWhatTheKernelTakes() {
    Set<String> taken = Set.of("br0", "eth0");
    assertEquals(Optional.empty(), BridgeName.check("br1", taken));
    assertEquals(Optional.empty(), BridgeName.check("a23456789012345", taken));
    assertEquals(
        Optional.of(BridgeName.Fault.TOO_LONG), BridgeName.check("a234567890123456", taken));
    // fifteen letters, but more bytes
    assertEquals(
        Optional.of(BridgeName.Fault.TOO_LONG), BridgeName.check("\u00e4".repeat(8), taken));
    assertEquals(Optional.of(BridgeName.Fault.TAKEN), BridgeName.check("br0", taken));
    assertEquals(Optional.of(BridgeName.Fault.EMPTY), BridgeName.check("", taken));
    for (String name : List.of("..", ".", "a/b", "-x", "a b", "a..b", "a;b", "br\n", "all")) {
      assertEquals(Optional.of(BridgeName.Fault.NOT_POSSIBLE), BridgeName.check(name, taken), name);
    }
    assertEquals(Optional.of("br1"), BridgeName.free("br", taken));
  }
}
