package org.vitrine.app.flow;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.concurrent.CountDownLatch;
import org.junit.jupiter.api.Test;
import org.vitrine.app.testing.FakeSystems;
import org.vitrine.app.testing.Offers;
import org.vitrine.app.testing.OnFxThread;
import org.vitrine.app.testing.TestWindow;
import org.vitrine.model.os.MediaReading;
import org.vitrine.model.unit.ByteSize;

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
}
