package org.vitrine.app.flow;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.List;
import java.util.Optional;
import javafx.scene.control.MenuButton;
import javafx.scene.control.MenuItem;
import javafx.scene.input.KeyCode;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.EnumSource;
import org.vitrine.app.i18n.Words;
import org.vitrine.app.testing.OnFxThread;
import org.vitrine.app.testing.TestWindow;
import org.vitrine.model.vm.Action;
import org.vitrine.model.vm.Machine;
import org.vitrine.model.vm.MachineState;

/** Power by the window: what can be done, what cannot and why, and what is asked first. */
class PowerTest extends FakeWindow {

  private int performed() {
    return lab().script().calls("perform");
  }

  private void add(String name, MachineState state) {
    lab().add(name, machine -> machine.state(state).autostart(false));
  }

  private static List<MenuItem> menu(TestWindow window) {
    return OnFxThread.get(
        () -> {
          MenuButton more = (MenuButton) window.parts().root().lookup("#more-actions");
          more.getOnShowing().handle(new javafx.event.Event(javafx.event.Event.ANY));
          return more.getItems().stream().filter(item -> item.getId() != null).toList();
        });
  }

  @ParameterizedTest
  @CsvSource({
    "START, OFF, RUNNING",
    "START_PAUSED, OFF, PAUSED",
    "RESTORE, SAVED, RUNNING",
    "PAUSE, RUNNING, PAUSED",
    "RESUME, PAUSED, RUNNING",
    "SAVE, RUNNING, SAVED",
    "SHUT_DOWN, RUNNING, OFF",
    "REBOOT, RUNNING, RUNNING"
  })
  void anActionIsDoneToOneAndToManyAndSaysSo(Action action, MachineState from, MachineState into) {
    List.of("one", "two", "three").forEach(name -> add(name, from));
    TestWindow window = open(LAB);
    window.choose("one");
    window.menu("menu-" + action.name());
    window.awaitText(Words.word("done." + action, 1, "one"));
    window.awaitState("one", into);
    assertEquals(1, performed());

    window.choose("two", "three");
    window.menu("menu-" + action.name());
    window.awaitText(Words.word("done." + action, 2, "two"));
    window.awaitState("two", into);
    window.awaitState("three", into);
    assertEquals(3, performed());
    assertFalse(window.isThere("confirm"));
  }

  @Test
  void startingWithTheHostIsSetAndTakenBack() {
    add("one", MachineState.OFF);
    TestWindow window = open(LAB);
    window.choose("one");
    window.menu("menu-AUTOSTART_ON");
    TestWindow.await("it is set", () -> window.now("one").map(Machine::autostart).orElse(false));
    window.menu("menu-AUTOSTART_OFF");
    TestWindow.await("it is off", () -> !window.now("one").map(Machine::autostart).orElse(true));
  }

  @ParameterizedTest
  @CsvSource({"FORCE_OFF, RUNNING, OFF", "RESET, RUNNING, RUNNING", "START_FRESH, SAVED, RUNNING"})
  void whatDestroysAsksFirstAndIsDoneOnlyWhenAgreed(
      Action action, MachineState from, MachineState into) {
    add("red", from);
    add("blue", from);
    TestWindow window = open(LAB);
    window.choose("red", "blue");
    for (KeyCode no : List.of(KeyCode.ESCAPE, KeyCode.SPACE, KeyCode.ENTER)) {
      window.menu("menu-" + action.name());
      assertEquals("confirm-cancel", window.focused(), "the safe answer has the focus");
      window.awaitText(Words.word("confirm." + action + ".text", 2, "red"));
      window.awaitText("red\nblue");
      assertEquals(
          Words.word("confirm." + action + ".verb", 2, "red"), window.text("confirm-agree"));
      window.key(no);
      assertFalse(window.isThere("confirm"), () -> no + " answers");
      assertEquals(0, performed(), () -> no + " does nothing");
    }
    assertEquals(from, window.machine("red").state());

    window.menu("menu-" + action.name());
    window.press("confirm-agree");
    window.awaitText(Words.word("done." + action, 2, "red"));
    window.awaitState("red", into);
    window.awaitState("blue", into);
    assertEquals(2, performed());
  }

  @Test
  void theQuestionAboutOneNamesIt() {
    add("db", MachineState.RUNNING);
    TestWindow window = open(LAB);
    window.choose("db");
    window.key(KeyCode.D, KeyCode.CONTROL, KeyCode.SHIFT);
    window.awaitText("Force db off?");
    window.awaitText("lost");
    window.key(KeyCode.ESCAPE);
    assertEquals(0, performed());
  }

  @ParameterizedTest
  @EnumSource(MachineState.class)
  void whatAStateDoesNotAllowIsGreyAndSaysWhy(MachineState state) {
    add("m", state);
    TestWindow window = open(LAB);
    window.choose("m");
    Machine machine = window.machine("m");
    for (MenuItem item : menu(window)) {
      Action action = Action.valueOf(item.getId().substring("menu-".length()));
      Optional<String> why =
          action.refusedBy(machine).map(refusal -> Words.word("refusal." + refusal, "m"));
      assertEquals(why.isPresent(), item.isDisable(), () -> action + " while " + state);
      assertEquals(
          why.map(reason -> Words.word("action.refused", Words.word("action", action), reason))
              .orElse(Words.word("action", action)),
          item.getText());
    }
    for (String id : List.of("action-START", "action-PAUSE", "action-SHUT_DOWN")) {
      boolean grey = OnFxThread.get(() -> window.parts().root().lookup("#" + id).isDisable());
      if (grey) {
        assertTrue(window.help(id).contains("m"), () -> id + " says why: " + window.help(id));
      }
    }
  }

  @Test
  void theKeysRespectTheStateToo() {
    add("m", MachineState.OFF);
    TestWindow window = open(LAB);
    window.choose("m");
    window.key(KeyCode.P, KeyCode.CONTROL);
    window.key(KeyCode.D, KeyCode.CONTROL);
    window.key(KeyCode.D, KeyCode.CONTROL, KeyCode.SHIFT);
    assertFalse(window.isThere("confirm"));
    assertEquals(0, performed());
    window.key(KeyCode.S, KeyCode.CONTROL);
    window.awaitState("m", MachineState.RUNNING);
    assertEquals(1, performed());
  }

  @Test
  void ofManyOnlyThoseThatTakeItAreTouchedAndNamed() {
    add("on", MachineState.RUNNING);
    add("off", MachineState.OFF);
    TestWindow window = open(LAB);
    window.choose("on", "off");
    window.menu("menu-FORCE_OFF");
    window.awaitText("Force on off?");
    window.press("confirm-agree");
    window.awaitState("on", MachineState.OFF);
    assertEquals(1, performed());
  }

  @Test
  void withNothingChosenTheButtonsSayWhatToDo() {
    add("m", MachineState.OFF);
    TestWindow window = open(LAB);
    assertEquals(Words.word("refusal.NOTHING_CHOSEN"), window.help("action-START"));
    assertTrue(window.node("more-actions").isDisabled());
  }
}
