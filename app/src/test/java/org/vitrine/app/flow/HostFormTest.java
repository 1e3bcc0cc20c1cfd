package org.vitrine.app.flow;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.List;
import javafx.scene.input.KeyCode;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.vitrine.app.connection.HostFormViewModel;
import org.vitrine.app.i18n.Words;
import org.vitrine.app.testing.FakeHosts;
import org.vitrine.app.testing.OnFxThread;
import org.vitrine.app.testing.TestWindow;
import org.vitrine.model.problem.Cause;
import org.vitrine.model.problem.Problem;

/** Adding, testing and changing a host by the form. */
class HostFormTest extends FakeWindow {

  private static void byAddress(TestWindow window) {
    @SuppressWarnings("unchecked") // the form's only choice of kinds
    var kind = (javafx.scene.control.ComboBox<HostFormViewModel.Kind>) window.node("host-kind");
    OnFxThread.run(() -> kind.setValue(HostFormViewModel.Kind.BY_ADDRESS));
  }

  @Test
  void aHostIsAddedByItsFieldsConnectedAndKept() {
    lab().add("m");
    TestWindow window = show();
    window.press("add-host");
    window.type("host-host", "lab");
    window.awaitText("qemu+ssh://lab/system");
    window.type("host-label", "The lab");
    window.type("host-group", "Room 2");
    window.press("host-agree");
    TestWindow.await("its machine is listed", () -> window.listedNow().equals(List.of("m")));
    assertFalse(window.isThere("host-form"));
    assertEquals(1, window.kept().size());
    assertEquals("The lab", window.kept().getFirst().label());
    assertEquals("Room 2", window.kept().getFirst().group());
    assertEquals("qemu+ssh://lab/system", window.kept().getFirst().address().uri());
  }

  @Test
  void aHostIsAddedByItsAddress() {
    lab().add("m");
    TestWindow window = show();
    window.key(KeyCode.N, KeyCode.CONTROL, KeyCode.SHIFT);
    byAddress(window);
    window.type("host-address", "qemu+ssh://lab/system");
    window.press("host-agree");
    TestWindow.await("its machine is listed", () -> window.listedNow().equals(List.of("m")));
  }

  @ParameterizedTest
  @CsvSource({
    "host-host, -oProxyCommand=touch x",
    "host-host, lab/../../x",
    "host-host, a b",
    "host-user, -root",
    "host-port, 70000",
    "host-port, 22;id"
  })
  void whatAFieldMustNotHoldIsNamedKeptAndGoesNowhere(String field, String value) {
    lab();
    TestWindow window = show();
    window.press("add-host");
    window.type("host-host", "lab");
    window.type(field, value);
    window.awaitText("“" + value + "”");
    assertTrue(window.node("host-agree").isDisabled());
    assertTrue(window.node("host-test").isDisabled());
    window.key(KeyCode.ENTER);
    assertTrue(window.isThere("host-form"));
    assertEquals(value, window.text(field));
    assertEquals(0, lab().opened());
    assertEquals(List.of(), window.kept());
  }

  @ParameterizedTest
  @CsvSource({
    "qemu+ssh://-oProxyCommand=x/system",
    "qemu+ssh://lab/system?command=/bin/sh",
    "qemu+ssh://me:secret@lab/system",
    "ftp://lab/",
    "qemu+ssh://lab:99999/system"
  })
  void anAddressThatIsRefusedIsKeptWithTheReasonAndGoesNowhere(String value) {
    lab();
    TestWindow window = show();
    window.press("add-host");
    byAddress(window);
    window.type("host-address", value);
    assertTrue(window.node("host-agree").isDisabled());
    assertEquals(value, window.text("host-address"));
    assertTrue(
        window.seen(node -> node.getStyleClass().contains("field-message")).size() == 1,
        "the reason stands under the field");
    assertEquals(0, lab().opened());
  }

  @Test
  void theTestSaysWhoAnsweredAndLeavesNothingOpen() {
    lab();
    TestWindow window = show();
    window.press("add-host");
    window.type("host-host", "lab");
    window.press("host-test");
    window.awaitText("Works: lab");
    TestWindow.await("the session is closed", () -> lab().openSessions() == 0);
    assertEquals(List.of(), window.kept());
    window.press("host-cancel");
  }

  @Test
  void aTestThatFailsSaysWhyAndLeavesTheFormAsItIs() {
    lab().script().fail("open", Problem.of(Cause.AUTHENTICATION_FAILED, "lab"), 1);
    TestWindow window = show();
    window.press("add-host");
    window.type("host-host", "lab");
    window.press("host-test");
    window.awaitText("lab did not accept the sign-in.");
    assertEquals("lab", window.text("host-host"));
    window.press("host-test");
    window.awaitText("Works: lab");
  }

  @Test
  void aTestOfAHostThatHangsLeavesTheFormUsable() {
    lab().script().hang("open");
    hosts.host("other");
    TestWindow window = show();
    window.press("add-host");
    window.type("host-host", "lab");
    window.press("host-test");
    window.awaitText(Words.word("hostForm.testing"));
    window.type("host-host", "other");
    window.press("host-agree");
    TestWindow.await("the other is added", () -> window.kept().size() == 1);
    window.awaitConnected(window.kept().getFirst());
    lab().script().letGo("open");
  }

  @Test
  void aHostIsEditedAndGoesToItsNewAddress() {
    lab().add("old");
    hosts.host("other").add("new");
    TestWindow window = open(LAB);
    window.chooseHost(LAB);
    window.press("host-edit");
    assertEquals("lab", window.text("host-host"));
    window.type("host-host", "other");
    window.type("host-label", "Moved");
    window.press("host-agree");
    TestWindow.await("the other's are listed", () -> window.listedNow().equals(List.of("new")));
    TestWindow.await("the old session is closed", () -> lab().openSessions() == 0);
    assertEquals("Moved", window.kept().getFirst().label());
    window.awaitText("Moved");
  }

  @Test
  void onlyTheNameIsEditedWithoutLosingTheConnection() {
    lab().add("m");
    TestWindow window = open(LAB);
    // whoever follows the list of hosts must not be lost with what nobody else holds
    noStall.allowing(System::gc);
    window.chooseHost(LAB);
    window.press("host-edit");
    window.type("host-label", "Better name");
    window.press("host-agree");
    window.awaitText("Better name");
    assertEquals(1, lab().opened());
    assertEquals(FakeHosts.address("lab"), window.kept().getFirst().address());
  }
}
