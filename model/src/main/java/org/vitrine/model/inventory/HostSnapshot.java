package org.vitrine.model.inventory;

import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import org.vitrine.model.host.HostFacts;
import org.vitrine.model.host.HostId;
import org.vitrine.model.host.HostState;
import org.vitrine.model.network.VirtualNetwork;
import org.vitrine.model.storage.StoragePool;
import org.vitrine.model.vm.Machine;

/**
 * All that is known of one host. A machine that did not change is the same object in the next
 * snapshot, so a reader may compare by identity. While the host is away its machines stay, as last
 * seen.
 */
public record HostSnapshot(
    HostId host,
    HostState state,
    Optional<HostFacts> facts,
    Map<UUID, Machine> machines,
    List<VirtualNetwork> networks,
    List<StoragePool> pools) {

  public HostSnapshot {
    machines = Collections.unmodifiableMap(new LinkedHashMap<>(machines));
    networks = List.copyOf(networks);
    pools = List.copyOf(pools);
  }

  public static HostSnapshot unseen(HostId host) {
    return new HostSnapshot(
        host, new HostState.Disconnected(), Optional.empty(), Map.of(), List.of(), List.of());
  }
}
