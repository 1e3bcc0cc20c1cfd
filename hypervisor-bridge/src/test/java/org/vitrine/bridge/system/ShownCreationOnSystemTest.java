package org.vitrine.bridge.system;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.List;
import java.util.UUID;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;
import org.vitrine.bridge.testing.ClosesClean;
import org.vitrine.bridge.testing.HeardNews;
import org.vitrine.bridge.testing.LabHost;
import org.vitrine.bridge.testing.NeedsLabHost;
import org.vitrine.bridge.testing.OpenHosts;
import org.vitrine.bridge.testing.PlanBuilder;
import org.vitrine.bridge.xml.PlanXml;
import org.vitrine.model.explain.CreateCommands;
import org.vitrine.model.network.VirtualNetwork;
import org.vitrine.model.network.VirtualNetwork.Mode;
import org.vitrine.model.plan.DiskPlan.Bus;
import org.vitrine.model.plan.DiskPlan.Format;
import org.vitrine.model.plan.NewMachinePlan;
import org.vitrine.model.plan.NicPlan.Link;
import org.vitrine.model.plan.NicPlan.Model;
import org.vitrine.model.plan.Setup;

/** The shown script on a host of the whole computer: networks are made, and the machine runs. */
@NeedsLabHost
@ExtendWith(ClosesClean.class)
class ShownCreationOnSystemTest {

  private static final String IMAGES = "/var/lib/libvirt/images/made/";

  private static LabHost lab;

  @BeforeAll
  static void startHost() throws Exception {
    lab = LabHost.start("created");
  }

  @AfterAll
  static void endHost() throws Exception {
    lab.close();
  }

  @Test
  void scriptMakesNetworksAndRunsTheMachine(OpenHosts hosts) throws Exception {
    NewMachinePlan plan =
        new PlanBuilder()
            .host(lab.addressInside())
            .uuid(UUID.randomUUID())
            .named("it's $HOME")
            .disk(IMAGES + "first.qcow2", Format.QCOW2, Bus.VIRTIO)
            .network("lab & <co>", Mode.NAT, "10.77.3.0/24")
            .network("host only", Mode.HOST_ONLY, "10.77.4.0/28")
            .network("inside", Mode.INTERNAL, "")
            .nic(new Link.Network("lab & <co>"), Model.VIRTIO)
            .nic(new Link.Network("host only"), Model.E1000E)
            .nic(new Link.Network("inside"), Model.VIRTIO)
            .setup(
                new Setup.Carrier.SeedCd(IMAGES + "seed.iso", "cidata", Bus.SCSI),
                new Setup.AnswerFile("user-data", "#cloud-config\n"))
            .plan();
    lab.shell(CreateCommands.script(plan, new PlanXml(), true));
    List<VirtualNetwork> networks = hosts.open(lab.uri(), new HeardNews()).networks();
    made(networks, "lab & <co>", Mode.NAT, "10.77.3.0/24");
    made(networks, "host only", Mode.HOST_ONLY, "10.77.4.0/28");
    made(networks, "inside", Mode.INTERNAL, "");
    assertEquals("running", lab.virsh("domstate", "--", plan.name()));
    String uuid = plan.uuid().toString();
    assertTrue(lab.virsh("dumpxml", uuid).contains("seed.iso"), "the answers are in");
    String stored = lab.virsh("dumpxml", "--inactive", uuid);
    assertFalse(stored.contains("seed.iso"), "and not the next time");
    lab.virsh("destroy", uuid);
    lab.virsh("undefine", uuid);
    lab.give("define", new PlanXml().machine(plan));
    assertEquals(lab.virsh("dumpxml", "--inactive", uuid), stored);
    lab.virsh("undefine", uuid);
  }

  private static void made(List<VirtualNetwork> all, String name, Mode mode, String subnet) {
    VirtualNetwork found =
        all.stream().filter(network -> network.name().equals(name)).findFirst().orElseThrow();
    assertEquals(mode, found.mode());
    assertEquals(subnet, found.subnet());
    assertTrue(found.active() && found.autostart() && found.persistent(), found::toString);
  }
}
