package org.vitrine.bridge.event;

import java.lang.System.Logger;
import java.lang.System.Logger.Level;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.atomic.AtomicLong;
import org.jspecify.annotations.Nullable;
import org.libvirt.Library;

/**
 * The thread that dispatches for all hosts, and does nothing else. It goes on after an iteration
 * that failed, and is replaced when it dies.
 */
public final class EventLoop {

  private static final Logger LOG = System.getLogger(EventLoop.class.getName());
  private static final long LONGEST_PAUSE = 1_000;
  private static final Duration LONGEST_SETTLING = Duration.ofSeconds(1);

  /** One round of dispatching. */
  @FunctionalInterface
  public interface Iteration {
    void run() throws Exception;
  }

  private final Iteration prepare;
  private final Iteration iteration;
  private final Poke poke;
  private final AtomicLong failures = new AtomicLong();
  private final AtomicLong deaths = new AtomicLong();
  private final AtomicLong rounds = new AtomicLong();
  private final Object lock = new Object();
  private final List<Retired> retired = new ArrayList<>();
  private @Nullable Thread thread;

  /** Makes the loop go round. */
  interface Poke {
    int start();

    void stop(int timer);
  }

  private record Retired(Object held, long round) {}

  public EventLoop() {
    this(Library::initEventLoop, Library::processEvent, new LibvirtPoke());
  }

  EventLoop(Iteration prepare, Iteration iteration, Poke poke) {
    this.prepare = prepare;
    this.iteration = iteration;
    this.poke = poke;
  }

  /** Must be called before a host is opened: else it cannot be listened to. */
  public void ensureRunning() throws Exception {
    synchronized (lock) {
      Thread running = thread;
      if (running == null) {
        prepare.run();
      }
      if (running == null || !running.isAlive()) {
        start();
      }
    }
  }

  /** Rounds that failed, since the start. */
  public long failures() {
    return failures.get();
  }

  /** Times the thread had to be replaced. */
  public long deaths() {
    return deaths.get();
  }

  /**
   * Keeps a callback that was deregistered until it can no longer be running: its native stub goes
   * with it.
   */
  public void retire(Object callback) {
    synchronized (lock) {
      retired.add(new Retired(callback, rounds.get()));
    }
  }

  /**
   * Waits until all that was on its way when this was called has been dispatched: a callback that
   * is running holds its connection.
   */
  public void settle() {
    synchronized (lock) {
      if (thread == null || thread.equals(Thread.currentThread())) {
        return;
      }
      long settled = rounds.get() + 2;
      long end = System.nanoTime() + LONGEST_SETTLING.toNanos();
      // due at once and in every round, so that the loop goes round without any news
      int timer = poke.start();
      try {
        while (rounds.get() < settled) {
          long left = (end - System.nanoTime()) / 1_000_000;
          if (left <= 0) {
            return;
          }
          lock.wait(left);
        }
      } catch (InterruptedException interrupted) {
        Thread.currentThread().interrupt();
      } finally {
        poke.stop(timer);
      }
    }
  }

  private void start() {
    Thread next = new Thread(this::run, "libvirt-events");
    next.setDaemon(true);
    next.setUncaughtExceptionHandler(
        (dead, why) -> {
          deaths.incrementAndGet();
          LOG.log(Level.ERROR, "The event thread died and is replaced", why);
          synchronized (lock) {
            start();
          }
        });
    thread = next;
    next.start();
  }

  private void run() {
    long pause = 0;
    while (true) {
      try {
        iteration.run();
        pause = 0;
      } catch (Exception failure) {
        failures.incrementAndGet();
        LOG.log(Level.WARNING, "A round of event dispatching failed", failure);
        pause = Math.min(LONGEST_PAUSE, pause * 2 + 10);
      }
      release(rounds.incrementAndGet());
      if (pause > 0 && !rested(pause)) {
        return;
      }
    }
  }

  private static boolean rested(long millis) {
    try {
      Thread.sleep(millis);
      return true;
    } catch (InterruptedException stop) {
      Thread.currentThread().interrupt();
      return false;
    }
  }

  private void release(long round) {
    synchronized (lock) {
      // two rounds: the first may have begun before the callback was deregistered
      retired.removeIf(entry -> entry.round + 2 <= round);
      lock.notifyAll();
    }
  }
}
