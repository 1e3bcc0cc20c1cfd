package org.vitrine.bridge.link;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.time.Duration;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.UUID;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;
import org.vitrine.model.host.HostState;
import org.vitrine.model.network.VirtualNetwork;
import org.vitrine.model.port.CredentialPrompt;
import org.vitrine.model.problem.Cause;
import org.vitrine.model.vm.Action;
import org.vitrine.model.vm.MachineState;
import org.vitrine.model.vm.Nic;

final class WorkTest {

  private static final Duration MINUTE = Duration.ofMinutes(1);

  @Test
  void changesOfOneMachineWaitForEachOtherAndOthersDoNot() throws Exception {
    try (Rig rig = new Rig()) {
      UUID one = rig.host.add("one");
      UUID two = rig.host.add("two");
      rig.connected();
      List<String> order = Collections.synchronizedList(new ArrayList<>());
      CountDownLatch hold = new CountDownLatch(1);
      CompletableFuture<Boolean> first =
          rig.link.change(
              one,
              session -> {
                waitFor(hold);
                return order.add("first");
              },
              MINUTE);
      CompletableFuture<Boolean> second =
          rig.link.change(one, session -> order.add("second"), MINUTE);
      rig.link.change(two, session -> order.add("other"), MINUTE).get(5, TimeUnit.SECONDS);
      rig.link.ask(session -> order.add("asked"), MINUTE).get(5, TimeUnit.SECONDS);
      hold.countDown();
      CompletableFuture.allOf(first, second).get(5, TimeUnit.SECONDS);
      assertEquals(List.of("other", "asked", "first", "second"), order);
    }
  }

  private static void waitFor(CountDownLatch latch) {
    try {
      latch.await();
    } catch (InterruptedException e) {
      throw new AssertionError(e);
    }
  }

  @Test
  void aCallThatHangsIsOverForTheUserAfterItsLimit() {
    try (Rig rig = new Rig()) {
      UUID one = rig.host.add("one");
      rig.connected();
      rig.host.script().hang("perform");
      CompletableFuture<Boolean> stuck = rig.perform(one, Action.START, Duration.ofMillis(60));
      CompletableFuture<Boolean> behind = rig.perform(one, Action.START, Duration.ofMillis(60));
      assertEquals(Cause.TIMED_OUT, Rig.causeOf(stuck));
      assertEquals(Cause.TIMED_OUT, Rig.causeOf(behind));
      rig.host.script().letGo("perform");
      // what was given up while it waited is not done after all
      rig.await(Rig.inState(one, MachineState.RUNNING));
      Rig.until("idle", () -> rig.host.script().inFlight("perform") == 0);
      assertEquals(1, rig.host.script().calls("perform"));
    }
  }

  @Test
  void fourHangingCallsLeaveTheListAlive() {
    try (Rig rig = new Rig(LinkTiming.DEFAULT, CredentialPrompt.NONE)) {
      List<UUID> machines = IntStream.range(0, 6).mapToObj(i -> rig.host.add("m" + i)).toList();
      rig.connected();
      rig.host.script().hang("perform");
      List<CompletableFuture<Boolean>> starts =
          machines.stream().map(machine -> rig.perform(machine, Action.START, MINUTE)).toList();
      Rig.until("four under way", () -> rig.host.script().inFlight("perform") == 4);
      UUID late = rig.host.add("late");
      rig.await(snapshot -> snapshot.machines().containsKey(late));
      assertEquals(4, rig.host.script().peak("perform"));
      rig.host.script().letGo("perform");
      starts.forEach(CompletableFuture::join);
    }
  }

  @Test
  void anErrorFailsItsTaskAlone() throws Exception {
    try (Rig rig = new Rig()) {
      rig.connected();
      CompletableFuture<Boolean> memory =
          rig.link.ask(
              session -> {
                throw new OutOfMemoryError("as if");
              },
              MINUTE);
      CompletableFuture<Boolean> bug =
          rig.link.ask(
              session -> {
                throw new IllegalStateException("as if");
              },
              MINUTE);
      assertEquals(Cause.OUT_OF_RESOURCES, Rig.causeOf(memory));
      assertEquals(Cause.UNEXPECTED, Rig.causeOf(bug));
      for (int i = 0; i < 8; i++) {
        assertTrue(rig.link.ask(session -> true, MINUTE).get(5, TimeUnit.SECONDS));
      }
      assertEquals(1, rig.host.opened());
    }
  }

  @Test
  void anErrorInAReadingDoesNotEndTheLink() {
    try (Rig rig = new Rig()) {
      rig.connected();
      rig.host
          .script()
          .explode(
              "machinesOf",
              () -> {
                throw new OutOfMemoryError("as if");
              });
      UUID one = rig.host.add("one");
      rig.await(snapshot -> snapshot.machines().containsKey(one));
      assertEquals(1, rig.host.opened());
    }
  }

  @Test
  void aProblemComesAsItIs() {
    try (Rig rig = new Rig()) {
      UUID one = rig.host.add("one", machine -> machine.nics(new Nic("52:54:00:00:00:01", "lab")));
      rig.host.network("lab", VirtualNetwork.Mode.INTERNAL, false);
      rig.connected();
      assertEquals(Cause.NETWORK_INACTIVE, Rig.causeOf(rig.perform(one, Action.START, MINUTE)));
      assertEquals(Cause.NOT_IN_THIS_STATE, Rig.causeOf(rig.perform(one, Action.PAUSE, MINUTE)));
    }
  }

  @Test
  void aMachineIsReadAgainAfterItsChangeThoughNobodyToldOfIt() {
    try (Rig rig = new Rig(LinkTiming.DEFAULT, CredentialPrompt.NONE)) {
      UUID one = rig.host.add("one");
      rig.connected();
      rig.host.news().mischief(1, 1.0, 0, 0);
      rig.perform(one, Action.AUTOSTART_ON, MINUTE).join();
      rig.await(Rig.machine(one, machine -> machine.autostart()));
    }
  }

  @Test
  void workFailsAtOnceWhereThereIsNoWay() {
    try (Rig rig = new Rig()) {
      assertEquals(Cause.CONNECTION_LOST, Rig.causeOf(rig.link.ask(session -> true, MINUTE)));
      rig.link.connect();
      rig.await(HostState.Connected.class);
      rig.link.close();
      assertEquals(Cause.CONNECTION_LOST, Rig.causeOf(rig.link.ask(session -> true, MINUTE)));
    }
  }

  @Test
  void whatWaitsIsBounded() {
    try (Rig rig = new Rig(LinkTiming.DEFAULT, CredentialPrompt.NONE)) {
      rig.connected();
      rig.host.script().hang("isAlive");
      List<CompletableFuture<Boolean>> asked = new ArrayList<>();
      for (int i = 0; i < 600; i++) {
        asked.add(rig.link.ask(session -> session.isAlive(), MINUTE));
      }
      assertEquals(Cause.OUT_OF_RESOURCES, Rig.causeOf(asked.getLast()));
      rig.link.disconnect();
      assertEquals(Cause.CONNECTION_LOST, Rig.causeOf(asked.getFirst()));
      assertEquals(Cause.CONNECTION_LOST, Rig.causeOf(asked.get(300)));
    }
  }
}
