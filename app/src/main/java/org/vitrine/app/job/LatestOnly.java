package org.vitrine.app.job;

import java.util.concurrent.atomic.AtomicReference;
import java.util.function.Consumer;
import org.jspecify.annotations.Nullable;

/** Brings values to the window's thread; what was overtaken by a newer one is left out. */
public final class LatestOnly<T> implements Consumer<T> {

  private final AtomicReference<@Nullable T> waiting = new AtomicReference<>();
  private final Consumer<T> target;

  public LatestOnly(Consumer<T> target) {
    this.target = target;
  }

  @Override
  public void accept(T value) {
    if (waiting.getAndSet(value) == null) {
      FxThread.later(this::deliver);
    }
  }

  private void deliver() {
    T value = waiting.getAndSet(null);
    if (value != null) {
      target.accept(value);
    }
  }
}
