package org.vitrine.model.port;

import org.vitrine.model.plan.Setup;
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
}
