package org.vitrine.bridge.fake;

import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Random;
import java.util.function.Consumer;
import org.vitrine.model.port.HostListener.News;

/**
 * The way of a host's news to its listeners: straight, unless scripted to lose, double or shuffle.
 * They are told on the thread that made the change.
 */
public final class FakeNews {

  private final Consumer<News> out;
  private final List<News> held = new ArrayList<>();
  private Random chance = new Random(0);
  private double lost;
  private double doubled;
  private int window;

  FakeNews(Consumer<News> out) {
    this.out = out;
  }

  /**
   * From now on the same mischief for the same seed.
   *
   * @param lost share of news that never arrives, 0 to 1
   * @param doubled share that arrives twice
   * @param window how many are held back and then told in any order; 0 for none
   */
  public synchronized void mischief(long seed, double lost, double doubled, int window) {
    this.chance = new Random(seed);
    this.lost = lost;
    this.doubled = doubled;
    this.window = window;
  }

  /** Tells what is held back still. */
  public void flush() {
    drain(0).forEach(out);
  }

  void tell(News news) {
    take(news).forEach(out);
  }

  private synchronized List<News> take(News news) {
    if (lost > 0 && chance.nextDouble() < lost) {
      return List.of();
    }
    held.add(news);
    if (doubled > 0 && chance.nextDouble() < doubled) {
      held.add(news);
    }
    return drain(window);
  }

  private synchronized List<News> drain(int allowed) {
    if (held.size() <= allowed) {
      return List.of();
    }
    List<News> told = new ArrayList<>(held);
    held.clear();
    if (window > 0) {
      Collections.shuffle(told, chance);
    }
    return told;
  }
}
