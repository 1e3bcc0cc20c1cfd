package org.vitrine.bridge.work;

import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import org.vitrine.model.operation.Deed;
import org.vitrine.model.operation.Journal;
import org.vitrine.model.operation.Trace;
import org.vitrine.model.problem.ProblemException;

/**
 * What is to happen after the first run of new machines. It is written down, since weeks may lie
 * between the two, and the app need not have run all the time.
 */
public final class Settlements {

  static final String KIND = "settle";

  private final Journal journal;

  Settlements(Journal journal) {
    this.journal = journal;
  }

  /** A machine that has not settled yet. */
  public record Pending(Journal.Left left, Deed.Settle settle) {

    public UUID machine() {
      return settle.machine();
    }

    /** The address of the host it is on. */
    public String host() {
      return left.account().host();
    }

    /** Whether it was seen running, and has its lasting definition since. */
    public boolean hasStarted() {
      return left.traces().getFirst().mark() == Trace.Mark.MADE;
    }
  }

  /** Blocks on the disk. */
  public List<Pending> pending() {
    return journal.left().stream().flatMap(left -> pending(left).stream()).toList();
  }

  private static Optional<Pending> pending(Journal.Left left) {
    return left.account().deeds().size() == 1
            && left.account().deeds().getFirst() instanceof Deed.Settle settle
        ? Optional.of(new Pending(left, settle))
        : Optional.empty();
  }

  /** It runs for the first time: what it starts from later is what stays. Blocks. */
  void started(Pending pending, HostHands.Host host) throws ProblemException {
    host.ask(
        session -> {
          session.workshop().redefine(pending.machine(), pending.settle().definition());
          return true;
        });
    journal.takeUp(pending.left()).note(0, Trace.Mark.MADE, "started");
  }

  /** Its first run is over: what was only there for it goes. Blocks. */
  void ended(Pending pending) throws ProblemException {
    for (String leftover : pending.settle().leftovers()) {
      LocalFiles.delete(Path.of(leftover));
    }
    journal.takeUp(pending.left()).end();
  }

  /** The machine is gone, and what was there for its first start with it. Blocks. */
  void gone(Pending pending) throws ProblemException {
    ended(pending);
  }
}
