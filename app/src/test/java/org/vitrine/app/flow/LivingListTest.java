package org.vitrine.app.flow;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertSame;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.List;
import java.util.UUID;
import org.junit.jupiter.api.Test;
import org.vitrine.app.machines.Slot;
import org.vitrine.app.testing.OnFxThread;
import org.vitrine.app.testing.TestWindow;
import org.vitrine.model.port.HostListener.Turn;
import org.vitrine.model.vm.MachineState;

/** The list follows its hosts by their news alone. */
class LivingListTest extends FakeWindow {

  private static List<Slot> slots(TestWindow window) {
    return OnFxThread.get(() -> List.copyOf(window.parts().machines().slots()));
  }

  @Test
  void machinesComeChangeAndGoWithoutTheLinesOfOthersMoving() {
    lab().add("alpha");
    UUID beta = lab().add("beta", machine -> machine.state(MachineState.RUNNING));
    TestWindow window = open(LAB);
    List<Slot> before = slots(window);

    lab().change(beta, Turn.STATE, machine -> machine.state(MachineState.PAUSED));
    window.awaitState("beta", MachineState.PAUSED);
    List<Slot> after = slots(window);
    for (int i = 0; i < before.size(); i++) {
      assertSame(before.get(i), after.get(i));
    }

    lab().add("gamma");
    TestWindow.await("gamma is listed", () -> window.listedNow().contains("gamma"));
    assertEquals(List.of("alpha", "beta", "gamma"), window.listed());
    assertTrue(slots(window).containsAll(before), "the lines that were there stay the same");

    lab().remove(beta);
    TestWindow.await("beta is gone", () -> !window.listedNow().contains("beta"));
    assertEquals(List.of("alpha", "gamma"), window.listed());
  }

  @Test
  void whatIsChosenStaysChosenWhileTheListMoves() {
    for (int i = 0; i < 20; i++) {
      lab().add("m-" + i);
    }
    TestWindow window = open(LAB);
    window.choose("m-7", "m-9");
    lab().add("a-first");
    TestWindow.await("it is listed", () -> window.listedNow().contains("a-first"));
    lab().remove(lab().machineIds().getFirst());
    TestWindow.await("m-0 is gone", () -> !window.listedNow().contains("m-0"));
    assertEquals(List.of("m-7", "m-9"), window.chosen());
    assertEquals(
        List.of("m-7", "m-9"),
        window.highlighted(),
        "what the list shows as chosen is what the actions would hit");
  }

  @Test
  void aMachineThatIsChosenAndVanishesIsNoLongerChosen() {
    UUID gone = lab().add("gone");
    lab().add("stays");
    TestWindow window = open(LAB);
    window.choose("gone");
    lab().remove(gone);
    TestWindow.await("it is gone", () -> !window.listedNow().contains("gone"));
    assertEquals(List.of(), window.chosen());
    assertTrue(window.node("action-START").isDisabled());
  }
}
