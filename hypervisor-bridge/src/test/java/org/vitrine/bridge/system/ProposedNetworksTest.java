package org.vitrine.bridge.system;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;
import org.vitrine.bridge.testing.ClosesClean;
import org.vitrine.bridge.testing.HeardNews;
import org.vitrine.bridge.testing.LabHost;
import org.vitrine.bridge.testing.NeedsLabHost;
import org.vitrine.bridge.testing.OpenHosts;
import org.vitrine.bridge.xml.PlanXml;
import org.vitrine.model.network.HostNetworks;
import org.vitrine.model.network.NetworkChoice;
import org.vitrine.model.network.Subnets;
import org.vitrine.model.network.VirtualNetwork;
import org.vitrine.model.plan.NetworkPlan;
import org.vitrine.model.plan.NicPlan.Link;
import org.vitrine.model.port.HypervisorSession;
import org.vitrine.model.problem.ProblemException;
import org.vitrine.model.unit.Cidr;

/** The networks that are proposed where a host has none can really be made and started there. */
@NeedsLabHost
@ExtendWith(ClosesClean.class)
class ProposedNetworksTest {

  private static HostNetworks seen(HypervisorSession session) throws Exception {
    return new HostNetworks(session.offer(), Optional.empty(), session.networks());
  }

  private static void withoutNetworks(LabHost lab) throws Exception {
    for (String name : lab.virsh("net-list", "--all", "--name").lines().toList()) {
      if (!name.isBlank()) {
        lab.shell("virsh net-destroy " + name + " || true");
        lab.virsh("net-undefine", name);
      }
    }
  }

  @Test
  void everyNetworkThatIsMissingIsMadeAndRuns(OpenHosts hosts) throws Exception {
    try (LabHost lab = LabHost.start("networks")) {
      withoutNetworks(lab);
      HypervisorSession session = hosts.open(lab.uri(), new HeardNews());
      List<NetworkPlan> planned = new ArrayList<>();
      for (NetworkChoice choice :
          List.of(NetworkChoice.NAT, NetworkChoice.HOST_ONLY, NetworkChoice.INTERNAL)) {
        planned.add(seen(session).missing(choice, planned).orElseThrow());
      }
      for (NetworkPlan plan : planned) {
        session.workshop().makeNetwork(new PlanXml().network(plan));
        session.startNetwork(plan.name());
      }
      assertEquals("default", planned.getFirst().name());
      HostNetworks now = seen(session);
      for (NetworkPlan plan : planned) {
        VirtualNetwork made = now.network(plan.name()).orElseThrow();
        assertTrue(made.active(), plan.name());
        assertEquals(plan.mode(), made.mode());
        assertEquals(plan.subnet(), made.subnet());
        assertEquals(plan.bridge(), made.bridge());
        assertEquals(
            Optional.empty(), now.needed(new Link.Network(plan.name()), List.of()), plan.name());
      }
      assertEquals(List.of(new Link.Network("default")), now.links(NetworkChoice.NAT));
    }
  }

  @Test
  void networkThatRestsIsStartedByTheSamePlan(OpenHosts hosts) throws Exception {
    try (LabHost lab = LabHost.start("networks")) {
      withoutNetworks(lab);
      HypervisorSession session = hosts.open(lab.uri(), new HeardNews());
      NetworkPlan made = seen(session).missing(NetworkChoice.NAT, List.of()).orElseThrow();
      session.workshop().makeNetwork(new PlanXml().network(made));
      if (seen(session).network(made.name()).orElseThrow().active()) {
        session.stopNetwork(made.name());
      }
      HostNetworks resting = seen(session);
      NetworkPlan needed =
          resting.needed(resting.links(NetworkChoice.NAT).getFirst(), List.of()).orElseThrow();
      assertFalse(needed.missing());
      session.startNetwork(needed.name());
      assertTrue(seen(session).network(needed.name()).orElseThrow().active());
    }
  }

  @Test
  void rangeThatIsRefusedHereIsRefusedByTheHostToo(OpenHosts hosts) throws Exception {
    try (LabHost lab = LabHost.start("networks")) {
      withoutNetworks(lab);
      HypervisorSession session = hosts.open(lab.uri(), new HeardNews());
      NetworkPlan first = seen(session).missing(NetworkChoice.NAT, List.of()).orElseThrow();
      session.workshop().makeNetwork(new PlanXml().network(first));
      session.startNetwork(first.name());
      HostNetworks now = seen(session);
      Subnets.Taken taken =
          Subnets.of(now.offer(), now.networks(), List.of())
              .conflict(Cidr.around(first.subnet()).orElseThrow())
              .orElseThrow();
      assertEquals("default", taken.name());
      NetworkPlan same = new NetworkPlan("second", first.mode(), true, first.subnet(), "virbr77");
      session.workshop().makeNetwork(new PlanXml().network(same));
      boolean started = true;
      try {
        session.startNetwork("second");
      } catch (ProblemException clash) {
        started = false;
      }
      assertFalse(started, "the host itself would not have it");
    }
  }
}
