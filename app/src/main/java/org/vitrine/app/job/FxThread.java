package org.vitrine.app.job;

import javafx.application.Platform;
import org.vitrine.model.port.BlockingGuard;

/** The one door to the window's thread. */
public final class FxThread {

  private FxThread() {}

  /** Runs it there as soon as it can; at once when already there. */
  public static void run(Runnable work) {
    if (Platform.isFxApplicationThread()) {
      work.run();
    } else {
      Platform.runLater(work);
    }
  }

  /** Runs it there after what is queued already. */
  public static void later(Runnable work) {
    Platform.runLater(work);
  }

  public static void assertHere() {
    if (!Platform.isFxApplicationThread()) {
      throw new IllegalStateException(
          "Only the window's thread may do this, not " + Thread.currentThread().getName());
    }
  }

  /** Refuses calls that wait for a host on the window's thread. */
  public static BlockingGuard guard() {
    return () -> {
      if (Platform.isFxApplicationThread()) {
        throw new IllegalStateException("A call to a host would block the window");
      }
    };
  }
}
