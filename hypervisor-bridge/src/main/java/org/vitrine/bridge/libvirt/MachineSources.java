package org.vitrine.bridge.libvirt;

import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import java.util.concurrent.ConcurrentHashMap;
import org.vitrine.model.port.MachineReading;
import org.vitrine.model.unit.ByteSize;
import org.vitrine.model.vm.Uptime;

/**
 * What is known of machines beside the bulk call.
 *
 * @param inProcess whether a call costs no round trip, so that one a machine is no sin
 * @param sizes what was last read, for a machine whose emulator does not answer
 */
record MachineSources(boolean inProcess, ProcessStarts starts, Map<UUID, Size> sizes) {

  /** Processors and memory of a machine. */
  record Size(int cpus, ByteSize memory) {
    static final Size UNKNOWN = new Size(0, ByteSize.ZERO);
  }

  MachineSources(boolean inProcess, ProcessStarts starts) {
    this(inProcess, starts, new ConcurrentHashMap<>());
  }

  Optional<Uptime> startOf(String name) {
    return starts.of(name);
  }

  Size lastSize(UUID machine) {
    return sizes.getOrDefault(machine, Size.UNKNOWN);
  }

  void keepSizes(List<MachineReading> all) {
    if (inProcess) {
      return;
    }
    Set<UUID> seen = HashSet.newHashSet(all.size());
    for (MachineReading machine : all) {
      seen.add(machine.uuid());
      if (machine.cpus() > 0) {
        sizes.put(machine.uuid(), new Size(machine.cpus(), machine.memory()));
      }
    }
    sizes.keySet().retainAll(seen);
  }
}
