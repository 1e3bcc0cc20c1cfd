package org.vitrine.bridge.system;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.time.Duration;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.vitrine.bridge.testing.LabHost;
import org.vitrine.bridge.testing.NeedsLabHost;
import org.vitrine.bridge.testing.TinyGuest;
import org.vitrine.bridge.testing.TinyGuest.Life;
import org.vitrine.bridge.testing.WatchedHost;
import org.vitrine.model.host.HostFacts;
import org.vitrine.model.host.HostState;
import org.vitrine.model.inventory.HostSnapshot;
import org.vitrine.model.vm.Action;
import org.vitrine.model.vm.MachineState;

/** A daemon that dies or stops answering while its machines run. */
@NeedsLabHost
class LostDaemonTest {

  private static final Duration SOON = Duration.ofSeconds(20);
  private static final Duration BACK = Duration.ofSeconds(10);

  private LabHost lab;
  private WatchedHost host;
  private TinyGuest one;
  private TinyGuest two;

  @BeforeEach
  void startGuests() throws Exception {
    lab = LabHost.start("shaky");
    lab.virsh("net-start", "default");
    host = new WatchedHost(lab.uri());
    one = TinyGuest.define(lab, "one");
    two = TinyGuest.define(lab, "two");
    host.watch(one.uuid(), two.uuid());
    host.perform(one.uuid(), Action.START);
    host.perform(two.uuid(), Action.START);
    one.awaitBoots(1);
    two.awaitBoots(1);
    host.seen().await(SOON, this::allIsWell);
  }

  @AfterEach
  void end() throws Exception {
    host.close();
    lab.close();
  }

  private boolean allIsWell(HostSnapshot snapshot) {
    return snapshot.state() instanceof HostState.Connected
        && snapshot.machines().keySet().equals(Set.of(one.uuid(), two.uuid()))
        && snapshot.machines().values().stream()
            .allMatch(machine -> machine.state() == MachineState.RUNNING);
  }

  private Optional<String> identity() {
    return host.seen().all().getLast().facts().map(HostFacts::uuid);
  }

  private void assertNoRowWasEverGone(int from) {
    List<HostSnapshot> since = host.seen().all();
    for (HostSnapshot snapshot : since.subList(from, since.size())) {
      Set<UUID> rows = snapshot.machines().keySet();
      assertEquals(Set.of(one.uuid(), two.uuid()), rows, () -> "while " + snapshot.state());
    }
  }

  @Test
  void killedDaemonIsNoticedAndFoundAgainWithItsMachines() throws Exception {
    Optional<String> before = identity();
    String emulators = lab.shell("pgrep qemu-system");
    Life life = one.life();
    int mark = host.seen().all().size();
    lab.signalDaemon("KILL");
    host.seen().await(SOON, snapshot -> !snapshot.state().isUp());
    lab.startDaemon();
    host.seen().await(BACK, this::allIsWell);
    assertTrue(
        host.seen().all().stream()
            .skip(mark)
            .anyMatch(snapshot -> snapshot.state() instanceof HostState.Lost),
        "was never told as lost");
    assertNoRowWasEverGone(mark);
    assertEquals(before, identity());
    assertEquals(emulators, lab.shell("pgrep qemu-system"));
    one.awaitGoingOnFrom(life);
    assertEquals(life.boot(), one.life().boot());

    // the new way serves as the old one did
    host.perform(two.uuid(), Action.SHUT_DOWN);
    host.seen().await(SOON, two.uuid(), machine -> machine.state() == MachineState.OFF);
  }

  @Test
  void stoppedDaemonGreysItsOwnHostAndNoOther() throws Exception {
    int mark = host.seen().all().size();
    try (LabHost elsewhere = LabHost.start("elsewhere");
        WatchedHost other = new WatchedHost(elsewhere.uri())) {
      lab.signalDaemon("STOP");
      long stopped = System.nanoTime();
      try {
        int round = 0;
        while (System.nanoTime() - stopped < Duration.ofSeconds(8).toNanos()) {
          TinyGuest fresh = TinyGuest.define(elsewhere, "round" + round++);
          other.seen().await(Duration.ofSeconds(5), fresh.uuid(), machine -> true);
        }
        host.seen()
            .await(
                SOON,
                snapshot ->
                    snapshot.state() instanceof HostState.Silent
                        || snapshot.state() instanceof HostState.Lost);
      } finally {
        lab.signalDaemon("CONT");
      }
      host.seen().await(BACK, this::allIsWell);
      assertNoRowWasEverGone(mark);
      assertTrue(
          other.seen().all().stream()
              .dropWhile(snapshot -> !snapshot.state().isUp())
              .allMatch(snapshot -> snapshot.state().isUp()),
          "the other host suffered");
    }
    host.perform(one.uuid(), Action.PAUSE);
    host.seen().await(SOON, one.uuid(), machine -> machine.state() == MachineState.PAUSED);
  }
}
