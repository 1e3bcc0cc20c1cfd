package org.vitrine.bridge.link;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.UUID;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.Test;
import org.vitrine.model.host.Acceleration;
import org.vitrine.model.host.Capability;
import org.vitrine.model.host.HostFacts;
import org.vitrine.model.port.Counters;
import org.vitrine.model.port.CredentialPrompt;
import org.vitrine.model.port.HostListener.Turn;
import org.vitrine.model.problem.Cause;
import org.vitrine.model.problem.Problem;
import org.vitrine.model.unit.ByteSize;
import org.vitrine.model.vm.MachineState;
import org.vitrine.model.vm.Usage;

final class UsageTest {

  private static final ByteSize HELD = ByteSize.mib(512);
  private static final long SECOND = 1_000_000_000L;
  private static final Duration GAP = Duration.ofSeconds(9);

  private final UsageMeter meter = new UsageMeter();
  private final UUID one = UUID.randomUUID();

  private static Counters at(double seconds, double cpu, long disk, long network) {
    return new Counters(
        (long) (seconds * SECOND), (long) (cpu * SECOND), 2, HELD, disk, network, true);
  }

  private Usage measure(Counters counters) {
    return meter.measure(one, counters, Usage.NONE, GAP);
  }

  @Test
  void twoReadingsMakeARate() {
    assertEquals(new Usage(0, HELD, 0, 0), measure(at(10, 5, 100, 1000)));
    assertEquals(new Usage(0.25, HELD, 100, 500), measure(at(12, 6, 300, 2000)));
  }

  @Test
  void noMachineUsesMoreThanItsProcessors() {
    measure(at(10, 0, 0, 0));
    assertEquals(1.0, measure(at(11, 9, 0, 0)).cpu());
  }

  @Test
  void aTotalThatWentBackStartsAnew() {
    measure(at(10, 50, 5000, 5000));
    assertEquals(new Usage(0, HELD, 0, 0), measure(at(11, 1, 10, 20)));
    assertEquals(new Usage(0.5, HELD, 10, 20), measure(at(12, 2, 20, 40)));
  }

  @Test
  void aReadingThatComesLateOrTwiceTellsNothing() {
    Usage known = new Usage(0.5, HELD, 1, 2);
    measure(at(10, 0, 0, 0));
    assertEquals(known, meter.measure(one, at(10, 9, 9, 9), known, GAP));
    assertEquals(known, meter.measure(one, at(9, 9, 9, 9), known, GAP));
  }

  @Test
  void whatOnlyPartlyAnsweredKeepsWhatWasKnown() {
    Usage known = new Usage(0.5, HELD, 1, 2);
    measure(at(10, 0, 0, 0));
    Counters partial = new Counters(11 * SECOND, 0, 0, ByteSize.ZERO, 0, 0, false);
    assertEquals(known, meter.measure(one, partial, known, GAP));
    // and the gap counts from the last whole one
    assertEquals(0.25, measure(at(12, 1, 0, 0)).cpu());
  }

  @Test
  void aLongGapSaysNothingOfNow() {
    measure(at(10, 0, 0, 0));
    assertEquals(new Usage(0, HELD, 0, 0), measure(at(100, 90, 90, 90)));
  }

  @Test
  void onlyWhatIsWatchedAndRunsIsPolled() {
    try (Rig rig = new Rig()) {
      UUID seen =
          rig.host.add(
              "seen",
              machine ->
                  machine.state(MachineState.RUNNING).counters(at(1, 0, 0, 0), at(1.1, 0.1, 5, 6)));
      UUID unseen = rig.host.add("unseen", machine -> machine.state(MachineState.RUNNING));
      UUID off = rig.host.add("off");
      rig.connected();
      assertEquals(0, rig.host.script().calls("counters"));
      rig.link.watch(Set.of(seen, off), Duration.ofMillis(20));
      rig.await(Rig.machine(seen, m -> m.usage().equals(new Usage(0.5, HELD, 50, 60))));
      assertEquals(Usage.NONE, Rig.of(rig.link.latest(), unseen).usage());
      assertEquals(Usage.NONE, Rig.of(rig.link.latest(), off).usage());
      rig.host.change(seen, Turn.STOPPED, machine -> machine.state(MachineState.OFF));
      rig.await(
          Rig.machine(seen, m -> m.state() == MachineState.OFF && m.usage().equals(Usage.NONE)));
    }
  }

  @Test
  void nothingIsPolledOnceNobodyLooks() throws Exception {
    try (Rig rig = new Rig()) {
      UUID seen = rig.host.add("seen", machine -> machine.state(MachineState.RUNNING));
      rig.connected();
      rig.link.watch(Set.of(seen), Duration.ofMillis(10));
      Rig.until("polled", () -> rig.host.script().calls("counters") > 3);
      rig.link.watch(Set.of(), Duration.ofMillis(10));
      // a barrier: what is put on the desk after it comes after it
      rig.link.ask(session -> true, Duration.ofSeconds(1)).get();
      int polls = rig.host.script().calls("counters");
      TimeUnit.MILLISECONDS.sleep(100);
      assertTrue(rig.host.script().calls("counters") <= polls + 1);
    }
  }

  @Test
  void aStuckPollGetsOneOtherBesideItAndNoMore() {
    try (Rig rig = new Rig()) {
      UUID seen = rig.host.add("seen", machine -> machine.state(MachineState.RUNNING));
      rig.connected();
      rig.host.script().hang("counters");
      rig.link.watch(Set.of(seen), Duration.ofMillis(10));
      Rig.until("a second", () -> rig.host.script().inFlight("counters") == 2);
      int lists = rig.host.script().calls("machines");
      Rig.until("time goes on", () -> rig.host.script().calls("machines") > lists + 2);
      assertEquals(2, rig.host.script().calls("counters"));
      rig.host.script().letGo("counters");
      Rig.until("polled again", () -> rig.host.script().calls("counters") > 4);
    }
  }

  @Test
  void addressesAreAskedUntilKnownAndThenSeldom() {
    try (Rig rig = new Rig(LinkTiming.DEFAULT.faster(200), CredentialPrompt.NONE)) {
      UUID seen = rig.host.add("seen", machine -> machine.state(MachineState.RUNNING));
      rig.connected();
      rig.link.watch(Set.of(seen), Duration.ofMillis(10));
      Rig.until("asked again", () -> rig.host.script().calls("addresses") > 2);
      rig.host.changeSilently(seen, machine -> machine.addresses("192.0.2.7"));
      rig.await(Rig.machine(seen, m -> m.addresses().equals(List.of("192.0.2.7"))));
      int asked = rig.host.script().calls("addresses");
      int polls = rig.host.script().calls("counters");
      Rig.until("polled on", () -> rig.host.script().calls("counters") > polls + 10);
      assertTrue(rig.host.script().calls("addresses") <= asked + 1);
      rig.host.change(seen, Turn.STOPPED, machine -> machine.state(MachineState.OFF));
      rig.await(Rig.machine(seen, m -> m.state() == MachineState.OFF && m.addresses().isEmpty()));
    }
  }

  @Test
  void aHostThatCannotTellIsNotAskedAgain() {
    try (Rig rig = new Rig()) {
      UUID seen = rig.host.add("seen", machine -> machine.state(MachineState.RUNNING));
      rig.host.script().fail("counters", Problem.of(Cause.NOT_SUPPORTED_HERE, ""), 1);
      rig.host.facts(
          new HostFacts(
              "h",
              "",
              "",
              "",
              "",
              "",
              1,
              HELD,
              HELD,
              new Acceleration.NotApplicable(),
              Map.of(Capability.ADDRESSES, "not here")));
      rig.connected();
      rig.await(snapshot -> snapshot.facts().isPresent());
      rig.link.watch(Set.of(seen), Duration.ofMillis(10));
      Rig.until("asked once", () -> rig.host.script().calls("counters") == 1);
      int lists = rig.host.script().calls("machines");
      Rig.until("time goes on", () -> rig.host.script().calls("machines") > lists + 1);
      assertEquals(1, rig.host.script().calls("counters"));
      assertEquals(0, rig.host.script().calls("addresses"));
    }
  }
}
