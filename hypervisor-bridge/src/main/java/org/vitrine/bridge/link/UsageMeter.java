package org.vitrine.bridge.link;

import java.time.Duration;
import java.util.Collection;
import java.util.HashMap;
import java.util.Map;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.vitrine.model.port.Counters;
import org.vitrine.model.vm.Usage;

/** Makes rates of running totals. */
final class UsageMeter {

  private final Map<UUID, Counters> before = new HashMap<>();

  /**
   * The usage since the last reading.
   *
   * @param known what was known so far; it stays where the reading tells nothing new
   * @param longest a gap longer than this says nothing of now
   */
  Usage measure(UUID machine, Counters now, Usage known, Duration longest) {
    @Nullable Counters last = before.get(machine);
    if (last != null && now.nanos() <= last.nanos()) {
      return known;
    }
    if (!now.answered()) {
      return known;
    }
    before.put(machine, now);
    if (last == null || now.nanos() - last.nanos() > longest.toNanos()) {
      return new Usage(0, now.memory(), 0, 0);
    }
    double seconds = (now.nanos() - last.nanos()) / 1e9;
    double cpu = grown(last.cpuNanos(), now.cpuNanos()) / 1e9 / seconds / Math.max(1, now.cpus());
    return new Usage(
        Math.clamp(cpu, 0.0, 1.0),
        now.memory(),
        grown(last.diskBytes(), now.diskBytes()) / seconds,
        grown(last.networkBytes(), now.networkBytes()) / seconds);
  }

  /** A total that went back started anew: after a migration, a reset, or a new process. */
  private static double grown(long from, long to) {
    return to >= from && from >= 0 ? (double) to - from : 0;
  }

  void retain(Collection<UUID> machines) {
    before.keySet().retainAll(machines);
  }

  void forget() {
    before.clear();
  }
}
