package org.vitrine.bridge.testing;

import java.lang.management.GarbageCollectorMXBean;
import java.lang.management.ManagementFactory;
import java.time.Duration;
import java.util.concurrent.Executor;
import java.util.concurrent.RejectedExecutionException;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicReference;
import java.util.concurrent.locks.LockSupport;
import java.util.function.Supplier;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.extension.AfterEachCallback;
import org.junit.jupiter.api.extension.BeforeEachCallback;
import org.junit.jupiter.api.extension.ExtensionContext;

/**
 * Holds that the window's thread was never kept for longer than a tenth of a second. A beat goes to
 * that thread every 20 ms; while one is late, the stack of the thread is taken, so that the failure
 * names the guilty call. Time that the collector took is not counted, nor time in which the machine
 * was too busy to run the watching thread, which does nothing but wait: a busy or waiting window
 * thread does not hold that one up.
 *
 * <pre>{@code
 * @RegisterExtension
 * final NoStall noStall = new NoStall(Platform::runLater, () -> windowThread);
 * }</pre>
 */
public final class NoStall implements BeforeEachCallback, AfterEachCallback {

  public static final Duration LONGEST = Duration.ofMillis(100);

  private static final Duration BEAT = Duration.ofMillis(20);

  private static final Duration LOOK = Duration.ofMillis(10);

  private final Executor executor;
  private final Supplier<Thread> watched;
  private final long longestNanos;
  private final AtomicReference<@Nullable String> worst = new AtomicReference<>();
  private volatile long worstNanos;
  private volatile boolean running;
  private volatile boolean allowed;
  private @Nullable Thread heart;

  /**
   * @param watched the thread that the executor runs on; asked only while a beat is late
   */
  public NoStall(Executor executor, Supplier<Thread> watched) {
    this(executor, watched, LONGEST);
  }

  public NoStall(Executor executor, Supplier<Thread> watched, Duration longest) {
    this.executor = executor;
    this.watched = watched;
    this.longestNanos = longest.toNanos();
  }

  @Override
  public void beforeEach(ExtensionContext context) {
    start();
  }

  @Override
  public void afterEach(ExtensionContext context) {
    stop();
  }

  public void start() {
    worst.set(null);
    worstNanos = 0;
    running = true;
    Thread thread = new Thread(this::beat, "no-stall");
    thread.setDaemon(true);
    heart = thread;
    thread.start();
  }

  /** Leaves out what may take longer: the first showing of a window has a budget of its own. */
  public void allowing(Runnable work) {
    allowed = true;
    try {
      work.run();
    } finally {
      allowed = false;
    }
  }

  /** The longest time a beat waited, collector taken off. */
  public Duration worst() {
    return Duration.ofNanos(worstNanos);
  }

  /** Ends the watch and throws where the thread stalled. */
  public void stop() {
    running = false;
    Thread thread = heart;
    if (thread != null) {
      try {
        thread.join(TimeUnit.SECONDS.toMillis(10));
      } catch (InterruptedException stopped) {
        Thread.currentThread().interrupt();
      }
    }
    String stall = worst.get();
    if (stall != null) {
      throw new AssertionError(stall);
    }
  }

  private void beat() {
    // the last beat goes out after the end was asked for, behind whatever the test left there
    for (boolean last = false; !last; ) {
      last = !running;
      long collected = collectorMillis();
      long sent = System.nanoTime();
      Beat beat = new Beat(Thread.currentThread());
      try {
        executor.execute(beat);
      } catch (RejectedExecutionException | IllegalStateException over) {
        return;
      }
      StackTraceElement[] stack = {};
      boolean excused = allowed;
      long starved = 0;
      while (beat.came == 0) {
        long slept = System.nanoTime();
        LockSupport.parkNanos(LOOK.toNanos());
        // awake at once but for a machine that is too busy to run even this thread
        starved += Math.max(0, System.nanoTime() - slept - LOOK.toNanos());
        excused |= allowed;
        if (beat.came == 0 && stack.length == 0 && System.nanoTime() - sent > longestNanos) {
          stack = watched.get().getStackTrace();
        }
        if (!running && beat.came == 0 && System.nanoTime() - sent > 20 * longestNanos) {
          // it never came back: that is a stall too, and nothing to wait for
          break;
        }
      }
      long came = beat.came == 0 ? System.nanoTime() : beat.came;
      long pause = TimeUnit.MILLISECONDS.toNanos(collectorMillis() - collected);
      if (!excused) {
        // a collection keeps this thread too, so it is in both
        note(Math.max(0, came - sent - Math.max(pause, starved)), stack);
      }
      LockSupport.parkNanos(BEAT.toNanos());
    }
  }

  private void note(long nanos, StackTraceElement[] stack) {
    if (nanos <= worstNanos) {
      return;
    }
    worstNanos = nanos;
    if (nanos > longestNanos) {
      StringBuilder text =
          new StringBuilder("the window's thread was kept for ")
              .append(TimeUnit.NANOSECONDS.toMillis(nanos))
              .append(" ms, by");
      for (StackTraceElement element : stack) {
        text.append("\n    at ").append(element);
      }
      if (stack.length == 0) {
        text.append(" something that had ended when it was looked at");
      }
      worst.set(text.toString());
    }
  }

  private static long collectorMillis() {
    long sum = 0;
    for (GarbageCollectorMXBean bean : ManagementFactory.getGarbageCollectorMXBeans()) {
      sum += Math.max(0, bean.getCollectionTime());
    }
    return sum;
  }

  private static final class Beat implements Runnable {
    private final Thread heart;
    private volatile long came;

    Beat(Thread heart) {
      this.heart = heart;
    }

    @Override
    public void run() {
      came = System.nanoTime();
      LockSupport.unpark(heart);
    }
  }
}
