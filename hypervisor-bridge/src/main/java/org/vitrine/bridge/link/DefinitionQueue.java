package org.vitrine.bridge.link;

import java.time.Duration;
import java.util.ArrayList;
import java.util.Collection;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.UUID;
import org.vitrine.model.port.DefinitionReading;
import org.vitrine.model.problem.Cause;

/** Whose definition is to be read next: those on screen first, then the rest. */
final class DefinitionQueue {

  /**
   * What came of reading some.
   *
   * @param failed those whose definition cannot be had now
   * @param left those for which there was no time
   */
  record Read(Map<UUID, DefinitionReading> definitions, List<UUID> failed, List<UUID> left) {}

  private final Set<UUID> waiting = new LinkedHashSet<>();

  void add(Collection<UUID> machines) {
    waiting.addAll(machines);
  }

  void retain(Collection<UUID> machines) {
    waiting.retainAll(machines);
  }

  List<UUID> take(int most, Set<UUID> onScreen) {
    List<UUID> taken = new ArrayList<>(most);
    for (UUID machine : onScreen) {
      if (taken.size() == most) {
        break;
      }
      if (waiting.remove(machine)) {
        taken.add(machine);
      }
    }
    while (taken.size() < most && !waiting.isEmpty()) {
      UUID machine = waiting.iterator().next();
      waiting.remove(machine);
      taken.add(machine);
    }
    return taken;
  }

  /** Reads as many as the time allows, one at least. */
  static Task<Read> reading(List<UUID> machines, Duration time) {
    return session -> {
      long until = System.nanoTime() + time.toNanos();
      Map<UUID, DefinitionReading> told = new LinkedHashMap<>();
      List<UUID> failed = new ArrayList<>();
      int next = 0;
      while (next < machines.size() && (next == 0 || System.nanoTime() - until < 0)) {
        UUID machine = machines.get(next++);
        Reply<DefinitionReading> reply = Reply.of(way -> way.definition(machine), session);
        switch (reply) {
          case Reply.Got<DefinitionReading>(DefinitionReading definition) ->
              told.put(machine, definition);
          case Reply.Failed<DefinitionReading> bad -> {
            if (bad.problem().cause() == Cause.CONNECTION_LOST) {
              throw bad.why();
            }
            failed.add(machine);
          }
        }
      }
      return new Read(told, failed, List.copyOf(machines.subList(next, machines.size())));
    };
  }

  boolean hasAny(Set<UUID> machines) {
    return machines.stream().anyMatch(waiting::contains);
  }

  boolean isEmpty() {
    return waiting.isEmpty();
  }
}
