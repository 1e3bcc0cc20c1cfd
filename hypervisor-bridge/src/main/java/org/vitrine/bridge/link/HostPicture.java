package org.vitrine.bridge.link;

import java.time.Instant;
import java.time.InstantSource;
import java.util.Collection;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import java.util.function.UnaryOperator;
import org.jspecify.annotations.Nullable;
import org.vitrine.model.host.HostFacts;
import org.vitrine.model.host.HostId;
import org.vitrine.model.host.HostState;
import org.vitrine.model.inventory.HostSnapshot;
import org.vitrine.model.network.VirtualNetwork;
import org.vitrine.model.port.DefinitionReading;
import org.vitrine.model.port.MachineReading;
import org.vitrine.model.storage.StoragePool;
import org.vitrine.model.vm.Machine;
import org.vitrine.model.vm.MachineEdit;
import org.vitrine.model.vm.MachineKey;
import org.vitrine.model.vm.Uptime;
import org.vitrine.model.vm.Usage;

/** What a link knows of its host. What did not change stays the same object. Desk only. */
final class HostPicture {

  private final HostId host;
  private final InstantSource clock;
  private final Map<UUID, Machine> machines = new LinkedHashMap<>();
  private HostState state = new HostState.Disconnected();
  private Optional<HostFacts> facts = Optional.empty();
  private List<VirtualNetwork> networks = List.of();
  private List<StoragePool> pools = List.of();

  HostPicture(HostId host, InstantSource clock) {
    this.host = host;
    this.clock = clock;
  }

  HostSnapshot snapshot() {
    return new HostSnapshot(host, state, facts, machines, networks, pools);
  }

  HostState state() {
    return state;
  }

  void state(HostState value) {
    state = value;
  }

  Optional<HostFacts> facts() {
    return facts;
  }

  boolean facts(HostFacts value) {
    boolean changed = !facts.equals(Optional.of(value));
    facts = Optional.of(value);
    return changed;
  }

  boolean networks(List<VirtualNetwork> value) {
    boolean changed = !networks.equals(value);
    networks = List.copyOf(value);
    return changed;
  }

  boolean pools(List<StoragePool> value) {
    boolean changed = !pools.equals(value);
    pools = List.copyOf(value);
    return changed;
  }

  /** In the order they came. */
  Set<UUID> ids() {
    return new LinkedHashSet<>(machines.keySet());
  }

  /** Those whose definition was not read yet. */
  List<UUID> unknown() {
    return machines.values().stream()
        .filter(machine -> !machine.known())
        .map(machine -> machine.key().uuid())
        .toList();
  }

  @Nullable Machine machine(UUID machine) {
    return machines.get(machine);
  }

  boolean isActive(UUID machine) {
    Machine known = machines.get(machine);
    return known != null && known.state().isActive();
  }

  /** Nobody watched for a while: a machine that runs may have been restarted meanwhile. */
  void doubtUptimes() {
    machines.replaceAll(
        (uuid, machine) ->
            machine
                .uptime()
                .filter(Uptime::exact)
                .map(
                    uptime ->
                        machine
                            .edit()
                            .uptime(Optional.of(new Uptime(uptime.since(), false)))
                            .done())
                .orElse(machine));
  }

  /** Takes a full list: what is not in it is gone. */
  boolean list(List<MachineReading> readings, Map<UUID, Instant> started) {
    return read(machines.keySet(), readings, started);
  }

  /** Takes an answer about the asked machines: those missing from it are gone. */
  boolean read(Collection<UUID> asked, List<MachineReading> readings, Map<UUID, Instant> started) {
    Set<UUID> gone = new HashSet<>(asked);
    boolean changed = false;
    for (MachineReading reading : readings) {
      gone.remove(reading.uuid());
      changed |= merge(reading, Optional.ofNullable(started.get(reading.uuid())));
    }
    return machines.keySet().removeAll(gone) || changed;
  }

  private boolean merge(MachineReading reading, Optional<Instant> started) {
    Machine old = machines.get(reading.uuid());
    boolean active = reading.state().isActive();
    MachineEdit edit =
        old == null
            ? new MachineEdit(new MachineKey(host, reading.uuid()), reading.name())
            : old.edit().name(reading.name());
    edit.state(reading.state(), reading.reason())
        .persistent(reading.persistent())
        .autostart(reading.autostart())
        .saved(reading.saved())
        .snapshots(reading.snapshots())
        .uptime(active ? Optional.of(uptime(reading, old, started)) : Optional.empty());
    // some hosts do not tell the size of a machine that is off: its definition did
    if (reading.cpus() > 0) {
      edit.cpus(reading.cpus());
    }
    if (reading.memory().bytes() > 0) {
      edit.memory(reading.memory());
    }
    if (!active) {
      edit.usage(Usage.NONE).addresses(List.of());
    }
    return put(reading.uuid(), old, edit.done());
  }

  private Uptime uptime(MachineReading reading, @Nullable Machine old, Optional<Instant> started) {
    return reading
        .uptime()
        .or(() -> started.map(at -> new Uptime(at, true)))
        .or(() -> old == null ? Optional.empty() : old.uptime())
        .orElseGet(() -> new Uptime(clock.instant(), false));
  }

  boolean define(UUID uuid, DefinitionReading reading) {
    return edit(
        uuid,
        machine -> {
          MachineEdit edit =
              machine
                  .edit()
                  .labels(reading.labels())
                  .operatingSystem(reading.operatingSystem())
                  .nics(reading.nics())
                  .known(true);
          if (machine.cpus() == 0) {
            edit.cpus(reading.cpus());
          }
          if (machine.memory().bytes() == 0) {
            edit.memory(reading.memory());
          }
          return edit.done();
        });
  }

  boolean usage(UUID uuid, Usage usage) {
    return edit(
        uuid, machine -> machine.state().isActive() ? machine.edit().usage(usage).done() : machine);
  }

  boolean addresses(UUID uuid, List<String> addresses) {
    return edit(
        uuid,
        machine ->
            machine.state().isActive() ? machine.edit().addresses(addresses).done() : machine);
  }

  void forgetMachines() {
    machines.clear();
    networks = List.of();
    pools = List.of();
  }

  private boolean edit(UUID uuid, UnaryOperator<Machine> change) {
    Machine old = machines.get(uuid);
    return old != null && put(uuid, old, change.apply(old));
  }

  private boolean put(UUID uuid, @Nullable Machine old, Machine next) {
    if (next.equals(old)) {
      return false;
    }
    machines.put(uuid, next);
    return true;
  }
}
