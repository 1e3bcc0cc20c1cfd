package org.vitrine.bridge.work;

import org.jspecify.annotations.Nullable;
import org.vitrine.model.operation.Cancel;

/** Asks an operation to stop, from any thread. */
public final class Stop implements Cancel {

  private boolean asked;
  private @Nullable Runnable stop;

  @Override
  public synchronized boolean isAsked() {
    return asked;
  }

  @Override
  public void onAsk(Runnable next) {
    boolean now;
    synchronized (this) {
      stop = next;
      now = asked;
    }
    if (now) {
      next.run();
    }
  }

  public void ask() {
    Runnable now;
    synchronized (this) {
      asked = true;
      now = stop;
    }
    if (now != null) {
      now.run();
    }
  }
}
