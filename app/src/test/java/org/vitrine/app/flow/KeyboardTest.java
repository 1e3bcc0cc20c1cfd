package org.vitrine.app.flow;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Set;
import javafx.scene.Node;
import javafx.scene.control.Labeled;
import javafx.scene.input.KeyCode;
import org.junit.jupiter.api.Test;
import org.vitrine.app.testing.OnFxThread;
import org.vitrine.app.testing.TestWindow;
import org.vitrine.model.vm.MachineState;

/** Everything without a mouse. */
class KeyboardTest extends FakeWindow {

  @Test
  void aMachineIsFoundAndStartedFromAFreshWindow() {
    lab().add("web-1");
    lab().add("db-1");
    TestWindow window = open(LAB);
    window.key(KeyCode.F, KeyCode.CONTROL);
    assertEquals("search", window.focused());
    window.typed("db");
    TestWindow.await("only it is listed", () -> window.listedNow().equals(List.of("db-1")));
    window.key(KeyCode.DOWN);
    assertEquals("machines", window.focused());
    for (int i = 0; i < 2 && window.chosen().isEmpty(); i++) {
      window.key(KeyCode.DOWN);
    }
    assertEquals(List.of("db-1"), window.chosen());
    window.key(KeyCode.S, KeyCode.CONTROL);
    window.awaitState("db-1", MachineState.RUNNING);
    assertEquals(MachineState.OFF, window.machine("web-1").state());
  }

  @Test
  void thePaletteDoesAnActionOnAnyMachine() {
    lab().add("web-1");
    TestWindow window = open(LAB);
    window.key(KeyCode.K, KeyCode.CONTROL);
    assertEquals("palette-text", window.focused());
    window.typed("start web-1");
    window.key(KeyCode.ENTER);
    window.awaitState("web-1", MachineState.RUNNING);
    assertFalse(window.isThere("palette"));
  }

  @Test
  void cardsCloseOnEscapeAndGiveTheFocusBack() {
    lab().add("web-1");
    TestWindow window = open(LAB);
    window.key(KeyCode.F, KeyCode.CONTROL);
    record Way(KeyCode code, List<KeyCode> held, String card) {}
    for (Way way :
        List.of(
            new Way(KeyCode.F1, List.of(), "shortcuts"),
            new Way(KeyCode.K, List.of(KeyCode.CONTROL), "palette"),
            new Way(KeyCode.COMMA, List.of(KeyCode.CONTROL), "settings"),
            new Way(KeyCode.N, List.of(KeyCode.CONTROL, KeyCode.SHIFT), "host-form"))) {
      window.key(way.code(), way.held().toArray(KeyCode[]::new));
      assertTrue(window.isThere(way.card()), () -> way.card() + " opens");
      window.key(KeyCode.ESCAPE);
      assertFalse(window.isThere(way.card()), () -> way.card() + " closes");
      assertEquals("search", window.focused(), () -> "after " + way.card());
    }
  }

  @Test
  void tabReachesEverythingAndComesAroundAndAllOfItHasAName() {
    lab().add("web-1", machine -> machine.state(MachineState.RUNNING));
    TestWindow window = open(LAB);
    window.choose("web-1");
    // the pane of the machine is made when it is chosen, and dressed with the next picture
    window.node("machine.labels", Labeled.class);
    window.key(KeyCode.F, KeyCode.CONTROL);
    Node first = OnFxThread.get(() -> window.parts().scene().getFocusOwner());
    List<Node> way = new ArrayList<>();
    for (int i = 0; i < 80; i++) {
      window.key(KeyCode.TAB);
      Node next = OnFxThread.get(() -> window.parts().scene().getFocusOwner());
      if (next.equals(first)) {
        break;
      }
      assertFalse(!way.isEmpty() && way.getLast().equals(next), () -> "Tab is held by " + next);
      way.add(next);
    }
    assertTrue(way.size() < 80, "Tab comes around");
    Set<String> ids = new LinkedHashSet<>();
    way.forEach(node -> ids.add(node.getId()));
    for (String id :
        List.of(
            "machines",
            "filter",
            "columns",
            "action-PAUSE",
            "action-SHUT_DOWN",
            "more-actions",
            "palette-button",
            "add-host",
            "machine.labels",
            "jobs-toggle",
            "commands-toggle",
            "rail-help",
            "rail-settings")) {
      assertTrue(ids.contains(id), () -> id + " is reached: " + ids);
    }
    for (Node node : way) {
      String text = node instanceof Labeled label ? label.getText() : "";
      String name = node.getAccessibleText();
      assertTrue(
          (text != null && !text.isBlank()) || (name != null && !name.isBlank()),
          () -> "has no name: " + node);
    }
  }

  @Test
  void whatHasTheFocusShowsIt() {
    lab().add("web-1", machine -> machine.state(MachineState.RUNNING));
    TestWindow window = open(LAB);
    window.choose("web-1");
    for (String id : List.of("search", "machines", "action-PAUSE", "add-host", "jobs-toggle")) {
      Node node = window.node(id);
      assertTrue(looksDifferent(window, node), () -> id + " looks the same with the focus");
    }
  }

  /** Compares pictures of the node and the ring around it. */
  private static boolean looksDifferent(TestWindow window, Node node) {
    OnFxThread.run(() -> window.node("rail-help").requestFocus());
    window.awaitPicture();
    byte[] without = picture(node);
    OnFxThread.run(node::requestFocus);
    // as by a key: a ring that only keys bring is enough
    window.key(KeyCode.TAB);
    window.key(KeyCode.TAB, KeyCode.SHIFT);
    window.awaitPicture();
    return !java.util.Arrays.equals(without, picture(node));
  }

  private static byte[] picture(Node node) {
    return OnFxThread.get(
        () -> {
          var image = node.snapshot(null, null);
          int width = (int) image.getWidth();
          int height = (int) image.getHeight();
          byte[] pixels = new byte[width * height * 4];
          image
              .getPixelReader()
              .getPixels(
                  0,
                  0,
                  width,
                  height,
                  javafx.scene.image.PixelFormat.getByteBgraInstance(),
                  pixels,
                  0,
                  width * 4);
          return pixels;
        });
  }
}
