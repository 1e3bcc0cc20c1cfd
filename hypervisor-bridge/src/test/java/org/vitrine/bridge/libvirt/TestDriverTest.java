package org.vitrine.bridge.libvirt;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;
import org.vitrine.bridge.testing.ClosesClean;
import org.vitrine.bridge.testing.HeardNews;
import org.vitrine.bridge.testing.OpenHosts;
import org.vitrine.model.host.Acceleration;
import org.vitrine.model.host.Capability;
import org.vitrine.model.host.HostFacts;
import org.vitrine.model.network.VirtualNetwork;
import org.vitrine.model.port.HostListener.News;
import org.vitrine.model.port.HostListener.Turn;
import org.vitrine.model.port.HypervisorSession;
import org.vitrine.model.port.MachineReading;
import org.vitrine.model.port.ScreenPicture;
import org.vitrine.model.problem.Cause;
import org.vitrine.model.problem.ProblemException;
import org.vitrine.model.storage.StoragePool;
import org.vitrine.model.unit.ByteSize;
import org.vitrine.model.vm.Action;
import org.vitrine.model.vm.GroupPath;
import org.vitrine.model.vm.Labels;
import org.vitrine.model.vm.MachineState;
import org.vitrine.model.vm.StateReason;

/** The port's contract, on libvirt's own test driver. */
@ExtendWith(ClosesClean.class)
class TestDriverTest {

  private static final Duration SOON = Duration.ofSeconds(10);

  private final HeardNews news = new HeardNews();

  private HypervisorSession open(OpenHosts hosts) throws ProblemException {
    return hosts.open("test:///default", news);
  }

  private static MachineReading only(HypervisorSession session) throws ProblemException {
    List<MachineReading> machines = session.machines();
    assertEquals(1, machines.size());
    return machines.getFirst();
  }

  @Test
  void machineIsListedWithItsState(OpenHosts hosts) throws Exception {
    MachineReading machine = only(open(hosts));
    assertEquals("test", machine.name());
    assertEquals(MachineState.RUNNING, machine.state());
    assertEquals(2, machine.cpus());
    assertEquals(ByteSize.gib(2), machine.memory());
    assertTrue(machine.persistent());
    assertFalse(machine.saved());
    assertEquals(0, machine.snapshots());
  }

  @Test
  void screenOfARunningMachineIsAPicture(OpenHosts hosts) throws Exception {
    HypervisorSession session = open(hosts);
    UUID uuid = only(session).uuid();
    ScreenPicture picture = session.screen(uuid);
    assertEquals("image/png", picture.type());
    assertEquals(0x89504e47, picture.bytes().getInt(0));
    int length = picture.bytes().remaining();
    assertEquals(0x49454e44, picture.bytes().getInt(length - 8), "the last chunk is there");
  }

  @Test
  void powerActionsTurnTheStateAndAreHeard(OpenHosts hosts) throws Exception {
    HypervisorSession session = open(hosts);
    UUID uuid = only(session).uuid();

    session.perform(uuid, Action.PAUSE);
    MachineReading paused = only(session);
    assertEquals(MachineState.PAUSED, paused.state());
    assertEquals(StateReason.PAUSED_BY_USER, paused.reason());
    news.await(SOON, heard -> heard.equals(new News.MachineChanged(uuid, Turn.STATE)));

    session.perform(uuid, Action.RESUME);
    assertEquals(MachineState.RUNNING, only(session).state());

    session.perform(uuid, Action.SAVE);
    assertEquals(MachineState.SAVED, only(session).state());
    session.perform(uuid, Action.RESTORE);
    assertEquals(MachineState.RUNNING, only(session).state());

    session.perform(uuid, Action.FORCE_OFF);
    MachineReading off = only(session);
    assertEquals(MachineState.OFF, off.state());
    assertEquals(StateReason.FORCED_OFF, off.reason());
    news.await(SOON, heard -> heard.equals(new News.MachineChanged(uuid, Turn.STOPPED)));

    session.perform(uuid, Action.START);
    assertEquals(MachineState.RUNNING, only(session).state());
    news.await(SOON, heard -> heard.equals(new News.MachineChanged(uuid, Turn.STARTED)));
    session.perform(uuid, Action.SHUT_DOWN);
    assertEquals(StateReason.GUEST_SHUT_DOWN, only(session).reason());
  }

  @Test
  void startIsRefusedWhileRunning(OpenHosts hosts) throws Exception {
    HypervisorSession session = open(hosts);
    UUID uuid = only(session).uuid();
    ProblemException refused =
        assertThrows(ProblemException.class, () -> session.perform(uuid, Action.START));
    assertEquals(Cause.NOT_IN_THIS_STATE, refused.problem().cause());
    assertEquals("test", refused.problem().subject());
  }

  @Test
  void unknownMachineIsGoneAndMissingFromTheAnswer(OpenHosts hosts) throws Exception {
    HypervisorSession session = open(hosts);
    UUID nobody = new UUID(1, 2);
    ProblemException gone =
        assertThrows(ProblemException.class, () -> session.perform(nobody, Action.START));
    assertEquals(Cause.MACHINE_GONE, gone.problem().cause());
    UUID known = only(session).uuid();
    assertEquals(
        List.of(known),
        session.machines(List.of(nobody, known)).stream().map(MachineReading::uuid).toList());
    assertEquals(List.of(), session.machines(List.of(nobody)));
    assertEquals(Map.of(), session.counters(List.of(nobody)));
  }

  @Test
  void savedStateIsThrownAwayByAFreshStart(OpenHosts hosts) throws Exception {
    HypervisorSession session = open(hosts);
    UUID uuid = only(session).uuid();
    session.perform(uuid, Action.SAVE);
    assertTrue(only(session).saved());
    session.perform(uuid, Action.START_FRESH);
    assertFalse(only(session).saved());
  }

  @Test
  void autostartIsToldInBulk(OpenHosts hosts) throws Exception {
    HypervisorSession session = open(hosts);
    UUID uuid = only(session).uuid();
    session.perform(uuid, Action.AUTOSTART_ON);
    assertTrue(only(session).autostart());
    session.perform(uuid, Action.AUTOSTART_OFF);
    assertFalse(only(session).autostart());
  }

  @Test
  void labelsAreWrittenIntoTheDefinition(OpenHosts hosts) throws Exception {
    HypervisorSession session = open(hosts);
    UUID uuid = only(session).uuid();
    session.label(
        uuid,
        new Labels(
            "Büro <1>", "Zeile \"eins\" & zwei", List.of("a<b", "web"), GroupPath.parse("x/y&z")));
    String text = session.definitionText(uuid);
    assertTrue(text.contains("<title>Büro &lt;1&gt;</title>"), text);
    assertTrue(text.contains("<vitrine:tag>a&lt;b</vitrine:tag>"), text);
    news.await(SOON, heard -> heard.equals(new News.MachineChanged(uuid, Turn.DEFINITION)));

    session.label(uuid, Labels.NONE);
    assertFalse(session.definitionText(uuid).contains("title"));
    assertFalse(session.definitionText(uuid).contains("a&lt;b"));
    // nothing to take away is no failure
    session.label(uuid, Labels.NONE);
  }

  @Test
  void renameKeepsTheUuidAndTakesLettersOfAllKinds(OpenHosts hosts) throws Exception {
    HypervisorSession session = open(hosts);
    UUID uuid = only(session).uuid();
    session.perform(uuid, Action.FORCE_OFF);
    session.rename(uuid, "Büro中");
    assertEquals("Büro中", only(session).name());
    assertEquals(uuid, only(session).uuid());
  }

  @Test
  void networksAndPoolsAreRead(OpenHosts hosts) throws Exception {
    HypervisorSession session = open(hosts);
    VirtualNetwork network = session.networks().getFirst();
    assertEquals("default", network.name());
    assertTrue(network.active());
    assertEquals(VirtualNetwork.Mode.NAT, network.mode());
    assertEquals("192.168.122.0/24", network.subnet());
    StoragePool pool = session.pools().getFirst();
    assertEquals("default-pool", pool.name());
    assertEquals("dir", pool.type());
    assertEquals("/default-pool", pool.path());
    assertTrue(pool.active());
    assertEquals(ByteSize.gib(100), pool.capacity());
  }

  @Test
  void startingWhatRunsAlreadyIsFineAndWhatIsNotThereIsNot(OpenHosts hosts) throws Exception {
    HypervisorSession session = open(hosts);
    session.startNetwork("default");
    session.startPool("default-pool");
    assertEquals(
        Cause.NETWORK_GONE,
        assertThrows(ProblemException.class, () -> session.startNetwork("nosuch"))
            .problem()
            .cause());
    assertEquals(
        Cause.POOL_GONE,
        assertThrows(ProblemException.class, () -> session.startPool("nosuch")).problem().cause());
  }

  @Test
  void addressesAreToldAndUselessOnesAreNot(OpenHosts hosts) throws Exception {
    HypervisorSession session = open(hosts);
    List<String> addresses = session.addresses(only(session).uuid());
    assertEquals(1, addresses.size());
    assertTrue(addresses.getFirst().startsWith("192.168.122."), addresses.getFirst());
  }

  @Test
  void factsSayWhatTheHostIsAndLacks(OpenHosts hosts) throws Exception {
    HostFacts facts = open(hosts).facts();
    assertEquals("TEST", facts.hypervisor());
    assertEquals(16, facts.cpus());
    assertEquals(ByteSize.gib(3), facts.memory());
    assertEquals(new Acceleration.NotApplicable(), facts.acceleration());
    assertTrue(facts.libvirtVersion().matches("\\d+\\.\\d+\\.\\d+"), facts.libvirtVersion());
    assertFalse(facts.can(Capability.USAGE));
    assertFalse(facts.can(Capability.START_PAUSED));
    assertTrue(facts.can(Capability.SAVE));
    assertTrue(facts.can(Capability.NETWORKS));
    assertTrue(facts.can(Capability.LABELS));
  }

  @Test
  void sessionThatIsClosedSaysSoAndClosesOnce(OpenHosts hosts) throws Exception {
    HypervisorSession session = open(hosts);
    assertTrue(session.isAlive());
    assertEquals(0, session.release());
    assertEquals(0, session.release());
    assertFalse(session.isAlive());
    assertEquals(
        Cause.CONNECTION_LOST,
        assertThrows(ProblemException.class, session::machines).problem().cause());
  }
}
