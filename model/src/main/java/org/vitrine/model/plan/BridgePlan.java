package org.vitrine.model.plan;

import java.util.List;
import java.util.Optional;

/**
 * A bridge to be put over a card of the host, so that machines are on the host's own network. What
 * the card has goes over to the bridge, and back with the undo.
 *
 * @param mac the card's: the bridge takes it, so that the network goes on giving it its address
 * @param addresses all that the card has, but the ones it makes up itself
 * @param ways the routes over the card, but the ones that come with its addresses
 * @param keeper who brings the card up when the host starts
 * @param profile the keeper's own name for how the card is set up; empty where it has none
 */
public record BridgePlan(
    String bridge,
    String card,
    String mac,
    List<Address> addresses,
    List<Way> ways,
    Keeper keeper,
    String profile) {

  public BridgePlan {
    addresses = List.copyOf(addresses);
    ways = List.copyOf(ways);
  }

  /**
   * An address of the card.
   *
   * @param text with its prefix
   * @param broadcast empty for none
   * @param leased whether somebody on the network gave it, for a time
   */
  public record Address(String text, String broadcast, boolean leased) {
    public boolean isIpv6() {
      return text.indexOf(':') >= 0;
    }
  }

  /**
   * A route over the card.
   *
   * @param to {@code default} for everywhere else
   * @param gateway empty where the others are on the card itself
   * @param source the address that the host speaks with on this way; empty where it is free
   * @param protocol who put it there, as {@code dhcp}; empty where nobody in particular
   * @param metric negative for none
   */
  public record Way(
      boolean ipv6, String to, String gateway, String source, String protocol, long metric) {}

  /** Programs that set a host's network up. */
  public enum Keeper {
    /** None that is known: what is done lasts until the host starts anew. */
    NONE,
    NETWORK_MANAGER,
    NETWORKD,
    IFUPDOWN
  }

  /** The next host on the way to everywhere; empty where there is none. */
  public Optional<String> gateway() {
    return ways.stream()
        .filter(way -> way.to().equals("default") && !way.ipv6() && !way.gateway().isEmpty())
        .map(Way::gateway)
        .findFirst();
  }
}
