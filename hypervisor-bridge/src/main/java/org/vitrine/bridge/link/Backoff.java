package org.vitrine.bridge.link;

import java.time.Duration;
import java.util.List;
import java.util.random.RandomGenerator;

/** How long to wait before the next try: longer each time, and never for all hosts at once. */
final class Backoff {

  private static final double JITTER = 0.2;

  private final List<Duration> steps;
  private final RandomGenerator random;
  private int step;

  Backoff(List<Duration> steps, RandomGenerator random) {
    this.steps = steps;
    this.random = random;
  }

  Duration next() {
    Duration base = steps.get(Math.min(step, steps.size() - 1));
    step++;
    double factor = 1 - JITTER + 2 * JITTER * random.nextDouble();
    return Duration.ofNanos((long) (base.toNanos() * factor));
  }

  void reset() {
    step = 0;
  }
}
