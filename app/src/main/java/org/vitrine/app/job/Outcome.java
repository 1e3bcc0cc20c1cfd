package org.vitrine.app.job;

import java.util.Optional;
import java.util.concurrent.CompletionException;
import org.vitrine.model.problem.Problem;
import org.vitrine.model.problem.ProblemException;

/** How a job ended. */
public sealed interface Outcome {

  /** What a failed future failed of; empty where it is no problem of the hosts'. */
  static Optional<Problem> problem(Throwable failure) {
    Throwable cause =
        failure instanceof CompletionException && failure.getCause() != null
            ? failure.getCause()
            : failure;
    return cause instanceof ProblemException problem
        ? Optional.of(problem.problem())
        : Optional.empty();
  }

  record Done() implements Outcome {}

  record Failed(Problem problem) implements Outcome {}

  record Cancelled() implements Outcome {}
}
