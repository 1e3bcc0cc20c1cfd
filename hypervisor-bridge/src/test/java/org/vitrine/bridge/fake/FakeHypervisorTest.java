package org.vitrine.bridge.fake;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertNotEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Set;
import java.util.UUID;
import org.junit.jupiter.api.Test;
import org.vitrine.model.host.Driver;
import org.vitrine.model.host.HostAddress;
import org.vitrine.model.network.VirtualNetwork;
import org.vitrine.model.port.CredentialPrompt;
import org.vitrine.model.port.HostListener.News;
import org.vitrine.model.port.HostListener.Turn;
import org.vitrine.model.port.HostListener.Why;
import org.vitrine.model.port.HypervisorSession;
import org.vitrine.model.port.MachineReading;
import org.vitrine.model.problem.Cause;
import org.vitrine.model.problem.Problem;
import org.vitrine.model.problem.ProblemException;
import org.vitrine.model.vm.Action;
import org.vitrine.model.vm.MachineState;
import org.vitrine.model.vm.Nic;
import org.vitrine.model.vm.Refusal;

final class FakeHypervisorTest {

  private final FakeHypervisor fake = new FakeHypervisor();
  private final HostAddress address = HostAddress.local(Driver.QEMU, "/system");
  private final FakeHost host = fake.host(address);
  private final List<News> news = new ArrayList<>();

  private HypervisorSession open() throws ProblemException {
    return fake.open(address, CredentialPrompt.NONE, news::add);
  }

  private static Problem problemOf(Work work) {
    return assertThrows(ProblemException.class, work::done).problem();
  }

  private interface Work {
    void done() throws ProblemException;
  }

  private static MachineReading read(HypervisorSession session, UUID machine)
      throws ProblemException {
    return session.machines(Set.of(machine)).getFirst();
  }

  @Test
  void anAddressNobodyGaveAHostIsUnreachable() {
    HostAddress nowhere = HostAddress.local(Driver.QEMU, "/nowhere");
    assertEquals(
        Cause.HOST_UNREACHABLE,
        problemOf(() -> fake.open(nowhere, CredentialPrompt.NONE, told -> {})).cause());
  }

  @Test
  void aMachineGoesThroughItsStatesAndTellsOfEach() throws ProblemException {
    UUID one = host.add("one");
    try (HypervisorSession session = open()) {
      session.perform(one, Action.START);
      assertEquals(MachineState.RUNNING, read(session, one).state());
      assertEquals(
          List.of(
              new News.MachineChanged(one, Turn.STATE), new News.MachineChanged(one, Turn.STARTED)),
          news);
      session.perform(one, Action.PAUSE);
      assertEquals(MachineState.PAUSED, read(session, one).state());
      session.perform(one, Action.RESUME);
      session.perform(one, Action.SAVE);
      assertEquals(MachineState.SAVED, read(session, one).state());
      assertTrue(read(session, one).saved());
      session.perform(one, Action.START);
      assertFalse(read(session, one).saved());
      session.perform(one, Action.SHUT_DOWN);
      assertEquals(MachineState.OFF, read(session, one).state());
      assertEquals(new News.MachineChanged(one, Turn.STOPPED), news.getLast());
    }
  }

  @Test
  void whatTheModelForbidsIsRefusedAndChangesNothing() throws ProblemException {
    UUID one = host.add("one", machine -> machine.state(MachineState.RUNNING));
    try (HypervisorSession session = open()) {
      Problem problem = problemOf(() -> session.perform(one, Action.START));
      assertEquals(
          Problem.of(Cause.NOT_IN_THIS_STATE, "one", Refusal.ALREADY_RUNNING.name()), problem);
      assertEquals(MachineState.RUNNING, read(session, one).state());
      assertEquals(List.of(), news);
    }
  }

  @Test
  void aStartNeedsItsNetworks() throws ProblemException {
    UUID one = host.add("one", machine -> machine.nics(new Nic("52:54:00:00:00:01", "lab")));
    host.network("lab", VirtualNetwork.Mode.INTERNAL, false);
    try (HypervisorSession session = open()) {
      assertEquals(
          Problem.of(Cause.NETWORK_INACTIVE, "one", "lab"),
          problemOf(() -> session.perform(one, Action.START)));
      session.startNetwork("lab");
      session.perform(one, Action.START);
      assertEquals(MachineState.RUNNING, read(session, one).state());
    }
  }

  @Test
  void aGuestMayIgnoreAShutDownAndAPassingOneVanishesWithItsStop() throws ProblemException {
    UUID deaf =
        host.add("deaf", machine -> machine.state(MachineState.RUNNING).ignoresShutDown(true));
    UUID passing =
        host.add("passing", machine -> machine.state(MachineState.RUNNING).persistent(false));
    try (HypervisorSession session = open()) {
      session.perform(deaf, Action.SHUT_DOWN);
      assertEquals(MachineState.RUNNING, read(session, deaf).state());
      session.perform(deaf, Action.FORCE_OFF);
      assertEquals(MachineState.OFF, read(session, deaf).state());
      session.perform(passing, Action.FORCE_OFF);
      assertEquals(List.of(), session.machines(Set.of(passing)));
      assertEquals(new News.MachineChanged(passing, Turn.REMOVED), news.getLast());
    }
  }

  @Test
  void aNameIsTakenOnce() throws ProblemException {
    UUID one = host.add("one");
    host.add("two");
    try (HypervisorSession session = open()) {
      assertEquals(Cause.NAME_TAKEN, problemOf(() -> session.rename(one, "two")).cause());
      session.rename(one, "three");
      assertEquals("three", read(session, one).name());
    }
  }

  @Test
  void failuresComeAsOftenAsScriptedAndCallsAreCounted() throws ProblemException {
    Problem busy = Problem.of(Cause.MACHINE_BUSY, "x");
    host.script().fail("machines", busy, 2);
    try (HypervisorSession session = open()) {
      assertEquals(busy, problemOf(session::machines));
      assertEquals(busy, problemOf(session::machines));
      assertEquals(List.of(), session.machines());
      assertEquals(3, host.script().calls("machines"));
      assertEquals(Set.of(Thread.currentThread().getName()), host.script().threads("machines"));
    }
    assertEquals(0, fake.openSessions());
  }

  @Test
  void aLostSessionAnswersNothingAnyMoreAndSaysSo() throws ProblemException {
    HypervisorSession session = open();
    host.lose(Why.END_OF_FILE);
    assertEquals(List.of(new News.Lost(Why.END_OF_FILE)), news);
    assertEquals(Cause.CONNECTION_LOST, problemOf(session::machines).cause());
    assertFalse(session.isAlive());
    host.add("one");
    assertEquals(1, news.size());
    assertEquals(0, session.release());
  }

  @Test
  void newsAreLostDoubledAndShuffledTheSameWayForTheSameSeed() throws ProblemException {
    try (HypervisorSession session = open()) {
      assertTrue(session.isAlive());
      List<News> first = mischief();
      assertEquals(first, mischief());
      assertNotEquals(first.stream().sorted(Comparator.comparing(News::toString)).toList(), first);
      assertTrue(first.stream().distinct().count() < 40, "some lost");
      assertTrue(first.size() > first.stream().distinct().count(), "some doubled");
    }
  }

  private List<News> mischief() {
    news.clear();
    host.news().mischief(3, 0.3, 0.3, 4);
    for (int i = 0; i < 40; i++) {
      host.tell(new UUID(0, 1000 + i), Turn.OTHER);
    }
    host.news().flush();
    return List.copyOf(news);
  }
}
