package org.vitrine.app.flow;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertInstanceOf;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.List;
import java.util.stream.IntStream;
import javafx.scene.input.KeyCode;
import org.junit.jupiter.api.Test;
import org.vitrine.app.i18n.Words;
import org.vitrine.app.machines.Row;
import org.vitrine.app.testing.FakeHosts;
import org.vitrine.app.testing.OnFxThread;
import org.vitrine.app.testing.TestWindow;
import org.vitrine.model.host.HostEntry;
import org.vitrine.model.host.HostState;
import org.vitrine.model.port.HostListener.Why;
import org.vitrine.model.problem.Cause;
import org.vitrine.model.problem.Problem;
import org.vitrine.model.vm.MachineState;

/** Many hosts, some of which are ill: the others and the window do not suffer. */
class HostsTest extends FakeWindow {

  private static final HostEntry OTHER = FakeHosts.entry("other");

  private static HostEntry in(HostEntry entry, String group) {
    return new HostEntry(entry.id(), entry.label(), entry.address(), group, entry.autoconnect());
  }

  @Test
  void aHostThatHangsForEverLeavesTheOthersAndTheWindowUsable() {
    hosts.host("other").script().hang("open");
    lab().add("m");
    TestWindow window = show(OTHER, LAB);
    window.awaitConnected(LAB);
    window.choose("m");
    window.press("action-START");
    window.awaitState("m", MachineState.RUNNING);
    assertInstanceOf(HostState.Connecting.class, window.state(OTHER));
    // that the window closes in time all the same is held after every test
    closeAll();
    hosts.host("other").script().letGo("open");
  }

  @Test
  void aHostThatFallsSilentInTheMiddleLeavesTheOthersUsable() {
    hosts.host("other").add("frozen");
    lab().add("m");
    TestWindow window = open(OTHER, LAB);
    hosts.host("other").script().hang("*");
    window.choose("frozen");
    window.press("action-START");
    window.choose("m");
    window.press("action-START");
    window.awaitState("m", MachineState.RUNNING);
    assertEquals(MachineState.OFF, window.machine("frozen").state());
    closeAll();
    hosts.host("other").script().clear();
  }

  @Test
  void oneDeadHostAmongFiveIsNamedAndTheOthersAreListed() {
    HostEntry[] five =
        IntStream.rangeClosed(1, 5)
            .mapToObj(i -> FakeHosts.entry("h" + i))
            .toArray(HostEntry[]::new);
    for (int i : List.of(1, 2, 4, 5)) {
      hosts.host("h" + i).add("m-" + i);
    }
    TestWindow window = show(five);
    window.awaitConnected(five[0], five[1], five[3], five[4]);
    assertEquals(List.of("m-1", "m-2", "m-4", "m-5"), window.listed());
    TestWindow.await(
        "the dead one is known to be dead",
        () -> window.parts().store().host(five[2].id()).state() instanceof HostState.Lost);
    window.chooseHost(five[2]);
    window.awaitText("cannot be reached");
    window.awaitText("Check that the host is on");
  }

  @Test
  void aLostHostIsGreyedSaysWhenItIsTriedNextAndComesBackOnTryNow() {
    lab().add("m", machine -> machine.state(MachineState.RUNNING));
    TestWindow window = open(LAB);
    lab().script().fail("open", Problem.of(Cause.HOST_UNREACHABLE, "lab"), 100);
    lab().lose(Why.END_OF_FILE);
    TestWindow.await(
        "the host is lost",
        () -> window.parts().store().host(LAB.id()).state() instanceof HostState.Lost);
    assertEquals(List.of("m"), window.listed());
    TestWindow.await(
        "its machines are shown as they were, greyed",
        () ->
            window.parts().machines().slots().stream()
                .anyMatch(slot -> slot.row() instanceof Row.MachineRow row && row.stale()));
    window.choose("m");
    assertEquals(
        Words.word("refusal.HOST_NOT_CONNECTED", LAB.label()), window.help("action-START"));
    window.awaitText(Words.word("machine.stale"));
    window.chooseHost(LAB);
    window.awaitText("next try in");

    lab().script().clear();
    window.press("host-retry");
    window.awaitConnected(LAB);
    TestWindow.await(
        "nothing is grey",
        () ->
            window.parts().machines().slots().stream()
                .noneMatch(slot -> slot.row() instanceof Row.MachineRow row && row.stale()));
  }

  @Test
  void aHostIsLetGoAndTakenUpAgain() {
    lab().add("m");
    TestWindow window = open(LAB);
    window.chooseHost(LAB);
    window.press("host-disconnect");
    TestWindow.await(
        "it is disconnected",
        () -> window.parts().store().host(LAB.id()).state() instanceof HostState.Disconnected);
    TestWindow.await("its session is closed", () -> lab().openSessions() == 0);
    window.press("host-connect");
    window.awaitConnected(LAB);
    assertEquals(1, lab().openSessions());
  }

  @Test
  void theSameHostByTwoAddressesIsExplained() {
    // one host's own answer to who it is, behind both
    lab().add("m");
    TestWindow window = open(LAB);
    hosts
        .host("other")
        .facts(OnFxThread.get(() -> window.parts().store().host(LAB.id()).facts().orElseThrow()));
    OnFxThread.run(
        () -> {
          window.parts().directory().add(OTHER, true);
          window.parts().directory().connect(OTHER.id());
        });
    TestWindow.await(
        "it is refused",
        () -> window.parts().store().host(OTHER.id()).state() instanceof HostState.Refused);
    window.chooseHost(OTHER);
    window.awaitText("Host other is in the list already.");
    window.awaitText("It is the same host as Host lab, by another address.");
    assertEquals(List.of("m"), window.listed());
  }

  @Test
  void hostsOfAGroupStandUnderItAndFoldTogether() {
    lab().add("m");
    hosts.host("other").add("n");
    TestWindow window = open(in(LAB, "Room 2"), in(OTHER, "Room 2"));
    window.awaitText("Room 2");
    assertEquals(List.of("m", "n"), window.listed());
    OnFxThread.run(
        () -> {
          window.list().requestFocus();
          window.list().getSelectionModel().clearAndSelect(0);
        });
    window.key(KeyCode.LEFT);
    TestWindow.await("the group is folded", () -> window.listedNow().isEmpty());
    window.key(KeyCode.RIGHT);
    TestWindow.await("the group is open", () -> window.listedNow().size() == 2);
  }

  @Test
  void anEmptyListOfHostsSaysWhatToDo() {
    TestWindow window = show();
    window.awaitText(Words.word("empty.hosts"));
    window.awaitText(Words.word("empty.hosts.hint"));
    window.pressText(Words.word("hosts.add"));
    assertTrue(window.isThere("host-form"));
  }

  @Test
  void removingAHostAsksAndTakesOnlyTheEntry() {
    lab().add("m");
    TestWindow window = open(LAB);
    window.chooseHost(LAB);
    window.press("host-remove");
    window.awaitText(Words.word("host.remove.title", LAB.label()));
    window.key(KeyCode.ESCAPE);
    assertEquals(List.of("m"), window.listed());
    window.press("host-remove");
    window.press("confirm-agree");
    TestWindow.await("it is gone", () -> window.listedNow().isEmpty());
    TestWindow.await("its session is closed", () -> lab().openSessions() == 0);
    assertEquals(List.of(), window.kept());
    assertEquals(1, lab().machineIds().size());
    assertFalse(window.isThere("host-remove"));
  }
}
