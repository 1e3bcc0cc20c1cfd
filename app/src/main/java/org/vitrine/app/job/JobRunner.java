package org.vitrine.app.job;

import java.util.Optional;
import java.util.concurrent.CancellationException;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CompletionException;
import java.util.function.Consumer;
import java.util.function.Function;
import javafx.collections.FXCollections;
import javafx.collections.ObservableList;
import org.jspecify.annotations.Nullable;
import org.vitrine.model.problem.Cause;
import org.vitrine.model.problem.Problem;
import org.vitrine.model.problem.ProblemException;

/**
 * Follows work that runs elsewhere: shows it in the job area and says on the window's thread how it
 * ended. Nothing that was started ends without a word.
 */
public final class JobRunner {

  private static final int KEPT = 50;
  private final ObservableList<Job> jobs = FXCollections.observableArrayList();
  private final ObservableList<Job> view = FXCollections.unmodifiableObservableList(jobs);

  /** Newest first; the ended ones stay for a look back. */
  public ObservableList<Job> jobs() {
    return view;
  }

  /** Follows a piece of work that says nothing on its way. */
  public Job follow(String title, CompletableFuture<?> work, Consumer<Outcome> ended) {
    return follow(title, Optional.empty(), report -> work, ended);
  }

  /**
   * Starts and follows a piece of work.
   *
   * @param canceller what stops it; empty where nothing can
   * @param start starts it; gets the place to report progress to, from any thread
   * @param ended told on the window's thread
   */
  public Job follow(
      String title,
      Optional<Runnable> canceller,
      Function<Consumer<Progress>, CompletableFuture<?>> start,
      Consumer<Outcome> ended) {
    FxThread.assertHere();
    Job job = new Job(title, canceller);
    jobs.addFirst(job);
    trim();
    LatestOnly<Progress> reports = new LatestOnly<>(job::report);
    CompletableFuture<?> work;
    try {
      work = start.apply(reports);
    } catch (RuntimeException failure) {
      work = CompletableFuture.failedFuture(failure);
    }
    var _ =
        work.whenComplete(
            (_, failure) ->
                FxThread.later(
                    () -> {
                      Outcome outcome = outcomeOf(job, failure);
                      job.end(outcome);
                      ended.accept(outcome);
                    }));
    return job;
  }

  /** Takes the ended ones off the area. */
  public void clearEnded() {
    jobs.removeIf(job -> !job.isRunning());
  }

  private void trim() {
    for (int i = jobs.size() - 1; i >= 0 && jobs.size() > KEPT; i--) {
      if (!jobs.get(i).isRunning()) {
        jobs.remove(i);
      }
    }
  }

  private static Outcome outcomeOf(Job job, @Nullable Throwable failure) {
    if (failure == null) {
      return new Outcome.Done();
    }
    Throwable cause =
        failure instanceof CompletionException && failure.getCause() != null
            ? failure.getCause()
            : failure;
    if (cause instanceof CancellationException) {
      return new Outcome.Cancelled();
    }
    if (cause instanceof ProblemException problem) {
      boolean stopped = job.isCancelAsked() && problem.problem().cause() == Cause.CANCELLED;
      return stopped ? new Outcome.Cancelled() : new Outcome.Failed(problem.problem());
    }
    return new Outcome.Failed(
        new Problem(Cause.UNEXPECTED, job.title(), "", new Problem.Raw(0, 0, cause.toString())));
  }
}
