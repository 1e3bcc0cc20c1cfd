package org.vitrine.bridge.host;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Stream;
import org.vitrine.model.host.HostNetworking;
import org.vitrine.model.host.HostNetworking.BridgeHelper;
import org.vitrine.model.host.HostNetworking.HelperLack;
import org.vitrine.model.host.HostNetworking.Route;
import org.vitrine.model.unit.Cidr;

/** Reads how this computer reaches others, and whether its user may use its bridges. */
public final class HostNetworkReader {

  private static final Path ROOT = Path.of("/");
  private static final List<String> HELPERS =
      List.of("usr/lib/qemu/qemu-bridge-helper", "usr/libexec/qemu-bridge-helper");
  private static final String LIST = "etc/qemu/bridge.conf";
  private static final int SETUID = 04000;
  private static final int MOST_LINES = 10_000;
  private static final int MOST_FILES = 16;

  /** The mark of a route in use. */
  private static final int UP = 1;

  private HostNetworkReader() {}

  /** Blocks for some small files. */
  public static HostNetworking here() {
    return read(ROOT);
  }

  static HostNetworking read(Path root) {
    return new HostNetworking(routes(root.resolve("proc/net/route")), helper(root));
  }

  static List<Route> routes(Path table) {
    List<Route> routes = new ArrayList<>();
    for (String line : lines(table)) {
      route(line.strip().split("\\s+", -1)).ifPresent(routes::add);
    }
    return routes;
  }

  /**
   * Card, destination, gateway, marks, two counts, metric, mask: in hexadecimal, lowest byte first.
   */
  private static Optional<Route> route(String[] words) {
    if (words.length < 8) {
      return Optional.empty();
    }
    try {
      long mask = number(words[7]);
      int prefix = Long.bitCount(mask);
      if ((Integer.parseInt(words[3], 16) & UP) == 0) {
        return Optional.empty();
      }
      long gateway = number(words[2]);
      return Optional.of(
          new Route(
              new Cidr(number(words[1]), prefix),
              words[0],
              gateway == 0 ? "" : new Cidr(gateway, 32).at(0),
              Long.parseLong(words[6])));
    } catch (IllegalArgumentException notALine) {
      return Optional.empty();
    }
  }

  private static long number(String word) {
    return Integer.toUnsignedLong(Integer.reverseBytes(Integer.parseUnsignedInt(word, 16)));
  }

  static BridgeHelper helper(Path root) {
    Optional<Path> program = HELPERS.stream().map(root::resolve).filter(Files::exists).findFirst();
    if (program.isEmpty()) {
      return lacks(HelperLack.NOT_INSTALLED);
    }
    if (!isSetuid(program.get())) {
      return lacks(HelperLack.NOT_SETUID);
    }
    Path list = root.resolve(LIST);
    if (!Files.exists(list)) {
      return lacks(HelperLack.NO_LIST);
    }
    if (!Files.isReadable(list)) {
      return lacks(HelperLack.LIST_UNREADABLE);
    }
    if (!Files.isWritable(root.resolve("dev/net/tun"))) {
      return lacks(HelperLack.NO_TUN);
    }
    Allowed allowed = new Allowed();
    allowed.read(list);
    return new BridgeHelper(
        allowed.any && allowed.denied.isEmpty(), allowed.bridges(), Optional.empty());
  }

  private static BridgeHelper lacks(HelperLack lack) {
    return new BridgeHelper(false, Set.of(), Optional.of(lack));
  }

  private static boolean isSetuid(Path program) {
    try {
      return ((int) Files.getAttribute(program, "unix:mode") & SETUID) != 0;
    } catch (IOException | UnsupportedOperationException unknown) {
      return false;
    }
  }

  /** The helper's list, with the lists that it includes. */
  private static final class Allowed {
    private boolean any;
    private final Set<String> bridges = new HashSet<>();
    private final Set<String> denied = new HashSet<>();
    private final Set<Path> seen = new HashSet<>();

    void read(Path list) {
      if (seen.size() >= MOST_FILES || !seen.add(list)) {
        return;
      }
      for (String line : lines(list)) {
        String[] words = line.strip().split("\\s+", -1);
        if (words.length == 2) {
          rule(words[0], words[1]);
        }
      }
    }

    private void rule(String word, String about) {
      switch (word) {
        case "allow" -> {
          any |= about.equals("all");
          bridges.add(about);
        }
        case "deny" -> denied.add(about);
        case "include" -> {
          if (about.startsWith("/")) {
            read(Path.of(about));
          }
        }
        default -> {
          // a comment
        }
      }
    }

    /** What is refused anywhere is refused. */
    Set<String> bridges() {
      if (denied.contains("all")) {
        return Set.of();
      }
      Set<String> left = new HashSet<>(bridges);
      left.removeAll(denied);
      left.remove("all");
      return left;
    }
  }

  private static List<String> lines(Path file) {
    try (Stream<String> lines = Files.lines(file, StandardCharsets.ISO_8859_1)) {
      return lines.limit(MOST_LINES).toList();
    } catch (IOException | java.io.UncheckedIOException unreadable) {
      return List.of();
    }
  }
}
