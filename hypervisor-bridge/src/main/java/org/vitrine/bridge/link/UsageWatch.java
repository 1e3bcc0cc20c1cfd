package org.vitrine.bridge.link;

import java.time.Duration;
import java.util.ArrayList;
import java.util.Collection;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.UUID;
import java.util.concurrent.Future;
import org.jspecify.annotations.Nullable;
import org.vitrine.bridge.link.LinkWorkers.Lane;
import org.vitrine.model.host.Capability;
import org.vitrine.model.host.HostFacts;
import org.vitrine.model.port.Counters;
import org.vitrine.model.problem.Cause;
import org.vitrine.model.problem.ProblemException;
import org.vitrine.model.vm.Machine;

/**
 * Polls what changes all the time, only for machines somebody looks at. At most two polls are under
 * way: the second only beside one that is stuck on a machine whose process does not answer, which
 * the second then leaves out. Desk only.
 */
final class UsageWatch {

  private static final int ADDRESSES_AT_ONCE = 8;

  private final Calls calls;
  private final Desk desk;
  private final HostPicture picture;
  private final Publisher publisher;
  private final LinkTiming timing;
  private final UsageMeter meter = new UsageMeter();
  private final Map<Long, Long> polls = new HashMap<>();
  private final Map<UUID, Long> nextAddress = new HashMap<>();
  private Set<UUID> watched = Set.of();
  private Duration cadence = Duration.ofSeconds(1);
  private @Nullable Future<?> timer;
  private long lastPoll;
  private long pollNumber;
  private boolean addressesAsked;
  private boolean noUsage;
  private boolean noAddresses;

  UsageWatch(Room room, Calls calls) {
    this.calls = calls;
    this.desk = room.desk();
    this.picture = room.picture();
    this.publisher = room.publisher();
    this.timing = room.timing();
    this.lastPoll = System.nanoTime() - Duration.ofHours(1).toNanos();
  }

  void watch(Set<UUID> onScreen, Duration every) {
    watched = onScreen;
    cadence = every.compareTo(Duration.ofMillis(5)) < 0 ? Duration.ofMillis(5) : every;
    arm(dueIn());
  }

  /** A sleep lies between: rates over it would be nonsense. */
  void forget() {
    meter.forget();
  }

  void end() {
    if (timer != null) {
      timer.cancel(false);
    }
  }

  private Duration dueIn() {
    long left = lastPoll + cadence.toNanos() - System.nanoTime();
    return left > 0 ? Duration.ofNanos(left) : Duration.ZERO;
  }

  private void arm(Duration in) {
    end();
    timer = watched.isEmpty() ? null : desk.after(in, this::due);
  }

  private void due() {
    // armed from now, not from when it was due: a clock that stood still leaves no backlog
    arm(cadence);
    lastPoll = System.nanoTime();
    List<UUID> running = watched.stream().filter(picture::isActive).toList();
    meter.retain(picture.ids());
    if (!running.isEmpty()) {
      pollCounters(running);
      askAddresses(running);
    }
  }

  private void pollCounters(List<UUID> running) {
    long now = System.nanoTime();
    if (noUsage || cannot(Capability.USAGE)) {
      return;
    }
    long stuck = timing.stuck().toNanos();
    if (polls.size() > 1 || polls.values().stream().anyMatch(began -> now - began < stuck)) {
      return;
    }
    long number = pollNumber++;
    polls.put(number, now);
    if (!calls.ask(
        Lane.POLL, session -> session.counters(running), reply -> polled(number, reply))) {
      polls.remove(number);
    }
  }

  private void polled(long number, Reply<Map<UUID, Counters>> reply) {
    polls.remove(number);
    switch (reply) {
      case Reply.Got<Map<UUID, Counters>>(Map<UUID, Counters> counters) -> {
        Duration longest = cadence.multipliedBy(3).plus(timing.silent());
        boolean changed = false;
        for (Map.Entry<UUID, Counters> entry : counters.entrySet()) {
          Machine machine = picture.machine(entry.getKey());
          if (machine != null) {
            changed |=
                picture.usage(
                    entry.getKey(),
                    meter.measure(entry.getKey(), entry.getValue(), machine.usage(), longest));
          }
        }
        if (changed) {
          publisher.soon();
        }
      }
      case Reply.Failed<Map<UUID, Counters>> bad ->
          noUsage = bad.problem().cause() == Cause.NOT_SUPPORTED_HERE;
    }
  }

  private void askAddresses(List<UUID> running) {
    if (addressesAsked || noAddresses || cannot(Capability.ADDRESSES)) {
      return;
    }
    long now = System.nanoTime();
    // a machine that comes up again is asked at once
    nextAddress.keySet().removeIf(machine -> !picture.isActive(machine));
    List<UUID> due = new ArrayList<>();
    for (UUID machine : running) {
      Long next = nextAddress.get(machine);
      if (due.size() < ADDRESSES_AT_ONCE && (next == null || next - now <= 0)) {
        due.add(machine);
      }
    }
    if (!due.isEmpty()) {
      addressesAsked =
          calls.ask(
              Lane.POLL,
              session -> {
                Map<UUID, List<String>> told = new LinkedHashMap<>();
                for (UUID machine : due) {
                  Reply<List<String>> one = Reply.of(way -> way.addresses(machine), session);
                  switch (one) {
                    case Reply.Got<List<String>>(List<String> addresses) ->
                        told.put(machine, addresses);
                    case Reply.Failed<List<String>> bad -> unlessGone(bad.why());
                  }
                }
                return told;
              },
              reply -> addressed(due, reply));
    }
  }

  /** One machine that is gone or busy must not keep the others' addresses back. */
  private static void unlessGone(ProblemException why) throws ProblemException {
    Cause cause = why.problem().cause();
    if (cause == Cause.CONNECTION_LOST || cause == Cause.NOT_SUPPORTED_HERE) {
      throw why;
    }
  }

  private void addressed(Collection<UUID> asked, Reply<Map<UUID, List<String>>> reply) {
    addressesAsked = false;
    long now = System.nanoTime();
    asked.forEach(machine -> nextAddress.put(machine, now + timing.address().toNanos()));
    switch (reply) {
      case Reply.Got<Map<UUID, List<String>>>(Map<UUID, List<String>> told) -> {
        boolean changed = false;
        for (Map.Entry<UUID, List<String>> entry : told.entrySet()) {
          changed |= picture.addresses(entry.getKey(), entry.getValue());
          if (!entry.getValue().isEmpty()) {
            nextAddress.put(entry.getKey(), now + timing.addressKnown().toNanos());
          }
        }
        if (changed) {
          publisher.soon();
        }
      }
      case Reply.Failed<Map<UUID, List<String>>> bad ->
          noAddresses = bad.problem().cause() == Cause.NOT_SUPPORTED_HERE;
    }
  }

  private boolean cannot(Capability capability) {
    return picture.facts().map(HostFacts::absent).stream()
        .anyMatch(absent -> absent.containsKey(capability));
  }
}
