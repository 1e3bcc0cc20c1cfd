package org.vitrine.app.flow;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import javafx.scene.input.KeyCode;
import org.junit.jupiter.api.Test;
import org.vitrine.app.testing.TestWindow;

/** The wizard's frame: how one gets in, through, back and out. */
class WizardFrameTest extends FakeWindow {

  @Test
  void opensByKeyAndByButtonAndClosesByEscape() {
    lab().add("m");
    TestWindow window = open(LAB);
    window.key(KeyCode.N, KeyCode.CONTROL);
    assertTrue(window.isThere("wizard"));
    window.key(KeyCode.ESCAPE);
    assertFalse(window.isThere("wizard"));
    window.press("new-machine");
    assertTrue(window.isThere("wizard"));
    window.press("wizard-cancel");
    assertFalse(window.isThere("wizard"));
  }

  @Test
  void theCommandsFoldAwayAndStayFolded() {
    lab().add("m");
    TestWindow window = open(LAB);
    window.press("new-machine");
    assertTrue(window.isThere("wizard-commands"));
    window.press("wizard-commands-toggle");
    assertFalse(window.isThere("wizard-commands"));
    window.press("wizard-cancel");
    window.press("new-machine");
    assertFalse(window.isThere("wizard-commands"));
    assertEquals(false, window.settings().wizardCommandsShownProperty().get());
  }
}
