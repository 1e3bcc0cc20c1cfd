package org.vitrine.bridge.link;

import java.time.Instant;
import java.time.InstantSource;
import java.util.HashMap;
import java.util.LinkedHashSet;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.vitrine.model.port.HostListener;

/**
 * Notes what one session's host says until somebody reads it up. Bounded: what does not fit any
 * more makes one full reading due instead. Each session has its own, so late news of a former
 * session reach nobody.
 */
final class NewsDesk implements HostListener {

  private static final int ROOM = 1024;

  /** What was noted. */
  record Batch(
      Set<UUID> machines,
      Set<UUID> definitions,
      Map<UUID, Instant> started,
      boolean everything,
      boolean networks,
      boolean pools) {}

  private final InstantSource clock;
  private Set<UUID> machines = new LinkedHashSet<>();
  private Set<UUID> definitions = new LinkedHashSet<>();
  private Map<UUID, Instant> started = new HashMap<>();
  private boolean everything;
  private boolean networks;
  private boolean pools;
  private Optional<Why> lost = Optional.empty();
  private boolean woken;
  private @Nullable Runnable wake;

  NewsDesk(InstantSource clock) {
    this.clock = clock;
  }

  /** From now on, whoever reads up is woken; once, until they have {@link #take taken}. */
  void begin(Runnable onNews) {
    Runnable toWake;
    synchronized (this) {
      wake = onNews;
      toWake = pending() ? onNews : null;
      woken = toWake != null;
    }
    if (toWake != null) {
      toWake.run();
    }
  }

  @Override
  public void heard(News news) {
    Runnable toWake;
    synchronized (this) {
      switch (news) {
        case News.MachineChanged(UUID machine, Turn turn) -> note(machine, turn);
        case News.NetworksChanged _ -> networks = true;
        case News.PoolsChanged _ -> pools = true;
        case News.Lost(Why why) -> lost = Optional.of(why);
      }
      toWake = waking();
    }
    if (toWake != null) {
      toWake.run();
    }
  }

  /** A machine is worth another look though nobody said so. */
  void suspect(Iterable<UUID> suspects) {
    Runnable toWake;
    synchronized (this) {
      suspects.forEach(machine -> note(machine, Turn.OTHER));
      toWake = waking();
    }
    if (toWake != null) {
      toWake.run();
    }
  }

  synchronized Batch take() {
    Batch batch = new Batch(machines, definitions, started, everything, networks, pools);
    machines = new LinkedHashSet<>();
    definitions = new LinkedHashSet<>();
    started = new HashMap<>();
    everything = false;
    networks = false;
    pools = false;
    woken = false;
    return batch;
  }

  /** How many machines are noted now; never more than there is room for. */
  synchronized int noted() {
    return machines.size();
  }

  private void note(UUID machine, Turn turn) {
    if (everything) {
      return;
    }
    if (machines.size() >= ROOM && !machines.contains(machine)) {
      everything = true;
      machines.clear();
      definitions.clear();
      started.clear();
      return;
    }
    machines.add(machine);
    switch (turn) {
      case STARTED -> started.put(machine, clock.instant());
      case DEFINITION -> definitions.add(machine);
      case STOPPED, REMOVED -> started.remove(machine);
      case STATE, DISK_ERROR, OTHER -> {}
    }
  }

  private @Nullable Runnable waking() {
    if (woken || wake == null) {
      return null;
    }
    woken = true;
    return wake;
  }

  /** Whether anything is noted. */
  synchronized boolean isWaiting() {
    return pending();
  }

  /** Why the way is gone, if it is; not taken by being asked. */
  synchronized Optional<Why> lost() {
    return lost;
  }

  private boolean pending() {
    return !machines.isEmpty() || everything || networks || pools || lost.isPresent();
  }
}
