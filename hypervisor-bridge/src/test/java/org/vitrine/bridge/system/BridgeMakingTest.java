package org.vitrine.bridge.system;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.vitrine.bridge.host.CardSurvey;
import org.vitrine.bridge.testing.LabHost;
import org.vitrine.bridge.testing.NeedsLabHost;
import org.vitrine.model.explain.BridgeCommands;
import org.vitrine.model.explain.Command;
import org.vitrine.model.plan.BridgePlan;

/** A bridge put over a card of a throw-away host, and taken back: the commands, for real. */
@NeedsLabHost
class BridgeMakingTest {

  /** A card with a cable to a router of its own, which has everything else behind it. */
  private static void wire(LabHost lab) throws Exception {
    lab.shell(
        """
        set -e
        ip link add eth0 type veth peer name far
        unshare --net sh -c 'echo $$ >/run/router.pid; exec sleep 600' >/dev/null 2>&1 &
        while ! [ -s /run/router.pid ]; do sleep 0.05; done
        router=$(cat /run/router.pid)
        ip link set far netns $router
        in="nsenter --target $router --net"
        $in ip address add 192.0.2.1/24 dev far
        $in ip address add 2001:db8::1/64 dev far nodad
        $in ip link set far up
        ip address add 192.0.2.10/24 broadcast 192.0.2.255 dev eth0
        ip address add 2001:db8::10/64 dev eth0 nodad
        ip link set eth0 up
        ip route add default via 192.0.2.1 dev eth0 metric 100
        ip route add 198.51.100.0/24 via 192.0.2.1 dev eth0 src 192.0.2.10
        while ip address show tentative | grep -q .; do sleep 0.05; done
        ping -c 1 -W 5 192.0.2.1
        """);
  }

  /** All that a user could see of it, without numbers that count up. */
  private static String state(LabHost lab) throws Exception {
    return lab.shell(
        "ip -o address show dev eth0 | sed 's/valid_lft.*//; s/^[0-9]*://' | sort;"
            + " ip route show | sort; ip -6 route show | sort;"
            + " ip -d -o link show dev eth0 | sed 's/^[0-9]*://; s/numtxqueues.*//';"
            + " ls /sys/class/net | sort");
  }

  private static BridgePlan plan(LabHost lab) throws Exception {
    return new CardSurvey(words -> run(lab, words)).survey("eth0", "br0");
  }

  private static String run(LabHost lab, List<String> words)
      throws IOException, InterruptedException {
    return lab.run(words.toArray(String[]::new));
  }

  private static void run(LabHost lab, Iterable<Command> lines) throws Exception {
    for (Command line : lines) {
      run(lab, line.words());
    }
  }

  @Test
  void addressesAndWaysGoOverToTheBridgeAndComeBackUnchanged() throws Exception {
    try (LabHost lab = LabHost.start("bridge")) {
      wire(lab);
      String before = state(lab);
      BridgePlan plan = plan(lab);
      assertEquals(BridgePlan.Keeper.NONE, plan.keeper());
      assertEquals("192.0.2.1", plan.gateway().orElseThrow());
      run(lab, BridgeCommands.make(plan));
      assertTrue(lab.shell("ip -4 -o address show dev br0").contains("192.0.2.10/24"));
      assertEquals("", lab.shell("ip -4 -o address show dev eth0"));
      assertTrue(lab.shell("ip route show default").contains("via 192.0.2.1 dev br0"));
      assertTrue(lab.shell("ip route show 198.51.100.0/24").contains("dev br0"));
      lab.shell("ping -c 1 -W 5 192.0.2.1");
      lab.shell("ping -6 -c 1 -W 5 2001:db8::1");
      run(lab, BridgeCommands.undo(plan));
      assertEquals(before, state(lab));
      lab.shell("ping -c 1 -W 5 192.0.2.1");
    }
  }

  private static void keep(LabHost lab, BridgePlan plan, int seconds) throws IOException {
    Path script = lab.library("bridge.sh");
    Files.writeString(script, BridgeCommands.script(plan, seconds));
  }

  @Test
  void scriptPutsAllBackWhereTheGatewayFallsSilent() throws Exception {
    try (LabHost lab = LabHost.start("bridge")) {
      wire(lab);
      String before = state(lab);
      BridgePlan plan = plan(lab);
      keep(lab, plan, 2);
      // the router goes deaf to what comes over a bridge: here, to everything
      lab.shell("nsenter --target $(cat /run/router.pid) --net ip address flush dev far");
      assertEquals("3", lab.shell("sh /var/lib/libvirt/bridge.sh >/dev/null 2>&1; echo $?"));
      assertEquals(before, state(lab));
      assertEquals(
          "0",
          lab.shell(
              "touch /run/keep; sh /var/lib/libvirt/bridge.sh /run/keep >/dev/null 2>&1; echo $?"),
          "the user said that it stays");
      assertTrue(lab.shell("ip -4 -o address show dev br0").contains("192.0.2.10/24"));
    }
  }

  @Test
  void scriptKeepsABridgeOverWhichTheGatewayAnswers() throws Exception {
    try (LabHost lab = LabHost.start("bridge")) {
      wire(lab);
      BridgePlan plan = plan(lab);
      keep(lab, plan, 10);
      assertEquals("0", lab.shell("sh /var/lib/libvirt/bridge.sh >/dev/null 2>&1; echo $?"));
      assertTrue(lab.shell("ip route show default").contains("dev br0"));
    }
  }

  @Test
  void scriptTakesBackWhatItBeganWhereAStepFails() throws Exception {
    try (LabHost lab = LabHost.start("bridge")) {
      wire(lab);
      BridgePlan plan = plan(lab);
      String before = state(lab);
      BridgePlan broken =
          new BridgePlan(
              plan.bridge(),
              plan.card(),
              plan.mac(),
              plan.addresses(),
              List.of(
                  plan.ways().getFirst(),
                  new BridgePlan.Way(false, "203.0.113.0/24", "203.0.113.1", "", "", -1)),
              plan.keeper(),
              "");
      keep(lab, broken, 10);
      assertEquals("1", lab.shell("sh /var/lib/libvirt/bridge.sh >/dev/null 2>&1; echo $?"));
      // the plan of the way back is as broken, so what it cannot know is put back here
      run(lab, BridgeCommands.backNow(plan).subList(2, BridgeCommands.backNow(plan).size()));
      assertEquals(before, state(lab));
    }
  }

  private static BridgePlan kept(BridgePlan.Keeper keeper) {
    return new BridgePlan(
        "br0",
        "eth0",
        "52:54:00:12:34:56",
        List.of(new BridgePlan.Address("192.0.2.10/24", "", false)),
        List.of(new BridgePlan.Way(false, "default", "192.0.2.1", "", "", -1)),
        keeper,
        "");
  }

  @Test
  void stanzaOfTheCardBecomesTheBridgesAndComesBack() throws Exception {
    try (LabHost lab = LabHost.start("bridge")) {
      String before =
          """
          # a comment on eth0
          auto lo eth1
          allow-hotplug eth0
          iface eth0 inet static
              address 192.0.2.10/24
              gateway 192.0.2.1
          iface eth01 inet dhcp
          """;
      lab.shell("mkdir -p /etc/network; printf '%s' '" + before + "' >/etc/network/interfaces");
      for (Command line : BridgeCommands.make(kept(BridgePlan.Keeper.IFUPDOWN))) {
        if (!line.words().getFirst().startsWith("if")) {
          run(lab, line.words());
        }
      }
      assertEquals(
          """
          # a comment on eth0
          auto lo eth1
          auto br0
          iface br0 inet static
              bridge_ports eth0
              bridge_fd 0
              address 192.0.2.10/24
              gateway 192.0.2.1
          iface eth01 inet dhcp""",
          lab.shell("cat /etc/network/interfaces"));
      for (Command line : BridgeCommands.undo(kept(BridgePlan.Keeper.IFUPDOWN))) {
        if (!line.words().getFirst().startsWith("if")) {
          run(lab, line.words());
        }
      }
      assertEquals(before.strip(), lab.shell("cat /etc/network/interfaces"));
    }
  }

  @Test
  void filesOfNetworkdSayWhatTheCardHad() throws Exception {
    try (LabHost lab = LabHost.start("bridge")) {
      lab.shell("mkdir -p /etc/systemd/network");
      for (Command line : BridgeCommands.make(kept(BridgePlan.Keeper.NETWORKD))) {
        if (line.words().getFirst().equals("sh")) {
          lab.shell(line.shellLine());
        }
      }
      assertEquals(
          "[Match]\nName=br0\n\n[Network]\nAddress=192.0.2.10/24\nGateway=192.0.2.1",
          lab.shell("cat /etc/systemd/network/05-br0.network"));
      assertEquals(
          "[Match]\nName=eth0\n\n[Network]\nBridge=br0",
          lab.shell("cat /etc/systemd/network/05-br0-eth0.network"));
      run(lab, BridgeCommands.undo(kept(BridgePlan.Keeper.NETWORKD)).getFirst().words());
      assertEquals("", lab.shell("ls /etc/systemd/network"));
    }
  }
}
