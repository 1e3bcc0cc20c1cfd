package org.vitrine.bridge.link;

import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.vitrine.model.port.HypervisorSession;
import org.vitrine.model.problem.Cause;
import org.vitrine.model.problem.Problem;
import org.vitrine.model.problem.ProblemException;

/** What came of a task. */
sealed interface Reply<T extends @Nullable Object> {

  record Got<T extends @Nullable Object>(T value) implements Reply<T> {}

  record Failed<T extends @Nullable Object>(ProblemException why) implements Reply<T> {
    Problem problem() {
      return why.problem();
    }
  }

  default Optional<Problem> failure() {
    return this instanceof Failed<T> failed ? Optional.of(failed.problem()) : Optional.empty();
  }

  /** Runs the task here and now; whatever it throws fails that task and nothing else. */
  static <T extends @Nullable Object> Reply<T> of(Task<T> task, HypervisorSession session) {
    try {
      return new Got<>(task.on(session));
    } catch (ProblemException e) {
      return new Failed<>(e);
    } catch (RuntimeException | Error e) {
      return new Failed<>(unforeseen(e));
    }
  }

  /** What no port declares, as a problem. */
  static ProblemException unforeseen(Throwable e) {
    Cause cause = e instanceof OutOfMemoryError ? Cause.OUT_OF_RESOURCES : Cause.UNEXPECTED;
    return new ProblemException(
        new Problem(cause, "", "", new Problem.Raw(0, 0, String.valueOf(e))), e);
  }
}
