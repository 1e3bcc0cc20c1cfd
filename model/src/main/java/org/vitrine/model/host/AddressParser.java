package org.vitrine.model.host;

import java.util.Set;

/** Reads what a person typed as the address of a host, and refuses what could do harm. */
public final class AddressParser {

  private AddressParser() {}

  /** What came of reading an address. */
  public sealed interface Result {

    record Accepted(HostAddress address, Set<Caution> cautions) implements Result {}

    /**
     * Not taken.
     *
     * @param part the piece of the text that is at fault, as it was typed
     */
    record Refused(Fault fault, String part) implements Result {}
  }

  public enum Fault {
    EMPTY,
    NOT_AN_ADDRESS,
    UNKNOWN_DRIVER,
    UNKNOWN_TRANSPORT,
    BAD_USER,
    BAD_HOST,
    HOST_NEEDED,
    HOST_NOT_ALLOWED,
    BAD_PORT,
    BAD_PATH,
    PASSWORD_IN_ADDRESS,
    /** {@code command}, {@code netcat} and the like would run a program of the address's choice. */
    PARAMETER_RUNS_PROGRAM,
    UNKNOWN_PARAMETER,
    BAD_PARAMETER
  }

  /** Taken, but the user should see it in red. */
  public enum Caution {
    HOST_NOT_VERIFIED,
    NOT_ENCRYPTED
  }

  public static Result parse(String text) {
    return new AddressReading(text).result();
  }

  /** Looks at an address that was put together from single fields. */
  public static Result check(HostAddress address) {
    Result result = parse(address.uri());
    // a field that holds a separator reads back as another address
    return result instanceof Result.Accepted accepted && !accepted.address().equals(address)
        ? new Result.Refused(Fault.NOT_AN_ADDRESS, "")
        : result;
  }
}
