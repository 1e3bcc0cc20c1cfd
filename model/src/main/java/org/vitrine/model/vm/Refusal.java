package org.vitrine.model.vm;

/** Why an action cannot be taken now. */
public enum Refusal {
  ALREADY_RUNNING,
  NOT_RUNNING,
  ALREADY_PAUSED,
  NOT_PAUSED,
  IS_PAUSED,
  NO_SAVED_STATE,
  HAS_SAVED_STATE,
  SHUTTING_DOWN,
  SLEEPING,
  /** The guest is down but its process is still there, holding memory. */
  CRASHED_AND_HELD,
  /** It would vanish: the machine has no definition to come back to. */
  NOT_PERSISTENT,
  ALREADY_SET,
  STATE_UNKNOWN,
  HOST_NOT_CONNECTED,
  /** The host has no such thing; the host's facts say why. */
  HOST_CANNOT
}
