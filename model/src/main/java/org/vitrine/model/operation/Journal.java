package org.vitrine.model.operation;

import java.util.List;
import org.vitrine.model.problem.ProblemException;

/**
 * What is written down before it is done. The presence of a file proves nothing; this does. Every
 * method blocks until it is on the disk.
 */
public interface Journal {

  /** Begins an operation. */
  Log open(Account account) throws ProblemException;

  /** The operations that were begun and never ended, in this or an earlier run of the app. */
  List<Left> left();

  /** Takes up one that was left. */
  Log takeUp(Left left) throws ProblemException;

  /** The page of one operation. */
  interface Log {

    void note(int deed, Trace.Mark mark, String made) throws ProblemException;

    /** The operation ended: done, or taken back wholly. */
    void end() throws ProblemException;
  }

  /**
   * An operation that did not end.
   *
   * @param traces how far each of its deeds came
   */
  record Left(String id, Account account, List<Trace> traces) {
    public Left {
      traces = List.copyOf(traces);
    }
  }
}
