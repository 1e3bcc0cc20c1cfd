package org.vitrine.model.operation;

import org.vitrine.model.problem.ProblemException;
import org.vitrine.model.unit.ByteSize;

/** Does deeds and takes them back. Blocks for as long as a deed takes. */
public interface Hands {

  /** What a deed may ask and tell while it is being done. */
  interface Way {

    Cancel cancel();

    void progress(ByteSize done, ByteSize total);

    /** Writes down what was made, before it gets its name. */
    void made(String mark) throws ProblemException;
  }

  /**
   * Does it. A deed that was done before is done again without harm.
   *
   * @param before how far it came in an earlier attempt
   */
  void act(Deed deed, Trace before, Way way) throws ProblemException;

  /** Takes back what the trace shows that this operation made, and nothing else. */
  void undo(Deed deed, Trace trace) throws ProblemException;
}
