package org.vitrine.model.operation;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import java.util.UUID;
import org.junit.jupiter.api.Test;
import org.vitrine.model.plan.DiskPlan;
import org.vitrine.model.plan.Setup;
import org.vitrine.model.problem.Cause;
import org.vitrine.model.problem.Problem;
import org.vitrine.model.problem.ProblemException;
import org.vitrine.model.unit.ByteSize;

/** Several deeds as one. */
class OperationTest {

  private static final Account ACCOUNT =
      new Account(
          "create",
          "web",
          "test:///default",
          List.of(
              new Deed.StartNetwork("a"), new Deed.MakeFolder("b"), new Deed.StartNetwork("c")));

  /** A journal in memory that shows what was written, in order. */
  private static final class Notes implements Journal, Journal.Log {
    final List<String> lines = new ArrayList<>();
    boolean ended;

    @Override
    public Log open(Account account) {
      return this;
    }

    @Override
    public List<Left> left() {
      return List.of();
    }

    @Override
    public Log takeUp(Left left) {
      return this;
    }

    @Override
    public void note(int deed, Trace.Mark mark, String made) {
      lines.add(deed + " " + mark);
    }

    @Override
    public void end() {
      ended = true;
    }
  }

  private static final class World implements Hands {
    final List<String> done = new ArrayList<>();
    final Set<String> failing = new HashSet<>();
    final Set<String> stuck = new HashSet<>();

    @Override
    public void act(Deed deed, Trace before, Way way) throws ProblemException {
      way.made("made");
      if (failing.contains(deed.subject())) {
        throw new ProblemException(Problem.of(Cause.NO_SPACE, deed.subject()));
      }
      done.add("+" + deed.subject());
    }

    @Override
    public void undo(Deed deed, Trace trace) throws ProblemException {
      if (stuck.contains(deed.subject())) {
        throw new ProblemException(Problem.of(Cause.CONNECTION_LOST, deed.subject()));
      }
      done.add("-" + deed.subject());
    }
  }

  private final Notes notes = new Notes();
  private final World world = new World();

  private void run(Cancel cancel) throws ProblemException {
    Operation.run(ACCOUNT, world, notes, cancel, Report.NOBODY, Operation.Witness.NOBODY);
  }

  @Test
  void everyDeedIsWrittenDownBeforeAndAfter() throws Exception {
    run(Cancel.NEVER);
    assertEquals(List.of("+a", "+b", "+c"), world.done);
    assertEquals(
        List.of(
            "0 BEGUN", "0 MADE", "0 DONE", "1 BEGUN", "1 MADE", "1 DONE", "2 BEGUN", "2 MADE",
            "2 DONE"),
        notes.lines);
    assertTrue(notes.ended);
  }

  @Test
  void failureTakesBackInReverseWhatWasBegun() {
    world.failing.add("b");
    ProblemException failure = assertThrows(ProblemException.class, () -> run(Cancel.NEVER));
    assertEquals(Cause.NO_SPACE, failure.problem().cause());
    assertEquals(List.of("+a", "-b", "-a"), world.done);
    assertTrue(notes.ended);
  }

  @Test
  void whatCannotBeTakenBackIsToldAndStaysInTheJournal() {
    world.failing.add("c");
    world.stuck.add("b");
    ProblemException failure = assertThrows(ProblemException.class, () -> run(Cancel.NEVER));
    assertEquals(Cause.NO_SPACE, failure.problem().cause(), "the first cause comes first");
    assertTrue(failure.problem().raw().text().contains("not taken back: b CONNECTION_LOST"));
    assertEquals(List.of("+a", "+b", "-c", "-a"), world.done, "the others are taken back");
    assertFalse(notes.ended);
  }

  @Test
  void whoeverCancelsFindsNothingMade() {
    Cancel afterTwo =
        new Cancel() {
          @Override
          public boolean isAsked() {
            return world.done.size() >= 2;
          }

          @Override
          public void onAsk(Runnable stop) {
            // nothing runs beside
          }
        };
    ProblemException failure = assertThrows(ProblemException.class, () -> run(afterTwo));
    assertEquals(Cause.CANCELLED, failure.problem().cause());
    assertEquals(List.of("+a", "+b", "-b", "-a"), world.done);
  }

  @Test
  void resumedOperationDoesOnlyWhatIsLeft() throws Exception {
    Journal.Left left =
        new Journal.Left(
            "1",
            ACCOUNT,
            List.of(
                new Trace(Trace.Mark.DONE, ""), new Trace(Trace.Mark.BEGUN, ""), Trace.NOTHING));
    Operation.resume(left, world, notes, Cancel.NEVER, Report.NOBODY);
    assertEquals(List.of("+b", "+c"), world.done);
    assertTrue(notes.ended);
  }

  @Test
  void undoingTwiceTakesBackOnce() throws Exception {
    Journal.Left left =
        new Journal.Left(
            "1",
            ACCOUNT,
            List.of(
                new Trace(Trace.Mark.DONE, ""), new Trace(Trace.Mark.UNDONE, ""), Trace.NOTHING));
    Operation.undo(left, world, notes);
    assertEquals(List.of("-a"), world.done);
    assertTrue(notes.ended);
  }

  @Test
  void everyDeedIsReadAsItWasWritten() {
    UUID machine = new UUID(1, 2);
    String hostile = "a\n\"b\" <c> \u0000 ünï☃ $(id) ]]>";
    List<Setup.AnswerFile> files =
        List.of(new Setup.AnswerFile("x", hostile), new Setup.AnswerFile("", ""));
    for (Deed deed :
        List.of(
            new Deed.MakeNetwork(hostile, hostile),
            new Deed.StartNetwork(""),
            new Deed.MakePool(hostile, hostile),
            new Deed.MakeFolder(hostile),
            new Deed.MakeImage(
                hostile,
                hostile,
                Deed.MakeImage.Kind.COPY,
                DiskPlan.Format.VHDX,
                DiskPlan.Allocation.WRITTEN,
                new ByteSize(Long.MAX_VALUE),
                hostile,
                DiskPlan.Format.QED),
            new Deed.MakeVolume(hostile, "", hostile),
            new Deed.CopyOut(hostile, hostile, hostile),
            new Deed.FillVolume(
                hostile,
                hostile,
                hostile,
                DiskPlan.Format.RAW,
                hostile,
                DiskPlan.Format.VMDK,
                ByteSize.ZERO),
            new Deed.MakeMedium(
                new Setup.Automatic(
                    new Setup.Carrier.SeedCd(hostile, "cidata", DiskPlan.Bus.SCSI), files),
                hostile),
            new Deed.MakeMedium(
                new Setup.Automatic(new Setup.Carrier.Floppy(hostile), List.of()), ""),
            new Deed.MakeMedium(
                new Setup.Automatic(new Setup.Carrier.Initrd(hostile, hostile), files), hostile),
            new Deed.Define(machine, hostile, hostile),
            new Deed.Start(machine, hostile),
            new Deed.Settle(machine, hostile, hostile, List.of(), true),
            new Deed.Settle(machine, hostile, hostile, List.of(hostile, ""), false))) {
      assertEquals(deed, Deed.of(deed.words()));
      for (int cut = 1; cut < deed.words().size(); cut++) {
        List<String> words = deed.words().subList(0, cut);
        try {
          Deed.of(words);
        } catch (IllegalArgumentException expected) {
          // the only way in which it may fail
        }
      }
    }
    assertThrows(IllegalArgumentException.class, () -> Deed.of(List.of("Nonsense")));
    assertThrows(IllegalArgumentException.class, () -> Deed.of(List.of()));
  }
}
