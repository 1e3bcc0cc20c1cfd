package org.vitrine.bridge.link;

import static org.junit.jupiter.api.Assertions.assertTrue;

import java.time.Duration;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.Set;
import java.util.UUID;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.Test;
import org.vitrine.model.inventory.HostSnapshot;
import org.vitrine.model.port.CredentialPrompt;
import org.vitrine.model.port.HostListener.Turn;
import org.vitrine.model.port.HostListener.Why;
import org.vitrine.model.port.HypervisorSession;
import org.vitrine.model.port.MachineReading;
import org.vitrine.model.problem.ProblemException;
import org.vitrine.model.vm.Machine;
import org.vitrine.model.vm.MachineState;

final class NewsFloodTest {

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
