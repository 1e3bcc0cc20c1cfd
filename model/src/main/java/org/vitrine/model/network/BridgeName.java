package org.vitrine.model.network;

import java.nio.charset.StandardCharsets;
import java.util.Collection;
import java.util.Optional;
import java.util.regex.Pattern;

/** What may be the name of a new bridge. */
public final class BridgeName {

  /** What the kernel takes for the name of an interface. */
  public static final int LONGEST_BYTES = 15;

  private static final Pattern FORM = Pattern.compile("[A-Za-z0-9_][A-Za-z0-9_.-]*");
  private static final int MOST = 1000;

  private BridgeName() {}

  public enum Fault {
    EMPTY,
    TOO_LONG,
    /** It would be a path, an option, or have a character that tools stumble over. */
    NOT_POSSIBLE,
    TAKEN
  }

  /**
   * Why it may not be; empty where it may.
   *
   * @param taken the names of all the host's interfaces
   */
  public static Optional<Fault> check(String typed, Collection<String> taken) {
    if (typed.isEmpty()) {
      return Optional.of(Fault.EMPTY);
    }
    if (typed.getBytes(StandardCharsets.UTF_8).length > LONGEST_BYTES) {
      return Optional.of(Fault.TOO_LONG);
    }
    if (!FORM.matcher(typed).matches() || typed.contains("..") || typed.equals("all")) {
      return Optional.of(Fault.NOT_POSSIBLE);
    }
    return taken.contains(typed) ? Optional.of(Fault.TAKEN) : Optional.empty();
  }

  /** The first of a row that nobody has, as {@code br0}; empty where there are too many already. */
  public static Optional<String> free(String start, Collection<String> taken) {
    for (int number = 0; number < MOST; number++) {
      String name = start + number;
      if (!taken.contains(name)) {
        return Optional.of(name);
      }
    }
    return Optional.empty();
  }
}
