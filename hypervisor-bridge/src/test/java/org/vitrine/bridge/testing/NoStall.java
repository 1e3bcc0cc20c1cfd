package org.vitrine.bridge.testing;

import java.lang.management.GarbageCollectorMXBean;
import java.lang.management.ManagementFactory;
import java.lang.management.ThreadMXBean;
import java.time.Duration;
import java.util.Arrays;
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
 * names the guilty call. What counts is the time the thread worked, and the time it waited for
 * anything: a lock, a sleep, a native call. Time that the collector took is not counted, nor time
 * in which it could have gone on but the machine ran something else.
 *
 * <pre>{@code
 * @RegisterExtension
 * final NoStall noStall = new NoStall(Platform::runLater, () -> windowThread);
 * }</pre>
 */
public final class NoStall implements BeforeEachCallback, AfterEachCallback {

  public static final Duration LONGEST = Duration.ofMillis(100);

  private static final Duration BEAT = Duration.ofMillis(20);

  private static final ThreadMXBean THREADS = ManagementFactory.getThreadMXBean();

  private static final Duration LOOK = Duration.ofMillis(10);

  private final Executor executor;
  private final Supplier<Thread> watched;
  private final long longestNanos;
  private final AtomicReference<@Nullable String> worst = new AtomicReference<>();
  private volatile long worstNanos;
  private volatile boolean running;
  private volatile boolean allowed;
  private @Nullable Thread heart;
  private @Nullable Thread helper;

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

  /** Waiting for this thread counts as the work that it does. */
  public NoStall helpedBy(Thread thread) {
    helper = thread;
    return this;
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
      long worked = worked();
      long sent = System.nanoTime();
      Beat beat = new Beat(Thread.currentThread());
      try {
        executor.execute(beat);
      } catch (RejectedExecutionException | IllegalStateException over) {
        return;
      }
      StackTraceElement[] stack = {};
      boolean excused = allowed;
      long waited = 0;
      long looked = sent;
      while (beat.came == 0) {
        LockSupport.parkNanos(LOOK.toNanos());
        excused |= allowed;
        if (beat.came != 0) {
          break;
        }
        long now = System.nanoTime();
        if (!excused && now - sent > BEAT.toNanos()) {
          StackTraceElement[] found = watched.get().getStackTrace();
          waited += waits(found) ? now - looked : 0;
          looked = now;
          if (stack.length == 0 && now - sent > longestNanos) {
            stack = found;
          }
        }
        if (!running && now - sent > 20 * longestNanos) {
          // it never came back: that is a stall too, and nothing to wait for
          break;
        }
      }
      long came = beat.came == 0 ? System.nanoTime() : beat.came;
      long pause = TimeUnit.MILLISECONDS.toNanos(collectorMillis() - collected);
      if (!excused) {
        note(Math.min(Math.max(0, came - sent - pause), waited + worked() - worked), stack);
      }
      LockSupport.parkNanos(BEAT.toNanos());
    }
  }

  /** Processor time of the watched thread and of the one that it waits for. */
  private long worked() {
    long nanos = THREADS.getThreadCpuTime(watched.get().threadId());
    return nanos + (helper == null ? 0 : THREADS.getThreadCpuTime(helper.threadId()));
  }

  /** Whether it is held up by anything but its own work, its helper's, or a busy machine. */
  private boolean waits(StackTraceElement[] stack) {
    if (stack.length == 0) {
      return false;
    }
    boolean runs = watched.get().getState() == Thread.State.RUNNABLE;
    boolean forHelper =
        helper != null
            && Arrays.stream(stack)
                .anyMatch(frame -> frame.getClassName().startsWith("com.sun.javafx.tk.quantum."));
    return runs ? stack[0].isNativeMethod() : !forHelper;
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
