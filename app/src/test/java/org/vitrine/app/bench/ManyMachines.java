package org.vitrine.app.bench;

import java.time.Duration;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.Set;
import java.util.UUID;
import java.util.concurrent.locks.LockSupport;
import org.vitrine.app.machines.Column;
import org.vitrine.app.machines.MachineFilter;
import org.vitrine.app.machines.MachineSort;
import org.vitrine.app.machines.Row;
import org.vitrine.app.testing.FakeHosts;
import org.vitrine.app.testing.OnFxThread;
import org.vitrine.app.testing.TestWindow;
import org.vitrine.bridge.fake.FakeHost;
import org.vitrine.model.port.HostListener.Turn;
import org.vitrine.model.vm.MachineState;

/** A host with a thousand machines and a great deal of news. */
public final class ManyMachines {

  private static final int MACHINES = 1000;

  /** Ten thousand a minute. */
  private static final long EVERY_NANOS = 60_000_000_000L / 10_000;

  private static final int TURNS = 7;

  private final FakeHost host;
  private final List<UUID> machines = new ArrayList<>();
  private final Map<UUID, MachineState> truth = new HashMap<>();
  private final Random chance = new Random(1);

  public ManyMachines(FakeHosts hosts) {
    host = hosts.host("lab");
    for (int i = 0; i < MACHINES; i++) {
      MachineState state = i % 2 == 0 ? MachineState.RUNNING : MachineState.OFF;
      UUID uuid = host.add("vm-" + i, machine -> machine.state(state).load(0.3, 1000, 1000));
      machines.add(uuid);
      truth.put(uuid, state);
    }
  }

  private void event() {
    UUID uuid = machines.get(chance.nextInt(MACHINES));
    MachineState next =
        truth.get(uuid) == MachineState.RUNNING ? MachineState.PAUSED : MachineState.RUNNING;
    truth.put(uuid, next);
    host.change(uuid, Turn.STATE, machine -> machine.state(next));
  }

  /** Makes news at a steady pace for as long as it is told. */
  public void events(Duration time) {
    long begin = System.nanoTime();
    for (long i = 0; i * EVERY_NANOS < time.toNanos(); i++) {
      while (System.nanoTime() - begin < i * EVERY_NANOS) {
        LockSupport.parkNanos(begin + i * EVERY_NANOS - System.nanoTime());
      }
      event();
    }
  }

  /** Makes so much news at once, and measures until every line is as its machine is. */
  public Duration exactAfter(TestWindow window, int burst) {
    for (int i = 0; i < burst; i++) {
      event();
    }
    long begin = System.nanoTime();
    TestWindow.await("the list is exact", () -> isExact(window));
    return Duration.ofNanos(System.nanoTime() - begin);
  }

  private boolean isExact(TestWindow window) {
    int right = 0;
    for (var slot : window.parts().machines().slots()) {
      if (slot.row() instanceof Row.MachineRow row) {
        if (row.machine().state() != truth.get(row.machine().key().uuid())) {
          return false;
        }
        right++;
      }
    }
    return right == MACHINES;
  }

  /** Does once what is measured later. */
  public void warm(TestWindow window) {
    var _ = filter(window);
    var _ = sort(window);
  }

  /** The middle of several filterings, with the list laid out anew. */
  public Duration filter(TestWindow window) {
    return middle(
        window,
        turn ->
            window
                .parts()
                .machines()
                .filterProperty()
                .set(new MachineFilter(turn % 2 == 0 ? "vm-9" : "", Set.of(), Set.of())));
  }

  /** The middle of several sortings, with the list laid out anew. */
  public Duration sort(TestWindow window) {
    return middle(
        window,
        turn ->
            window
                .parts()
                .machines()
                .sortProperty()
                .set(new MachineSort(turn % 2 == 0 ? Column.CPU : Column.NAME, turn % 4 < 2)));
  }

  private static Duration middle(TestWindow window, java.util.function.IntConsumer work) {
    List<Long> took = new ArrayList<>();
    for (int turn = 0; turn < TURNS; turn++) {
      int now = turn;
      took.add(
          OnFxThread.get(
              () -> {
                long begin = System.nanoTime();
                work.accept(now);
                window.parts().root().applyCss();
                window.parts().root().layout();
                return System.nanoTime() - begin;
              }));
      window.awaitPicture();
    }
    OnFxThread.run(
        () -> {
          window.parts().machines().filterProperty().set(MachineFilter.ALL);
          window.parts().machines().sortProperty().set(MachineSort.BY_NAME);
        });
    return Duration.ofNanos(took.stream().sorted().toList().get(TURNS / 2));
  }
}
