package org.vitrine.model.network;

import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import org.vitrine.model.plan.NicPlan.Forward;
import org.vitrine.model.unit.Cidr;

/**
 * Who can reach whom over one card of a machine.
 *
 * @param kind what the whole comes to, for one sentence
 */
public record Reach(Kind kind, Map<Way, Verdict> ways) {

  /** Every card is of one of these kinds. */
  public enum Kind {
    NAT,
    ROUTED,
    /** On the host's own network, through a bridge. */
    LAN,
    /** On the host's own network, through a card that the host keeps for itself, too. */
    SHARED_CARD,
    HOST_ONLY,
    INTERNAL,
    USER,
    /** As before, with ports that lead in from the host. */
    USER_PORTS,
    /** As before, with ports that lead in from everywhere. */
    USER_PORTS_OUTSIDE,
    NO_CARD,
    UNPLUGGED
  }

  /** Who begins, and with whom. */
  public enum Way {
    MACHINE_TO_OUTSIDE,
    OUTSIDE_TO_MACHINE,
    MACHINE_TO_HOST,
    HOST_TO_MACHINE,
    MACHINE_TO_MACHINE
  }

  public enum Answer {
    YES,
    NO,
    /** Only by the ports that were named. */
    BY_PORTS
  }

  public enum Reason {
    SAME_NETWORK,
    /** The host speaks for the machine, under its own address. */
    HOST_SPEAKS_FOR_IT,
    /** Nobody outside knows the machine's address. */
    HIDDEN_BEHIND_HOST,
    HOST_PASSES_ON,
    /** They reach it if they know that the way leads over the host. */
    OTHERS_MUST_KNOW_THE_WAY,
    HOST_PASSES_NOTHING_ON,
    HOST_TAKES_NO_PART,
    /** A shared card hands nothing back to the host it sits in. */
    CARD_DOES_NOT_TURN_BACK,
    /** The emulator speaks for the machine, as any program would. */
    EMULATOR_SPEAKS_FOR_IT,
    PORTS_LEAD_IN,
    NO_PORT_LEADS_IN,
    /** The ports listen on the host's loopback only. */
    PORTS_ON_LOOPBACK,
    EVERY_MACHINE_ALONE,
    NO_CARD,
    CABLE_UNPLUGGED
  }

  public record Verdict(Answer answer, Reason reason) {}

  private static final Cidr LOOPBACK = new Cidr(127L << 24, 8);

  public Reach {
    EnumMap<Way, Verdict> all = new EnumMap<>(ways);
    if (all.size() != Way.values().length) {
      throw new IllegalArgumentException("not every way is answered: " + all);
    }
    ways = Map.copyOf(all);
  }

  public Verdict verdict(Way way) {
    return Objects.requireNonNull(ways.get(way));
  }

  public Answer answer(Way way) {
    return verdict(way).answer();
  }

  /** On a virtual network. */
  public static Reach of(VirtualNetwork.Mode mode) {
    Verdict same = yes(Reason.SAME_NETWORK);
    return switch (mode) {
      case NAT ->
          of(
              Kind.NAT,
              yes(Reason.HOST_SPEAKS_FOR_IT),
              no(Reason.HIDDEN_BEHIND_HOST),
              same,
              same,
              same);
      case ROUTED, OPEN ->
          of(
              Kind.ROUTED,
              yes(Reason.HOST_PASSES_ON),
              yes(Reason.OTHERS_MUST_KNOW_THE_WAY),
              same,
              same,
              same);
      case HOST_ONLY -> {
        Verdict cut = no(Reason.HOST_PASSES_NOTHING_ON);
        yield of(Kind.HOST_ONLY, cut, cut, same, same, same);
      }
      case INTERNAL -> {
        Verdict absent = no(Reason.HOST_TAKES_NO_PART);
        yield of(Kind.INTERNAL, absent, absent, absent, absent, same);
      }
      case BRIDGED, OTHER -> lan();
    };
  }

  /** On a bridge of the host. */
  public static Reach lan() {
    Verdict same = yes(Reason.SAME_NETWORK);
    return of(Kind.LAN, same, same, same, same, same);
  }

  /** On a card of the host, which goes on using it. */
  public static Reach sharedCard() {
    Verdict same = yes(Reason.SAME_NETWORK);
    Verdict apart = no(Reason.CARD_DOES_NOT_TURN_BACK);
    return of(Kind.SHARED_CARD, same, same, apart, apart, same);
  }

  /** On the emulator's own network. */
  public static Reach user(List<Forward> forwards) {
    Verdict out = yes(Reason.EMULATOR_SPEAKS_FOR_IT);
    Verdict alone = no(Reason.EVERY_MACHINE_ALONE);
    if (forwards.isEmpty()) {
      Verdict shut = no(Reason.NO_PORT_LEADS_IN);
      return of(Kind.USER, out, shut, out, shut, alone);
    }
    Verdict in = new Verdict(Answer.BY_PORTS, Reason.PORTS_LEAD_IN);
    boolean loopback = forwards.stream().allMatch(forward -> isLoopback(forward.hostAddress()));
    return loopback
        ? of(Kind.USER_PORTS, out, no(Reason.PORTS_ON_LOOPBACK), out, in, alone)
        : of(Kind.USER_PORTS_OUTSIDE, out, in, out, in, alone);
  }

  private static boolean isLoopback(String address) {
    return Cidr.address(address).map(LOOPBACK::contains).orElse(false);
  }

  public static Reach noCard() {
    Verdict none = no(Reason.NO_CARD);
    return of(Kind.NO_CARD, none, none, none, none, none);
  }

  public static Reach unplugged() {
    Verdict none = no(Reason.CABLE_UNPLUGGED);
    return of(Kind.UNPLUGGED, none, none, none, none, none);
  }

  private static Verdict yes(Reason reason) {
    return new Verdict(Answer.YES, reason);
  }

  private static Verdict no(Reason reason) {
    return new Verdict(Answer.NO, reason);
  }

  private static Reach of(
      Kind kind, Verdict out, Verdict in, Verdict toHost, Verdict fromHost, Verdict among) {
    return new Reach(
        kind,
        Map.of(
            Way.MACHINE_TO_OUTSIDE,
            out,
            Way.OUTSIDE_TO_MACHINE,
            in,
            Way.MACHINE_TO_HOST,
            toHost,
            Way.HOST_TO_MACHINE,
            fromHost,
            Way.MACHINE_TO_MACHINE,
            among));
  }
}
