package org.vitrine.model.unit;

import java.util.Optional;
import java.util.regex.Pattern;

/**
 * A range of IPv4 addresses, as {@code 192.168.122.0/24}.
 *
 * @param first its first address as a number
 * @param prefix how many bits all its addresses have in common
 */
public record Cidr(long first, int prefix) {

  private static final int BITS = 32;
  private static final int WIDEST = 8;
  private static final int NARROWEST = 29;
  private static final Pattern NUMBER = Pattern.compile("0|[1-9]\\d{0,2}");

  /**
   * Ranges that no network of machines can have: this host's own, link-local, multicast, future.
   */
  private static final String RESERVED = "0.0.0.0/8 127.0.0.0/8 169.254.0.0/16 224.0.0.0/3";

  public Cidr {
    if (prefix < 0 || prefix > BITS || first < 0 || first >= 1L << BITS) {
      throw new IllegalArgumentException("no range of addresses: " + first + "/" + prefix);
    }
    if (first != masked(first, prefix)) {
      throw new IllegalArgumentException("not the first of its range: " + first + "/" + prefix);
    }
  }

  /** What came of reading one. */
  public sealed interface Result {

    record Accepted(Cidr cidr) implements Result {}

    /**
     * Not taken.
     *
     * @param part the range that was meant where it can be told, else what was typed
     */
    record Refused(Fault fault, String part) implements Result {}
  }

  public enum Fault {
    EMPTY,
    NOT_AN_ADDRESS,
    /** A range of IPv6. */
    OTHER_KIND,
    NO_PREFIX,
    PREFIX_NOT_POSSIBLE,
    /** It names an address inside the range, not the range. */
    INSIDE_A_RANGE,
    /** More addresses than a network of machines may take. */
    TOO_WIDE,
    /** No room for machines. */
    TOO_NARROW,
    RESERVED
  }

  /** A range that a virtual network may have. */
  public static Result forMachines(String typed) {
    Result result = parse(typed);
    if (!(result instanceof Result.Accepted(Cidr cidr))) {
      return result;
    }
    for (String reserved : RESERVED.split(" ", -1)) {
      if (known(reserved).map(cidr::overlaps).orElse(false) && cidr.prefix >= WIDEST) {
        return new Result.Refused(Fault.RESERVED, cidr.text());
      }
    }
    if (cidr.prefix < WIDEST) {
      return new Result.Refused(Fault.TOO_WIDE, cidr.text());
    }
    return cidr.prefix > NARROWEST ? new Result.Refused(Fault.TOO_NARROW, cidr.text()) : result;
  }

  /** Any range; the address must be its first. */
  public static Result parse(String typed) {
    String text = typed.strip();
    if (text.isEmpty()) {
      return new Result.Refused(Fault.EMPTY, "");
    }
    if (text.indexOf(':') >= 0) {
      return new Result.Refused(Fault.OTHER_KIND, text);
    }
    String[] halves = text.split("/", -1);
    Optional<Long> address = address(halves[0]);
    if (halves.length > 2 || address.isEmpty()) {
      return new Result.Refused(Fault.NOT_AN_ADDRESS, text);
    }
    if (halves.length == 1) {
      return new Result.Refused(Fault.NO_PREFIX, text);
    }
    int prefix = NUMBER.matcher(halves[1]).matches() ? Integer.parseInt(halves[1]) : -1;
    if (prefix < 0 || prefix > BITS) {
      return new Result.Refused(Fault.PREFIX_NOT_POSSIBLE, halves[1]);
    }
    Cidr around = new Cidr(masked(address.get(), prefix), prefix);
    return around.first == address.get()
        ? new Result.Accepted(around)
        : new Result.Refused(Fault.INSIDE_A_RANGE, around.text());
  }

  /** The range around an address that was reported with its prefix; empty for all else. */
  public static Optional<Cidr> around(String reported) {
    return switch (parse(reported)) {
      case Result.Accepted(Cidr cidr) -> Optional.of(cidr);
      case Result.Refused(Fault fault, String part) ->
          fault == Fault.INSIDE_A_RANGE ? known(part) : Optional.empty();
    };
  }

  private static Optional<Cidr> known(String text) {
    return parse(text) instanceof Result.Accepted(Cidr cidr) ? Optional.of(cidr) : Optional.empty();
  }

  /** An address in dotted form as a number; empty for anything else, a leading zero included. */
  public static Optional<Long> address(String text) {
    String[] parts = text.split("\\.", -1);
    if (parts.length != 4) {
      return Optional.empty();
    }
    long address = 0;
    for (String part : parts) {
      if (!NUMBER.matcher(part).matches() || Integer.parseInt(part) > 255) {
        return Optional.empty();
      }
      address = address << 8 | Integer.parseInt(part);
    }
    return Optional.of(address);
  }

  private static long masked(long address, int prefix) {
    return address >> (BITS - prefix) << (BITS - prefix);
  }

  public long size() {
    return 1L << (BITS - prefix);
  }

  /** The address so many after the first, in dotted form. */
  public String at(long offset) {
    long address = first + offset;
    return (address >> 24 & 255)
        + "."
        + (address >> 16 & 255)
        + "."
        + (address >> 8 & 255)
        + "."
        + (address & 255);
  }

  public boolean overlaps(Cidr other) {
    int common = Math.min(prefix, other.prefix);
    return masked(first, common) == masked(other.first, common);
  }

  public boolean contains(long address) {
    return masked(address, prefix) == first;
  }

  public String text() {
    return at(0) + "/" + prefix;
  }
}
