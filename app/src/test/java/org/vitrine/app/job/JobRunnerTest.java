package org.vitrine.app.job;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertInstanceOf;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.time.Duration;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.CancellationException;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CompletionException;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.function.Consumer;
import javafx.application.Platform;
import org.junit.jupiter.api.Test;
import org.vitrine.app.testing.OnFxThread;
import org.vitrine.model.problem.Cause;
import org.vitrine.model.problem.Problem;
import org.vitrine.model.problem.ProblemException;
import org.vitrine.model.unit.ByteSize;

class JobRunnerTest {

  private final JobRunner runner = new JobRunner();
  private final List<Outcome> ends = Collections.synchronizedList(new ArrayList<>());
  private final List<Boolean> onFx = Collections.synchronizedList(new ArrayList<>());

  private void end(Outcome outcome) {
    onFx.add(Platform.isFxApplicationThread());
    ends.add(outcome);
  }

  private Job follow(CompletableFuture<?> work) {
    return OnFxThread.get(() -> runner.follow("Copying", work, this::end));
  }

  private Outcome awaitEnd() {
    OnFxThread.await("the job ended", () -> !ends.isEmpty());
    OnFxThread.run(() -> {});
    assertEquals(1, ends.size());
    assertEquals(List.of(true), onFx);
    return ends.getFirst();
  }

  @Test
  void workThatEndsIsDone() {
    CompletableFuture<String> work = new CompletableFuture<>();
    Job job = follow(work);
    assertTrue(OnFxThread.get(job::isRunning));
    work.complete("x");
    assertEquals(new Outcome.Done(), awaitEnd());
    assertFalse(OnFxThread.get(job::isRunning));
    assertEquals(List.of(job), OnFxThread.get(() -> List.copyOf(runner.jobs())));
  }

  @Test
  void failureKeepsItsProblem() {
    Problem problem = Problem.of(Cause.NO_SPACE, "web-1", "/srv");
    Job job = follow(CompletableFuture.failedFuture(new ProblemException(problem)));
    assertEquals(new Outcome.Failed(problem), awaitEnd());
    assertEquals(Optional.of(problem), OnFxThread.get(job::problem));
  }

  @Test
  void failureOfALaterStageKeepsItsProblemToo() {
    Problem problem = Problem.of(Cause.NO_SPACE, "web-1");
    follow(
        CompletableFuture.failedFuture(new CompletionException(new ProblemException(problem)))
            .thenApply(nothing -> nothing));
    assertEquals(new Outcome.Failed(problem), awaitEnd());
  }

  @Test
  void anythingElseThatFailsIsUnexpectedAndNamesTheJob() {
    follow(CompletableFuture.failedFuture(new IllegalStateException("odd")));
    Outcome.Failed failed = assertInstanceOf(Outcome.Failed.class, awaitEnd());
    assertEquals(Cause.UNEXPECTED, failed.problem().cause());
    assertEquals("Copying", failed.problem().subject());
    assertTrue(failed.problem().raw().text().contains("odd"));
  }

  @Test
  void workThatCannotBeginFailsLikeAnyOther() {
    OnFxThread.run(
        () ->
            runner.follow(
                "Copying",
                Optional.empty(),
                report -> {
                  throw new IllegalArgumentException("no way");
                },
                this::end));
    assertInstanceOf(Outcome.Failed.class, awaitEnd());
  }

  @Test
  void cancelledWorkIsCancelled() {
    follow(CompletableFuture.failedFuture(new CancellationException()));
    assertEquals(new Outcome.Cancelled(), awaitEnd());
  }

  @Test
  void cancelAsksOnceAndEndsWithTheWork() {
    AtomicInteger asked = new AtomicInteger();
    CompletableFuture<String> work = new CompletableFuture<>();
    Job job =
        OnFxThread.get(
            () ->
                runner.follow(
                    "Copying", Optional.of(asked::incrementAndGet), report -> work, this::end));
    assertTrue(OnFxThread.get(job::canCancel));
    OnFxThread.run(job::cancel);
    OnFxThread.run(job::cancel);
    assertEquals(1, asked.get());
    assertFalse(OnFxThread.get(job::canCancel));
    assertTrue(OnFxThread.get(job::isRunning), "it runs until the work has ended");
    work.completeExceptionally(new ProblemException(Problem.of(Cause.CANCELLED, "")));
    assertEquals(new Outcome.Cancelled(), awaitEnd());
  }

  @Test
  void workThatEndsBeforeTheCancelReachesItIsDone() {
    CompletableFuture<String> work = new CompletableFuture<>();
    Job job =
        OnFxThread.get(
            () -> runner.follow("Copying", Optional.of(() -> {}), report -> work, this::end));
    OnFxThread.run(job::cancel);
    work.complete("x");
    assertEquals(new Outcome.Done(), awaitEnd());
  }

  @Test
  void cancelThatNobodyAskedForIsAFailure() {
    follow(CompletableFuture.failedFuture(new ProblemException(Problem.of(Cause.CANCELLED, ""))));
    assertInstanceOf(Outcome.Failed.class, awaitEnd());
  }

  @Test
  void jobWithoutCancellerCannotBeCancelled() {
    Job job = follow(new CompletableFuture<>());
    assertFalse(OnFxThread.get(job::canCancel));
    OnFxThread.run(job::cancel);
    assertFalse(OnFxThread.get(job::isCancelAsked));
  }

  @Test
  void progressArrivesAndLateProgressDoesNotReviveTheJob() {
    List<Consumer<Progress>> report = new ArrayList<>();
    CompletableFuture<String> work = new CompletableFuture<>();
    Job job =
        OnFxThread.get(
            () ->
                runner.follow(
                    "Copying",
                    Optional.empty(),
                    reports -> {
                      report.add(reports);
                      return work;
                    },
                    this::end));
    report.getFirst().accept(new Progress(ByteSize.mib(1), ByteSize.mib(4)));
    OnFxThread.await("progress is shown", () -> job.progressProperty().get().share() == 0.25);
    work.complete("x");
    awaitEnd();
    report.getFirst().accept(new Progress(ByteSize.mib(2), ByteSize.mib(4)));
    OnFxThread.run(() -> {});
    assertFalse(OnFxThread.get(job::isRunning));
    assertEquals(0.25, OnFxThread.get(() -> job.progressProperty().get().share()));
    assertEquals(1, ends.size());
  }

  @Test
  void timeLeftIsUnknownWithoutSpeedOrTotal() {
    Job job = OnFxThread.get(() -> new Job("Copying", Optional.empty()));
    assertEquals(Optional.<Duration>empty(), OnFxThread.get(job::timeLeft));
    OnFxThread.run(() -> job.report(new Progress(ByteSize.mib(1), ByteSize.ZERO)));
    assertEquals(-1, OnFxThread.get(() -> job.progressProperty().get().share()));
    assertEquals(Optional.<Duration>empty(), OnFxThread.get(job::timeLeft));
  }

  @Test
  void endedJobsMakeRoomButRunningOnesStay() {
    CompletableFuture<String> work = new CompletableFuture<>();
    Job first = follow(work);
    for (int i = 0; i < 70; i++) {
      follow(CompletableFuture.completedFuture("x"));
    }
    OnFxThread.await("all but one ended", () -> ends.size() == 70);
    follow(CompletableFuture.completedFuture("x"));
    OnFxThread.await("the last one ended", () -> ends.size() == 71);
    List<Job> jobs = OnFxThread.get(() -> List.copyOf(runner.jobs()));
    assertTrue(jobs.contains(first));
    assertEquals(50, jobs.size());
    OnFxThread.run(runner::clearEnded);
    assertEquals(List.of(first), OnFxThread.get(() -> List.copyOf(runner.jobs())));
    work.complete("x");
  }

  @Test
  void onlyTheWindowsThreadStartsJobs() {
    assertThrows(
        IllegalStateException.class,
        () -> runner.follow("Copying", new CompletableFuture<>(), this::end));
  }
}
