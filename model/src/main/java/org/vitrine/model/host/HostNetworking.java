package org.vitrine.model.host;

import java.util.List;
import java.util.Optional;
import java.util.Set;
import org.vitrine.model.unit.Cidr;

/**
 * How a host reaches others, and what of that its machines may use.
 *
 * @param routes all that it knows a way to, the way to everywhere included
 */
public record HostNetworking(List<Route> routes, BridgeHelper helper) {

  /** Where nothing of it could be asked. */
  public static final HostNetworking UNKNOWN =
      new HostNetworking(
          List.of(), new BridgeHelper(false, Set.of(), Optional.of(HelperLack.NOT_THIS_COMPUTER)));

  public HostNetworking {
    routes = List.copyOf(routes);
  }

  /**
   * A way out of the host.
   *
   * @param to {@code 0.0.0.0/0} for everywhere else
   * @param gateway the next host on the way; empty where the others are on the card itself
   * @param metric the lower is taken
   */
  public record Route(Cidr to, String card, String gateway, long metric) {
    public boolean isDefault() {
      return to.prefix() == 0;
    }
  }

  /**
   * The emulator's own helper, by which a user who is not root plugs machines into bridges.
   *
   * @param any whether every bridge may be used
   * @param bridges the ones that may be used where not all
   * @param lack why it can do nothing
   */
  public record BridgeHelper(boolean any, Set<String> bridges, Optional<HelperLack> lack) {
    public BridgeHelper {
      bridges = Set.copyOf(bridges);
    }

    public boolean allows(String bridge) {
      return lack.isEmpty() && (any || bridges.contains(bridge));
    }
  }

  /** What the helper lacks. */
  public enum HelperLack {
    NOT_INSTALLED,
    /** It runs with its user's rights only. */
    NOT_SETUID,
    /** Nobody wrote down which bridges may be used. */
    NO_LIST,
    /** The list can be read by root only. */
    LIST_UNREADABLE,
    /** The device that makes a machine's end of the cable is closed. */
    NO_TUN,
    NOT_THIS_COMPUTER
  }
}
