package org.vitrine.app.testing;

import javafx.application.Platform;
import org.vitrine.bridge.testing.NoStall;

/** Watches the window's thread, and the one that draws for it. */
public final class Stalls {

  private Stalls() {}

  public static NoStall watch() {
    Thread window = OnFxThread.get(Thread::currentThread);
    NoStall noStall = new NoStall(Platform::runLater, () -> window);
    Thread.getAllStackTraces().keySet().stream()
        .filter(thread -> thread.getName().startsWith("QuantumRenderer"))
        .findFirst()
        .ifPresent(noStall::helpedBy);
    return noStall;
  }
}
