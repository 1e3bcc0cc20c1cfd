package org.vitrine.app.machines;

import org.vitrine.app.inventory.HostDirectory.Listed;
import org.vitrine.model.host.HostId;
import org.vitrine.model.inventory.HostSnapshot;
import org.vitrine.model.vm.GroupPath;
import org.vitrine.model.vm.Machine;
import org.vitrine.model.vm.MachineKey;

/** A line of the list. */
public sealed interface Row {

  /** What stays the same while the line's content changes. */
  sealed interface Key {
    record OfHostGroup(String path) implements Key {}

    record OfHost(HostId host) implements Key {}

    record OfGroup(HostId host, GroupPath path) implements Key {}

    record OfMachine(MachineKey machine) implements Key {}
  }

  Key key();

  int depth();

  /** A folder of hosts. */
  record HostGroupRow(String path, String name, int depth, int hosts, boolean open) implements Row {
    @Override
    public Key key() {
      return new Key.OfHostGroup(path);
    }
  }

  record HostRow(
      Listed host, HostSnapshot snapshot, int depth, int running, int shown, boolean open)
      implements Row {
    @Override
    public Key key() {
      return new Key.OfHost(host.entry().id());
    }
  }

  record GroupRow(HostId host, GroupPath path, int depth, int running, int shown, boolean open)
      implements Row {
    @Override
    public Key key() {
      return new Key.OfGroup(host, path);
    }
  }

  /**
   * A machine.
   *
   * @param stale whether its host is away, so that this is how it was last seen
   */
  record MachineRow(Machine machine, String hostLabel, int depth, boolean stale) implements Row {
    @Override
    public Key key() {
      return new Key.OfMachine(machine.key());
    }
  }

  default boolean isFolder() {
    return !(this instanceof MachineRow);
  }
}
