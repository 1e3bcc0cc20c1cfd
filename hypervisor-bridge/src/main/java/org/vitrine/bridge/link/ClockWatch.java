package org.vitrine.bridge.link;

import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;

/** Finds out that the computer slept: the wall clock went on while the monotonic one stood. */
final class ClockWatch {

  private final InstantSource clock;
  private final Duration jump;
  private Instant wall;
  private long nanos;

  ClockWatch(InstantSource clock, Duration jump) {
    this.clock = clock;
    this.jump = jump;
    this.wall = clock.instant();
    this.nanos = System.nanoTime();
  }

  /** Whether that happened since the last question. */
  boolean jumped() {
    Instant nowWall = clock.instant();
    long nowNanos = System.nanoTime();
    Duration apart = Duration.between(wall, nowWall).minusNanos(nowNanos - nanos);
    // where the monotonic clock goes on through a sleep, the gap itself tells
    boolean gap = nowNanos - nanos > jump.toNanos();
    wall = nowWall;
    nanos = nowNanos;
    return gap || apart.abs().compareTo(jump) > 0;
  }
}
