package org.vitrine.bridge.link;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertNotSame;
import static org.junit.jupiter.api.Assertions.assertSame;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Random;
import java.util.Set;
import java.util.UUID;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.Test;
import org.vitrine.model.host.HostState;
import org.vitrine.model.inventory.HostSnapshot;
import org.vitrine.model.network.VirtualNetwork;
import org.vitrine.model.port.CredentialPrompt;
import org.vitrine.model.port.HostListener;
import org.vitrine.model.port.HostListener.News;
import org.vitrine.model.port.HostListener.Turn;
import org.vitrine.model.port.HostListener.Why;
import org.vitrine.model.port.HypervisorSession;
import org.vitrine.model.port.MachineReading;
import org.vitrine.model.problem.Cause;
import org.vitrine.model.problem.Problem;
import org.vitrine.model.problem.ProblemException;
import org.vitrine.model.vm.GroupPath;
import org.vitrine.model.vm.Labels;
import org.vitrine.model.vm.Machine;
import org.vitrine.model.vm.MachineState;
import org.vitrine.model.vm.Uptime;

final class NewsTest {

  @Test
  void oneEventShowsAtOnce() throws Exception {
    try (Rig rig = new Rig(LinkTiming.DEFAULT, CredentialPrompt.NONE)) {
      UUID one = rig.host.add("one");
      rig.connected();
      rig.await(Rig.machine(one, Machine::known));
      // so that the gap between two snapshots is over
      TimeUnit.MILLISECONDS.sleep(150);
      long began = System.nanoTime();
      rig.host.change(one, Turn.STARTED, machine -> machine.state(MachineState.RUNNING));
      rig.await(Rig.inState(one, MachineState.RUNNING));
      long took = (System.nanoTime() - began) / 1_000_000;
      assertTrue(took < 45, took + " ms: it waited for others to come");
    }
  }

  @Test
  void whatDidNotChangeStaysTheSameObject() {
    try (Rig rig = new Rig()) {
      UUID one = rig.host.add("one");
      UUID two = rig.host.add("two");
      rig.connected();
      HostSnapshot before =
          rig.await(
              snapshot ->
                  snapshot.machines().size() == 2
                      && snapshot.machines().values().stream().allMatch(Machine::known));
      rig.host.change(one, Turn.STATE, machine -> machine.state(MachineState.RUNNING));
      HostSnapshot after = rig.await(Rig.inState(one, MachineState.RUNNING));
      assertNotSame(Rig.of(before, one), Rig.of(after, one));
      assertSame(Rig.of(before, two), Rig.of(after, two));
      int lists = rig.host.script().calls("machines");
      rig.link.refresh();
      Rig.until("read again", () -> rig.host.script().calls("machines") > lists);
      rig.host.add("three");
      HostSnapshot last = rig.await(snapshot -> snapshot.machines().size() == 3);
      assertSame(Rig.of(after, one), Rig.of(last, one));
      assertSame(Rig.of(before, two), Rig.of(last, two));
    }
  }

  @Test
  void aRemovalIsBelievedOnlyWhenTheMachineIsNotThere() {
    try (Rig rig = new Rig()) {
      UUID one = rig.host.add("one");
      UUID two = rig.host.add("two");
      rig.connected();
      rig.await(snapshot -> snapshot.machines().size() == 2);
      int mark = rig.mark();
      rig.host.tell(one, Turn.REMOVED);
      rig.host.remove(two);
      HostSnapshot after =
          rig.await(snapshot -> !snapshot.machines().containsKey(two), mark, Rig.SOON);
      assertTrue(after.machines().containsKey(one));
      assertTrue(
          rig.told().stream()
              .map(Rig.Told::snapshot)
              .filter(snapshot -> snapshot.state().isUp())
              .allMatch(snapshot -> snapshot.machines().containsKey(one)));
    }
  }

  @Test
  void newsBeforeTheFirstListAreNotLost() {
    try (Rig rig = new Rig()) {
      UUID one = rig.host.add("one");
      rig.host.script().hang("machines");
      rig.link.connect();
      Rig.until("listing", () -> rig.host.script().inFlight("machines") == 1);
      rig.host.change(one, Turn.DEFINITION, machine -> machine.snapshots(3));
      rig.host.add("two");
      rig.host.script().letGo("machines");
      rig.await(Rig.machine(one, machine -> machine.snapshots() == 3));
      rig.await(snapshot -> snapshot.machines().size() == 2);
      Rig.until("read up after the list", () -> rig.host.script().calls("machinesOf") >= 1);
    }
  }

  @Test
  void newsOfAFormerSessionReachNobody() {
    Rig rig = new Rig();
    List<HostListener> listeners = new CopyOnWriteArrayList<>();
    List<HostSnapshot> told = new CopyOnWriteArrayList<>();
    try (HostLink link =
        new HostLink(
            rig.entry,
            (address, prompt, listener) -> {
              listeners.add(listener);
              return rig.fake.open(address, prompt, listener);
            },
            CredentialPrompt.NONE,
            told::add,
            Rig.FAST)) {
      link.connect();
      Rig.until("connected", () -> link.latest().state().isUp());
      rig.host.lose(Why.END_OF_FILE);
      Rig.until("again", () -> listeners.size() == 2 && link.latest().state().isUp());
      int reads = rig.host.script().calls("machinesOf");
      listeners.getFirst().heard(new News.Lost(Why.ERROR));
      listeners.getFirst().heard(new News.MachineChanged(UUID.randomUUID(), Turn.STATE));
      // news of the living session after it prove that those were passed over
      rig.host.add("one");
      Rig.until("shown", () -> link.latest().machines().size() == 1);
      assertTrue(link.latest().state().isUp());
      assertEquals(2, rig.host.opened());
      assertTrue(rig.host.script().calls("machinesOf") <= reads + 2);
    }
    rig.close();
  }

  @Test
  void anAnswerOfAFormerSessionIsForgotten() {
    try (Rig rig = new Rig()) {
      rig.host.add("one");
      rig.connected();
      rig.host.script().hang("machinesOf");
      rig.host.add("two");
      Rig.until("reading", () -> rig.host.script().inFlight("machinesOf") == 1);
      rig.link.disconnect();
      rig.await(HostState.Disconnected.class);
      rig.host.script().letGo("machinesOf");
      Rig.until("answered", () -> rig.host.script().inFlight("machinesOf") == 0);
      // goes over the desk after whatever the answer put there
      assertEquals(Cause.CONNECTION_LOST, Rig.causeOf(rig.link.ask(session -> true, Rig.SOON)));
      assertEquals(1, rig.link.latest().machines().size());
    }
  }

  @Test
  void networksAndPoolsFollowTheirNews() {
    try (Rig rig = new Rig()) {
      rig.connected();
      rig.host.network("default", VirtualNetwork.Mode.NAT, true);
      rig.await(snapshot -> snapshot.networks().size() == 1);
      rig.host.pool("images", true);
      rig.await(snapshot -> snapshot.pools().size() == 1);
    }
  }

  @Test
  void labelsAreReadAgainWhenTheDefinitionTurned() {
    try (Rig rig = new Rig()) {
      UUID one = rig.host.add("one");
      rig.connected();
      rig.await(Rig.machine(one, Machine::known));
      Labels labels = new Labels("Web", "", List.of("x"), GroupPath.TOP);
      rig.host.change(one, Turn.DEFINITION, machine -> machine.labels(labels));
      rig.await(Rig.machine(one, machine -> machine.labels().equals(labels)));
    }
  }

  @Test
  void aDefinitionThatCannotBeReadIsTriedAgainLaterAndKeepsNobodyWaiting() {
    try (Rig rig = new Rig(LinkTiming.DEFAULT.faster(100), CredentialPrompt.NONE)) {
      rig.host.script().fail("definition", Problem.of(Cause.MACHINE_BUSY, "x"), 1);
      UUID one = rig.host.add("one");
      UUID two = rig.host.add("two");
      rig.connected();
      HostSnapshot first = rig.await(Rig.machine(two, Machine::known));
      assertFalse(Rig.of(first, one).known());
      rig.await(Rig.machine(one, Machine::known));
    }
  }

  @Test
  void aReadThatFailsIsMadeUpForByAFullOne() {
    try (Rig rig = new Rig()) {
      UUID one = rig.host.add("one");
      rig.connected();
      rig.host.script().fail("machinesOf", Problem.of(Cause.UNEXPECTED, "x"), 1);
      rig.host.change(one, Turn.STATE, machine -> machine.state(MachineState.RUNNING));
      rig.await(Rig.inState(one, MachineState.RUNNING));
    }
  }

  @Test
  void uptimeIsExactFromTheEventAndALowerBoundElse() {
    try (Rig rig = new Rig()) {
      UUID ran = rig.host.add("ran", machine -> machine.state(MachineState.RUNNING));
      UUID told =
          rig.host.add(
              "told",
              machine ->
                  machine.state(MachineState.RUNNING).runningSince(Instant.ofEpochSecond(77)));
      UUID off = rig.host.add("off");
      Instant began = Instant.now();
      HostSnapshot first = rig.connected().await(HostState.Connected.class);
      assertFalse(Rig.of(first, ran).uptime().orElseThrow().exact());
      assertEquals(
          Optional.of(new Uptime(Instant.ofEpochSecond(77), true)), Rig.of(first, told).uptime());
      assertEquals(Optional.empty(), Rig.of(first, off).uptime());
      rig.host.change(off, Turn.STARTED, machine -> machine.state(MachineState.RUNNING));
      HostSnapshot after = rig.await(Rig.inState(off, MachineState.RUNNING));
      Uptime uptime = Rig.of(after, off).uptime().orElseThrow();
      assertTrue(uptime.exact());
      assertFalse(uptime.since().isBefore(began));
      rig.host.change(off, Turn.STOPPED, machine -> machine.state(MachineState.OFF));
      rig.await(Rig.machine(off, machine -> machine.uptime().isEmpty()), rig.mark() - 1, Rig.SOON);
    }
  }

  @Test
  void theDeskHasRoomForSoManyAndThenWantsItAll() {
    NewsDesk desk = new NewsDesk(InstantSource.system());
    for (int i = 0; i < 5000; i++) {
      desk.heard(new News.MachineChanged(new UUID(0, i), Turn.DEFINITION));
      assertTrue(desk.noted() <= 1024);
    }
    NewsDesk.Batch batch = desk.take();
    assertTrue(batch.everything());
    assertEquals(0, batch.machines().size());
    assertFalse(desk.take().everything());
  }

  @Test
  void theDeskWakesOnceUntilItIsRead() {
    NewsDesk desk = new NewsDesk(InstantSource.system());
    List<String> woken = new ArrayList<>();
    desk.begin(() -> woken.add("up"));
    UUID one = UUID.randomUUID();
    desk.heard(new News.MachineChanged(one, Turn.STATE));
    desk.heard(new News.MachineChanged(one, Turn.STARTED));
    assertEquals(1, woken.size());
    assertEquals(Set.of(one), desk.take().machines());
    desk.heard(new News.MachineChanged(one, Turn.STOPPED));
    assertEquals(2, woken.size());
  }

  @Test
  void aBurstOfTwoThousandIsExactWithinASecondAndCalm() throws Exception {
    try (Rig rig = new Rig(LinkTiming.DEFAULT, CredentialPrompt.NONE)) {
      List<UUID> machines = new ArrayList<>();
      for (int i = 0; i < 1000; i++) {
        machines.add(rig.host.add("m" + i));
      }
      rig.connected();
      int mark = rig.mark();
      for (int i = 0; i < 2000; i++) {
        boolean on = i < 1000;
        rig.host.change(
            machines.get(i % 1000),
            on ? Turn.STARTED : Turn.STOPPED,
            machine -> machine.state(on ? MachineState.RUNNING : MachineState.OFF).snapshots(9));
      }
      long over = System.nanoTime();
      rig.await(
          snapshot ->
              snapshot.machines().values().stream()
                  .allMatch(m -> m.state() == MachineState.OFF && m.snapshots() == 9),
          mark,
          Rig.SOON);
      long took = (System.nanoTime() - over) / 1_000_000;
      assertTrue(took < 1000, took + " ms after the burst");
      assertCalm(rig, mark);
    }
  }

  @Test
  void tenThousandAMinuteAreExactWithinASecondAndCalm() throws Exception {
    try (Rig rig = new Rig(LinkTiming.DEFAULT, CredentialPrompt.NONE)) {
      List<UUID> machines = new ArrayList<>();
      for (int i = 0; i < 200; i++) {
        machines.add(rig.host.add("m" + i));
      }
      rig.connected();
      rig.await(
          snapshot -> snapshot.machines().values().stream().allMatch(Machine::known), 0, Rig.SOON);
      int mark = rig.mark();
      int lists = rig.host.script().calls("machines");
      Random random = new Random(5);
      for (int i = 0; i < 500; i++) {
        boolean on = random.nextBoolean();
        rig.host.change(
            machines.get(random.nextInt(200)),
            on ? Turn.STARTED : Turn.STOPPED,
            machine -> machine.state(on ? MachineState.RUNNING : MachineState.OFF));
        // the rate is what is tried here
        TimeUnit.MILLISECONDS.sleep(6);
      }
      assertTrue(rig.host.script().calls("machines") - lists <= 1, "read one by one");
      long over = System.nanoTime();
      Rig.until("exact", () -> isExact(rig, rig.link.latest()));
      long took = (System.nanoTime() - over) / 1_000_000;
      assertTrue(took < 1000, took + " ms after the last");
      assertCalm(rig, mark);
    }
  }

  /** F13: news are lost, doubled and shuffled; the list tells the truth soon after all the same. */
  @Test
  void whateverBecomesOfTheNewsTheListIsRightSoonAfter() throws Exception {
    try (ExecutorService eight = Executors.newFixedThreadPool(8)) {
      List<Future<?>> tried = new ArrayList<>();
      for (int seed = 0; seed < 200; seed++) {
        int next = seed;
        tried.add(eight.submit(() -> tryMischief(next)));
      }
      for (Future<?> one : tried) {
        one.get();
      }
    }
  }

  private static void tryMischief(int seed) {
    Random random = new Random(seed);
    try (Rig rig = new Rig(LinkTiming.DEFAULT.faster(100), CredentialPrompt.NONE)) {
      List<UUID> machines = new ArrayList<>();
      for (int i = 0; i < 8; i++) {
        machines.add(rig.host.add("m" + i));
      }
      rig.connected();
      rig.link.watch(Set.copyOf(machines), Duration.ofMillis(20));
      rig.host
          .news()
          .mischief(seed, random.nextDouble() * 0.6, random.nextDouble() * 0.5, random.nextInt(6));
      for (int step = 0; step < 40; step++) {
        mischief(rig, machines, random, step);
      }
      rig.host.news().flush();
      Rig.until(
          "the truth with seed " + seed + ", " + rig.host.machineIds() + " but " + rig.states(),
          () -> isExact(rig, rig.link.latest()));
    }
  }

  private static void mischief(Rig rig, List<UUID> machines, Random random, int step) {
    UUID some = machines.get(random.nextInt(machines.size()));
    switch (random.nextInt(6)) {
      case 0, 1 ->
          rig.host.change(some, Turn.STARTED, machine -> machine.state(MachineState.RUNNING));
      case 2 -> rig.host.change(some, Turn.STOPPED, machine -> machine.state(MachineState.OFF));
      case 3 -> rig.host.remove(some);
      case 4 -> machines.add(rig.host.add("n" + step));
      default -> {
        if (random.nextInt(10) == 0) {
          rig.host.lose(Why.ERROR);
        } else {
          rig.host.change(some, Turn.OTHER, machine -> machine.snapshots(step));
        }
      }
    }
  }

  private static boolean isExact(Rig rig, HostSnapshot snapshot) {
    HypervisorSession look;
    Map<UUID, MachineReading> truth = new HashMap<>();
    try {
      look = rig.fake.open(rig.entry.address(), CredentialPrompt.NONE, news -> {});
      try {
        look.machines().forEach(reading -> truth.put(reading.uuid(), reading));
      } finally {
        look.close();
      }
    } catch (ProblemException e) {
      throw new AssertionError(e);
    }
    return truth.keySet().equals(snapshot.machines().keySet())
        && snapshot.machines().values().stream()
            .allMatch(
                machine -> {
                  MachineReading reading = truth.get(machine.key().uuid());
                  return reading != null
                      && reading.state() == machine.state()
                      && reading.snapshots() == machine.snapshots()
                      && reading.name().equals(machine.name());
                });
  }

  /** At most ten in any second. */
  private static void assertCalm(Rig rig, int mark) {
    List<Rig.Told> told = rig.told().subList(mark, rig.mark());
    for (int i = 10; i < told.size(); i++) {
      long apart = told.get(i).nanos() - told.get(i - 10).nanos();
      assertTrue(apart > 950_000_000L, "eleven in " + apart / 1_000_000 + " ms");
    }
  }
}
