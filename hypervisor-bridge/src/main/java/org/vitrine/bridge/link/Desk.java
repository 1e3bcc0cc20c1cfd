package org.vitrine.bridge.link;

import java.lang.System.Logger.Level;
import java.time.Duration;
import java.util.concurrent.Future;
import java.util.concurrent.FutureTask;
import java.util.concurrent.RejectedExecutionException;
import java.util.concurrent.ScheduledThreadPoolExecutor;
import java.util.concurrent.TimeUnit;

/**
 * The one thread on which a link thinks. All that a link knows is touched here only; nothing here
 * ever waits for a host. The thread ends by itself a moment after there is nothing left to do.
 */
final class Desk {

  private static final System.Logger LOG = System.getLogger("org.vitrine.bridge.link");

  private final ScheduledThreadPoolExecutor thread;

  Desk(String name) {
    thread =
        new ScheduledThreadPoolExecutor(
            1, Thread.ofPlatform().daemon().name("vitrine-" + name + "-desk").factory());
    thread.setKeepAliveTime(500, TimeUnit.MILLISECONDS);
    thread.allowCoreThreadTimeOut(true);
    thread.setRemoveOnCancelPolicy(true);
    thread.setExecuteExistingDelayedTasksAfterShutdownPolicy(false);
  }

  /** Returns false when the desk is closed already. */
  boolean put(Runnable step) {
    try {
      thread.execute(guarded(step));
      return true;
    } catch (RejectedExecutionException _) {
      return false;
    }
  }

  /** Does the step after that time, unless cancelled. */
  Future<?> after(Duration time, Runnable step) {
    try {
      return thread.schedule(guarded(step), time.toNanos(), TimeUnit.NANOSECONDS);
    } catch (RejectedExecutionException _) {
      return new FutureTask<>(step, true);
    }
  }

  void close() {
    // what was put already is still done: a session may be on its way in
    thread.shutdown();
  }

  private static Runnable guarded(Runnable step) {
    return () -> {
      try {
        step.run();
      } catch (RuntimeException | Error e) {
        // one bad step must not end the link
        LOG.log(Level.ERROR, "a step of a host's link failed", e);
      }
    };
  }
}
