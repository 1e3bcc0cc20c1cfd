package org.vitrine.app.testing;

import java.util.concurrent.Callable;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;
import java.util.function.BooleanSupplier;
import javafx.application.Platform;

/** Runs parts of a test on the window's thread, without any window. */
public final class OnFxThread {

  private static final long LIMIT_SECONDS = 20;

  static {
    try {
      Platform.startup(() -> {});
    } catch (IllegalStateException runsAlready) {
      // another test of this process was first
    }
    Platform.setImplicitExit(false);
  }

  private OnFxThread() {}

  public static <T> T get(Callable<T> work) {
    if (Platform.isFxApplicationThread()) {
      try {
        return work.call();
      } catch (Exception failure) {
        throw new AssertionError(failure);
      }
    }
    CompletableFuture<T> done = new CompletableFuture<>();
    Platform.runLater(
        () -> {
          try {
            done.complete(work.call());
          } catch (Throwable failure) {
            done.completeExceptionally(failure);
          }
        });
    try {
      return done.get(LIMIT_SECONDS, TimeUnit.SECONDS);
    } catch (ExecutionException failure) {
      throw new AssertionError(failure.getCause());
    } catch (InterruptedException | TimeoutException failure) {
      throw new AssertionError("The window's thread did not answer", failure);
    }
  }

  public static void run(Runnable work) {
    get(
        () -> {
          work.run();
          return true;
        });
  }

  /** Asks the window's thread again and again, one turn of it each time, until it is so. */
  public static void await(String what, BooleanSupplier so) {
    long until = System.nanoTime() + TimeUnit.SECONDS.toNanos(LIMIT_SECONDS);
    while (!get(so::getAsBoolean)) {
      if (System.nanoTime() > until) {
        throw new AssertionError("Never came true: " + what);
      }
    }
  }
}
