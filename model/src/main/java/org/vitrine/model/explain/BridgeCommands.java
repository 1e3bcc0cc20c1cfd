package org.vitrine.model.explain;

import java.util.ArrayList;
import java.util.List;
import org.vitrine.model.plan.BridgePlan;
import org.vitrine.model.plan.BridgePlan.Address;
import org.vitrine.model.plan.BridgePlan.Way;

/**
 * A bridge over a card, as the commands that make it and the ones that take it back; they need
 * root. Nothing runs them but the user.
 */
public final class BridgeCommands {

  private static final String LINKS = "/etc/systemd/network/";
  private static final String STANZAS = "/etc/network/interfaces";

  private BridgeCommands() {}

  /** As the host's own network program wants it: it would undo what is done behind its back. */
  public static List<Command> make(BridgePlan plan) {
    return switch (plan.keeper()) {
      case NONE -> now(plan);
      case NETWORK_MANAGER -> byNetworkManager(plan);
      case NETWORKD -> byNetworkd(plan);
      case IFUPDOWN -> byIfupdown(plan);
    };
  }

  public static List<Command> undo(BridgePlan plan) {
    return switch (plan.keeper()) {
      case NONE -> backNow(plan);
      case NETWORK_MANAGER ->
          List.of(
              Command.of("nmcli", "connection", "delete", port(plan), plan.bridge()),
              Command.of(
                  "nmcli", "connection", "modify", profile(plan), "connection.autoconnect", "yes"),
              Command.of("nmcli", "connection", "up", profile(plan)));
      case NETWORKD ->
          List.of(
              Command.of(
                  "rm",
                  "-f",
                  LINKS + "05-" + plan.bridge() + ".netdev",
                  LINKS + "05-" + plan.bridge() + ".network",
                  LINKS + "05-" + port(plan) + ".network"),
              Command.of("ip", "link", "delete", "dev", plan.bridge()),
              Command.of("networkctl", "reload"),
              Command.of("networkctl", "reconfigure", plan.card()));
      case IFUPDOWN ->
          List.of(
              Command.of("ifdown", plan.bridge()),
              Command.of("mv", STANZAS + ".before-" + plan.bridge(), STANZAS),
              Command.of("ifup", plan.card()));
    };
  }

  /** At once, until the host starts anew. Addresses and ways go over one right after the other. */
  public static List<Command> now(BridgePlan plan) {
    List<Command> lines = new ArrayList<>();
    lines.add(
        Command.of(
            "ip",
            "link",
            "add",
            "name",
            plan.bridge(),
            "address",
            plan.mac(),
            "type",
            "bridge",
            "stp_state",
            "0",
            "forward_delay",
            "0"));
    lines.add(Command.of("ip", "link", "set", "dev", plan.bridge(), "up"));
    lines.add(Command.of("ip", "link", "set", "dev", plan.card(), "master", plan.bridge()));
    for (Address address : plan.addresses()) {
      lines.add(Command.of("ip", "address", "del", address.text(), "dev", plan.card()));
      lines.add(address(address, plan.bridge()));
    }
    plan.ways().forEach(way -> lines.add(way(way, plan.bridge())));
    return lines;
  }

  /** The card is left as it was found. */
  public static List<Command> backNow(BridgePlan plan) {
    List<Command> lines = new ArrayList<>();
    lines.add(Command.of("ip", "link", "set", "dev", plan.card(), "nomaster"));
    lines.add(Command.of("ip", "link", "delete", "dev", plan.bridge()));
    plan.addresses().forEach(address -> lines.add(address(address, plan.card())));
    plan.ways().forEach(way -> lines.add(way(way, plan.card())));
    return lines;
  }

  private static Command address(Address address, String on) {
    List<String> words = new ArrayList<>(List.of("ip", "address", "replace", address.text()));
    if (!address.broadcast().isEmpty()) {
      words.addAll(List.of("broadcast", address.broadcast()));
    }
    words.addAll(List.of("dev", on));
    if (address.isIpv6()) {
      // it was found to be free already
      words.add("nodad");
    }
    return new Command(words, "");
  }

  private static Command way(Way way, String over) {
    List<String> words = new ArrayList<>(List.of("ip"));
    if (way.ipv6()) {
      words.add("-6");
    }
    words.addAll(List.of("route", "replace", way.to()));
    if (!way.gateway().isEmpty()) {
      words.addAll(List.of("via", way.gateway()));
    }
    words.addAll(List.of("dev", over));
    if (!way.source().isEmpty()) {
      words.addAll(List.of("src", way.source()));
    }
    if (!way.protocol().isEmpty()) {
      words.addAll(List.of("proto", way.protocol()));
    }
    if (way.metric() >= 0) {
      words.addAll(List.of("metric", Long.toString(way.metric())));
    }
    return new Command(words, "");
  }

  private static String port(BridgePlan plan) {
    return plan.bridge() + "-" + plan.card();
  }

  private static String profile(BridgePlan plan) {
    return plan.profile().isEmpty() ? plan.card() : plan.profile();
  }

  private static boolean isLeased(BridgePlan plan, boolean ipv6) {
    List<Address> own =
        plan.addresses().stream().filter(address -> address.isIpv6() == ipv6).toList();
    return own.isEmpty() || own.stream().anyMatch(Address::leased);
  }

  private static List<Command> byNetworkManager(BridgePlan plan) {
    List<String> bridge =
        new ArrayList<>(
            List.of(
                "nmcli",
                "connection",
                "add",
                "type",
                "bridge",
                "con-name",
                plan.bridge(),
                "ifname",
                plan.bridge(),
                "bridge.stp",
                "no",
                "bridge.mac-address",
                plan.mac()));
    for (boolean ipv6 : new boolean[] {false, true}) {
      String family = ipv6 ? "ipv6" : "ipv4";
      if (isLeased(plan, ipv6)) {
        bridge.addAll(List.of(family + ".method", "auto"));
      } else {
        bridge.addAll(
            List.of(
                family + ".method",
                "manual",
                family + ".addresses",
                String.join(
                    ",",
                    plan.addresses().stream()
                        .filter(address -> address.isIpv6() == ipv6)
                        .map(Address::text)
                        .toList())));
        plan.ways().stream()
            .filter(way -> way.ipv6() == ipv6 && way.to().equals("default"))
            .map(Way::gateway)
            .filter(gateway -> !gateway.isEmpty())
            .findFirst()
            .ifPresent(gateway -> bridge.addAll(List.of(family + ".gateway", gateway)));
      }
    }
    return List.of(
        new Command(bridge, ""),
        Command.of(
            "nmcli",
            "connection",
            "add",
            "type",
            "ethernet",
            "con-name",
            port(plan),
            "ifname",
            plan.card(),
            "master",
            plan.bridge(),
            "slave-type",
            "bridge"),
        Command.of("nmcli", "connection", "modify", profile(plan), "connection.autoconnect", "no"),
        Command.of("nmcli", "connection", "up", port(plan)),
        Command.of("nmcli", "connection", "up", plan.bridge()));
  }

  private static List<Command> byNetworkd(BridgePlan plan) {
    StringBuilder network =
        new StringBuilder("[Match]\\nName=" + plan.bridge() + "\\n\\n[Network]\\n");
    if (isLeased(plan, false)) {
      network.append("DHCP=yes\\n");
    } else {
      plan.addresses()
          .forEach(address -> network.append("Address=").append(address.text()).append("\\n"));
      plan.ways().stream()
          .filter(way -> way.to().equals("default") && !way.gateway().isEmpty())
          .forEach(way -> network.append("Gateway=").append(way.gateway()).append("\\n"));
    }
    return List.of(
        file(
            LINKS + "05-" + plan.bridge() + ".netdev",
            "[NetDev]\\nName="
                + plan.bridge()
                + "\\nKind=bridge\\nMACAddress="
                + plan.mac()
                + "\\n"),
        file(
            LINKS + "05-" + port(plan) + ".network",
            "[Match]\\nName=" + plan.card() + "\\n\\n[Network]\\nBridge=" + plan.bridge() + "\\n"),
        file(LINKS + "05-" + plan.bridge() + ".network", network.toString()),
        Command.of("networkctl", "reload"));
  }

  /** One line that a shell can be given as it is, without a document behind it. */
  private static Command file(String path, String content) {
    return Command.of("sh", "-c", "printf '" + content + "' >" + path);
  }

  /** What the card had is the bridge's from now on, under the bridge's name. */
  private static List<Command> byIfupdown(BridgePlan plan) {
    String card = plan.card().replace(".", "\\.");
    return List.of(
        Command.of("cp", "-p", STANZAS, STANZAS + ".before-" + plan.bridge()),
        Command.of("ifdown", plan.card()),
        Command.of(
            "sed",
            "-i",
            "-E",
            "-e",
            "s/^([[:space:]]*)(auto|allow-hotplug)[[:space:]]+"
                + card
                + "[[:space:]]*$/\\1auto "
                + plan.bridge()
                + "/",
            "-e",
            "s/^([[:space:]]*iface[[:space:]]+)"
                + card
                + "([[:space:]]+inet[[:space:]].*)$/\\1"
                + plan.bridge()
                + "\\2\\n    bridge_ports "
                + plan.card()
                + "\\n    bridge_fd 0/",
            STANZAS),
        Command.of("ifup", plan.bridge()));
  }

  /**
   * All of it as one script that takes everything back by itself: where a step fails, where it is
   * stopped, and where the host's gateway does not answer in time. A file named to it keeps what
   * was done whatever the gateway says.
   */
  public static String script(BridgePlan plan, int seconds) {
    StringBuilder text = new StringBuilder("#!/bin/sh\n");
    text.append("# Bridge ").append(plan.bridge()).append(" over ").append(plan.card());
    text.append("; needs root. With a file as argument: is kept once that file exists.\n");
    text.append("keep=${1:-/nonexistent}\n\nundo() {\n");
    // all of it, even where a step of it was never done
    undo(plan).forEach(line -> text.append("  ").append(line.shellLine()).append('\n'));
    text.append("}\nfailed() {\n  undo\n  exit 1\n}\ntrap failed INT TERM HUP\n\n");
    make(plan).forEach(line -> text.append(line.shellLine()).append(" || failed\n"));
    plan.gateway()
        .ifPresent(
            gateway ->
                text.append("\nend=$(($(date +%s) + ")
                    .append(seconds)
                    .append("))\nwhile [ \"$(date +%s)\" -lt \"$end\" ]; do\n")
                    .append("  if [ -e \"$keep\" ] || ping -c 1 -W 1 ")
                    .append(gateway)
                    .append(" >/dev/null 2>&1; then exit 0; fi\n  sleep 0.2\ndone\n")
                    .append("echo 'The gateway does not answer: all is put back.' >&2\n")
                    .append("undo\nexit 3\n"));
    return text.toString();
  }
}
