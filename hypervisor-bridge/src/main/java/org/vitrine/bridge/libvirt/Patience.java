package org.vitrine.bridge.libvirt;

import java.time.Duration;
import java.util.concurrent.CancellationException;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.concurrent.FutureTask;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;
import java.util.concurrent.atomic.AtomicInteger;
import org.vitrine.model.problem.Cause;
import org.vitrine.model.problem.Problem;
import org.vitrine.model.problem.ProblemException;

/**
 * Waits for a reading only so long. An emulator that hangs holds up the first call that asks it,
 * for as long as it hangs; the next call is told that it is busy and passes it by. So a call that
 * is late is left to itself, and a second one is made beside it.
 */
final class Patience implements AutoCloseable {

  /** Calls that may hang at a time: each one keeps a permit of its connection. */
  private static final int MOST_STUCK = 2;

  /** A reading of a host. */
  @FunctionalInterface
  interface Reading<T> {
    T read() throws ProblemException;
  }

  private final Duration limit;
  private final AtomicInteger stuck = new AtomicInteger();
  private final ExecutorService threads =
      Executors.newCachedThreadPool(
          Thread.ofPlatform().daemon().name("libvirt-read-", 0).factory());

  Patience(Duration limit) {
    this.limit = limit;
  }

  /** The first reading if it comes in time, else the second. */
  <T> T read(Reading<T> first, Reading<T> second) throws ProblemException {
    if (stuck.get() >= MOST_STUCK) {
      return second.read();
    }
    FutureTask<T> task = new FutureTask<>(first::read);
    stuck.incrementAndGet();
    try {
      threads.execute(
          () -> {
            try {
              task.run();
            } finally {
              stuck.decrementAndGet();
            }
          });
    } catch (RuntimeException closed) {
      stuck.decrementAndGet();
      throw new ProblemException(Problem.of(Cause.CONNECTION_LOST, ""), closed);
    }
    try {
      return task.get(limit.toNanos(), TimeUnit.NANOSECONDS);
    } catch (TimeoutException late) {
      T instead = second.read();
      // no more than slow: it held up the second one, which then knows less
      return task.state() == Future.State.SUCCESS ? task.resultNow() : instead;
    } catch (InterruptedException | CancellationException interrupted) {
      Thread.currentThread().interrupt();
      throw new ProblemException(Problem.of(Cause.CANCELLED, ""), interrupted);
    } catch (ExecutionException failed) {
      if (failed.getCause() instanceof ProblemException problem) {
        throw problem;
      }
      throw new ProblemException(Problem.of(Cause.UNEXPECTED, ""), failed);
    }
  }

  int stuck() {
    return stuck.get();
  }

  /** Takes no more readings; one that hangs ends with its connection. */
  @Override
  public void close() {
    threads.shutdown();
  }
}
