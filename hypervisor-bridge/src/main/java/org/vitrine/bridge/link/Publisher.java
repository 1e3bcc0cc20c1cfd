package org.vitrine.bridge.link;

import java.lang.System.Logger.Level;
import java.time.Duration;
import java.util.concurrent.Future;
import java.util.function.Consumer;
import java.util.function.Supplier;
import org.jspecify.annotations.Nullable;
import org.vitrine.model.inventory.HostSnapshot;

/** Hands snapshots out: the first at once, the next ones no closer together than the gap. */
final class Publisher {

  private static final System.Logger LOG = System.getLogger("org.vitrine.bridge.link");

  private final Desk desk;
  private final Duration gap;
  private final Supplier<HostSnapshot> picture;
  private final Consumer<HostSnapshot> out;
  private volatile HostSnapshot latest;
  private long last;
  private @Nullable Future<?> waiting;
  private boolean stopped;

  Publisher(Desk desk, Duration gap, Supplier<HostSnapshot> picture, Consumer<HostSnapshot> out) {
    this.desk = desk;
    this.gap = gap;
    this.picture = picture;
    this.out = out;
    this.latest = picture.get();
    this.last = System.nanoTime() - gap.toNanos();
  }

  HostSnapshot latest() {
    return latest;
  }

  /** Something of no hurry changed. */
  void soon() {
    if (waiting == null) {
      long wait = last + gap.toNanos() - System.nanoTime();
      if (wait <= 0) {
        now();
      } else {
        waiting = desk.after(Duration.ofNanos(wait), this::now);
      }
    }
  }

  /** Something changed that does not happen often: the way itself, or the first list. */
  void now() {
    if (waiting != null) {
      waiting.cancel(false);
      waiting = null;
    }
    if (!stopped) {
      last = System.nanoTime();
      HostSnapshot next = picture.get();
      latest = next;
      try {
        out.accept(next);
      } catch (RuntimeException e) {
        LOG.log(Level.ERROR, "a reader of snapshots failed", e);
      }
    }
  }

  void stop() {
    stopped = true;
  }
}
