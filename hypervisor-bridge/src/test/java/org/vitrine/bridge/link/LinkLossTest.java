package org.vitrine.bridge.link;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertSame;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.time.Duration;
import java.util.List;
import java.util.Set;
import java.util.UUID;
import java.util.concurrent.CompletableFuture;
import org.junit.jupiter.api.Test;
import org.vitrine.bridge.fake.FakeScript;
import org.vitrine.model.host.HostState;
import org.vitrine.model.inventory.HostSnapshot;
import org.vitrine.model.port.CredentialPrompt;
import org.vitrine.model.port.HostListener.Why;
import org.vitrine.model.problem.Cause;
import org.vitrine.model.problem.Problem;
import org.vitrine.model.vm.Action;
import org.vitrine.model.vm.MachineState;

final class LinkLossTest {

  private static final Duration MINUTE = Duration.ofMinutes(1);

  @Test
  void machinesStayWhileTheHostIsAwayAndAreTheSameAfter() {
    try (Rig rig = new Rig()) {
      UUID one = rig.host.add("one");
      rig.connected();
      rig.await(Rig.machine(one, machine -> machine.known()));
      int mark = rig.mark();
      rig.host.lose(Why.END_OF_FILE);
      HostSnapshot lost = rig.awaitNext(HostState.Lost.class, mark);
      assertEquals(Set.of(one), lost.machines().keySet());
      HostSnapshot back = rig.awaitBack(mark);
      assertSame(Rig.of(lost, one), Rig.of(back, one));
    }
  }

  /** F05: the daemon dies before, or after, a change was made: the list tells what became of it. */
  @Test
  void whatBecameOfAChangeIsFoundByLooking() {
    try (Rig rig = new Rig()) {
      UUID one = rig.host.add("one");
      UUID two = rig.host.add("two");
      rig.connected();
      rig.host.script().hang("perform");
      CompletableFuture<Boolean> before = rig.perform(one, Action.START, MINUTE);
      Rig.until("at it", () -> rig.host.script().inFlight("perform") == 1);
      int mark = rig.mark();
      // done by the daemon, but it died before it could say so
      rig.host.changeSilently(two, machine -> machine.state(MachineState.RUNNING));
      rig.host.lose(Why.END_OF_FILE);
      assertEquals(Cause.CONNECTION_LOST, Rig.causeOf(before));
      rig.host.script().letGo("perform");
      HostSnapshot back = rig.awaitBack(mark);
      assertEquals(MachineState.OFF, Rig.of(back, one).state());
      assertEquals(MachineState.RUNNING, Rig.of(back, two).state());
    }
  }

  /** F06: the daemon restarts while nothing is asked. */
  @Test
  void aRestartOfTheDaemonIsNoticedAndNothingIsDoubled() {
    try (Rig rig = new Rig()) {
      for (int i = 0; i < 50; i++) {
        rig.host.add("m" + i, machine -> machine.state(MachineState.RUNNING));
      }
      rig.connected();
      int mark = rig.mark();
      rig.host.script().fail("open", Problem.of(Cause.DAEMON_NOT_RUNNING, ""), 2);
      rig.host.lose(Why.END_OF_FILE);
      rig.awaitNext(HostState.Lost.class, mark);
      HostSnapshot back = rig.awaitBack(mark);
      assertEquals(50, back.machines().size());
      assertTrue(
          back.machines().values().stream().allMatch(m -> m.state() == MachineState.RUNNING));
    }
  }

  /** F08, F14: the way breaks under a call, two hundred times. */
  @Test
  void noThreadIsLeftAfterManyLosses() {
    try (Rig rig = new Rig(Rig.FAST.faster(10), CredentialPrompt.NONE)) {
      UUID one = rig.host.add("one", machine -> machine.state(MachineState.RUNNING));
      for (int i = 0; i < 100; i++) {
        int mark = rig.mark();
        rig.link.connect();
        rig.awaitNext(HostState.Connected.class, mark);
        rig.link.watch(Set.of(one), Duration.ofMillis(5));
        rig.host.script().hang("perform");
        CompletableFuture<Boolean> work = rig.perform(one, Action.PAUSE, MINUTE);
        if (i % 2 == 0) {
          rig.host.lose(Why.ERROR);
        } else {
          rig.link.disconnect();
        }
        assertEquals(Cause.CONNECTION_LOST, Rig.causeOf(work));
        rig.host.script().letGo("perform");
        rig.link.disconnect();
        rig.awaitNext(HostState.Disconnected.class, mark);
      }
      Rig.until("no threads", () -> Rig.threads(rig.entry).isEmpty());
      Rig.until("no sessions", () -> rig.host.openSessions() == 0);
    }
  }

  /** F34: the computer slept eight hours, and the way died meanwhile without a word. */
  @Test
  void afterASleepADeadWayIsFoundAndReplaced() {
    try (Rig rig = new Rig()) {
      UUID one = rig.host.add("one", machine -> machine.state(MachineState.RUNNING));
      rig.connected();
      int mark = rig.mark();
      rig.host.loseSilently();
      rig.shiftWall(Duration.ofHours(8));
      rig.awaitNext(HostState.Lost.class, mark);
      rig.awaitBack(mark);
      assertEquals(2, rig.host.opened());
      assertTrue(rig.link.latest().machines().containsKey(one));
    }
  }

  @Test
  void afterASleepALivingWayIsKeptAndNothingComesInABurst() {
    try (Rig rig = new Rig()) {
      UUID one = rig.host.add("one", machine -> machine.state(MachineState.RUNNING));
      rig.connected();
      rig.link.watch(Set.of(one), Duration.ofMillis(50));
      Rig.until("polled", () -> rig.host.script().calls("counters") > 1);
      int lists = rig.host.script().calls("machines");
      int polls = rig.host.script().calls("counters");
      long began = System.nanoTime();
      rig.shiftWall(Duration.ofHours(8));
      Rig.until("asked", () -> rig.host.script().calls("isAlive") == 1);
      Rig.until("read again", () -> rig.host.script().calls("machines") > lists);
      int polled = rig.host.script().calls("counters") - polls;
      long took = (System.nanoTime() - began) / 1_000_000;
      assertTrue(polled <= took / 50 + 2, polled + " polls in " + took + " ms");
      assertEquals(1, rig.host.opened());
    }
  }

  @Test
  void aHostAwayDuringASleepIsTriedAtOnce() {
    LinkTiming fast = Rig.FAST;
    LinkTiming slow =
        new LinkTiming(
            fast.open(),
            List.of(MINUTE),
            fast.stable(),
            fast.coalesce(),
            fast.publish(),
            fast.tick(),
            fast.stuck(),
            fast.silent(),
            fast.giveUp(),
            fast.relist(),
            fast.address(),
            fast.addressKnown(),
            fast.jump(),
            fast.alive(),
            fast.grace());
    try (Rig rig = new Rig(slow, CredentialPrompt.NONE)) {
      rig.host.script().fail("open", Problem.of(Cause.HOST_UNREACHABLE, "x"), 1);
      rig.link.connect();
      rig.await(HostState.Lost.class);
      rig.shiftWall(Duration.ofHours(8));
      rig.await(HostState.Connected.class);
    }
  }

  /** F07, F14: nothing comes back, not even from letting go. */
  @Test
  void closingAHostThatHangsTakesLessThanThreeSeconds() {
    Rig rig = new Rig(LinkTiming.DEFAULT, CredentialPrompt.NONE);
    UUID one = rig.host.add("one", machine -> machine.state(MachineState.RUNNING));
    rig.connected();
    rig.host.script().hang(FakeScript.ALL);
    rig.host.script().hang("release");
    CompletableFuture<Boolean> work = rig.perform(one, Action.PAUSE, MINUTE);
    Rig.until("hangs", () -> rig.host.script().inFlight("perform") == 1);
    long began = System.nanoTime();
    rig.link.close();
    long took = (System.nanoTime() - began) / 1_000_000;
    assertTrue(took < 3000, took + " ms");
    assertEquals(Cause.CONNECTION_LOST, Rig.causeOf(work));
    rig.close();
  }

  /** F14: the way is lost while it is being closed. */
  @Test
  void losingAWayWhileClosingLetsGoOnce() {
    for (int i = 0; i < 20; i++) {
      Rig rig = new Rig();
      rig.host.add("one");
      rig.connected();
      Thread losing = Thread.ofPlatform().start(() -> rig.host.lose(Why.END_OF_FILE));
      rig.close();
      assertEquals(1, rig.host.releases());
      try {
        losing.join();
      } catch (InterruptedException e) {
        throw new AssertionError(e);
      }
    }
  }

  @Test
  void closingWhileOpeningLetsGoOfWhatComesLate() {
    Rig rig = new Rig();
    rig.host.script().hang("open");
    rig.link.connect();
    Rig.until("opening", () -> rig.host.script().inFlight("open") == 1);
    rig.link.close();
    assertEquals(0, rig.host.opened());
    rig.host.script().letGo("open");
    Rig.until("came late and let go", () -> rig.host.releases() == 1);
    rig.close();
  }
}
