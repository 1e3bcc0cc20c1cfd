package org.vitrine.app.flow;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.UUID;
import javafx.scene.Node;
import javafx.scene.image.Image;
import javafx.scene.image.ImageView;
import org.junit.jupiter.api.Test;
import org.vitrine.app.testing.OnFxThread;
import org.vitrine.app.testing.TestWindow;
import org.vitrine.bridge.fake.FakeMachine;
import org.vitrine.model.port.HostListener.Turn;
import org.vitrine.model.problem.Cause;
import org.vitrine.model.problem.Problem;
import org.vitrine.model.vm.MachineState;

/** The picture of a machine's screen in its pane. */
class LiveScreenTest extends FakeWindow {

  private static double shownWidth(TestWindow window) {
    return OnFxThread.get(
        () -> {
          Node screen = window.parts().scene().lookup("#live-screen");
          if (screen == null || !screen.isVisible()) {
            return 0.0;
          }
          Image image = ((ImageView) screen.lookup("ImageView")).getImage();
          return image == null ? 0.0 : image.getWidth();
        });
  }

  @Test
  void runningMachineShowsItsScreenAndFollowsIt() {
    UUID alpha =
        lab()
            .add(
                "alpha",
                machine ->
                    machine.state(MachineState.RUNNING).screen(FakeMachine.plain(80, 60, 1, 2, 3)));
    lab().add("beta");
    TestWindow window = open(LAB);
    window.choose("alpha");
    TestWindow.await("the screen is there", () -> shownWidth(window) == 80);
    lab().change(alpha, Turn.STATE, machine -> machine.screen(FakeMachine.plain(120, 60, 1, 2, 3)));
    TestWindow.await("the screen follows", () -> shownWidth(window) == 120);

    lab().change(alpha, Turn.STATE, machine -> machine.state(MachineState.OFF));
    TestWindow.await("no screen of what is off", () -> shownWidth(window) == 0);
    int asked = lab().script().calls("screen");
    window.choose("beta");
    assertEquals(0, shownWidth(window));
    assertTrue(lab().script().calls("screen") <= asked + 1, "what is off is not asked");
  }

  @Test
  void hostWithoutPicturesShowsNone() {
    lab().script().fail("screen", Problem.of(Cause.NOT_SUPPORTED_HERE, ""), 1000);
    lab().add("alpha", machine -> machine.state(MachineState.RUNNING));
    TestWindow window = open(LAB);
    window.choose("alpha");
    TestWindow.await("it was asked", () -> lab().script().calls("screen") >= 3);
    assertEquals(0, shownWidth(window));
  }
}
