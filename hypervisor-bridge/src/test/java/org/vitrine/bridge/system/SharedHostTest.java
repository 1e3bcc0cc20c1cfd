package org.vitrine.bridge.system;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import java.util.concurrent.Callable;
import java.util.concurrent.CyclicBarrier;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.vitrine.bridge.testing.LabHost;
import org.vitrine.bridge.testing.NeedsLabHost;
import org.vitrine.bridge.testing.TinyGuest;
import org.vitrine.bridge.testing.WatchedHost;
import org.vitrine.model.inventory.HostSnapshot;
import org.vitrine.model.network.VirtualNetwork;
import org.vitrine.model.problem.Cause;
import org.vitrine.model.problem.Problem;
import org.vitrine.model.problem.ProblemException;
import org.vitrine.model.vm.Action;
import org.vitrine.model.vm.Machine;
import org.vitrine.model.vm.MachineState;

/** A host on which others work too, and where not all is as a machine needs it. */
@NeedsLabHost
class SharedHostTest {

  private static final Duration SOON = Duration.ofSeconds(20);
  private static LabHost lab;

  private WatchedHost host;

  @BeforeAll
  static void startHost() throws Exception {
    lab = LabHost.start("shared");
  }

  @AfterAll
  static void endHost() throws Exception {
    lab.close();
  }

  @BeforeEach
  void connect() throws Exception {
    host = new WatchedHost(lab.uri());
  }

  @AfterEach
  void leave() {
    host.close();
  }

  private static void network(boolean active) throws Exception {
    if (lab.virsh("net-list", "--name").contains("default") != active) {
      lab.virsh(active ? "net-start" : "net-destroy", "default");
    }
  }

  @Test
  void whatOthersDefineRenameAndRemoveIsSeenByEvent() throws Exception {
    TinyGuest guest = TinyGuest.define(lab, "first");
    UUID uuid = guest.uuid();
    Machine defined = host.seen().await(SOON, uuid, machine -> true);
    assertEquals("first", defined.name());
    assertEquals(MachineState.OFF, defined.state());

    lab.virsh("domrename", "first", "second");
    host.seen().await(SOON, uuid, machine -> machine.name().equals("second"));
    assertTrue(
        host.seen().all().stream()
            .map(HostSnapshot::machines)
            .dropWhile(machines -> !machines.containsKey(uuid))
            .allMatch(machines -> machines.containsKey(uuid)),
        "the row went and came back");

    lab.virsh("undefine", "second");
    host.seen().await(SOON, snapshot -> !snapshot.machines().containsKey(uuid));
  }

  @Test
  void startIsRefusedForAStoppedNetworkAndGoesOnceThatIsStarted() throws Exception {
    network(false);
    TinyGuest guest = TinyGuest.define(lab, "unplugged");
    Problem problem =
        assertThrows(ProblemException.class, () -> host.perform(guest.uuid(), Action.START))
            .problem();
    assertEquals(Cause.NETWORK_INACTIVE, problem.cause(), problem::toString);
    assertEquals("default", problem.detail(), problem::toString);
    assertEquals("unplugged", problem.subject());

    host.ask(session -> session.startNetwork(problem.detail()));
    host.seen()
        .await(SOON, snapshot -> snapshot.networks().stream().allMatch(VirtualNetwork::active));
    host.perform(guest.uuid(), Action.START);
    host.seen().await(SOON, guest.uuid(), machine -> machine.state() == MachineState.RUNNING);
    host.perform(guest.uuid(), Action.FORCE_OFF);

    host.ask(session -> session.stopNetwork("default"));
    host.seen()
        .await(SOON, snapshot -> snapshot.networks().stream().noneMatch(VirtualNetwork::active));
  }

  @Test
  void busyGuestIsSeenToComputeWriteAndSend() throws Exception {
    network(true);
    TinyGuest guest = TinyGuest.defineBusy(lab, "busy");
    host.watch(guest.uuid());
    host.perform(guest.uuid(), Action.START);
    guest.awaitBoots(1);
    Machine busy =
        host.seen()
            .await(
                Duration.ofSeconds(40),
                guest.uuid(),
                machine ->
                    machine.usage().cpu() > 0.2
                        && machine.usage().diskRate() > 10_000
                        && machine.usage().networkRate() > 1_000);
    assertTrue(busy.usage().cpu() <= 1, busy::toString);
    assertTrue(busy.usage().memory().toMib() > 32, busy::toString);
    host.perform(guest.uuid(), Action.FORCE_OFF);
    Machine off =
        host.seen().await(SOON, guest.uuid(), machine -> machine.state() == MachineState.OFF);
    assertEquals(0, off.usage().cpu());
  }

  /** The problem of a start, or none. */
  private static Callable<Optional<Problem>> start(
      WatchedHost by, TinyGuest guest, CyclicBarrier together) {
    return () -> {
      together.await();
      try {
        by.perform(guest.uuid(), Action.START);
        return Optional.empty();
      } catch (ProblemException refused) {
        return Optional.of(refused.problem());
      }
    };
  }

  @Test
  void ofTwoWhoStartAtOnceOneDoesAndTheOtherIsTold() throws Exception {
    network(true);
    TinyGuest guest = TinyGuest.define(lab, "wanted");
    try (WatchedHost other = new WatchedHost(lab.uri());
        ExecutorService threads = Executors.newFixedThreadPool(2)) {
      for (int round = 0; round < 3; round++) {
        CyclicBarrier together = new CyclicBarrier(2);
        List<Future<Optional<Problem>>> starts = new ArrayList<>();
        starts.add(threads.submit(start(host, guest, together)));
        starts.add(threads.submit(start(other, guest, together)));
        List<Problem> refusals = new ArrayList<>();
        for (Future<Optional<Problem>> start : starts) {
          start.get().ifPresent(refusals::add);
        }
        assertEquals(1, refusals.size(), refusals::toString);
        assertEquals(Cause.NOT_IN_THIS_STATE, refusals.getFirst().cause(), refusals::toString);
        assertEquals("1", lab.shell("pgrep -c qemu-system"));
        for (WatchedHost one : List.of(host, other)) {
          one.seen().await(SOON, guest.uuid(), machine -> machine.state() == MachineState.RUNNING);
        }
        other.perform(guest.uuid(), Action.FORCE_OFF);
        host.seen().await(SOON, guest.uuid(), machine -> !machine.state().isActive());
      }
    }
  }
}
