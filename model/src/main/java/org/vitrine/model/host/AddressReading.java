package org.vitrine.model.host;

import java.util.EnumSet;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalInt;
import java.util.Set;
import java.util.TreeMap;
import org.vitrine.model.host.AddressParser.Caution;
import org.vitrine.model.host.AddressParser.Fault;
import org.vitrine.model.host.AddressParser.Result;

/** One reading of one address: a cursor over the text, by hand since {@code URI} is too kind. */
final class AddressReading {

  private static final int LONGEST = 1024;
  private static final Set<String> RUNS_PROGRAM =
      Set.of("command", "netcat", "proxy_command", "sshauth_command");
  private static final Set<String> FLAGS = Set.of("no_verify", "no_sanity", "no_tty");
  private static final Set<String> WORDS =
      Set.of("sshauth", "known_hosts_verify", "mode", "proxy", "auto_answer", "transport");
  private static final Set<String> PATHS =
      Set.of("keyfile", "known_hosts", "pkipath", "socket", "tls_priority");

  private final String text;

  AddressReading(String text) {
    this.text = text.strip();
  }

  Result result() {
    try {
      return read();
    } catch (Fall fall) {
      return new Result.Refused(fall.fault, fall.part);
    }
  }

  private Result read() throws Fall {
    require(!text.isEmpty(), Fault.EMPTY, "");
    // the text as a whole is never a part: it may hold a password
    require(text.length() <= LONGEST, Fault.NOT_AN_ADDRESS, "");
    for (int i = 0; i < text.length(); i++) {
      char c = text.charAt(i);
      boolean seen = c > ' ' && !Character.isISOControl(c);
      require(seen, Fault.NOT_AN_ADDRESS, c == ' ' ? " " : "U+" + Integer.toHexString(c));
    }
    require(!text.toLowerCase(Locale.ROOT).contains("%00"), Fault.NOT_AN_ADDRESS, "%00");
    int colon = text.indexOf("://");
    require(colon > 0, Fault.NOT_AN_ADDRESS, "");
    String scheme = text.substring(0, colon).toLowerCase(Locale.ROOT);
    int plus = scheme.indexOf('+');
    String driverWord = plus < 0 ? scheme : scheme.substring(0, plus);
    Driver driver =
        Driver.ofScheme(driverWord)
            .orElseThrow(() -> new Fall(Fault.UNKNOWN_DRIVER, word(driverWord)));
    Transport stated = plus < 0 ? Transport.LOCAL : transport(scheme.substring(plus + 1));

    String rest = text.substring(colon + 3);
    String query = "";
    int mark = rest.indexOf('?');
    if (mark >= 0) {
      query = rest.substring(mark + 1);
      rest = rest.substring(0, mark);
    }
    require(rest.indexOf('#') < 0 && query.indexOf('#') < 0, Fault.NOT_AN_ADDRESS, "#");
    int slash = rest.indexOf('/');
    String authority = slash < 0 ? rest : rest.substring(0, slash);
    String path = slash < 0 ? "" : rest.substring(slash);

    Authority who = authority(authority);
    Transport transport = transport(driver, stated, who);
    require(
        who.host.isPresent() || !(transport.isRemote() || isDirect(driver)), Fault.HOST_NEEDED, "");
    require(transport != Transport.UNIX || who.host.isEmpty(), Fault.HOST_NOT_ALLOWED, authority);
    path = AddressPath.checked(driver, path).orElseThrow(() -> new Fall(Fault.BAD_PATH, ""));

    Set<Caution> cautions = EnumSet.noneOf(Caution.class);
    if (transport == Transport.TCP) {
      cautions.add(Caution.NOT_ENCRYPTED);
    }
    Map<String, String> parameters = parameters(query, cautions);
    return new Result.Accepted(
        new HostAddress(driver, transport, who.user, who.host, who.port, path, parameters),
        cautions);
  }

  private record Authority(Optional<String> user, Optional<String> host, OptionalInt port) {}

  /** The library itself talks to these, without a daemon of libvirt's on the other side. */
  private static boolean isDirect(Driver driver) {
    return switch (driver) {
      case ESX, GSX, VPX, HYPERV -> true;
      case QEMU, TEST, XEN, LXC, VBOX, BHYVE, VZ, CH -> false;
    };
  }

  private static Transport transport(Driver driver, Transport stated, Authority who) throws Fall {
    if (isDirect(driver)) {
      require(stated == Transport.LOCAL, Fault.UNKNOWN_TRANSPORT, stated.suffix());
      return stated;
    }
    // libvirt reads qemu://host/system as TLS
    return stated == Transport.LOCAL && who.host.isPresent() ? Transport.TLS : stated;
  }

  private Authority authority(String authority) throws Fall {
    String rest = authority;
    Optional<String> user = Optional.empty();
    int at = rest.lastIndexOf('@');
    if (at >= 0) {
      String name = rest.substring(0, at);
      // the part is not echoed: it holds the password
      require(name.indexOf(':') < 0, Fault.PASSWORD_IN_ADDRESS, "");
      require(HostNames.isUser(name), Fault.BAD_USER, name);
      user = Optional.of(name);
      rest = rest.substring(at + 1);
    }
    OptionalInt port = OptionalInt.empty();
    String host = rest;
    if (rest.startsWith("[")) {
      int end = rest.indexOf(']');
      require(end > 0, Fault.BAD_HOST, rest);
      host = rest.substring(1, end);
      require(HostNames.isIpv6(host), Fault.BAD_HOST, host);
      String tail = rest.substring(end + 1);
      require(tail.isEmpty() || tail.startsWith(":"), Fault.BAD_HOST, rest);
      if (!tail.isEmpty()) {
        port = OptionalInt.of(port(tail.substring(1)));
      }
    } else {
      int colon = rest.indexOf(':');
      if (colon >= 0) {
        port = OptionalInt.of(port(rest.substring(colon + 1)));
        host = rest.substring(0, colon);
      }
      require(host.isEmpty() || HostNames.isHost(host), Fault.BAD_HOST, host);
    }
    require(!host.isEmpty() || (user.isEmpty() && port.isEmpty()), Fault.HOST_NEEDED, authority);
    return new Authority(user, host.isEmpty() ? Optional.empty() : Optional.of(host), port);
  }

  private int port(String digits) throws Fall {
    OptionalInt number = HostNames.portNumber(digits);
    // user:pass/word@host looks like a port up to the slash
    require(number.isPresent() || text.indexOf('@') < 0, Fault.PASSWORD_IN_ADDRESS, "");
    require(number.isPresent(), Fault.BAD_PORT, digits);
    return number.orElseThrow();
  }

  private static Transport transport(String word) throws Fall {
    for (Transport transport : Transport.values()) {
      if (transport != Transport.LOCAL && transport.suffix().equals(word)) {
        return transport;
      }
    }
    throw new Fall(Fault.UNKNOWN_TRANSPORT, word(word));
  }

  /** A word that is safe to show again. */
  private static String word(String word) {
    return word.matches("[a-z0-9.-]{1,30}") ? word : "";
  }

  private static Map<String, String> parameters(String query, Set<Caution> cautions) throws Fall {
    Map<String, String> found = new TreeMap<>();
    if (query.isEmpty()) {
      return found;
    }
    for (String piece : query.split("[&;]", -1)) {
      int equals = piece.indexOf('=');
      require(equals > 0, Fault.BAD_PARAMETER, "");
      String name = piece.substring(0, equals);
      String value = piece.substring(equals + 1);
      require(!RUNS_PROGRAM.contains(name), Fault.PARAMETER_RUNS_PROGRAM, name);
      require(!name.equals("password"), Fault.PASSWORD_IN_ADDRESS, "");
      if (FLAGS.contains(name)) {
        require(value.equals("0") || value.equals("1"), Fault.BAD_PARAMETER, name);
      } else if (WORDS.contains(name)) {
        require(
            value.matches("[A-Za-z0-9_,.-]{1,64}") && !value.startsWith("-"),
            Fault.BAD_PARAMETER,
            name);
      } else if (PATHS.contains(name)) {
        require(
            value.matches("/[A-Za-z0-9_./+@=-]{1,500}")
                || (name.equals("tls_priority") && value.matches("[A-Z0-9:+!-]{1,200}")),
            Fault.BAD_PARAMETER,
            name);
      } else {
        throw new Fall(Fault.UNKNOWN_PARAMETER, word(name.toLowerCase(Locale.ROOT)));
      }
      if ((name.equals("no_verify") && value.equals("1"))
          || (name.equals("known_hosts_verify") && value.equals("ignore"))) {
        cautions.add(Caution.HOST_NOT_VERIFIED);
      }
      if (name.equals("transport") && value.equals("http")) {
        cautions.add(Caution.NOT_ENCRYPTED);
      }
      require(found.put(name, value) == null, Fault.BAD_PARAMETER, name);
    }
    return found;
  }

  private static void require(boolean held, Fault fault, String part) throws Fall {
    if (!held) {
      throw new Fall(fault, part);
    }
  }

  /** Leaves the reading at the first fault. */
  private static final class Fall extends Exception {
    private static final long serialVersionUID = 1L;
    private final Fault fault;
    private final String part;

    Fall(Fault fault, String part) {
      super(fault.name(), null, false, false);
      this.fault = fault;
      this.part = part;
    }
  }
}
