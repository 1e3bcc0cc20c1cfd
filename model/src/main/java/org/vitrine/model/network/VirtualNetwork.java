package org.vitrine.model.network;

import java.util.UUID;

/** A virtual network as it was last seen. */
public record VirtualNetwork(
    UUID uuid,
    String name,
    boolean active,
    boolean autostart,
    boolean persistent,
    Mode mode,
    String bridge,
    String subnet) {

  /** Who can reach whom. */
  public enum Mode {
    NAT,
    ROUTED,
    OPEN,
    /** The host and the machines on it. */
    HOST_ONLY,
    /** Only the machines on it. */
    INTERNAL,
    BRIDGED,
    OTHER
  }
}
