package org.vitrine.app.flow;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.List;
import java.util.concurrent.CountDownLatch;
import javafx.scene.input.KeyCode;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.vitrine.app.create.draft.DiskDraft;
import org.vitrine.app.i18n.Words;
import org.vitrine.app.testing.FakeSystems;
import org.vitrine.app.testing.Offers;
import org.vitrine.app.testing.OnFxThread;
import org.vitrine.app.testing.TestWindow;
import org.vitrine.model.os.MediaReading;
import org.vitrine.model.problem.Cause;
import org.vitrine.model.problem.Problem;
import org.vitrine.model.unit.ByteSize;
import org.vitrine.model.vm.MachineState;

/** What the wizard makes of what is filled in, on a host in memory. */
class WizardFlowTest extends FakeWindow {

  private static final String DEBIAN_ISO = "/isos/debian-12.iso";

  private TestWindow wizard() {
    lab().add("taken");
    lab().offer(Offers.here());
    TestWindow window = open(LAB);
    noStall.allowing(() -> window.press("new-machine"));
    return window;
  }

  private static void await(String what, java.util.function.BooleanSupplier so) {
    TestWindow.await(what, so);
  }

  private static org.vitrine.app.create.draft.Draft draft(TestWindow window) {
    return OnFxThread.get(() -> window.parts().newMachine().draft().orElseThrow());
  }

  @Test
  void anImageTellsTheSystemAndTheDefaultsFollow() {
    TestWindow window = wizard();
    window.systems().put(FakeSystems.iso(DEBIAN_ISO, FakeSystems.DEBIAN));
    window.type("source-location", DEBIAN_ISO);
    window.awaitText("Debian 12");
    await("the name follows", () -> draft(window).name().name().get().equals("debian12"));
    assertEquals(ByteSize.gib(2), draft(window).compute().memory().get());
    assertEquals(ByteSize.gib(20), draft(window).storage().disks().getFirst().size().get());
  }

  @Test
  void aSlowLookAtAnOldFileNeverOverwritesTheNewer() {
    TestWindow window = wizard();
    CountDownLatch until = new CountDownLatch(1);
    window.systems().put(FakeSystems.iso("/isos/win.iso", FakeSystems.WINDOWS));
    window.systems().put(FakeSystems.iso(DEBIAN_ISO, FakeSystems.DEBIAN));
    window.systems().hold("/isos/win.iso", until);
    window.type("source-location", "/isos/win.iso");
    window.type("source-location", DEBIAN_ISO);
    await("Debian is known", () -> draft(window).source().os().get().isPresent());
    until.countDown();
    window.awaitPicture();
    assertEquals("debian12", draft(window).source().os().get().orElseThrow().shortId());
  }

  @Test
  void aFaultHoldsOneUpUntilItIsOverruled() {
    TestWindow window = wizard();
    window.systems().put(FakeSystems.faulty("/isos/x.iso", MediaReading.Fault.TRUNCATED));
    window.type("source-location", "/isos/x.iso");
    window.awaitText("The end of this file is missing");
    assertTrue(window.node("wizard-next").isDisabled());
    window.press("source-anyway");
    await("one can go on", () -> !window.node("wizard-next").isDisabled());
    window.type("source-location", "/isos/gone.iso");
    window.awaitText("There is no such file.");
    assertTrue(window.node("wizard-next").isDisabled());
    assertFalse(window.isThere("source-anyway"));
  }

  /** Goes through to the last page with nothing but a name. */
  private TestWindow atSummary() {
    TestWindow window = wizard();
    noStall.allowing(() -> window.press("source-NOTHING"));
    await("the host has answered", () -> draft(window).offer().get().isPresent());
    window.press("wizard-next");
    window.type("wizard-name", "empty one");
    for (int i = 0; i < 5; i++) {
      window.press("wizard-next");
    }
    return window;
  }

  @Test
  void theMachineIsMadeListedAndOpened() {
    TestWindow window = atSummary();
    // the fake host has no folder that could be written, so the disk is left out
    OnFxThread.run(() -> draft(window).storage().disks().clear());
    window.press("wizard-create-run");
    assertFalse(window.isThere("wizard"));
    window.awaitText("empty one was made and runs");
    window.awaitState("empty one", MachineState.RUNNING);
    assertEquals(List.of("empty one"), window.chosen());
  }

  @Test
  void aFailureTakesEverythingBackAndBringsTheFormBack() {
    TestWindow window = atSummary();
    OnFxThread.run(() -> draft(window).storage().disks().clear());
    lab().script().fail("perform", Problem.of(Cause.NO_MEMORY, "empty one"), 1);
    window.press("wizard-create-run");
    TestWindow.await("the form is back", () -> window.parts().newMachine().isOpen());
    window.node("wizard-failure");
    assertEquals("empty one", draft(window).name().name().get());
    await("nothing is left", () -> window.listedNow().equals(List.of("taken")));
    window.press("wizard-create-run");
    window.awaitState("empty one", MachineState.RUNNING);
  }

  @Test
  void cancellingWhileItIsMadeBringsTheFormBack() {
    TestWindow window = atSummary();
    OnFxThread.run(() -> draft(window).storage().disks().clear());
    lab().script().hang("define");
    window.press("wizard-create-edit");
    await("it is listed at once", () -> window.listedNow().contains("empty one"));
    window.awaitText("Being made");
    OnFxThread.run(() -> window.parts().jobs().jobs().getFirst().cancel());
    lab().script().letGo("define");
    TestWindow.await("the form is back", () -> window.parts().newMachine().isOpen());
    window.awaitText("empty one was not made: you stopped it.");
    await("nothing is left", () -> window.listedNow().equals(List.of("taken")));
  }

  @Test
  void whatWasFilledInCanBeTakenUpAgain() {
    TestWindow window = wizard();
    window.press("source-NOTHING");
    window.press("wizard-next");
    window.type("wizard-name", "half done");
    window.key(KeyCode.ESCAPE);
    assertFalse(window.isThere("wizard"));
    window.pressText(Words.word("wizard.backToForm"));
    assertEquals("half done", draft(window).name().name().get());
    // one that was not touched leaves no note
    window.key(KeyCode.ESCAPE);
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      value = {
        "'' | A name is needed.",
        "'   ' | A name is needed.",
        "a/b | A name cannot hold a slash.",
        "-rf | A name cannot begin with a dash.",
        ".hidden | A name cannot begin with a dot.",
        "taken | This host has a machine named taken already.",
        "TAKEN | which differs only in capital letters",
        "a\u202eb | a character that is not seen"
      })
  void aNameThatCannotBeIsRefusedWithItsReason(String name, String reason) {
    TestWindow window = wizard();
    window.press("source-NOTHING");
    window.press("wizard-next");
    window.type("wizard-name", name);
    window.awaitText(reason);
    assertTrue(window.node("wizard-next").isDisabled());
    window.key(KeyCode.ENTER);
    assertTrue(window.isThere("wizard-name"), "one stays where the fault is");
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      value = {
        "0 | more than nothing",
        "-1 | more than nothing",
        "1e99 | not",
        "12abc | not known",
        "'' | A number is needed",
        "99 | has 16 GiB of memory in all"
      })
  void anAmountThatIsNoneIsRefusedWithItsReason(String typed, String reason) {
    TestWindow window = wizard();
    window.press("source-NOTHING");
    await("the host has answered", () -> draft(window).offer().get().isPresent());
    window.press("wizard-next");
    window.press("wizard-next");
    window.type("wizard-memory", typed);
    window.awaitText(reason);
    assertTrue(window.node("wizard-next").isDisabled());
    assertEquals(typed, window.text("wizard-memory"));
    window.type("wizard-memory", "1536 MiB");
    window.awaitText("Understood as 1.5 GiB.");
    await("one can go on", () -> !window.node("wizard-next").isDisabled());
    assertEquals(ByteSize.mib(1536), draft(window).compute().memory().get());
  }

  @Test
  void aDeviceOfTheHostHasToBeConfirmedByHand() {
    TestWindow window = wizard();
    window.press("source-NOTHING");
    await("the host has answered", () -> draft(window).offer().get().isPresent());
    for (int i = 0; i < 3; i++) {
      window.press("wizard-next");
    }
    OnFxThread.run(
        () -> draft(window).storage().disks().getFirst().kind().choose(DiskDraft.Kind.DEVICE));
    window.type("disk-0-path", "/dev/sdz");
    assertTrue(window.node("wizard-next").isDisabled());
    window.type("disk-0-confirm", "/dev/sda");
    assertTrue(window.node("wizard-next").isDisabled());
    window.type("disk-0-confirm", "/dev/sdz");
    await("one can go on", () -> !window.node("wizard-next").isDisabled());
  }

  @Test
  void everyStepIsReachedByKeysAlone() {
    TestWindow window = wizard();
    window.systems().put(FakeSystems.iso(DEBIAN_ISO, FakeSystems.DEBIAN));
    await("the place for a file has the focus", () -> window.focused().equals("source-location"));
    window.typed(DEBIAN_ISO);
    await("it was looked at", () -> !window.node("wizard-next").isDisabled());
    await("the host has answered", () -> draft(window).offer().get().isPresent());
    window.key(KeyCode.ENTER);
    await("the name has the focus", () -> window.focused().equals("wizard-name"));
    window.key(KeyCode.ENTER);
    await("memory has the focus", () -> window.focused().equals("wizard-memory"));
  }

  @Test
  void aLineOfTheCommandsLightsItsFieldUp() {
    TestWindow window = wizard();
    window.press("source-NOTHING");
    await("the host has answered", () -> draft(window).offer().get().isPresent());
    window.press("wizard-next");
    window.type("wizard-name", "shown here");
    window.awaitText("<name>shown here</name>");
    window.press("beside-virt-install");
    window.awaitText("virt-install");
  }

  @Test
  void theSummaryNamesWhatOneShouldKnowAndLeadsBackToItsPage() {
    TestWindow window = atSummary();
    OnFxThread.run(() -> draft(window).compute().memory().choose(ByteSize.gib(12)));
    window.awaitText("is to spare now");
    window.press("summary-COMPUTE");
    await("the field has the focus", () -> window.focused().equals("wizard-memory"));
    window.press("step-SUMMARY");
    assertTrue(window.isThere("wizard-create-run"));
  }
}
