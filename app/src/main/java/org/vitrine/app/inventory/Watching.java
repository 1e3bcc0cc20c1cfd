package org.vitrine.app.inventory;

import java.time.Duration;
import java.util.Collection;
import java.util.HashMap;
import java.util.HashSet;
import java.util.Map;
import java.util.Set;
import java.util.UUID;
import java.util.function.BooleanSupplier;
import java.util.function.Supplier;
import org.vitrine.model.host.HostId;
import org.vitrine.model.vm.MachineKey;

/** Tells each host which of its machines are on screen, so that only those are read often. */
public final class Watching {

  private static final Duration MINIMISED = Duration.ofSeconds(5);
  private final InventoryStore store;
  private final HostDirectory directory;
  private final Supplier<Duration> cadence;
  private final BooleanSupplier hidden;
  private Set<MachineKey> last = Set.of();
  private Duration lastCadence = Duration.ZERO;

  public Watching(
      InventoryStore store,
      HostDirectory directory,
      Supplier<Duration> cadence,
      BooleanSupplier hidden) {
    this.store = store;
    this.directory = directory;
    this.cadence = cadence;
    this.hidden = hidden;
  }

  /** Looks at what is on screen now; costs nothing while it stays the same. */
  public void look(Set<MachineKey> onScreen, Collection<MachineKey> chosen) {
    Set<MachineKey> now = new HashSet<>();
    if (!hidden.getAsBoolean()) {
      now.addAll(onScreen);
      now.addAll(chosen);
    }
    Duration every = hidden.getAsBoolean() ? MINIMISED : cadence.get();
    if (now.equals(last) && every.equals(lastCadence)) {
      return;
    }
    last = now;
    lastCadence = every;
    Map<HostId, Set<UUID>> byHost = new HashMap<>();
    for (HostDirectory.Listed host : directory.hosts()) {
      byHost.put(host.entry().id(), new HashSet<>());
    }
    for (MachineKey key : now) {
      byHost.computeIfAbsent(key.host(), host -> new HashSet<>()).add(key.uuid());
    }
    byHost.forEach(
        (host, machines) -> directory.link(host).ifPresent(link -> link.watch(machines, every)));
    store.sample(now, javafx.util.Duration.millis((double) every.toMillis()));
  }
}
