package org.vitrine.app.job;

import org.vitrine.model.problem.Problem;

/** How a job ended. */
public sealed interface Outcome {

  record Done() implements Outcome {}

  record Failed(Problem problem) implements Outcome {}

  record Cancelled() implements Outcome {}
}
