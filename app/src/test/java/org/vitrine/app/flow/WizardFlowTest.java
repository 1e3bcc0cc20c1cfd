package org.vitrine.app.flow;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.List;
import java.util.concurrent.CountDownLatch;
import org.junit.jupiter.api.Test;
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
}
