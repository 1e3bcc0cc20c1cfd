package org.vitrine.model.vm;

import java.util.List;
import java.util.Optional;
import org.vitrine.model.unit.ByteSize;

/** Builds the next {@link Machine} from the last one; only what was set differs. */
public final class MachineEdit {

  private final MachineKey key;
  private String name;
  private MachineState state;
  private StateReason reason;
  private int cpus;
  private ByteSize memory;
  private boolean persistent;
  private boolean autostart;
  private boolean saved;
  private int snapshots;
  private Labels labels;
  private String operatingSystem;
  private List<Nic> nics;
  private List<String> addresses;
  private Optional<Uptime> uptime;
  private Usage usage;
  private boolean known;

  MachineEdit(Machine from) {
    key = from.key();
    name = from.name();
    state = from.state();
    reason = from.reason();
    cpus = from.cpus();
    memory = from.memory();
    persistent = from.persistent();
    autostart = from.autostart();
    saved = from.saved();
    snapshots = from.snapshots();
    labels = from.labels();
    operatingSystem = from.operatingSystem();
    nics = from.nics();
    addresses = from.addresses();
    uptime = from.uptime();
    usage = from.usage();
    known = from.known();
  }

  /** A machine of which only its name is known. */
  public MachineEdit(MachineKey key, String name) {
    this.key = key;
    this.name = name;
    state = MachineState.UNKNOWN;
    reason = StateReason.NONE;
    cpus = 0;
    memory = ByteSize.ZERO;
    persistent = true;
    labels = Labels.NONE;
    operatingSystem = "";
    nics = List.of();
    addresses = List.of();
    uptime = Optional.empty();
    usage = Usage.NONE;
  }

  public MachineEdit name(String value) {
    name = value;
    return this;
  }

  public MachineEdit state(MachineState value, StateReason why) {
    state = value;
    reason = why;
    return this;
  }

  public MachineEdit cpus(int value) {
    cpus = value;
    return this;
  }

  public MachineEdit memory(ByteSize value) {
    memory = value;
    return this;
  }

  public MachineEdit persistent(boolean value) {
    persistent = value;
    return this;
  }

  public MachineEdit autostart(boolean value) {
    autostart = value;
    return this;
  }

  public MachineEdit saved(boolean value) {
    saved = value;
    return this;
  }

  public MachineEdit snapshots(int value) {
    snapshots = value;
    return this;
  }

  public MachineEdit labels(Labels value) {
    labels = value;
    return this;
  }

  public MachineEdit operatingSystem(String value) {
    operatingSystem = value;
    return this;
  }

  public MachineEdit nics(List<Nic> value) {
    nics = value;
    return this;
  }

  public MachineEdit addresses(List<String> value) {
    addresses = value;
    return this;
  }

  public MachineEdit uptime(Optional<Uptime> value) {
    uptime = value;
    return this;
  }

  public MachineEdit usage(Usage value) {
    usage = value;
    return this;
  }

  public MachineEdit known(boolean value) {
    known = value;
    return this;
  }

  public Machine done() {
    return new Machine(
        key,
        name,
        state,
        reason,
        cpus,
        memory,
        persistent,
        autostart,
        saved,
        snapshots,
        labels,
        operatingSystem,
        nics,
        addresses,
        uptime,
        usage,
        known);
  }
}
