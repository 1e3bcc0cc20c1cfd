package org.vitrine.bridge.libvirt;

import org.vitrine.model.vm.MachineState;
import org.vitrine.model.vm.StateReason;

/** libvirt's states of a domain, in the house's words. */
final class States {

  private static final int RUNNING = 1;
  private static final int BLOCKED = 2;
  private static final int PAUSED = 3;
  private static final int SHUTDOWN = 4;
  private static final int SHUTOFF = 5;
  private static final int CRASHED = 6;
  private static final int PMSUSPENDED = 7;
  private static final int SHUTOFF_CRASHED = 3;

  private States() {}

  static MachineState state(int state, int reason, boolean saved) {
    return switch (state) {
      case RUNNING, BLOCKED -> MachineState.RUNNING;
      case PAUSED -> MachineState.PAUSED;
      case SHUTDOWN -> MachineState.SHUTTING_DOWN;
      case SHUTOFF ->
          saved
              ? MachineState.SAVED
              : reason == SHUTOFF_CRASHED ? MachineState.CRASHED : MachineState.OFF;
      case CRASHED -> MachineState.CRASHED;
      case PMSUSPENDED -> MachineState.SLEEPING;
      default -> MachineState.UNKNOWN;
    };
  }

  /** Whether the domain has a process, by libvirt's own number. */
  static boolean isActive(int state) {
    return state >= RUNNING && state != SHUTOFF;
  }

  static StateReason reason(int state, int reason) {
    return switch (state) {
      case PAUSED -> paused(reason);
      case SHUTOFF -> off(reason);
      // whatever brought it down, libvirt still holds its process for a look inside
      case CRASHED -> StateReason.GUEST_PANIC;
      default -> StateReason.NONE;
    };
  }

  private static StateReason paused(int reason) {
    return switch (reason) {
      case 1 -> StateReason.PAUSED_BY_USER;
      case 2, 12, 13 -> StateReason.MIGRATING;
      case 3 -> StateReason.SAVING;
      case 5 -> StateReason.DISK_ERROR;
      case 6 -> StateReason.WATCHDOG;
      case 9 -> StateReason.TAKING_SNAPSHOT;
      case 10 -> StateReason.GUEST_PANIC;
      case 11 -> StateReason.STARTING_UP;
      default -> StateReason.NONE;
    };
  }

  private static StateReason off(int reason) {
    return switch (reason) {
      case 1 -> StateReason.GUEST_SHUT_DOWN;
      case 2 -> StateReason.FORCED_OFF;
      case SHUTOFF_CRASHED, 6 -> StateReason.PROCESS_FAILED;
      default -> StateReason.NONE;
    };
  }
}
