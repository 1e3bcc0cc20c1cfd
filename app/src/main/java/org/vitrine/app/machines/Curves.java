package org.vitrine.app.machines;

import java.util.Set;
import org.vitrine.app.inventory.InventoryStore;
import org.vitrine.app.inventory.UsageHistory;
import org.vitrine.model.vm.Machine;
import org.vitrine.model.vm.MachineKey;

/** The scale that all curves of a column share, so that the eye may compare them. */
record Curves(double disk, double network) {

  /** One MiB a second is the smallest full height: noise stays small. */
  private static final double SMALLEST_TOP = 1024.0 * 1024;

  static final Curves NONE = new Curves(SMALLEST_TOP, SMALLEST_TOP);

  static Curves of(InventoryStore store, Set<MachineKey> machines) {
    double disk = SMALLEST_TOP;
    double network = SMALLEST_TOP;
    for (MachineKey machine : machines) {
      UsageHistory history = store.history(machine);
      disk = Math.max(disk, largest(history.disk()));
      network = Math.max(network, largest(history.network()));
    }
    return new Curves(disk, network);
  }

  double top(Column column, Machine machine) {
    return switch (column) {
      case MEMORY -> Math.max(1, machine.memory().bytes());
      case DISK -> disk;
      case NETWORK -> network;
      case CPU, NAME, STATE, ADDRESS, HOST, TAGS, UPTIME -> 1;
    };
  }

  private static double largest(float[] values) {
    float largest = 0;
    for (float value : values) {
      largest = Math.max(largest, value);
    }
    return largest;
  }
}
