package org.vitrine.model.network;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.EnumSet;
import java.util.List;
import java.util.Set;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.vitrine.model.network.Reach.Answer;
import org.vitrine.model.network.Reach.Way;
import org.vitrine.model.plan.NicPlan.Forward;
import org.vitrine.model.plan.NicPlan.Protocol;

class ReachTest {

  /** Out, in, to the host, from the host, among machines. */
  private static String row(Reach reach) {
    StringBuilder row = new StringBuilder();
    for (Way way : Way.values()) {
      row.append(
          switch (reach.answer(way)) {
            case YES -> 'y';
            case NO -> 'n';
            case BY_PORTS -> 'p';
          });
    }
    return row.toString();
  }

  @ParameterizedTest
  @CsvSource({
    "NAT, ynyyy",
    "ROUTED, yyyyy",
    "OPEN, yyyyy",
    "HOST_ONLY, nnyyy",
    "INTERNAL, nnnny",
    "BRIDGED, yyyyy",
  })
  void networkReachesWhatItsModeSays(VirtualNetwork.Mode mode, String expected) {
    assertEquals(expected, row(Reach.of(mode)));
  }

  @Test
  void sharedCardKeepsHostAndMachineApart() {
    assertEquals("yynny", row(Reach.sharedCard()));
    assertEquals(
        Reach.Reason.CARD_DOES_NOT_TURN_BACK,
        Reach.sharedCard().verdict(Way.MACHINE_TO_HOST).reason());
  }

  @Test
  void portsOfTheEmulatorLeadInFromWhereTheyListen() {
    assertEquals("ynynn", row(Reach.user(List.of())));
    Forward near = new Forward(Protocol.TCP, "127.0.0.1", 8080, 80);
    Forward far = new Forward(Protocol.TCP, "0.0.0.0", 8081, 80);
    assertEquals("ynypn", row(Reach.user(List.of(near))));
    assertEquals("ypypn", row(Reach.user(List.of(near, far))));
    assertEquals(Reach.Kind.USER_PORTS_OUTSIDE, Reach.user(List.of(near, far)).kind());
  }

  @Test
  void withoutCableNobodyIsReached() {
    assertEquals("nnnnn", row(Reach.noCard()));
    assertEquals("nnnnn", row(Reach.unplugged()));
  }

  @Test
  void everyKindIsMadeAndAnswersEveryWay() {
    Set<Reach.Kind> kinds = EnumSet.noneOf(Reach.Kind.class);
    for (Reach reach :
        List.of(
            Reach.of(VirtualNetwork.Mode.NAT),
            Reach.of(VirtualNetwork.Mode.ROUTED),
            Reach.of(VirtualNetwork.Mode.HOST_ONLY),
            Reach.of(VirtualNetwork.Mode.INTERNAL),
            Reach.lan(),
            Reach.sharedCard(),
            Reach.user(List.of()),
            Reach.user(List.of(new Forward(Protocol.UDP, "127.0.0.2", 5353, 53))),
            Reach.user(List.of(new Forward(Protocol.UDP, "192.0.2.1", 5353, 53))),
            Reach.noCard(),
            Reach.unplugged())) {
      kinds.add(reach.kind());
      for (Way way : Way.values()) {
        assertTrue(reach.answer(way) != Answer.BY_PORTS || reach.kind().name().contains("PORTS"));
      }
    }
    assertEquals(EnumSet.allOf(Reach.Kind.class), kinds);
  }
}
