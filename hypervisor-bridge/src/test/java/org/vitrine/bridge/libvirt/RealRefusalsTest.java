package org.vitrine.bridge.libvirt;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;
import java.util.UUID;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;
import org.vitrine.bridge.testing.ClosesClean;
import org.vitrine.bridge.testing.HeardNews;
import org.vitrine.bridge.testing.NeedsSessionDaemon;
import org.vitrine.bridge.testing.OpenHosts;
import org.vitrine.bridge.testing.SessionDaemon;
import org.vitrine.model.network.VirtualNetwork;
import org.vitrine.model.port.HypervisorSession;
import org.vitrine.model.problem.Cause;
import org.vitrine.model.problem.Problem;
import org.vitrine.model.problem.ProblemException;
import org.vitrine.model.storage.StoragePool;
import org.vitrine.model.unit.ByteSize;
import org.vitrine.model.vm.Action;

/** Machines that really do not start, and what a user is told. */
@NeedsSessionDaemon
@ExtendWith(ClosesClean.class)
class RealRefusalsTest {

  private static SessionDaemon daemon;

  @BeforeAll
  static void start() throws Exception {
    daemon = SessionDaemon.start();
  }

  @AfterAll
  static void stop() throws Exception {
    daemon.close();
  }

  private static Problem refusal(HypervisorSession session, UUID uuid) {
    return assertThrows(ProblemException.class, () -> session.perform(uuid, Action.START))
        .problem();
  }

  private static String disk(Path file, String format) {
    return "<disk type='file' device='disk'><driver name='qemu' type='%s'/><source file='%s'/>"
            .formatted(format, file)
        + "<target dev='hda' bus='ide'/></disk>";
  }

  @Test
  void inactiveNetworkIsNamedAndOrdinaryUsersCannotStartIt(OpenHosts hosts) throws Exception {
    daemon.give(
        "net-define",
        "<network><name>büronetz</name><forward mode='nat'/><bridge name='vsbr7'/>"
            + "<ip address='10.99.7.1' netmask='255.255.255.0'/></network>");
    UUID uuid =
        daemon.define(
            "networked", "<interface type='network'><source network='büronetz'/></interface>");
    HypervisorSession session = hosts.open(daemon.uri(), new HeardNews());
    Problem problem = refusal(session, uuid);
    assertEquals(Cause.NETWORK_INACTIVE, problem.cause(), problem.toString());
    assertEquals("networked", problem.subject());
    assertEquals("büronetz", problem.detail());

    VirtualNetwork network = session.networks().getFirst();
    assertEquals("büronetz", network.name());
    assertEquals("10.99.7.0/24", network.subnet());
    assertEquals("vsbr7", network.bridge());
    assertTrue(!network.active() && network.persistent());

    Problem denied =
        assertThrows(ProblemException.class, () -> session.startNetwork("büronetz")).problem();
    assertEquals(Cause.NETWORK_NOT_PERMITTED, denied.cause(), denied.toString());
  }

  @Test
  void networkThatIsNotThereIsNamed(OpenHosts hosts) throws Exception {
    UUID uuid =
        daemon.define(
            "unnetworked", "<interface type='network'><source network='nosuch'/></interface>");
    Problem problem = refusal(hosts.open(daemon.uri(), new HeardNews()), uuid);
    assertEquals(Cause.NETWORK_GONE, problem.cause(), problem.toString());
    assertEquals("nosuch", problem.subject());
  }

  @Test
  void diskThatIsNotThereIsNamed(OpenHosts hosts) throws Exception {
    UUID uuid = daemon.define("diskless", disk(Path.of("/tmp/vs-no-such.img"), "raw"));
    Problem problem = refusal(hosts.open(daemon.uri(), new HeardNews()), uuid);
    assertEquals(Cause.DISK_MISSING, problem.cause(), problem.toString());
    assertEquals("/tmp/vs-no-such.img", problem.detail());
  }

  @Test
  void diskInUseByAnotherMachineIsSaid(OpenHosts hosts) throws Exception {
    Path file = daemon.file("shared.img", 1 << 20);
    UUID first = daemon.define("holder", disk(file, "raw"));
    UUID second = daemon.define("wanter", disk(file, "raw"));
    HypervisorSession session = hosts.open(daemon.uri(), new HeardNews());
    session.perform(first, Action.START);
    Problem problem = refusal(session, second);
    assertEquals(Cause.DISK_IN_USE, problem.cause(), problem.toString());
    session.perform(first, Action.FORCE_OFF);
  }

  @Test
  void diskThatIsNotWhatItSaysIsDamaged(OpenHosts hosts) throws Exception {
    UUID uuid = daemon.define("mislabelled", disk(daemon.file("zero.qcow2", 1 << 20), "qcow2"));
    Problem problem = refusal(hosts.open(daemon.uri(), new HeardNews()), uuid);
    assertEquals(Cause.DISK_DAMAGED, problem.cause(), problem.toString());
  }

  @Test
  void diskThatMayNotBeReadIsNamed(OpenHosts hosts) throws Exception {
    Path file = daemon.file("closed.img", 1 << 20);
    Files.setPosixFilePermissions(file, PosixFilePermissions.fromString("---------"));
    UUID uuid = daemon.define("barred", disk(file, "raw"));
    Problem problem = refusal(hosts.open(daemon.uri(), new HeardNews()), uuid);
    assertEquals(Cause.DISK_NOT_PERMITTED, problem.cause(), problem.toString());
    assertEquals(file.toString(), problem.detail());
  }

  @Test
  void portThatIsTakenIsSaid(OpenHosts hosts) throws Exception {
    String vnc = "<graphics type='vnc' port='5977' listen='127.0.0.1'/>";
    UUID first = daemon.define("viewed", vnc);
    UUID second = daemon.define("unviewed", vnc);
    HypervisorSession session = hosts.open(daemon.uri(), new HeardNews());
    session.perform(first, Action.START);
    Problem problem = refusal(session, second);
    assertEquals(Cause.PORT_TAKEN, problem.cause(), problem.toString());
    session.perform(first, Action.FORCE_OFF);
  }

  @Test
  void poolThatIsOffIsListedAndStarted(OpenHosts hosts) throws Exception {
    Path folder = daemon.file("x", 0).getParent();
    daemon.give(
        "pool-define",
        "<pool type='dir'><name>lager</name><target><path>%s</path></target></pool>"
            .formatted(folder));
    HypervisorSession session = hosts.open(daemon.uri(), new HeardNews());
    StoragePool off = session.pools().getFirst();
    assertEquals("lager", off.name());
    assertEquals(String.valueOf(folder), off.path());
    assertTrue(!off.active() && off.capacity().equals(ByteSize.ZERO));
    session.startPool("lager");
    StoragePool on = session.pools().getFirst();
    assertTrue(on.active() && on.capacity().bytes() > 0);
  }
}
