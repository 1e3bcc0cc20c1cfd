package org.vitrine.bridge.link;

import java.time.Duration;
import java.time.Instant;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import java.util.concurrent.Future;
import java.util.function.Consumer;
import org.jspecify.annotations.Nullable;
import org.vitrine.bridge.link.LinkWorkers.Lane;
import org.vitrine.model.port.DefinitionReading;
import org.vitrine.model.port.HostListener.Why;
import org.vitrine.model.port.HypervisorSession;
import org.vitrine.model.port.MachineReading;
import org.vitrine.model.problem.Cause;
import org.vitrine.model.problem.Problem;
import org.vitrine.model.vm.Machine;

/**
 * The time with one open session: reads the host once in full, then what its news are about, and
 * keeps the picture right. Desk only.
 *
 * <p>Against news that never came there is a net: while anybody looks, the full list is read again
 * after {@link LinkTiming#relist} (one bulk call, some 20 ms for a thousand machines), but so
 * seldom that it takes at most a fiftieth of the time; while nobody looks, ten times as seldom.
 * There is no cheaper way to notice: no host counts its changes.
 */
final class Visit {

  private static final int ONE_BY_ONE = 64;
  private static final int DEFINITIONS_AT_ONCE = 16;

  private static final int TICKS_TO_START = 3;
  private static final Duration DEFINITIONS_FOR = Duration.ofMillis(50);
  private static final int SHARE_OF_TIME = 50;
  private static final Duration LONGEST_GAP = Duration.ofMillis(300);
  private static final Duration SELDOM = Duration.ofSeconds(60);

  private final Calls calls;
  private final Desk desk;
  private final HostPicture picture;
  private final Publisher publisher;
  private final LinkTiming timing;
  private final NewsDesk news;
  private final Pulse pulse;
  private final Stay.Events events;
  private final DefinitionQueue definitions = new DefinitionQueue();
  private final long began = System.nanoTime();
  private final UsageWatch usage;
  private final Set<UUID> unreadable = new HashSet<>();
  private Set<UUID> watched = Set.of();
  private Duration cadence = Duration.ofSeconds(1);
  private boolean listed;
  private boolean reading;
  private boolean relistWanted;
  private boolean definitionsAsked;
  private boolean over;
  private @Nullable Future<?> collecting;
  private long readBegan;
  private long readTook;
  private long listBegan;
  private long listTook;
  private long swept = System.nanoTime();

  Visit(Room room, Calls calls, Pulse pulse, NewsDesk news, Stay.Events events) {
    this.calls = calls;
    this.desk = room.desk();
    this.picture = room.picture();
    this.publisher = room.publisher();
    this.timing = room.timing();
    this.pulse = pulse;
    this.news = news;
    this.events = events;
    this.usage = new UsageWatch(room, calls);
  }

  void begin() {
    readList(Map.of());
  }

  void end() {
    over = true;
    usage.end();
    if (collecting != null) {
      collecting.cancel(false);
    }
  }

  void watch(Set<UUID> onScreen, Duration every) {
    watched = onScreen;
    cadence = every;
    if (listed) {
      usage.watch(onScreen, every);
      pumpDefinitions();
    }
  }

  /** Everything again. */
  void refresh() {
    relist();
    readRest();
    unreadable.clear();
    definitions.add(picture.ids());
    pumpDefinitions();
  }

  void relist() {
    relistWanted = true;
    collect();
  }

  void slept() {
    usage.forget();
  }

  /** Looks after what no news tell of. */
  void tick() {
    if (!listed || over) {
      return;
    }
    long now = System.nanoTime();
    long pause = Math.max(timing.relist().toNanos(), listTook * SHARE_OF_TIME);
    if (watched.isEmpty()) {
      pause = timing.relist().toNanos() * 10;
    }
    if (now - listBegan > Math.min(pause, Math.max(SELDOM.toNanos(), timing.relist().toNanos()))) {
      relist();
    }
    pumpDefinitions();
    if (now - swept > timing.addressKnown().toNanos()) {
      swept = now;
      unreadable.clear();
      definitions.add(picture.unknown());
      definitions.add(watched.stream().filter(id -> picture.machine(id) != null).toList());
      pumpDefinitions();
    }
  }

  // lists and news

  private void woken() {
    if (over) {
      return;
    }
    Optional<Why> lost = news.lost();
    if (lost.isPresent()) {
      events.lost(problemOf(lost.get()));
    } else {
      pulse.heard();
      events.heard();
      collect();
    }
  }

  private static Problem problemOf(Why why) {
    return Problem.of(
        switch (why) {
          case NO_ANSWER -> Cause.HOST_SILENT;
          case END_OF_FILE, ERROR, OURSELVES -> Cause.CONNECTION_LOST;
        },
        "");
  }

  /**
   * Gathers for a moment, but not when the last reading is long enough ago: one event shows now.
   */
  private void collect() {
    if (over || !listed || reading || collecting != null) {
      return;
    }
    long gap = Math.max(timing.coalesce().toNanos(), Math.min(readTook * 3, LONGEST_GAP.toNanos()));
    collectIn(readBegan + gap - System.nanoTime());
  }

  private void collectIn(long nanos) {
    if (nanos <= 0) {
      gather();
    } else {
      collecting =
          desk.after(
              Duration.ofNanos(nanos),
              () -> {
                collecting = null;
                gather();
              });
    }
  }

  private void gather() {
    NewsDesk.Batch batch = news.take();
    if (batch.networks()) {
      readNetworks();
    }
    if (batch.pools()) {
      readPools();
    }
    unreadable.removeAll(batch.definitions());
    definitions.add(batch.everything() ? picture.ids() : batch.definitions());
    if (relistWanted || batch.everything() || batch.machines().size() > ONE_BY_ONE) {
      readList(batch.started());
    } else if (!batch.machines().isEmpty()) {
      readSome(batch.machines(), batch.started());
    } else {
      pumpDefinitions();
    }
  }

  private void readList(Map<UUID, Instant> started) {
    reading = true;
    relistWanted = false;
    listBegan = System.nanoTime();
    readBegan = listBegan;
    boolean room =
        ask(
            Lane.READ,
            HypervisorSession::machines,
            machines -> {
              // smoothed: one slow answer says little of the next
              listTook += (System.nanoTime() - listBegan - listTook) / 4;
              if (!listed) {
                picture.doubtUptimes();
              }
              boolean changed = picture.list(machines, started);
              if (listed) {
                read(machines, changed);
              } else {
                firstListed();
              }
            },
            this::readFailed);
    reading = room;
  }

  private void firstListed() {
    listed = true;
    reading = false;
    definitions.add(picture.ids());
    events.listed();
    readRest();
    news.begin(() -> desk.put(this::woken));
    usage.watch(watched, cadence);
    pumpDefinitions();
  }

  private void readSome(Set<UUID> machines, Map<UUID, Instant> started) {
    reading = true;
    readBegan = System.nanoTime();
    reading =
        ask(
            Lane.READ,
            session -> session.machines(machines),
            told -> read(told, picture.read(machines, told, started)),
            this::readFailed);
  }

  private void read(List<MachineReading> told, boolean changed) {
    reading = false;
    readTook = System.nanoTime() - readBegan;
    if (changed) {
      publisher.soon();
      definitions.retain(picture.ids());
    }
    for (MachineReading reading : told) {
      Machine machine = picture.machine(reading.uuid());
      if (machine != null && !machine.known() && !unreadable.contains(reading.uuid())) {
        definitions.add(Set.of(reading.uuid()));
      }
    }
    pumpDefinitions();
    if (relistWanted || news.isWaiting()) {
      collect();
    }
  }

  private void readFailed(Problem problem) {
    reading = false;
    if (!listed) {
      events.notListed(problem);
    } else if (collecting == null) {
      // what was to be read is not known any more: read it all, a little later
      relistWanted = true;
      collectIn(timing.tick().toNanos());
    }
  }

  // what else there is

  private void readRest() {
    ask(
        Lane.WORK,
        HypervisorSession::facts,
        facts -> {
          if (picture.facts(facts)) {
            publisher.soon();
          }
        },
        problem -> {});
    readNetworks();
    readPools();
  }

  private void readNetworks() {
    ask(
        Lane.WORK,
        HypervisorSession::networks,
        networks -> {
          if (picture.networks(networks)) {
            publisher.soon();
          }
        },
        problem -> {});
  }

  private void readPools() {
    ask(
        Lane.WORK,
        HypervisorSession::pools,
        pools -> {
          if (picture.pools(pools)) {
            publisher.soon();
          }
        },
        problem -> {});
  }

  private void pumpDefinitions() {
    if (over || !listed || definitionsAsked || definitions.isEmpty()) {
      return;
    }
    // while the window starts, only what it shows is read; it needs the processor more
    boolean starting = System.nanoTime() - began < timing.tick().toNanos() * TICKS_TO_START;
    if (starting && !definitions.hasAny(watched)) {
      return;
    }
    List<UUID> next = definitions.take(DEFINITIONS_AT_ONCE, watched);
    definitionsAsked =
        ask(
            Lane.POLL,
            DefinitionQueue.reading(next, DEFINITIONS_FOR),
            this::defined,
            problem -> {
              definitionsAsked = false;
              unreadable.addAll(next);
            });
    if (!definitionsAsked) {
      definitions.add(next);
    }
  }

  private void defined(DefinitionQueue.Read read) {
    definitionsAsked = false;
    boolean changed = false;
    for (Map.Entry<UUID, DefinitionReading> entry : read.definitions().entrySet()) {
      changed |= picture.define(entry.getKey(), entry.getValue());
    }
    if (changed) {
      publisher.soon();
    }
    definitions.add(read.left());
    unreadable.addAll(read.failed());
    if (!read.failed().isEmpty()) {
      news.suspect(read.failed());
    }
    pumpDefinitions();
  }

  private <T> boolean ask(Lane lane, Task<T> task, Consumer<T> got, Consumer<Problem> failed) {
    return calls.ask(
        lane,
        task,
        reply -> {
          switch (reply) {
            case Reply.Got<T>(T value) -> got.accept(value);
            case Reply.Failed<T> bad -> failed.accept(bad.problem());
          }
        });
  }
}
