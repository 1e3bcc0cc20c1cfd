package org.vitrine.app.flow;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;
import org.junit.jupiter.api.io.TempDir;
import org.vitrine.app.i18n.Words;
import org.vitrine.app.testing.OnFxThread;
import org.vitrine.app.testing.Stalls;
import org.vitrine.app.testing.TestWindow;
import org.vitrine.bridge.demo.DemoHost;
import org.vitrine.bridge.keep.XdgFolders;
import org.vitrine.bridge.testing.NoStall;
import org.vitrine.model.host.HostEntry;
import org.vitrine.model.port.MachineReading;
import org.vitrine.model.problem.ProblemException;
import org.vitrine.model.vm.Labels;
import org.vitrine.model.vm.Machine;
import org.vitrine.model.vm.MachineState;

/** What the window does is what libvirt then says: on the demo host, asked by a call of its own. */
class DemoTest {

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
  }

  @AfterEach
  void close() {
    window.close();
  }

  /** What libvirt says of a machine now. */
  private MachineReading said(String name) {
    return window
        .links()
        .link(demo.id())
        .orElseThrow()
        .ask(session -> session.machines(), java.time.Duration.ofSeconds(5))
        .join()
        .stream()
        .filter(machine -> machine.name().equals(name))
        .findFirst()
        .orElseThrow();
  }

  private String one(MachineState state) {
    return OnFxThread.get(
        () ->
            window.parts().store().host(demo.id()).machines().values().stream()
                .filter(machine -> machine.state() == state && machine.persistent())
                .map(Machine::name)
                .sorted()
                .findFirst()
                .orElseThrow());
  }

  private void become(String name, MachineState state) {
    window.awaitState(name, state);
    assertEquals(state, said(name).state());
  }

  @Test
  void aMachineGoesThroughItsLife() {
    String name = one(MachineState.OFF);
    window.choose(name);
    window.press("action-START");
    become(name, MachineState.RUNNING);
    window.press("action-PAUSE");
    become(name, MachineState.PAUSED);
    assertEquals(Words.word("action.RESUME"), window.text("action-PAUSE"));
    window.press("action-PAUSE");
    become(name, MachineState.RUNNING);
    window.menu("menu-SAVE");
    become(name, MachineState.SAVED);
    assertTrue(said(name).saved());
    assertEquals(Words.word("action.RESTORE"), window.text("action-START"));
    window.press("action-START");
    become(name, MachineState.RUNNING);
    window.menu("menu-FORCE_OFF");
    window.press("confirm-agree");
    become(name, MachineState.OFF);
    boolean before = said(name).autostart();
    window.menu(before ? "menu-AUTOSTART_OFF" : "menu-AUTOSTART_ON");
    TestWindow.await("it is known", () -> window.now(name).orElseThrow().autostart() != before);
    assertEquals(!before, said(name).autostart());
  }

  @Test
  void aRunningGuestIsAskedToShutDown() {
    String name = one(MachineState.RUNNING);
    window.choose(name);
    window.press("action-SHUT_DOWN");
    become(name, MachineState.OFF);
  }

  @Test
  void theSameIsDoneToAllThatAreChosen() {
    OnFxThread.run(() -> window.list().getSelectionModel().selectAll());
    List<String> off =
        OnFxThread.get(
            () ->
                window.parts().machines().chosenMachines().stream()
                    .filter(machine -> machine.state() == MachineState.RUNNING)
                    .map(Machine::name)
                    .toList());
    window.press("action-PAUSE");
    off.forEach(name -> window.awaitState(name, MachineState.PAUSED));
    off.forEach(name -> assertEquals(MachineState.PAUSED, said(name).state()));
  }

  @Test
  void notesOfEveryKindComeBackAsTheyWereWritten() {
    String name = one(MachineState.OFF);
    String text = "a ]]> b & c <d> \"e\" 'f' \ud83d\ude80\n\n  two  spaces";
    window.choose(name);
    window.press("machine.labels");
    window.type("labels-title", "Tom & <Jerry> \ud83d\udc2d");
    window.type("labels-description", text);
    window.type("labels-tags", "a&b, x]]>y");
    window.press("labels-agree");
    // title, description and tags are written one after the other, and read in between
    Labels wanted =
        new Labels(
            "Tom & <Jerry> \ud83d\udc2d", text, List.of("a&b", "x]]>y"), labels(name).group());
    TestWindow.await("the notes are read back", () -> labels(name).equals(wanted));
    TestWindow.await("the form is gone", () -> window.parts().root().lookup("#labels") == null);
  }

  @Test
  void aNetworkIsStartedAndStoppedOnItsPage() {
    noStall.allowing(() -> window.press("place-NETWORKS"));
    noStall.allowing(window::awaitPicture);
    chooseInTable("old-office");
    window.press("network.start");
    awaitNetwork("old-office", true);
    TestWindow.await("it can be stopped", () -> !window.node("network.stop").isDisabled());
    window.press("network.stop");
    awaitNetwork("old-office", false);
  }

  private Labels labels(String name) {
    return window.machine(name).labels();
  }

  private void chooseInTable(String text) {
    OnFxThread.run(
        () -> {
          var table =
              (javafx.scene.control.TableView<?>)
                  window.parts().root().lookup("#networks-page .table-view");
          for (int i = 0; i < table.getItems().size(); i++) {
            if (text.equals(table.getColumns().getFirst().getCellData(i))) {
              table.getSelectionModel().select(i);
            }
          }
        });
  }

  private void awaitNetwork(String name, boolean active) {
    TestWindow.await(
        name + (active ? " is on" : " is off"),
        () ->
            window.parts().store().host(demo.id()).networks().stream()
                .anyMatch(net -> net.name().equals(name) && net.active() == active));
  }
}
