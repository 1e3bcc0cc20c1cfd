package org.vitrine.app.flow;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import javafx.scene.input.KeyCode;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;
import org.junit.jupiter.api.io.TempDir;
import org.vitrine.app.create.draft.Draft;
import org.vitrine.app.testing.FakeSystems;
import org.vitrine.app.testing.OnFxThread;
import org.vitrine.app.testing.Stalls;
import org.vitrine.app.testing.TestWindow;
import org.vitrine.bridge.demo.DemoHost;
import org.vitrine.bridge.keep.XdgFolders;
import org.vitrine.bridge.testing.NoStall;
import org.vitrine.model.host.HostEntry;
import org.vitrine.model.port.MachineReading;
import org.vitrine.model.problem.ProblemException;
import org.vitrine.model.unit.ByteSize;
import org.vitrine.model.vm.MachineState;

/** New machines on the demo host: what the wizard says is what libvirt then has. */
class WizardDemoTest {

  private static final String ISO = "/isos/debian-12.iso";

  @RegisterExtension final NoStall noStall = Stalls.watch();
  @TempDir private Path home;
  private TestWindow window;
  private HostEntry demo;

  @BeforeEach
  void open() throws ProblemException {
    XdgFolders folders =
        XdgFolders.of(Map.of("XDG_RUNTIME_DIR", home.resolve("run").toString()), home);
    demo = new DemoHost(folders).entry("Demo host");
    noStall.allowing(Warm::up);
    List<TestWindow> opened = new ArrayList<>();
    noStall.allowing(
        () ->
            opened.add(
                TestWindow.on(TestWindow.libvirt(), demo).awaitConnected(demo).awaitPicture()));
    window = opened.getFirst();
    window.systems().put(FakeSystems.iso(ISO, FakeSystems.DEBIAN));
  }

  @AfterEach
  void close() {
    window.close();
  }

  private Draft draft() {
    return OnFxThread.get(() -> window.parts().newMachine().draft().orElseThrow());
  }

  private Optional<MachineReading> said(String name) {
    return window
        .links()
        .link(demo.id())
        .orElseThrow()
        .ask(session -> session.machines(), Duration.ofSeconds(5))
        .join()
        .stream()
        .filter(machine -> machine.name().equals(name))
        .findFirst();
  }

  private void toSummary(String name) {
    window.press("new-machine");
    window.type("source-location", ISO);
    TestWindow.await("the host has answered", () -> draft().offer().get().isPresent());
    window.press("wizard-next");
    window.type("wizard-name", name);
    while (!window.isThere("wizard-create-run")) {
      window.press("wizard-next");
    }
  }

  @Test
  void aMachineIsMadeAndRuns() {
    toSummary("from the wizard");
    window.press("wizard-create-run");
    window.awaitState("from the wizard", MachineState.RUNNING);
    MachineReading made = said("from the wizard").orElseThrow();
    assertEquals(MachineState.RUNNING, made.state());
    assertEquals(ByteSize.gib(2), window.machine("from the wizard").memory());
    assertEquals(List.of("from the wizard"), window.chosen());
  }

  @Test
  void aMachineIsMadeAndLeftOff() {
    toSummary("to be edited");
    OnFxThread.run(() -> draft().name().tags().choose("made, here"));
    window.press("wizard-create-edit");
    window.awaitText("to be edited was made");
    window.awaitState("to be edited", MachineState.OFF);
    TestWindow.await(
        "its tags are read back",
        () ->
            window
                .now("to be edited")
                .map(machine -> machine.labels().tags().equals(List.of("here", "made")))
                .orElse(false));
  }

  @Test
  void nothingIsOnTheHostBeforeTheLastButton() {
    toSummary("never made");
    assertTrue(said("never made").isEmpty());
    window.key(KeyCode.ESCAPE);
    assertFalse(window.isThere("wizard"));
    assertTrue(said("never made").isEmpty());
  }
}
