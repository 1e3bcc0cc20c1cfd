package org.vitrine.bridge.libvirt;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;
import org.junit.jupiter.api.io.TempDir;
import org.vitrine.bridge.testing.ClosesClean;
import org.vitrine.bridge.testing.HeardNews;
import org.vitrine.bridge.testing.NeedsSessionDaemon;
import org.vitrine.bridge.testing.OpenHosts;
import org.vitrine.bridge.testing.SessionDaemon;
import org.vitrine.model.host.HostOffer;
import org.vitrine.model.host.HostOffer.HostInterface;
import org.vitrine.model.plan.DiskPlan;
import org.vitrine.model.plan.DisplayPlan;
import org.vitrine.model.plan.Platform;
import org.vitrine.model.unit.ByteSize;

/** What real hosts say that they have for a new machine. */
@NeedsSessionDaemon
@ExtendWith(ClosesClean.class)
class OfferTest {

  private static SessionDaemon daemon;

  @BeforeAll
  static void start() throws Exception {
    daemon = SessionDaemon.start();
  }

  @AfterAll
  static void stop() throws Exception {
    daemon.close();
  }

  @Test
  void sessionOffersWhatItsEmulatorHas(OpenHosts hosts) throws Exception {
    HostOffer offer = hosts.open(daemon.uri(), new HeardNews()).offer();
    assertTrue(offer.local());
    assertEquals("x86_64", offer.architecture());
    assertTrue(offer.machines().containsAll(Set.of("q35", "pc")), offer.machines()::toString);
    assertTrue(offer.firmware().contains(Platform.Firmware.BIOS));
    assertEquals(
        Files.exists(Path.of("/usr/share/OVMF/OVMF_CODE_4M.ms.fd")),
        offer.firmware().contains(Platform.Firmware.UEFI_SECURE),
        offer.firmware()::toString);
    assertEquals(Files.isExecutable(Path.of("/usr/bin/swtpm")), offer.tpm());
    assertEquals(Set.of(DiskPlan.Bus.values()), offer.buses());
    assertTrue(offer.videos().contains(DisplayPlan.Video.VIRTIO), offer.videos()::toString);
    assertTrue(offer.cpuModels().contains(Platform.Cpu.MAXIMUM) || offer.accelerated());
    assertTrue(offer.cpus() > 0 && offer.memory().bytes() > 0);
    assertTrue(offer.freeMemory().bytes() > 0);
    assertTrue(offer.freeMemory().compareTo(offer.memory()) < 0, offer::toString);
    assertTrue(offer.userModeForwards());
  }

  @Test
  void runningMachinesHoldWhatTheyWereGiven(OpenHosts hosts) throws Exception {
    var session = hosts.open(daemon.uri(), new HeardNews());
    HostOffer before = session.offer();
    daemon.define("holder");
    daemon.virsh("start", "holder");
    HostOffer during = session.offer();
    daemon.virsh("destroy", "holder");
    assertEquals(before.runningMachines() + 1, during.runningMachines());
    assertEquals(
        before.heldMemory().plus(ByteSize.mib(64)), during.heldMemory(), "64 MiB were given");
    assertEquals(before.runningMachines(), session.offer().runningMachines());
  }

  @Test
  void growingDisksOfTheDefaultPoolArePromised(OpenHosts hosts) throws Exception {
    var session = hosts.open(daemon.uri(), new HeardNews());
    assertEquals(Optional.empty(), session.offer().diskPool());
    assertEquals(ByteSize.ZERO, session.offer().promisedDisk());
    Path folder = daemon.file("marker", 0).resolveSibling("images");
    daemon.virsh("pool-define-as", "default", "dir", "--target", folder.toString());
    daemon.virsh("pool-build", "default");
    daemon.virsh("pool-start", "default");
    daemon.virsh("vol-create-as", "default", "thin.qcow2", "5G", "--format", "qcow2");
    HostOffer offer = session.offer();
    daemon.virsh("pool-destroy", "default");
    daemon.virsh("pool-undefine", "default");
    assertEquals(Optional.of("default"), offer.diskPool());
    assertEquals(folder.toString(), offer.diskFolder());
    long promised = offer.promisedDisk().bytes();
    assertTrue(
        promised > ByteSize.mib(5 * 1024 - 8).bytes() && promised <= ByteSize.gib(5).bytes(),
        offer.promisedDisk()::toString);
    assertTrue(offer.freeDisk().bytes() > 0);
    assertTrue(offer.spareDisk().compareTo(offer.freeDisk()) < 0);
    // the daemon's user is another one than ours where the tests are run by root
    String owner = Files.getOwner(daemon.file("marker", 0)).getName();
    assertEquals(owner.equals(System.getProperty("user.name")), offer.writesDisks());
  }

  @Test
  void testDriverTakesEverything(OpenHosts hosts) throws Exception {
    HostOffer offer = hosts.open("test:///default", new HeardNews()).offer();
    assertEquals(Set.of("q35", "pc"), offer.machines());
    assertEquals(Set.of(Platform.Firmware.values()), offer.firmware());
    assertTrue(offer.accelerated(), "nothing is slow that does not run");
    assertFalse(offer.writesDisks(), "its files are imagined");
    assertEquals(Optional.of("default-pool"), offer.diskPool());
    assertEquals(1, offer.runningMachines());
    assertTrue(offer.memory().bytes() > 0);
  }

  @Test
  void cardsBridgesAndTheRestAreToldApart(@TempDir Path folder) throws Exception {
    Files.createDirectories(folder.resolve("eth0/device"));
    Files.writeString(folder.resolve("eth0/operstate"), "up\n");
    Files.createDirectories(folder.resolve("wlan0/phy80211"));
    Files.createDirectories(folder.resolve("wlan0/device"));
    Files.writeString(folder.resolve("wlan0/operstate"), "down\n");
    Files.createDirectories(folder.resolve("br0/bridge"));
    Files.createDirectories(folder.resolve("virbr0/bridge"));
    Files.createDirectories(folder.resolve("dummy0"));
    Files.createDirectories(folder.resolve("vnet3"));
    Files.createDirectories(folder.resolve("lo"));
    assertEquals(
        List.of(
            new HostInterface("br0", HostInterface.Kind.BRIDGE, false, List.of(), false),
            new HostInterface("dummy0", HostInterface.Kind.OTHER, false, List.of(), false),
            new HostInterface("eth0", HostInterface.Kind.CARD, true, List.of(), false),
            new HostInterface("virbr0", HostInterface.Kind.BRIDGE, false, List.of(), true),
            new HostInterface("wlan0", HostInterface.Kind.WIRELESS, false, List.of(), false)),
        HostInterfaces.here(folder, Set.of("virbr0")).stream()
            .map(
                one ->
                    new HostInterface(one.name(), one.kind(), one.up(), List.of(), one.ofNetwork()))
            .toList());
  }

  @Test
  void farCardsAreReadFromTheirDocument() {
    assertEquals(
        Optional.of(new HostInterface("wlp1", HostInterface.Kind.WIRELESS, true, List.of(), false)),
        HostInterfaces.document(
            """
            <device><name>net_wlp1_aa</name><capability type='net'><interface>wlp1</interface>
            <address>aa:bb:cc:dd:ee:ff</address><link state='up'/><capability type='80211'/>
            </capability></device>
            """,
            Set.of()));
    assertEquals(Optional.empty(), HostInterfaces.document("<device", Set.of()));
  }

  @Test
  void hostileCapabilitiesAreAsGoodAsNone() {
    assertEquals(DomainDocument.NONE, DomainDocument.read("<<<"));
    assertEquals(
        DomainDocument.NONE, DomainDocument.read("<!DOCTYPE x [<!ENTITY a 'b'>]><x>&a;</x>"));
    DomainDocument some =
        DomainDocument.read(
            "<domainCapabilities><devices><disk><enum name='bus'><value>virtio</value>"
                + "<value>never-heard-of</value></enum></disk></devices>");
    assertEquals(Set.of(DiskPlan.Bus.VIRTIO), some.buses());
  }
}
