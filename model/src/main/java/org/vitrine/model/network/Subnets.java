package org.vitrine.model.network;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.vitrine.model.host.HostNetworking;
import org.vitrine.model.host.HostOffer;
import org.vitrine.model.host.HostOffer.HostInterface;
import org.vitrine.model.plan.NetworkPlan;
import org.vitrine.model.unit.Cidr;

/** The ranges of addresses that a host has in use, so that a new network takes none of them. */
public record Subnets(List<Taken> taken) {

  private static final int PRIVATE_16 = 192 << 8 | 168;
  private static final int PRIVATE_8 = 10;
  private static final int COMMON = 24;

  /**
   * A range in use.
   *
   * @param name of the card or network that has it
   */
  public record Taken(Cidr cidr, By by, String name) {}

  public enum By {
    INTERFACE,
    ROUTE,
    NETWORK,
    /** A network that is to be made together with this one. */
    PLANNED
  }

  public Subnets {
    taken = List.copyOf(taken);
  }

  /** All that is in use there, and what is planned. */
  public static Subnets of(
      HostOffer offer, List<VirtualNetwork> networks, List<NetworkPlan> planned) {
    List<Taken> taken = new ArrayList<>(ofNetworks(networks));
    taken.addAll(ofHost(offer, ""));
    for (NetworkPlan plan : planned) {
      Cidr.around(plan.subnet())
          .ifPresent(cidr -> taken.add(new Taken(cidr, By.PLANNED, plan.name())));
    }
    return new Subnets(taken);
  }

  /** What the host itself would stumble over when it starts a network that it knows. */
  public static Subnets againstStart(HostOffer offer, VirtualNetwork network) {
    return new Subnets(ofHost(offer, network.bridge()));
  }

  private static List<Taken> ofNetworks(List<VirtualNetwork> networks) {
    List<Taken> taken = new ArrayList<>();
    for (VirtualNetwork network : networks) {
      Cidr.around(network.subnet())
          .ifPresent(cidr -> taken.add(new Taken(cidr, By.NETWORK, network.name())));
    }
    return taken;
  }

  private static List<Taken> ofHost(HostOffer offer, String except) {
    List<Taken> taken = new ArrayList<>();
    for (HostInterface card : offer.interfaces()) {
      for (String address : card.addresses()) {
        if (!card.name().equals(except)) {
          Cidr.around(address)
              .ifPresent(cidr -> taken.add(new Taken(cidr, By.INTERFACE, card.name())));
        }
      }
    }
    for (HostNetworking.Route route : offer.networking().routes()) {
      if (!route.isDefault() && !route.card().equals(except)) {
        taken.add(new Taken(route.to(), By.ROUTE, route.card()));
      }
    }
    return taken;
  }

  /** Who has addresses of the range already. */
  public Optional<Taken> conflict(Cidr cidr) {
    return taken.stream().filter(one -> one.cidr().overlaps(cidr)).findFirst();
  }

  /**
   * A range that nobody has.
   *
   * @param preferred the third number of the one to begin with, as 122 of {@code 192.168.122.0/24}
   */
  public Optional<Cidr> free(int preferred) {
    for (int i = 0; i < 256; i++) {
      Cidr cidr = new Cidr((long) PRIVATE_16 << 16 | (preferred + i & 255) << 8, COMMON);
      // the ranges at either end are where home routers are
      boolean usual = cidr.at(0).endsWith(".0.0") || cidr.at(0).endsWith(".1.0");
      if (!usual && conflict(cidr).isEmpty()) {
        return Optional.of(cidr);
      }
    }
    for (int i = 0; i < 1 << 16; i++) {
      Cidr cidr = new Cidr((long) PRIVATE_8 << 24 | ((preferred << 8) + i & 0xFFFF) << 8, COMMON);
      if (conflict(cidr).isEmpty()) {
        return Optional.of(cidr);
      }
    }
    return Optional.empty();
  }
}
