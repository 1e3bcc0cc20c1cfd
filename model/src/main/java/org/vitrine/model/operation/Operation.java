package org.vitrine.model.operation;

import java.util.ArrayList;
import java.util.List;
import org.vitrine.model.problem.Cause;
import org.vitrine.model.problem.Problem;
import org.vitrine.model.problem.ProblemException;
import org.vitrine.model.unit.ByteSize;

/**
 * Does one deed after the other, each written down before; where one fails or somebody cancels,
 * takes all of them back in reverse. What could not be taken back stays in the journal.
 */
public final class Operation {

  /** Looks on; for tests that cut an operation short. */
  public interface Witness {
    Witness NOBODY = (deed, mark) -> {};

    void at(int deed, Trace.Mark mark) throws ProblemException;
  }

  private final Account account;
  private final Hands hands;
  private final Journal.Log log;
  private final Cancel cancel;
  private final Report report;
  private final Witness witness;
  private final List<Trace> traces;

  private Operation(
      Account account,
      List<Trace> traces,
      Hands hands,
      Journal.Log log,
      Cancel cancel,
      Report report,
      Witness witness) {
    this.account = account;
    this.hands = hands;
    this.log = log;
    this.cancel = cancel;
    this.report = report;
    this.witness = witness;
    this.traces = new ArrayList<>(traces);
    while (this.traces.size() < account.deeds().size()) {
      this.traces.add(Trace.NOTHING);
    }
  }

  /** Does the whole account, or leaves everything as it was and says why. Blocks. */
  public static void run(
      Account account, Hands hands, Journal journal, Cancel cancel, Report report, Witness witness)
      throws ProblemException {
    Journal.Log log = journal.open(account);
    new Operation(account, List.of(), hands, log, cancel, report, witness).go();
  }

  /** Goes on with one that was left. Blocks. */
  public static void resume(
      Journal.Left left, Hands hands, Journal journal, Cancel cancel, Report report)
      throws ProblemException {
    Journal.Log log = journal.takeUp(left);
    new Operation(left.account(), left.traces(), hands, log, cancel, report, Witness.NOBODY).go();
  }

  /** Takes back one that was left. Blocks. */
  public static void undo(Journal.Left left, Hands hands, Journal journal) throws ProblemException {
    Journal.Log log = journal.takeUp(left);
    Operation operation =
        new Operation(
            left.account(), left.traces(), hands, log, Cancel.NEVER, Report.NOBODY, Witness.NOBODY);
    List<Problem> left2 = operation.takeBack();
    if (!left2.isEmpty()) {
      throw new ProblemException(left2.getFirst());
    }
  }

  private void go() throws ProblemException {
    try {
      for (int i = 0; i < account.deeds().size(); i++) {
        act(i);
      }
    } catch (ProblemException | RuntimeException | Error failure) {
      List<Problem> notUndone = takeBack();
      throw told(failure, notUndone);
    }
    log.end();
  }

  private void act(int i) throws ProblemException {
    Deed deed = account.deeds().get(i);
    Trace before = traces.get(i);
    if (before.mark() == Trace.Mark.DONE) {
      return;
    }
    stopIfAsked();
    report.at(deed, i, account.deeds().size(), ByteSize.ZERO, ByteSize.ZERO);
    if (before.mark() != Trace.Mark.MADE) {
      note(i, Trace.Mark.BEGUN, "");
    }
    witness.at(i, Trace.Mark.BEGUN);
    hands.act(
        deed,
        before,
        new Hands.Way() {
          @Override
          public Cancel cancel() {
            return cancel;
          }

          @Override
          public void progress(ByteSize done, ByteSize total) {
            report.at(deed, i, account.deeds().size(), done, total);
          }

          @Override
          public void made(String mark) throws ProblemException {
            note(i, Trace.Mark.MADE, mark);
            witness.at(i, Trace.Mark.MADE);
          }
        });
    witness.at(i, Trace.Mark.DONE);
    note(i, Trace.Mark.DONE, traces.get(i).made());
    stopIfAsked();
  }

  private void stopIfAsked() throws ProblemException {
    if (cancel.isAsked()) {
      throw new ProblemException(Problem.of(Cause.CANCELLED, account.subject()));
    }
  }

  private void note(int i, Trace.Mark mark, String made) throws ProblemException {
    log.note(i, mark, made);
    traces.set(i, new Trace(mark, made));
  }

  /** In reverse; one that cannot be taken back does not keep the others. */
  private List<Problem> takeBack() {
    List<Problem> failures = new ArrayList<>();
    for (int i = account.deeds().size() - 1; i >= 0; i--) {
      Trace trace = traces.get(i);
      if (trace.mark() == Trace.Mark.NONE || trace.mark() == Trace.Mark.UNDONE) {
        continue;
      }
      try {
        hands.undo(account.deeds().get(i), trace);
        note(i, Trace.Mark.UNDONE, "");
      } catch (ProblemException failure) {
        failures.add(failure.problem());
      } catch (RuntimeException broken) {
        failures.add(unexpected(broken));
      }
    }
    if (failures.isEmpty()) {
      try {
        log.end();
      } catch (ProblemException failure) {
        failures.add(failure.problem());
      }
    }
    return failures;
  }

  private Problem unexpected(Throwable broken) {
    return new Problem(
        Cause.UNEXPECTED, account.subject(), "", new Problem.Raw(0, 0, broken.toString()));
  }

  /** What went wrong first; what could not be taken back is told with it, not instead of it. */
  private ProblemException told(Throwable failure, List<Problem> notUndone) {
    Problem first =
        failure instanceof ProblemException problem ? problem.problem() : unexpected(failure);
    if (notUndone.isEmpty()) {
      return new ProblemException(first, failure);
    }
    StringBuilder raw = new StringBuilder(first.raw().text());
    for (Problem problem : notUndone) {
      raw.append(raw.isEmpty() ? "" : "\n")
          .append("not taken back: ")
          .append(problem.subject())
          .append(' ')
          .append(problem.cause())
          .append(' ')
          .append(problem.raw().text());
    }
    return new ProblemException(
        new Problem(
            first.cause(),
            first.subject(),
            first.detail(),
            new Problem.Raw(first.raw().code(), first.raw().domain(), raw.toString())),
        failure);
  }
}
