package org.vitrine.app.create.page;

import java.net.URI;
import java.net.URISyntaxException;
import java.util.Locale;
import java.util.Optional;

/** What may stand where a file or an address is asked for. Looks at the text only. */
public final class Location {

  private static final int LONGEST = 4096;

  /** Why a text is no location. */
  public enum Fault {
    EMPTY,
    /** It would be read from wherever the program happened to be started. */
    RELATIVE,
    CONTROL_CHARACTER,
    TOO_LONG,
    /** The emulator would take it for an address of its own kind. */
    NOT_A_FILE,
    NOT_AN_ADDRESS
  }

  private Location() {}

  /**
   * What was meant: quotes and {@code file:} of a file manager go, the home folder is written out.
   */
  public static String tidy(String typed, String home) {
    String text = typed.strip();
    if (text.length() > 1
        && (text.startsWith("'") || text.startsWith("\""))
        && text.charAt(text.length() - 1) == text.charAt(0)) {
      text = text.substring(1, text.length() - 1);
    }
    if (text.startsWith("file:/")) {
      text = fromFileAddress(text);
    }
    if (text.equals("~") || text.startsWith("~/")) {
      text = home + text.substring(1);
    }
    return text.startsWith("/") ? normalised(text) : text;
  }

  private static String fromFileAddress(String text) {
    try {
      String path = new URI(text).getPath();
      return path == null || path.isEmpty() ? text : path;
    } catch (URISyntaxException unreadable) {
      return text;
    }
  }

  /** Without doubled slashes, dots and a slash at the end. */
  private static String normalised(String path) {
    StringBuilder plain = new StringBuilder();
    for (String part : path.split("/", -1)) {
      if (part.equals("..")) {
        plain.setLength(Math.max(0, plain.lastIndexOf("/")));
      } else if (!part.isEmpty() && !part.equals(".")) {
        plain.append('/').append(part);
      }
    }
    return plain.isEmpty() ? "/" : plain.toString();
  }

  public static Optional<Fault> faultOfFile(String tidy) {
    Optional<Fault> fault = faultOfText(tidy);
    if (fault.isPresent()) {
      return fault;
    }
    if (tidy.startsWith("/")) {
      return Optional.empty();
    }
    // json:, nbd:, ssh: and the like, which the emulator itself would open
    return Optional.of(
        tidy.matches("[A-Za-z][A-Za-z0-9+.-]*:.*") ? Fault.NOT_A_FILE : Fault.RELATIVE);
  }

  public static Optional<Fault> faultOfTree(String tidy) {
    Optional<Fault> fault = faultOfText(tidy);
    if (fault.isPresent() || tidy.startsWith("/")) {
      return fault;
    }
    try {
      URI address = new URI(tidy);
      String scheme = address.getScheme() == null ? "" : address.getScheme();
      boolean known = scheme.toLowerCase(Locale.ROOT).matches("https?|ftp");
      return known && address.getHost() != null && address.getUserInfo() == null
          ? Optional.empty()
          : Optional.of(Fault.NOT_AN_ADDRESS);
    } catch (URISyntaxException malformed) {
      return Optional.of(Fault.NOT_AN_ADDRESS);
    }
  }

  private static Optional<Fault> faultOfText(String text) {
    if (text.isEmpty()) {
      return Optional.of(Fault.EMPTY);
    }
    if (text.length() > LONGEST) {
      return Optional.of(Fault.TOO_LONG);
    }
    return text.codePoints().anyMatch(Character::isISOControl)
        ? Optional.of(Fault.CONTROL_CHARACTER)
        : Optional.empty();
  }
}
