package org.vitrine.bridge.link;

import java.time.Duration;

/** Tells how long a host has owed an answer. May be touched from any thread. */
final class Pulse {

  private int pending;
  private long quietSince = System.nanoTime();

  synchronized void asked() {
    if (pending++ == 0) {
      quietSince = System.nanoTime();
    }
  }

  synchronized void answered() {
    pending--;
    quietSince = System.nanoTime();
  }

  /** Something came by itself. */
  synchronized void heard() {
    quietSince = System.nanoTime();
  }

  /** Zero while nothing is asked. */
  synchronized Duration owing() {
    return pending == 0 ? Duration.ZERO : Duration.ofNanos(System.nanoTime() - quietSince);
  }
}
