package org.vitrine.app.flow;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertNotEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;
import org.vitrine.app.testing.OnFxThread;
import org.vitrine.app.testing.Stalls;
import org.vitrine.app.testing.TestWindow;
import org.vitrine.bridge.testing.NeedsSessionDaemon;
import org.vitrine.bridge.testing.NoStall;
import org.vitrine.bridge.testing.SessionDaemon;
import org.vitrine.model.host.AddressParser;
import org.vitrine.model.host.HostEntry;
import org.vitrine.model.host.HostId;
import org.vitrine.model.vm.MachineState;

/** The window on a real daemon with real emulated machines; virsh is the witness. */
@NeedsSessionDaemon
class SessionTest {

  private static SessionDaemon daemon;

  @RegisterExtension final NoStall noStall = Stalls.watch();
  private final List<TestWindow> windows = new ArrayList<>();

  @BeforeAll
  static void start() throws IOException, InterruptedException {
    daemon = SessionDaemon.start();
  }

  @AfterAll
  static void stop() throws IOException {
    daemon.close();
  }

  @AfterEach
  void close() {
    windows.forEach(TestWindow::close);
  }

  private static HostEntry entry() {
    if (AddressParser.parse(daemon.uri()) instanceof AddressParser.Result.Accepted accepted) {
      return new HostEntry(new HostId("session"), "This computer", accepted.address(), "", true);
    }
    throw new AssertionError(daemon.uri());
  }

  private TestWindow open() {
    noStall.allowing(Warm::up);
    noStall.allowing(
        () ->
            windows.add(
                TestWindow.on(TestWindow.libvirt(), entry())
                    .awaitConnected(entry())
                    .awaitPicture()));
    return windows.getLast();
  }

  private static void become(TestWindow window, String name, MachineState state, String said)
      throws IOException, InterruptedException {
    window.awaitState(name, state);
    assertEquals(said, daemon.virsh("domstate", name));
  }

  @Test
  void aMachineGoesThroughItsLifeAndItsCurvesGrow() throws IOException, InterruptedException {
    TestWindow window = open();
    daemon.define("life");
    TestWindow.await("it is listed", () -> window.listedNow().contains("life"));
    window.choose("life");
    window.press("action-START");
    become(window, "life", MachineState.RUNNING, "running");
    long first = daemon.emulator("life").pid();
    TestWindow.await(
        "the curve of the processor shows work",
        () -> {
          float[] cpu = window.parts().store().history(window.machine("life").key()).cpu();
          return cpu.length >= 2
              && java.util.stream.IntStream.range(0, cpu.length).anyMatch(i -> cpu[i] > 0);
        });
    window.press("action-PAUSE");
    become(window, "life", MachineState.PAUSED, "paused");
    window.press("action-PAUSE");
    become(window, "life", MachineState.RUNNING, "running");
    window.menu("menu-RESET");
    window.press("confirm-agree");
    window.awaitText("life was reset");
    become(window, "life", MachineState.RUNNING, "running");
    assertEquals(first, daemon.emulator("life").pid(), "a reset keeps the process");
    window.menu("menu-SAVE");
    become(window, "life", MachineState.SAVED, "shut off");
    assertTrue(daemon.virsh("dominfo", "life").contains("Managed save:   yes"));
    window.press("action-START");
    become(window, "life", MachineState.RUNNING, "running");
    assertNotEquals(first, daemon.emulator("life").pid());
    window.menu("menu-FORCE_OFF");
    window.press("confirm-agree");
    become(window, "life", MachineState.OFF, "shut off");
  }

  @Test
  void whatOneWindowDoesTheOtherShowsAndNothingIsDoneTwice()
      throws IOException, InterruptedException {
    daemon.define("shared");
    TestWindow left = open();
    TestWindow right = open();
    left.choose("shared");
    right.choose("shared");
    left.press("action-START");
    become(right, "shared", MachineState.RUNNING, "running");
    left.awaitState("shared", MachineState.RUNNING);
    long emulator = daemon.emulator("shared").pid();
    right.press("action-PAUSE");
    become(left, "shared", MachineState.PAUSED, "paused");
    assertEquals(emulator, daemon.emulator("shared").pid());
    // both at once: one does it, the other is told and shows the truth
    right.awaitState("shared", MachineState.PAUSED);
    OnFxThread.run(
        () -> {
          ((javafx.scene.control.Button) left.parts().root().lookup("#action-PAUSE")).fire();
          ((javafx.scene.control.Button) right.parts().root().lookup("#action-PAUSE")).fire();
        });
    become(left, "shared", MachineState.RUNNING, "running");
    become(right, "shared", MachineState.RUNNING, "running");
    assertEquals(emulator, daemon.emulator("shared").pid());
    daemon.virsh("destroy", "shared");
    left.awaitState("shared", MachineState.OFF);
    right.awaitState("shared", MachineState.OFF);
    daemon.virsh("undefine", "shared");
    TestWindow.await("it is gone here", () -> !left.listedNow().contains("shared"));
    TestWindow.await("it is gone there", () -> !right.listedNow().contains("shared"));
  }
}
