package org.vitrine.bridge.testing;

import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import java.util.function.Consumer;
import java.util.function.Predicate;
import org.vitrine.model.inventory.HostSnapshot;
import org.vitrine.model.vm.Machine;

/** Keeps every snapshot of a host, and waits for one that a test expects. */
public final class SeenHost implements Consumer<HostSnapshot> {

  private final List<HostSnapshot> seen = new ArrayList<>();

  @Override
  public synchronized void accept(HostSnapshot snapshot) {
    seen.add(snapshot);
    notifyAll();
  }

  /** All so far, the oldest first. */
  public synchronized List<HostSnapshot> all() {
    return List.copyOf(seen);
  }

  /** Waits until the newest snapshot is as expected, or fails with it. */
  public synchronized HostSnapshot await(Duration patience, Predicate<HostSnapshot> expected)
      throws InterruptedException {
    long end = System.nanoTime() + patience.toNanos();
    while (seen.isEmpty() || !expected.test(seen.getLast())) {
      long left = (end - System.nanoTime()) / 1_000_000;
      if (left <= 0) {
        throw new AssertionError(
            "not seen within "
                + patience
                + "; last "
                + (seen.isEmpty() ? "nothing" : seen.getLast()));
      }
      wait(left);
    }
    return seen.getLast();
  }

  /** Waits until the machine is there and as expected. */
  public Machine await(Duration patience, UUID machine, Predicate<Machine> expected)
      throws InterruptedException {
    HostSnapshot found =
        await(
            patience,
            snapshot ->
                Optional.ofNullable(snapshot.machines().get(machine)).filter(expected).isPresent());
    return Optional.ofNullable(found.machines().get(machine)).orElseThrow();
  }
}
