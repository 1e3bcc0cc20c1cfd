package org.vitrine.model.port;

import java.util.Optional;
import java.util.UUID;
import org.vitrine.model.unit.ByteSize;
import org.vitrine.model.vm.MachineState;
import org.vitrine.model.vm.StateReason;
import org.vitrine.model.vm.Uptime;

/**
 * What the bulk calls say of one machine.
 *
 * @param uptime only where the host told when it started
 */
public record MachineReading(
    UUID uuid,
    String name,
    MachineState state,
    StateReason reason,
    int cpus,
    ByteSize memory,
    boolean persistent,
    boolean autostart,
    boolean saved,
    int snapshots,
    Optional<Uptime> uptime) {}
