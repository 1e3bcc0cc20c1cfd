package org.vitrine.model.vm;

import java.util.List;
import java.util.Optional;
import org.vitrine.model.unit.ByteSize;

/**
 * One machine as it was last seen. Replaced, never changed.
 *
 * @param persistent false for a machine that vanishes when it stops
 * @param saved whether a saved state waits to be restored
 * @param nics empty until the definition was read
 * @param known whether the definition (labels, nics, operating system) was read yet
 */
public record Machine(
    MachineKey key,
    String name,
    MachineState state,
    StateReason reason,
    int cpus,
    ByteSize memory,
    boolean persistent,
    boolean autostart,
    boolean saved,
    int snapshots,
    Labels labels,
    String operatingSystem,
    List<Nic> nics,
    List<String> addresses,
    Optional<Uptime> uptime,
    Usage usage,
    boolean known) {

  public Machine {
    nics = List.copyOf(nics);
    addresses = List.copyOf(addresses);
  }

  /** The title where there is one, else the name. */
  public String label() {
    return labels.title().isBlank() ? name : labels.title();
  }

  public MachineEdit edit() {
    return new MachineEdit(this);
  }
}
