package org.vitrine.bridge.system;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.UUID;
import java.util.concurrent.TimeUnit;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.vitrine.bridge.image.QemuImg;
import org.vitrine.bridge.media.AnswerMedia;
import org.vitrine.bridge.testing.GuestShell;
import org.vitrine.bridge.testing.LabHost;
import org.vitrine.bridge.testing.NeedsLabHost;
import org.vitrine.bridge.testing.PlanBuilder;
import org.vitrine.bridge.testing.TinyGuest;
import org.vitrine.bridge.testing.WatchedHost;
import org.vitrine.bridge.work.MachineMaker;
import org.vitrine.bridge.xml.PlanXml;
import org.vitrine.model.network.VirtualNetwork.Mode;
import org.vitrine.model.operation.Report;
import org.vitrine.model.plan.Boot;
import org.vitrine.model.plan.NewMachinePlan;
import org.vitrine.model.plan.NicPlan;
import org.vitrine.model.port.BlockingGuard;

/** Who reaches whom on networks that were made with the machines: a host of the whole computer. */
@NeedsLabHost
@Tag("slow")
class MadeNetworksTest {

  private static final Pattern LEASE = Pattern.compile("ipv4 +([0-9.]+)/");

  private static LabHost lab;

  @TempDir Path state;

  @BeforeAll
  static void startHost() throws Exception {
    lab = LabHost.start("networks");
    for (String part : List.of("vmlinux", "initrd")) {
      Files.copy(TinyGuest.media().resolve(part), lab.library("boot/" + part));
    }
    lab.run("ip", "link", "add", "br-lab", "type", "bridge");
    lab.run("ip", "addr", "add", "10.88.1.1/24", "dev", "br-lab");
    lab.run("ip", "link", "set", "br-lab", "up");
  }

  @AfterAll
  static void endHost() throws Exception {
    lab.close();
  }

  private static PlanBuilder guest(String name, String words) {
    return new PlanBuilder()
        .host(lab.address())
        .uuid(UUID.randomUUID())
        .named(name)
        .kernel(
            new Boot.Kernel(
                "/var/lib/libvirt/boot/vmlinux",
                "/var/lib/libvirt/boot/initrd",
                "console=ttyS0 quiet panic=5 " + words),
            false);
  }

  private void make(WatchedHost host, NewMachinePlan plan) throws Exception {
    new MachineMaker(new PlanXml(), new QemuImg(BlockingGuard.NONE), new AnswerMedia(), state)
        .make(host.link(), plan, true, Report.NOBODY)
        .machine()
        .get(90, TimeUnit.SECONDS);
  }

  /** Gives an address to the card with this MAC, whatever the guest calls it. */
  private static String address(String mac, String address) {
    return "card=$(grep -l "
        + mac
        + " /sys/class/net/*/address | cut -d/ -f5); ip link set $card up; ip addr add "
        + address
        + " dev $card";
  }

  private static String lease(String machine, String network) throws Exception {
    long end = System.nanoTime() + TimeUnit.SECONDS.toNanos(60);
    while (System.nanoTime() < end) {
      String said = lab.virsh("net-dhcp-leases", network);
      for (String line : said.lines().toList()) {
        Matcher address = LEASE.matcher(line);
        if (line.contains(" " + machine + " ") && address.find()) {
          return address.group(1);
        }
      }
      Thread.sleep(300);
    }
    throw new AssertionError(machine + " has no address on " + network);
  }

  @Test
  void everyModeReachesWhomItSays() throws Exception {
    try (WatchedHost host = new WatchedHost(lab.uri())) {
      // NAT and host-only: the host reaches the guest, and the guest the host
      make(
          host,
          guest("out", "sample.host=out")
              .network("lab-nat", Mode.NAT, "10.77.5.0/24")
              .network("lab-host", Mode.HOST_ONLY, "10.77.6.0/24")
              .nic(new NicPlan.Link.Network("lab-nat"), NicPlan.Model.VIRTIO)
              .nic(new NicPlan.Link.Network("lab-host"), NicPlan.Model.VIRTIO)
              .plan());
      // internal and bridged
      NewMachinePlan second =
          guest("one", "sample.host=one")
              .network("lab-inside", Mode.INTERNAL, "")
              .nic(new NicPlan.Link.Network("lab-inside"), NicPlan.Model.VIRTIO)
              .nic(new NicPlan.Link.Bridge("br-lab"), NicPlan.Model.E1000E)
              .plan();
      make(host, second);
      NicPlan.Link inside = new NicPlan.Link.Network("lab-inside");
      NewMachinePlan third =
          guest("two", "sample.host=two")
              // two machines of one builder would have the same card
              .nic(new NicPlan.Link.User(List.of()), NicPlan.Model.VIRTIO, false)
              .nic(new NicPlan.Link.User(List.of()), NicPlan.Model.VIRTIO, false)
              .nic(inside, NicPlan.Model.VIRTIO)
              .plan();
      NewMachinePlan otherCard =
          new NewMachinePlan(
              third.host(),
              third.uuid(),
              third.name(),
              third.title(),
              third.notes(),
              third.os(),
              third.platform(),
              third.compute(),
              third.boot(),
              third.disks(),
              third.drives(),
              third.nics().subList(2, 3),
              third.networks(),
              third.display(),
              third.extras(),
              third.setup());
      make(host, otherCard);

      GuestShell out = new GuestShell(lab::virsh, "out").awaitUp();
      String nat = lease("out", "lab-nat");
      assertTrue(nat.startsWith("10.77.5."), nat);
      assertTrue(lease("out", "lab-host").startsWith("10.77.6."));
      lab.run("ping", "-c", "1", "-W", "5", nat);
      assertEquals("0", out.run("ping -q -c 1 -W 5 10.77.6.1 >/dev/null; echo $?"));
      assertTrue(out.run("ip route").contains("default via 10.77.5.1"), "NAT leads outside");

      GuestShell one = new GuestShell(lab::virsh, "one").awaitUp();
      GuestShell two = new GuestShell(lab::virsh, "two").awaitUp();
      one.run(address("52:54:00:00:00:01", "10.99.1.1/24"));
      two.run(address("52:54:00:00:00:03", "10.99.1.2/24"));
      assertEquals("0", one.run("ping -q -c 3 -W 5 10.99.1.2 >/dev/null; echo $?"));
      assertEquals(
          "1",
          one.run("ping -q -c 1 -W 2 10.99.1.254 >/dev/null; echo $?"),
          "nobody else is there");
      one.run(address("52:54:00:00:00:02", "10.88.1.2/24"));
      lab.run("ping", "-c", "2", "-W", "5", "10.88.1.2");
      assertEquals(
          "", lab.shell("ip -4 -o addr show | grep 10.99. || true"), "the host is not on it");
      for (String name : List.of("out", "one", "two")) {
        lab.virsh("destroy", name);
      }
    }
  }
}
