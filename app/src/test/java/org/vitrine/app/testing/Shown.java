package org.vitrine.app.testing;

import java.util.Collection;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import org.vitrine.model.host.Driver;
import org.vitrine.model.host.HostAddress;
import org.vitrine.model.host.HostEntry;
import org.vitrine.model.host.HostId;
import org.vitrine.model.host.HostState;
import org.vitrine.model.inventory.HostSnapshot;
import org.vitrine.model.unit.ByteSize;
import org.vitrine.model.vm.GroupPath;
import org.vitrine.model.vm.Labels;
import org.vitrine.model.vm.Machine;
import org.vitrine.model.vm.MachineEdit;
import org.vitrine.model.vm.MachineKey;
import org.vitrine.model.vm.MachineState;
import org.vitrine.model.vm.StateReason;
import org.vitrine.model.vm.Usage;

/** Machines and hosts to show. */
public final class Shown {

  private Shown() {}

  public static HostEntry host(String id, String group) {
    return new HostEntry(
        new HostId(id),
        "Host " + id,
        HostAddress.local(Driver.TEST, "/" + id + ".xml"),
        group,
        false);
  }

  public static MachineKey key(String host, int number) {
    return new MachineKey(new HostId(host), new UUID(7, number));
  }

  public static Machine machine(String host, int number, String name, MachineState state) {
    return new MachineEdit(key(host, number), name)
        .state(state, StateReason.NONE)
        .cpus(2)
        .memory(ByteSize.mib(512))
        .known(true)
        .done();
  }

  public static Machine grouped(Machine machine, String group, String... tags) {
    return machine.edit().labels(new Labels("", "", List.of(tags), GroupPath.parse(group))).done();
  }

  public static Machine using(Machine machine, double cpu) {
    return machine.edit().usage(new Usage(cpu, ByteSize.mib(100), cpu * 1000, 0)).done();
  }

  public static HostSnapshot snapshot(String host, HostState state, Collection<Machine> machines) {
    Map<UUID, Machine> byUuid = new LinkedHashMap<>();
    machines.forEach(machine -> byUuid.put(machine.key().uuid(), machine));
    return new HostSnapshot(
        new HostId(host), state, Optional.empty(), byUuid, List.of(), List.of());
  }

  public static HostSnapshot up(String host, Machine... machines) {
    return snapshot(host, new HostState.Connected(), List.of(machines));
  }
}
