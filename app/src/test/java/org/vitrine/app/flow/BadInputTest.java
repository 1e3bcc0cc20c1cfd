package org.vitrine.app.flow;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.List;
import java.util.stream.IntStream;
import javafx.scene.Node;
import javafx.scene.input.KeyCode;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.vitrine.app.testing.TestWindow;
import org.vitrine.model.vm.Labels;
import org.vitrine.model.vm.MachineState;

/** What must not get to a host does not, and the user reads why where the mistake is. */
class BadInputTest extends FakeWindow {

  private static String message(TestWindow window) {
    List<Node> found =
        window.seen(
            node ->
                node.getStyleClass().contains("field-message")
                    && node.getParent().getParent().getId() != null);
    return found.stream()
        .map(node -> ((javafx.scene.control.Label) node).getText())
        .reduce("", String::concat);
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "",
        "   ",
        "a/b",
        "-rf",
        "..",
        "right\u202eleft",
        "zero\u200bwidth",
        "TAKEN",
        "taken",
        "cafe\u0301",
        "LONG"
      })
  void aBadNameIsExplainedUnderTheFieldAndChangesNothing(String given) {
    String name = "LONG".equals(given) ? "x".repeat(300) : given;
    lab().add("mine");
    lab().add("taken");
    lab().add("caf\u00e9");
    TestWindow window = open(LAB);
    List<String> before = window.listed();
    window.choose("mine");
    window.key(KeyCode.F2);
    window.type("rename-name", name);
    assertFalse(message(window).isBlank(), "there is a reason");
    assertTrue(window.node("rename-agree").isDisabled());
    window.key(KeyCode.ENTER);
    assertTrue(window.isThere("rename"), "the form stays");
    window.key(KeyCode.ESCAPE);
    assertFalse(window.isThere("rename"));
    assertEquals(0, lab().script().calls("rename"));
    assertEquals(before, window.listed());
  }

  @Test
  void aGoodNameIsTaken() {
    lab().add("mine");
    TestWindow window = open(LAB);
    window.choose("mine");
    window.press("machine.rename");
    window.type("rename-name", "Übung 1");
    window.press("rename-agree");
    TestWindow.await("it is listed", () -> window.listedNow().equals(List.of("Übung 1")));
    assertFalse(window.isThere("rename"));
    assertEquals(List.of("Übung 1"), window.chosen());
  }

  @Test
  void aRunningMachineIsNotRenamedAndTheFormSaysWhy() {
    lab().add("mine", machine -> machine.state(MachineState.RUNNING));
    TestWindow window = open(LAB);
    window.choose("mine");
    window.press("machine.rename");
    window.type("rename-name", "yours");
    assertFalse(message(window).isBlank());
    assertTrue(window.node("rename-agree").isDisabled());
    assertEquals(0, lab().script().calls("rename"));
  }

  @Test
  void notesThatAreTooMuchAreRefusedWithTheTextKept() {
    lab().add("mine");
    TestWindow window = open(LAB);
    window.choose("mine");
    window.press("machine.labels");
    String much = "x".repeat(65 * 1024);
    // a text area lays out so much in one go; that is the toolkit's time
    noStall.allowing(
        () -> {
          window.type("labels-description", much);
          window.press("labels-agree");
          window.awaitPicture();
          assertTrue(message(window).contains("64"), () -> message(window));
          assertEquals(much, window.text("labels-description"));
          window.type("labels-description", "short");
          window.awaitPicture();
        });

    String tags = String.join(",", IntStream.range(0, 50).mapToObj(i -> "t" + i).toList());
    window.type("labels-tags", tags);
    window.press("labels-agree");
    assertTrue(message(window).contains("20"), () -> message(window));
    assertEquals(tags, window.text("labels-tags"));

    window.type("labels-tags", "a");
    window.type("labels-group", "x\u202ey");
    window.press("labels-agree");
    assertFalse(message(window).isBlank());
    window.type("labels-group", "x");
    window.type("labels-title", "y".repeat(201));
    window.press("labels-agree");
    assertFalse(message(window).isBlank());
    assertEquals(0, lab().script().calls("label"));
    assertEquals(Labels.NONE, window.machine("mine").labels());
  }
}
