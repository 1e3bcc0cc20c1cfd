package org.vitrine.bridge.link;

import java.time.Duration;
import java.util.ArrayDeque;
import java.util.Deque;
import java.util.HashMap;
import java.util.LinkedHashSet;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.Future;
import java.util.function.Consumer;
import org.jspecify.annotations.Nullable;
import org.vitrine.bridge.link.LinkWorkers.Lane;
import org.vitrine.model.host.HostState;
import org.vitrine.model.problem.Cause;
import org.vitrine.model.problem.Problem;
import org.vitrine.model.problem.ProblemException;

/**
 * What a user asked of a host while one session lives. Changes of one machine wait for each other,
 * those of different machines do not. Desk only, but for the work itself.
 */
final class WorkBoard {

  private final Room room;
  private final Calls calls;
  private final Desk desk;
  private final Consumer<UUID> touched;
  private final Consumer<Optional<Problem>> heard;
  private final Set<Job<?>> jobs = new LinkedHashSet<>();
  private final Map<UUID, Deque<Job<?>>> lines = new HashMap<>();

  /**
   * Empty.
   *
   * @param touched a change of that machine came back, well or not
   * @param heard some work came back, well or not
   */
  WorkBoard(Room room, Calls calls, Consumer<UUID> touched, Consumer<Optional<Problem>> heard) {
    this.room = room;
    this.calls = calls;
    this.desk = room.desk();
    this.touched = touched;
    this.heard = heard;
  }

  private final class Job<T extends @Nullable Object> implements Runnable {
    private final Optional<UUID> machine;
    private final Task<T> task;
    private final CompletableFuture<T> future;
    private @Nullable Future<?> deadline;

    Job(Optional<UUID> machine, Task<T> task, CompletableFuture<T> future) {
      this.machine = machine;
      this.task = task;
      this.future = future;
    }

    @Override
    public void run() {
      Optional<Problem> problem = Optional.empty();
      boolean ran = !future.isDone();
      if (ran) {
        Reply<T> reply = Reply.of(task, calls.session());
        switch (reply) {
          case Reply.Got<T>(T value) -> future.complete(value);
          case Reply.Failed<T> bad -> {
            problem = Optional.of(bad.problem());
            future.completeExceptionally(bad.why());
          }
        }
      }
      Optional<Problem> told = problem;
      desk.put(() -> ended(this, ran, told));
    }

    void fail(Problem problem) {
      future.completeExceptionally(new ProblemException(problem));
    }
  }

  <T extends @Nullable Object> void put(
      Optional<UUID> machine, Task<T> task, Duration limit, CompletableFuture<T> future) {
    Job<T> job = new Job<>(machine, task, future);
    jobs.add(job);
    job.deadline = desk.after(limit, () -> job.fail(late()));
    if (machine.isEmpty()) {
      start(job);
      return;
    }
    Deque<Job<?>> line = lines.computeIfAbsent(machine.get(), uuid -> new ArrayDeque<>());
    line.add(job);
    if (line.size() == 1) {
      start(job);
    }
  }

  private void start(Job<?> job) {
    if (!calls.run(Lane.WORK, job)) {
      job.fail(Problem.of(Cause.OUT_OF_RESOURCES, room.label()));
      ended(job, false, Optional.empty());
    }
  }

  private void ended(Job<?> job, boolean ran, Optional<Problem> problem) {
    if (!jobs.remove(job)) {
      return;
    }
    if (job.deadline != null) {
      job.deadline.cancel(false);
    }
    job.machine.ifPresent(
        machine -> {
          if (ran) {
            touched.accept(machine);
          }
          Deque<Job<?>> line = lines.get(machine);
          if (line != null) {
            line.poll();
            Job<?> next = line.peek();
            if (next == null) {
              lines.remove(machine);
            } else {
              start(next);
            }
          }
        });
    if (ran) {
      heard.accept(problem);
    }
  }

  private Problem late() {
    boolean silent = room.picture().state() instanceof HostState.Silent;
    return Problem.of(silent ? Cause.HOST_SILENT : Cause.TIMED_OUT, room.label());
  }

  /** Fails all that waits or runs. */
  void end(Problem problem) {
    for (Job<?> job : jobs) {
      if (job.deadline != null) {
        job.deadline.cancel(false);
      }
      job.fail(problem);
    }
    jobs.clear();
    lines.clear();
  }
}
