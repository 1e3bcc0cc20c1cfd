package org.vitrine.bridge.link;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertInstanceOf;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;
import java.util.random.RandomGenerator;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;
import org.vitrine.bridge.fake.FakeScript;
import org.vitrine.model.host.HostState;
import org.vitrine.model.inventory.HostSnapshot;
import org.vitrine.model.port.CredentialPrompt;
import org.vitrine.model.problem.Cause;
import org.vitrine.model.problem.Problem;
import org.vitrine.model.vm.Action;
import org.vitrine.model.vm.MachineState;

final class LinkStatesTest {

  private static final Duration MINUTE = Duration.ofMinutes(1);

  @Test
  void connectingIsToldAndThenTheListComesWithTheState() {
    try (Rig rig = new Rig()) {
      rig.host.add("one");
      rig.connected();
      assertEquals(List.of(new HostState.Connecting(1), new HostState.Connected()), rig.states());
      HostSnapshot first = rig.await(HostState.Connected.class);
      assertEquals(1, first.machines().size());
    }
  }

  @ParameterizedTest
  @EnumSource(
      value = Cause.class,
      names = {
        "AUTHENTICATION_FAILED",
        "ACCESS_DENIED",
        "ADDRESS_REFUSED",
        "HOST_KEY_CHANGED",
        "CERTIFICATE_REFUSED",
        "DRIVER_MISSING"
      })
  void whatTheUserHasToMendIsNotTriedAgain(Cause cause) {
    try (Rig rig = new Rig()) {
      rig.host.script().fail("open", Problem.of(cause, "x"), 1);
      rig.link.connect();
      HostSnapshot refused = rig.await(HostState.Refused.class);
      assertEquals(new HostState.Refused(Problem.of(cause, "x")), refused.state());
      Rig.until("no threads", () -> Rig.threads(rig.entry).isEmpty());
      assertEquals(1, rig.host.script().calls("open"));
      assertEquals(cause, Rig.causeOf(rig.link.ask(session -> true, MINUTE)));
      rig.link.retryNow();
      rig.await(HostState.Connected.class);
    }
  }

  @Test
  void aHostThatCannotBeReachedIsTriedAgainUntilItCan() {
    try (Rig rig = new Rig()) {
      rig.host.script().fail("open", Problem.of(Cause.CONNECTION_REFUSED, "x"), 3);
      rig.connected();
      assertEquals(4, rig.host.script().calls("open"));
      List<Integer> attempts =
          rig.states().stream()
              .filter(HostState.Connecting.class::isInstance)
              .map(state -> ((HostState.Connecting) state).attempt())
              .toList();
      assertEquals(List.of(1, 2, 3, 4), attempts);
      assertTrue(rig.states().stream().anyMatch(HostState.Lost.class::isInstance));
    }
  }

  @Test
  void retryNowDoesNotWaitForTheBackoff() {
    LinkTiming patient = LinkTiming.DEFAULT;
    LinkTiming slow =
        new LinkTiming(
            patient.open(),
            List.of(MINUTE),
            patient.stable(),
            patient.coalesce(),
            patient.publish(),
            patient.tick(),
            patient.stuck(),
            patient.silent(),
            patient.giveUp(),
            patient.relist(),
            patient.address(),
            patient.addressKnown(),
            patient.jump(),
            patient.alive(),
            patient.grace());
    try (Rig rig = new Rig(slow, CredentialPrompt.NONE)) {
      rig.host.script().fail("open", Problem.of(Cause.CONNECTION_REFUSED, "x"), 1);
      rig.link.connect();
      HostState.Lost lost =
          assertInstanceOf(HostState.Lost.class, rig.await(HostState.Lost.class).state());
      assertTrue(lost.nextTry().isAfter(Instant.now().plusSeconds(40)), "with a wait ahead");
      rig.link.retryNow();
      rig.await(HostState.Connected.class);
    }
  }

  @Test
  void theBackoffGrowsHasJitterAndStartsAfresh() {
    List<Duration> steps = LinkTiming.DEFAULT.backoff();
    Backoff backoff = new Backoff(steps, RandomGenerator.of("L64X128MixRandom"));
    boolean off = false;
    for (int i = 0; i < 20; i++) {
      Duration base = steps.get(Math.min(i, steps.size() - 1));
      double share = (double) backoff.next().toNanos() / base.toNanos();
      assertTrue(share >= 0.8 && share <= 1.2, "jitter " + share);
      off |= Math.abs(share - 1) > 0.02;
    }
    assertTrue(off, "no jitter at all");
    backoff.reset();
    assertTrue(backoff.next().toMillis() <= 300);
  }

  @Test
  void anOpenThatDoesNotComeBackIsGivenUpAndItsSessionLetGoOf() {
    try (Rig rig = new Rig(Rig.FAST.faster(4), CredentialPrompt.NONE)) {
      rig.host.script().hang("open");
      rig.link.connect();
      HostState.Lost lost =
          assertInstanceOf(HostState.Lost.class, rig.await(HostState.Lost.class).state());
      assertEquals(Cause.TIMED_OUT, lost.problem().cause());
      Rig.until("three tries hang", () -> rig.host.script().inFlight("open") == 3);
      // it goes on being lost, but no fourth thread is spent on it
      int mark = rig.mark();
      for (int i = 0; i < 3; i++) {
        rig.awaitNext(HostState.Lost.class, mark);
        mark = rig.mark();
      }
      assertEquals(3, rig.host.script().peak("open"));
      rig.host.script().letGo("open");
      rig.awaitNext(HostState.Connected.class, mark);
      Rig.until("late ones let go", () -> rig.host.openSessions() == 1);
    }
  }

  @Test
  void disconnectWhileConnectingWins() {
    try (Rig rig = new Rig()) {
      rig.host.script().hang("open");
      rig.link.connect();
      Rig.until("opening", () -> rig.host.script().inFlight("open") == 1);
      rig.link.disconnect();
      rig.await(HostState.Disconnected.class);
      rig.host.script().letGo("open");
      Rig.until("late one let go", () -> rig.host.releases() == 1);
      Rig.until("no threads", () -> Rig.threads(rig.entry).isEmpty());
      assertInstanceOf(HostState.Disconnected.class, rig.link.latest().state());
    }
  }

  @Test
  void theDeadlineStandsStillWhileAPersonIsAsked() throws Exception {
    CountDownLatch typed = new CountDownLatch(1);
    CredentialPrompt slowTyper =
        question -> {
          try {
            typed.await();
          } catch (InterruptedException e) {
            throw new AssertionError(e);
          }
          return Optional.of("secret");
        };
    LinkTiming hasty = Rig.FAST.faster(15);
    try (Rig rig = new Rig(hasty, slowTyper)) {
      rig.host.ask("Password", "secret");
      rig.link.connect();
      rig.await(HostState.Connecting.class);
      // four times the deadline; there is nothing to await since nothing may happen
      TimeUnit.NANOSECONDS.sleep(hasty.open().multipliedBy(4).toNanos());
      assertInstanceOf(HostState.Connecting.class, rig.link.latest().state());
      typed.countDown();
      rig.await(HostState.Connected.class);
      assertEquals(1, rig.host.script().calls("open"));
    }
  }

  @Test
  void aCancelledPasswordIsARefusal() {
    try (Rig rig = new Rig()) {
      rig.host.ask("Password", "secret");
      rig.link.connect();
      HostState.Refused refused =
          assertInstanceOf(HostState.Refused.class, rig.await(HostState.Refused.class).state());
      assertEquals(Cause.AUTHENTICATION_CANCELLED, refused.problem().cause());
    }
  }

  @Test
  void twoHundredRoundsLeaveNothing() {
    try (Rig rig = new Rig()) {
      rig.host.add("one");
      for (int i = 0; i < 200; i++) {
        int mark = rig.mark();
        rig.link.connect();
        rig.awaitNext(HostState.Connected.class, mark);
        rig.link.disconnect();
        rig.awaitNext(HostState.Disconnected.class, mark);
      }
      Rig.until("no threads", () -> Rig.threads(rig.entry).isEmpty());
      Rig.until("no sessions", () -> rig.host.openSessions() == 0);
      assertEquals(200, rig.host.releases());
    }
  }

  @Test
  void aHostThatOwesAnAnswerIsSilentUntilItGivesIt() {
    try (Rig rig = new Rig()) {
      UUID one = rig.host.add("one", machine -> machine.state(MachineState.RUNNING));
      rig.connected();
      rig.link.watch(Set.of(one), Duration.ofMillis(20));
      rig.host.script().hang(FakeScript.ALL);
      int mark = rig.mark();
      rig.awaitNext(HostState.Silent.class, mark);
      CompletableFuture<Boolean> work = rig.perform(one, Action.PAUSE, Duration.ofMillis(50));
      assertEquals(Cause.HOST_SILENT, Rig.causeOf(work));
      mark = rig.mark();
      rig.host.script().letGo(FakeScript.ALL);
      rig.awaitNext(HostState.Connected.class, mark);
      assertEquals(1, rig.host.opened());
    }
  }

  @Test
  void aHostThatStaysSilentIsLost() {
    try (Rig rig = new Rig(Rig.FAST.faster(5), CredentialPrompt.NONE)) {
      UUID one = rig.host.add("one", machine -> machine.state(MachineState.RUNNING));
      rig.connected();
      rig.link.watch(Set.of(one), Duration.ofMillis(20));
      rig.host.script().hang("machines");
      rig.host.script().hang("counters");
      rig.host.script().hang("addresses");
      rig.host.script().hang("machinesOf");
      HostState.Lost lost =
          assertInstanceOf(HostState.Lost.class, rig.await(HostState.Lost.class).state());
      assertEquals(Cause.HOST_SILENT, lost.problem().cause());
    }
  }

  @Test
  void oneMachineThatDoesNotAnswerDoesNotMakeTheHostSilent() throws Exception {
    try (Rig rig = new Rig()) {
      UUID one = rig.host.add("one", machine -> machine.state(MachineState.RUNNING));
      rig.connected();
      rig.link.watch(Set.of(one), Duration.ofMillis(20));
      rig.host.script().hang("counters");
      int lists = rig.host.script().calls("machines");
      Rig.until("two polls stuck", () -> rig.host.script().inFlight("counters") == 2);
      Rig.until("probed by list", () -> rig.host.script().calls("machines") > lists + 3);
      assertEquals(2, rig.host.script().peak("counters"), "no pile of polls");
      assertFalse(rig.states().stream().anyMatch(HostState.Silent.class::isInstance));
      // and news still come through
      rig.host.add("two");
      rig.await(snapshot -> snapshot.machines().size() == 2);
    }
  }

  @Test
  void whatTheLibraryHeldBackIsRemembered() {
    Rig rig = new Rig();
    rig.host.leak(2);
    rig.connected();
    rig.close();
    assertEquals(2, rig.link.leaked());
  }
}
