package org.vitrine.bridge.link;

import java.time.Duration;
import java.util.concurrent.atomic.AtomicInteger;
import org.vitrine.model.port.HypervisorSession;

/**
 * Lets sessions go, each on a thread of its own since even that may hang, and remembers whether
 * anything of them was left behind.
 */
final class Farewells {

  private final String name;
  private final Duration grace;
  private final AtomicInteger leaked = new AtomicInteger();
  private int open;

  Farewells(String name, Duration grace) {
    this.name = name;
    this.grace = grace;
  }

  /** First waits a moment for calls under way: the library does not like to lose a way mid-call. */
  void bid(Calls calls) {
    bid(
        () -> {
          calls.workers().await(grace);
          release(calls.session());
        });
  }

  /** For a session that nobody waits for any more. */
  void bid(HypervisorSession session) {
    bid(() -> release(session));
  }

  private interface Steps {
    void taken() throws InterruptedException;
  }

  private void bid(Steps steps) {
    synchronized (this) {
      open++;
    }
    Thread.ofPlatform()
        .daemon()
        .name("vitrine-" + name + "-farewell")
        .start(
            () -> {
              try {
                steps.taken();
              } catch (InterruptedException _) {
                Thread.currentThread().interrupt();
              } finally {
                synchronized (this) {
                  open--;
                  notifyAll();
                }
              }
            });
  }

  private void release(HypervisorSession session) {
    leaked.addAndGet(session.release());
  }

  /** References that the library still held after sessions were let go of; 0 is clean. */
  int leaked() {
    return leaked.get();
  }

  /** Blocks until all are gone, or the time is over. */
  synchronized boolean await(Duration time) throws InterruptedException {
    long until = System.nanoTime() + time.toNanos();
    while (open > 0) {
      long left = (until - System.nanoTime()) / 1_000_000;
      if (left <= 0) {
        return false;
      }
      wait(left);
    }
    return true;
  }
}
