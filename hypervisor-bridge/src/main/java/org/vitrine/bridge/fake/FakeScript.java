package org.vitrine.bridge.fake;

import java.time.Duration;
import java.util.HashMap;
import java.util.HashSet;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;
import java.util.function.BooleanSupplier;
import org.jspecify.annotations.Nullable;
import org.vitrine.model.port.JobReading;
import org.vitrine.model.problem.Cause;
import org.vitrine.model.problem.Problem;
import org.vitrine.model.problem.ProblemException;

/**
 * What a host's calls do besides their work, by the name of the method; {@link #ALL} stands for
 * every call. Reading some machines only goes by {@code machinesOf}. Counts what was called, too.
 */
public final class FakeScript {

  /** Stands for every call but {@code release}. */
  public static final String ALL = "*";

  private final Map<String, Duration> delays = new HashMap<>();
  private final Set<String> hanging = new HashSet<>();
  private @Nullable JobReading progress;
  private final Map<String, Failure> failures = new HashMap<>();
  private final Map<String, Throwing> throwing = new HashMap<>();
  private final Map<String, Integer> calls = new HashMap<>();
  private final Map<String, Set<String>> threads = new HashMap<>();
  private final Map<String, Integer> inFlight = new HashMap<>();
  private final Map<String, Integer> peaks = new HashMap<>();
  private int inFlightOfAll;
  private int peakOfAll;

  private record Failure(Problem problem, int times) {}

  /** Something unchecked that a call throws. */
  @FunctionalInterface
  public interface Throwing {
    void thrown();
  }

  /** Every call of that name takes at least that long. */
  public synchronized void delay(String call, Duration time) {
    delays.put(call, time);
  }

  /** Calls of that name do not come back until they are let go or their session is lost. */
  public synchronized void hang(String call) {
    hanging.add(call);
  }

  public synchronized void letGo(String call) {
    hanging.remove(call);
    notifyAll();
  }

  /** How far the long action under way is said to be; null for nothing. */
  public synchronized void progress(@Nullable JobReading reading) {
    progress = reading;
  }

  synchronized @Nullable JobReading progress() {
    return progress;
  }

  /** The next so many calls of that name fail. */
  public synchronized void fail(String call, Problem problem, int times) {
    failures.put(call, new Failure(problem, times));
  }

  /** Calls of that name throw what no port declares. */
  public synchronized void explode(String call, Throwing how) {
    throwing.put(call, how);
  }

  /** Back to a host that does as it is told; the counts stay. */
  public synchronized void clear() {
    delays.clear();
    hanging.clear();
    failures.clear();
    throwing.clear();
    notifyAll();
  }

  public synchronized int calls(String call) {
    return ALL.equals(call)
        ? calls.values().stream().mapToInt(Integer::intValue).sum()
        : calls.getOrDefault(call, 0);
  }

  /** How many calls of that name are under way now. */
  public synchronized int inFlight(String call) {
    return ALL.equals(call) ? inFlightOfAll : inFlight.getOrDefault(call, 0);
  }

  /** The most calls of that name that were ever under way at one time. */
  public synchronized int peak(String call) {
    return ALL.equals(call) ? peakOfAll : peaks.getOrDefault(call, 0);
  }

  /** Names of the threads that made calls of that name. */
  public synchronized Set<String> threads(String call) {
    return new TreeSet<>(threads.getOrDefault(call, Set.of()));
  }

  /** To be told that a session was lost, so that what hangs on it wakes up. */
  synchronized void wake() {
    notifyAll();
  }

  synchronized void enter(String call, BooleanSupplier lost) throws ProblemException {
    calls.merge(call, 1, Integer::sum);
    threads.computeIfAbsent(call, name -> new HashSet<>()).add(Thread.currentThread().getName());
    int now = inFlight.merge(call, 1, Integer::sum);
    peaks.merge(call, now, Math::max);
    peakOfAll = Math.max(peakOfAll, ++inFlightOfAll);
    boolean passed = false;
    try {
      play(call, lost);
      passed = true;
    } finally {
      if (!passed) {
        leave(call);
      }
    }
  }

  synchronized void leave(String call) {
    inFlight.merge(call, -1, Integer::sum);
    inFlightOfAll--;
  }

  private void play(String call, BooleanSupplier lost) throws ProblemException {
    linger(call, lost);
    requireWay(lost);
    Throwing explosion = throwing.get(call);
    if (explosion != null) {
      explosion.thrown();
    }
    failure(call);
    failure(ALL);
  }

  /** As a native call does, it takes no notice of an interrupt until it is over. */
  private void linger(String call, BooleanSupplier lost) {
    @Nullable Duration delay = delays.get(call);
    if (delay == null && !"release".equals(call)) {
      delay = delays.get(ALL);
    }
    long until = System.nanoTime() + (delay == null ? 0 : delay.toNanos());
    boolean interrupted = false;
    while (!lost.getAsBoolean()) {
      long left = (until - System.nanoTime() + 999_999) / 1_000_000;
      if (left <= 0 && !hangs(call)) {
        break;
      }
      try {
        wait(left > 0 ? left : 0);
      } catch (InterruptedException _) {
        interrupted = true;
      }
    }
    if (interrupted) {
      Thread.currentThread().interrupt();
    }
  }

  private boolean hangs(String call) {
    return hanging.contains(call) || (hanging.contains(ALL) && !"release".equals(call));
  }

  private static void requireWay(BooleanSupplier lost) throws ProblemException {
    if (lost.getAsBoolean()) {
      throw new ProblemException(Problem.of(Cause.CONNECTION_LOST, ""));
    }
  }

  private void failure(String call) throws ProblemException {
    Failure failure = failures.get(call);
    if (failure != null) {
      if (failure.times() <= 1) {
        failures.remove(call);
      } else {
        failures.put(call, new Failure(failure.problem(), failure.times() - 1));
      }
      throw new ProblemException(failure.problem());
    }
  }
}
