package org.vitrine.model.host;

import java.util.OptionalInt;
import java.util.regex.Pattern;

/** What may stand for a user, a host and a port; narrow, since they end up in a command line. */
public final class HostNames {

  private static final Pattern USER = Pattern.compile("[A-Za-z0-9_][A-Za-z0-9_.\\\\@-]{0,63}");
  private static final Pattern LABEL =
      Pattern.compile("[\\p{L}\\p{N}_]([\\p{L}\\p{N}_-]{0,61}[\\p{L}\\p{N}_])?");
  private static final Pattern IPV6 =
      Pattern.compile("[0-9A-Fa-f:.]{2,45}(%[A-Za-z0-9._-]{1,15})?");

  private HostNames() {}

  public static boolean isUser(String name) {
    return USER.matcher(name).matches();
  }

  /** A host name, international ones too, or an IPv4 address. */
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

  public static boolean isIpv6(String name) {
    return name.indexOf(':') >= 0 && IPV6.matcher(name).matches();
  }

  public static OptionalInt portNumber(String digits) {
    if (!digits.matches("[0-9]{1,5}")) {
      return OptionalInt.empty();
    }
    int number = Integer.parseInt(digits);
    return number >= 1 && number <= 65535 ? OptionalInt.of(number) : OptionalInt.empty();
  }
}
