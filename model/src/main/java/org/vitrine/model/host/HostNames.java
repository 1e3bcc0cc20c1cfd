package org.vitrine.model.host;

import java.net.Inet6Address;
import java.util.OptionalInt;
import java.util.regex.Pattern;

/** What may stand for a user, a host and a port; narrow, since they end up in a command line. */
public final class HostNames {

  private static final Pattern USER = Pattern.compile("[A-Za-z0-9_][A-Za-z0-9_.-]{0,63}");
  private static final Pattern LABEL =
      Pattern.compile("[A-Za-z0-9_]([A-Za-z0-9_-]{0,61}[A-Za-z0-9_])?");
  private static final Pattern ZONE = Pattern.compile("[A-Za-z][A-Za-z0-9._-]{0,14}");
  private static final Pattern HEX = Pattern.compile("[0-9A-Fa-f]{2}.*");

  private HostNames() {}

  public static boolean isUser(String name) {
    return USER.matcher(name).matches();
  }

  /**
   * A host name or an IPv4 address. International names only in their ASCII form ({@code xn--}):
   * libvirt takes no other, and letters that look alike could lead elsewhere.
   */
  public static boolean isHost(String name) {
    if (name.isEmpty() || name.length() > 253) {
      return false;
    }
    for (String label : name.split("\\.", -1)) {
      if (!LABEL.matcher(label).matches()) {
        return false;
      }
    }
    return true;
  }

  /** An IPv6 address, with a zone or without. */
  public static boolean isIpv6(String name) {
    int percent = name.indexOf('%');
    String address = percent < 0 ? name : name.substring(0, percent);
    if (percent >= 0) {
      String zone = name.substring(percent + 1);
      // two hex digits behind a percent sign would be read as one escaped character
      if (!ZONE.matcher(zone).matches() || HEX.matcher(zone).matches()) {
        return false;
      }
    }
    if (address.indexOf(':') < 0 || address.length() > 45) {
      return false;
    }
    try {
      Inet6Address.ofLiteral(address);
      return true;
    } catch (IllegalArgumentException notAnAddress) {
      return false;
    }
  }

  public static OptionalInt portNumber(String digits) {
    if (!digits.matches("[0-9]{1,5}")) {
      return OptionalInt.empty();
    }
    int number = Integer.parseInt(digits);
    return number >= 1 && number <= 65535 ? OptionalInt.of(number) : OptionalInt.empty();
  }
}
