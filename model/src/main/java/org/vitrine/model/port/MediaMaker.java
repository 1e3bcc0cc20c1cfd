package org.vitrine.model.port;

import org.vitrine.model.plan.Setup;
import org.vitrine.model.problem.Cause;
import org.vitrine.model.problem.Problem;
import org.vitrine.model.problem.ProblemException;

/** Makes the media that answers travel on. */
@FunctionalInterface
public interface MediaMaker {

  /**
   * Makes the medium as a file that only its owner may read; blocks until all of it is written.
   *
   * @param path where to write, which is not there yet
   */
  void make(Setup.Automatic setup, String path) throws ProblemException;

  /**
   * Copies a file out of a medium, for its owner alone.
   *
   * @param from a path that may lead into an ISO, as {@code /x.iso/install.amd/vmlinuz}
   */
  default void copyOut(String from, String path) throws ProblemException {
    throw new ProblemException(Problem.of(Cause.NOT_SUPPORTED_HERE, from));
  }
}
