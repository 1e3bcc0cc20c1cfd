package org.vitrine.app.flow;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.UUID;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.vitrine.app.testing.OnFxThread;
import org.vitrine.app.testing.TestWindow;
import org.vitrine.bridge.work.FileJournal;
import org.vitrine.model.operation.Account;
import org.vitrine.model.operation.Deed;
import org.vitrine.model.operation.Journal;
import org.vitrine.model.operation.Trace;
import org.vitrine.model.port.HostListener.Turn;
import org.vitrine.model.vm.MachineState;

/** What an earlier run left is offered once, and nothing happens to it before somebody chose. */
class UnfinishedTest extends FakeWindow {

  @TempDir Path folder;

  private Path halfMade() throws Exception {
    Path part = folder.resolve("web.qcow2.part");
    Files.writeString(part, "half");
    return part;
  }

  private TestWindow openAfterAKill(Path part) throws Exception {
    lab().add("other");
    TestWindow window = open(LAB);
    Deed image =
        new Deed.MakeImage(
            folder.resolve("web.qcow2").toString(),
            part.toString(),
            Deed.MakeImage.Kind.EMPTY,
            org.vitrine.model.plan.DiskPlan.Format.QCOW2,
            org.vitrine.model.plan.DiskPlan.Allocation.GROWING,
            org.vitrine.model.unit.ByteSize.mib(1),
            "",
            org.vitrine.model.plan.DiskPlan.Format.RAW);
    Journal.Log log =
        new FileJournal(window.systems().state().resolve("operations"))
            .open(new Account("create", "web", LAB.address().uri(), List.of(image)));
    log.note(0, Trace.Mark.BEGUN, "");
    OnFxThread.run(window.parts()::takeCareOfUnfinished);
    TestWindow.await(
        "it is offered",
        () ->
            TestWindow.textsIn(window.parts().toasts())
                .toString()
                .contains("web was not finished"));
    return window;
  }

  private List<Journal.Left> left(TestWindow window) {
    return new FileJournal(window.systems().state().resolve("operations")).left();
  }

  @Test
  void takenBackOnRequestOnly() throws Exception {
    Path part = halfMade();
    TestWindow window = openAfterAKill(part);
    assertTrue(Files.exists(part));
    assertEquals(1, left(window).size());
    window.pressText("Take it back");
    TestWindow.await("it is gone", () -> !Files.exists(part));
    TestWindow.await("the journal knows", () -> left(window).isEmpty());
  }

  @Test
  void finishedOnRequest() throws Exception {
    TestWindow window = openAfterAKill(halfMade());
    window.pressText("Finish it");
    TestWindow.await("it is made", () -> Files.exists(folder.resolve("web.qcow2")));
    TestWindow.await("the journal knows", () -> left(window).isEmpty());
  }

  @Test
  void leftAloneOnRequest() throws Exception {
    Path part = halfMade();
    TestWindow window = openAfterAKill(part);
    window.pressText("Leave it as it is");
    TestWindow.await("the journal knows", () -> left(window).isEmpty());
    assertTrue(Files.exists(part));
  }

  @Test
  void firstRunIsFollowedToItsEnd() throws Exception {
    UUID web = lab().add("web");
    TestWindow window = open(LAB);
    Path seed = folder.resolve("seed.iso");
    Files.writeString(seed, "answers");
    new FileJournal(window.systems().state().resolve("first-starts"))
        .open(
            new Account(
                "settle",
                "web",
                LAB.address().uri(),
                List.of(
                    new Deed.Settle(web, "web", "<domain/>", List.of(seed.toString()), false))));
    OnFxThread.run(window.parts()::takeCareOfUnfinished);
    lab().change(web, Turn.STARTED, machine -> machine.state(MachineState.RUNNING));
    TestWindow.await(
        "it has the definition that stays", () -> lab().script().calls("redefine") == 1);
    assertTrue(Files.exists(seed), "its first run is not over");
    lab().change(web, Turn.STATE, machine -> machine.state(MachineState.OFF));
    TestWindow.await("what was for the first run is gone", () -> !Files.exists(seed));
    assertFalse(lab().machineIds().isEmpty());
  }
}
