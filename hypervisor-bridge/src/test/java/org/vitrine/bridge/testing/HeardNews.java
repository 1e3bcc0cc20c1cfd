package org.vitrine.bridge.testing;

import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.function.Predicate;
import org.vitrine.model.port.HostListener;

/** Notes what a host says, and waits for what a test expects of it. */
public final class HeardNews implements HostListener {

  private final List<News> heard = new ArrayList<>();

  @Override
  public synchronized void heard(News news) {
    heard.add(news);
    notifyAll();
  }

  public synchronized List<News> all() {
    return List.copyOf(heard);
  }

  /** Waits until it was heard, or fails with what was. */
  public synchronized News await(Duration patience, Predicate<News> expected)
      throws InterruptedException {
    long end = System.nanoTime() + patience.toNanos();
    while (true) {
      for (News news : heard) {
        if (expected.test(news)) {
          return news;
        }
      }
      long left = (end - System.nanoTime()) / 1_000_000;
      if (left <= 0) {
        throw new AssertionError("not heard within " + patience + "; heard " + heard);
      }
      wait(left);
    }
  }
}
