package org.vitrine.model.explain;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.List;
import java.util.stream.Collectors;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;
import org.vitrine.model.plan.BridgePlan;
import org.vitrine.model.plan.BridgePlan.Address;
import org.vitrine.model.plan.BridgePlan.Keeper;
import org.vitrine.model.plan.BridgePlan.Way;

class BridgeCommandsTest {

  private static BridgePlan plan(Keeper keeper, boolean leased) {
    return new BridgePlan(
        "br0",
        "eth0",
        "52:54:00:12:34:56",
        List.of(new Address("192.0.2.10/24", "192.0.2.255", leased)),
        List.of(new Way(false, "default", "192.0.2.1", "", "dhcp", 100)),
        keeper,
        keeper == Keeper.NETWORK_MANAGER ? "Wired connection 1" : "");
  }

  private static String lines(List<Command> commands) {
    return commands.stream().map(Command::shellLine).collect(Collectors.joining("\n"));
  }

  @Test
  void whatTheCardHasGoesOverAtOnce() {
    assertEquals(
        """
        ip link add name br0 address 52:54:00:12:34:56 type bridge stp_state 0 forward_delay 0
        ip link set dev br0 up
        ip link set dev eth0 master br0
        ip address del 192.0.2.10/24 dev eth0
        ip address replace 192.0.2.10/24 broadcast 192.0.2.255 dev br0
        ip route replace default via 192.0.2.1 dev br0 proto dhcp metric 100""",
        lines(BridgeCommands.make(plan(Keeper.NONE, false))));
    assertEquals(
        """
        ip link set dev eth0 nomaster
        ip link delete dev br0
        ip address replace 192.0.2.10/24 broadcast 192.0.2.255 dev eth0
        ip route replace default via 192.0.2.1 dev eth0 proto dhcp metric 100""",
        lines(BridgeCommands.undo(plan(Keeper.NONE, false))));
  }

  @Test
  void networkManagerIsToldAndItsOldProfileComesBack() {
    String make = lines(BridgeCommands.make(plan(Keeper.NETWORK_MANAGER, true)));
    assertTrue(make.contains("ipv4.method auto"), make);
    assertTrue(make.contains("modify 'Wired connection 1' connection.autoconnect no"), make);
    String fixed = lines(BridgeCommands.make(plan(Keeper.NETWORK_MANAGER, false)));
    assertTrue(
        fixed.contains("ipv4.method manual ipv4.addresses 192.0.2.10/24 ipv4.gateway 192.0.2.1"),
        fixed);
    String undo = lines(BridgeCommands.undo(plan(Keeper.NETWORK_MANAGER, true)));
    assertTrue(undo.contains("nmcli connection delete br0-eth0 br0"), undo);
    assertTrue(undo.endsWith("nmcli connection up 'Wired connection 1'"), undo);
  }

  @ParameterizedTest
  @EnumSource(Keeper.class)
  void scriptHasEveryLineAndTheWayBackFirst(Keeper keeper) {
    BridgePlan plan = plan(keeper, true);
    String script = BridgeCommands.script(plan, 20);
    int undo = script.indexOf("undo() {");
    for (Command line : BridgeCommands.undo(plan)) {
      assertTrue(script.indexOf(line.shellLine()) > undo, line::shellLine);
    }
    int body = script.indexOf("trap failed");
    for (Command line : BridgeCommands.make(plan)) {
      assertTrue(script.indexOf(line.shellLine() + " || failed") > body, line::shellLine);
    }
    assertTrue(script.contains("ping -c 1 -W 1 192.0.2.1"), script);
  }

  @Test
  void hostWithoutGatewayHasNothingToWaitFor() {
    BridgePlan plan =
        new BridgePlan("br0", "eth0", "52:54:00:12:34:56", List.of(), List.of(), Keeper.NONE, "");
    assertFalse(BridgeCommands.script(plan, 20).contains("ping"));
  }
}
