package org.vitrine.model.vm;

/** Why a machine is in its state, where that is worth a word. */
public enum StateReason {
  NONE,
  /** Paused because the host's disk is full or failing. */
  DISK_ERROR,
  PAUSED_BY_USER,
  STARTING_UP,
  MIGRATING,
  SAVING,
  TAKING_SNAPSHOT,
  GUEST_PANIC,
  WATCHDOG,
  FORCED_OFF,
  GUEST_SHUT_DOWN,
  PROCESS_FAILED
}
