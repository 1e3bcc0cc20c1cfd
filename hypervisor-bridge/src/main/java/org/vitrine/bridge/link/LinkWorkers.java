package org.vitrine.bridge.link;

import java.time.Duration;
import java.util.EnumMap;
import java.util.Locale;
import java.util.Map;
import java.util.concurrent.ArrayBlockingQueue;
import java.util.concurrent.RejectedExecutionException;
import java.util.concurrent.ThreadPoolExecutor;
import java.util.concurrent.TimeUnit;

/**
 * The few threads that may wait for one host, for as long as one session lives. No lane can take
 * another's threads: a machine that keeps its polls waiting does not keep the list from being read.
 */
final class LinkWorkers {

  enum Lane {
    /** Lists of machines, one after the other, so that an older one never overtakes a newer. */
    READ(1, 16),
    /** Counters, addresses, definitions: what one hung machine can keep waiting. */
    POLL(2, 16),
    /** What a user asked for. */
    WORK(4, 512),
    /** Whether the host is there at all. */
    PROBE(1, 1);

    private final int threads;
    private final int queue;

    Lane(int threads, int queue) {
      this.threads = threads;
      this.queue = queue;
    }
  }

  private final Map<Lane, ThreadPoolExecutor> lanes = new EnumMap<>(Lane.class);

  LinkWorkers(String name) {
    for (Lane lane : Lane.values()) {
      lanes.put(
          lane,
          new ThreadPoolExecutor(
              lane.threads,
              lane.threads,
              0,
              TimeUnit.SECONDS,
              new ArrayBlockingQueue<>(lane.queue),
              Thread.ofPlatform()
                  .daemon()
                  .name("vitrine-" + name + "-" + lane.name().toLowerCase(Locale.ROOT) + "-", 1)
                  .factory()));
    }
  }

  /** Returns false when the lane is full or gone. */
  boolean put(Lane lane, Runnable work) {
    try {
      pool(lane).execute(work);
      return true;
    } catch (RejectedExecutionException _) {
      return false;
    }
  }

  /** Forgets what waits and lets the threads go as soon as their calls come back. */
  void stop() {
    lanes.values().forEach(ThreadPoolExecutor::shutdownNow);
  }

  /** Blocks until all calls came back, or the time is over. */
  boolean await(Duration time) throws InterruptedException {
    long until = System.nanoTime() + time.toNanos();
    for (ThreadPoolExecutor pool : lanes.values()) {
      if (!pool.awaitTermination(until - System.nanoTime(), TimeUnit.NANOSECONDS)) {
        return false;
      }
    }
    return true;
  }

  private ThreadPoolExecutor pool(Lane lane) {
    ThreadPoolExecutor pool = lanes.get(lane);
    if (pool == null) {
      throw new IllegalStateException("no lane " + lane);
    }
    return pool;
  }
}
