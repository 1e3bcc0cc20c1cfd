package org.vitrine.model.network;

/** The ways in which a machine's card can be connected. */
public enum NetworkChoice {
  NAT,
  /** A place of its own on the network that the host is on. */
  BRIDGED,
  HOST_ONLY,
  /** Machines among themselves, without the host. */
  INTERNAL,
  /** The emulator's own network, for which nobody has to be root. */
  USER,
  NONE
}
