package org.vitrine.app.flow;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.Optional;
import java.util.concurrent.CancellationException;
import java.util.concurrent.CompletableFuture;
import javafx.scene.input.KeyCode;
import org.junit.jupiter.api.Test;
import org.vitrine.app.i18n.Words;
import org.vitrine.app.job.Progress;
import org.vitrine.app.testing.OnFxThread;
import org.vitrine.app.testing.TestWindow;
import org.vitrine.model.port.JobReading;
import org.vitrine.model.problem.Cause;
import org.vitrine.model.problem.Problem;
import org.vitrine.model.unit.ByteSize;
import org.vitrine.model.vm.MachineState;

/** The one area that shows what takes time. */
class JobsTest extends FakeWindow {

  private static String line(TestWindow window) {
    return TestWindow.textsIn(window.node("jobs")).toString();
  }

  @Test
  void severalAtOnceAreCountedAndEachEndsWithItsResult() {
    for (String name : new String[] {"a", "b", "c"}) {
      lab().add(name);
    }
    TestWindow window = open(LAB);
    assertTrue(line(window).contains(Words.word("jobs.none")));
    lab().script().hang("perform");
    window.choose("a", "b", "c");
    window.press("action-START");
    window.awaitText("and 2 more");
    lab().script().letGo("perform");
    window.awaitState("c", MachineState.RUNNING);
    window.awaitText(": " + Words.word("jobs.done"));
    window.key(KeyCode.L, KeyCode.CONTROL);
    for (String name : new String[] {"a", "b", "c"}) {
      window.awaitText(Words.word("job.START", name));
    }
  }

  @Test
  void savingSaysHowFarItIsAndCanBeGivenUp() {
    lab().add("a", machine -> machine.state(MachineState.RUNNING));
    TestWindow window = open(LAB);
    lab().script().progress(new JobReading(ByteSize.mib(30), ByteSize.mib(120)));
    lab().script().hang("perform");
    window.choose("a");
    window.key(KeyCode.S, KeyCode.CONTROL, KeyCode.SHIFT);
    window.awaitText("25 %");
    window.key(KeyCode.L, KeyCode.CONTROL);
    window.pressText(Words.word("button.cancel"));
    window.awaitText(Words.word("jobs.cancelled"));
    assertEquals(1, lab().script().calls("abort"));
    window.awaitState("a", MachineState.RUNNING);
  }

  @Test
  void aJobThatFailedSaysSoInTheAreaToo() {
    lab().add("a");
    lab().script().fail("perform", Problem.of(Cause.NO_MEMORY, ""), 1);
    TestWindow window = open(LAB);
    window.choose("a");
    window.press("action-START");
    TestWindow.await("it says so", () -> line(window).contains("There is not enough memory"));
  }

  @Test
  void aJobShowsItsProgressAndIsCancelled() {
    lab().add("a");
    TestWindow window = open(LAB);
    CompletableFuture<Void> copy = new CompletableFuture<>();
    OnFxThread.run(
        () ->
            window
                .parts()
                .jobs()
                .follow(
                    "Copying disk",
                    Optional.of(() -> copy.completeExceptionally(new CancellationException())),
                    report -> {
                      report.accept(new Progress(ByteSize.mib(25), ByteSize.mib(100)));
                      return copy;
                    },
                    end -> {}));
    TestWindow.await("a quarter is done", () -> line(window).contains("25"));
    window.key(KeyCode.L, KeyCode.CONTROL);
    window.pressText(Words.word("button.cancel"));
    TestWindow.await("it is over", () -> line(window).contains(Words.word("jobs.cancelled")));
    assertEquals(1, OnFxThread.get(() -> window.parts().jobs().jobs().size()));
  }
}
