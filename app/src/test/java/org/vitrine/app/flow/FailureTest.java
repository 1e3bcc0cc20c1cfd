package org.vitrine.app.flow;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.List;
import java.util.UUID;
import org.junit.jupiter.api.Test;
import org.vitrine.app.i18n.Words;
import org.vitrine.app.problem.ProblemText;
import org.vitrine.app.testing.OnFxThread;
import org.vitrine.app.testing.TestWindow;
import org.vitrine.model.network.VirtualNetwork;
import org.vitrine.model.port.HostListener.Turn;
import org.vitrine.model.problem.Cause;
import org.vitrine.model.problem.Problem;
import org.vitrine.model.vm.MachineState;
import org.vitrine.model.vm.Nic;

/** What the user hears when something goes wrong, and the way out that is offered. */
class FailureTest extends FakeWindow {

  private static long toasts(TestWindow window) {
    return OnFxThread.get(() -> (long) window.parts().toasts().getChildren().size());
  }

  @Test
  void aFailureSaysWhatWhyAndWhatToDoAndHasTheRawWordsFolded() {
    lab().add("big");
    String raw = "internal error: cannot set up guest memory 'pc.ram'";
    lab()
        .script()
        .fail("perform", new Problem(Cause.NO_MEMORY, "", "", new Problem.Raw(1, 10, raw)), 1);
    TestWindow window = open(LAB);
    window.choose("big");
    window.press("action-START");
    window.awaitText("There is not enough memory for big.");
    window.awaitText("The host has less free than the machine needs.");
    window.awaitText("Shut another machine down");
    assertTrue(window.texts().stream().noneMatch(text -> text.contains(raw)));

    window.pressText(Words.word("button.details"));
    assertTrue(window.isThere("problem"));
    assertTrue(window.rawWords().contains(raw));
    window.press("problem-close");
    assertFalse(window.isThere("problem"));
    assertEquals(MachineState.OFF, window.machine("big").state());
  }

  @Test
  void manyThatFailAlikeAreOneNote() {
    for (int i = 0; i < 12; i++) {
      lab().add("m-" + i);
    }
    lab().script().fail("perform", Problem.of(Cause.NO_MEMORY, ""), 10);
    TestWindow window = open(LAB);
    OnFxThread.run(() -> window.list().getSelectionModel().selectAll());
    window.press("action-START");
    window.awaitText(Words.word("failed.many", 10, Words.word("action.START")));
    window.awaitText(Words.word("done.START", 2, ""));
    assertEquals(2, toasts(window));
    window.pressText(Words.word("button.details"));
    String title = window.texts().stream().filter(t -> t.contains("m-0")).findFirst().orElse("");
    assertTrue(
        List.of("m-1", "m-9").stream().allMatch(window.texts().toString()::contains),
        () -> "all that failed are named: " + title);
  }

  @Test
  void aNetworkThatIsOffIsOfferedAndStartedWithTheMachine() {
    lab().network("office", VirtualNetwork.Mode.NAT, false);
    lab().add("pc", machine -> machine.nics(new Nic("52:54:00:00:00:01", "office")));
    TestWindow window = open(LAB);
    window.choose("pc");
    window.press("action-START");
    window.awaitText("The network office has not been started.");
    assertEquals(MachineState.OFF, window.machine("pc").state());
    window.pressText(text(Cause.NETWORK_INACTIVE));
    window.awaitState("pc", MachineState.RUNNING);
    TestWindow.await(
        "the network is on",
        () ->
            window.parts().store().host(LAB.id()).networks().stream()
                .allMatch(VirtualNetwork::active));
    assertEquals(1, lab().script().calls("startNetwork"));
  }

  @Test
  void aSavedStateThatCannotBeReadIsDiscardedOnlyAfterAQuestion() {
    lab().add("kept", machine -> machine.state(MachineState.SAVED));
    lab().script().fail("perform", Problem.of(Cause.SAVED_STATE_UNREADABLE, ""), 1);
    TestWindow window = open(LAB);
    window.choose("kept");
    assertEquals(Words.word("action.RESTORE"), window.text("action-START"));
    window.press("action-START");
    window.awaitText("kept cannot go on from its saved state.");
    window.pressText(text(Cause.SAVED_STATE_UNREADABLE));
    window.awaitText("Throw away the saved state of kept?");
    assertEquals(1, lab().script().calls("perform"));
    window.press("confirm-agree");
    window.awaitState("kept", MachineState.RUNNING);
  }

  private static String text(Cause cause) {
    return ProblemText.of(Problem.of(cause, "", "")).button().orElseThrow();
  }

  @Test
  void aGuestThatIgnoresShutDownIsOfferedForceAndTheOfferGoesWithIt() {
    UUID deaf = lab().add("deaf", m -> m.state(MachineState.RUNNING).ignoresShutDown(true));
    TestWindow window = open(LAB);
    OnFxThread.run(() -> window.settings().patienceSecondsProperty().set(1));
    window.choose("deaf");
    window.press("action-SHUT_DOWN");
    window.awaitText(Words.word("shutDown.ignored", "deaf"));
    assertEquals(MachineState.RUNNING, window.machine("deaf").state());
    lab().change(deaf, Turn.STOPPED, machine -> machine.state(MachineState.OFF));
    window.awaitNoText(Words.word("shutDown.ignored", "deaf"));
  }

  @Test
  void theOfferOfForceAsksOnceMoreAndThenDoesIt() {
    lab().add("deaf", m -> m.state(MachineState.RUNNING).ignoresShutDown(true));
    TestWindow window = open(LAB);
    OnFxThread.run(() -> window.settings().patienceSecondsProperty().set(1));
    window.choose("deaf");
    window.press("action-SHUT_DOWN");
    window.awaitText(Words.word("shutDown.ignored", "deaf"));
    window.pressText(Words.word("action.FORCE_OFF"));
    window.awaitText("Force deaf off?");
    window.press("confirm-agree");
    window.awaitState("deaf", MachineState.OFF);
    assertFalse(window.isThere("shut-down-ignored"));
  }

  @Test
  void aGuestThatGoesOffInTimeIsNotOfferedAnything() {
    lab().add("good", machine -> machine.state(MachineState.RUNNING));
    lab().add("deaf", m -> m.state(MachineState.RUNNING).ignoresShutDown(true));
    TestWindow window = open(LAB);
    OnFxThread.run(() -> window.settings().patienceSecondsProperty().set(1));
    window.choose("good", "deaf");
    window.press("action-SHUT_DOWN");
    // both patiences ran for the same time: with the one offer the other's moment is over too
    window.awaitText(Words.word("shutDown.ignored", "deaf"));
    assertTrue(window.texts().stream().noneMatch(Words.word("shutDown.ignored", "good")::equals));
  }

  @Test
  void aMachineThatVanishedMeanwhileIsNamedByItsName() {
    UUID gone = lab().add("ghost");
    TestWindow window = open(LAB);
    window.choose("ghost");
    lab().removeSilently(gone);
    window.press("action-START");
    TestWindow.await("it says so", () -> window.parts().toasts().getChildren().size() == 1);
    String note = TestWindow.textsIn(window.parts().toasts()).toString();
    assertTrue(note.contains("ghost"), note);
    assertFalse(note.contains(gone.toString()), note);
  }
}
