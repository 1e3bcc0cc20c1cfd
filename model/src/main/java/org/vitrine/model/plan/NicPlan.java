package org.vitrine.model.plan;

import java.util.List;

/**
 * A network card.
 *
 * @param mac as {@code 52:54:00:12:34:56}
 */
public record NicPlan(Link link, String mac, Model model, boolean plugged) {

  /** What the card is plugged into. */
  public sealed interface Link {

    /** A virtual network of the host, by name. */
    record Network(String name) implements Link {}

    /** A bridge of the host. */
    record Bridge(String name) implements Link {}

    /** A card of the host, shared. */
    record HostCard(String name) implements Link {}

    /** The emulator's own network: out, and in only where forwarded. */
    record User(List<Forward> forwards) implements Link {
      public User {
        forwards = List.copyOf(forwards);
      }
    }
  }

  /**
   * A port of this computer that leads into the machine.
   *
   * @param hostAddress as {@code 127.0.0.1}
   */
  public record Forward(Protocol protocol, String hostAddress, int hostPort, int guestPort) {}

  public enum Protocol {
    TCP,
    UDP
  }

  public enum Model {
    VIRTIO,
    E1000E,
    E1000,
    RTL8139,
    /** For systems older than the others. */
    NE2K_PCI,
    PCNET
  }
}
