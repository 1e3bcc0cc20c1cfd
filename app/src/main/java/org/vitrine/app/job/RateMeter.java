package org.vitrine.app.job;

import java.util.ArrayDeque;
import java.util.Deque;

/** Speed over the last five seconds, so that one slow moment does not swing the time left. */
final class RateMeter {

  private static final long WINDOW_NANOS = 5_000_000_000L;

  private record Mark(long nanos, long bytes) {}

  private final Deque<Mark> marks = new ArrayDeque<>();

  void add(long nanos, long bytes) {
    Mark last = marks.peekLast();
    if (last != null && bytes < last.bytes) {
      marks.clear();
    }
    marks.addLast(new Mark(nanos, bytes));
    while (marks.size() > 2 && nanos - marks.getFirst().nanos > WINDOW_NANOS) {
      marks.removeFirst();
    }
  }

  double bytesPerSecond() {
    if (marks.size() < 2) {
      return 0;
    }
    Mark first = marks.getFirst();
    Mark last = marks.getLast();
    long nanos = last.nanos - first.nanos;
    return nanos <= 0 ? 0 : (last.bytes - first.bytes) * 1e9 / nanos;
  }
}
