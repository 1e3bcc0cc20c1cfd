package org.vitrine.model.vm;

/** What a machine is doing. */
public enum MachineState {
  RUNNING,
  PAUSED,
  /** Asked to shut down and on its way. */
  SHUTTING_DOWN,
  /** The guest put itself to sleep. */
  SLEEPING,
  OFF,
  /** Off, with its memory kept: the next start goes on from there. */
  SAVED,
  CRASHED,
  /** The host said something that is not known here. */
  UNKNOWN;

  /** Whether the machine holds memory on its host. */
  public boolean isActive() {
    return switch (this) {
      case RUNNING, PAUSED, SHUTTING_DOWN, SLEEPING -> true;
      case OFF, SAVED, CRASHED, UNKNOWN -> false;
    };
  }
}
