package org.vitrine.app.bench;

import java.time.Duration;
import java.util.Locale;
import java.util.concurrent.locks.LockSupport;
import org.vitrine.app.testing.FakeHosts;
import org.vitrine.app.testing.OnFxThread;
import org.vitrine.app.testing.TestWindow;

/**
 * Figures of the list inside one process, each against a bar of its own: there is no peer that can
 * be asked the same. Prints one line a figure.
 */
public final class ListBench {

  private ListBench() {}

  public static void main(String[] arguments) {
    FakeHosts hosts = new FakeHosts();
    ManyMachines many = new ManyMachines(hosts);
    try (TestWindow window = TestWindow.on(hosts.hypervisor(), FakeHosts.entry("lab"))) {
      window.awaitConnected(FakeHosts.entry("lab")).awaitPicture();
      many.events(Duration.ofSeconds(3));
      many.warm(window);
      figure("list.filter-1000", many.filter(window), 100);
      figure("list.sort-1000", many.sort(window), 100);
      Beat beat = new Beat();
      beat.start();
      many.events(Duration.ofSeconds(10));
      Duration burst = many.exactAfter(window, 2000);
      beat.over = true;
      OnFxThread.run(() -> {});
      figure("list.exact-after-burst-1000", burst, 1000);
      figure("list.worst-stall-1000", Duration.ofNanos(beat.worst), 100);
    }
    System.exit(0);
  }

  /** Asks the window's thread for a turn every 20 ms and keeps the longest wait for one. */
  private static final class Beat extends Thread {
    private volatile boolean over;
    private volatile long worst;

    Beat() {
      super("beat");
      setDaemon(true);
    }

    @Override
    public void run() {
      while (!over) {
        long sent = System.nanoTime();
        OnFxThread.run(() -> {});
        worst = Math.max(worst, System.nanoTime() - sent);
        LockSupport.parkNanos(20_000_000);
      }
    }
  }

  private static void figure(String name, Duration ours, int bar) {
    double millis = ours.toNanos() / 1e6;
    System.out.println(
        String.format(
            Locale.ROOT,
            "%-28s %7.1f ms %7d ms %6.2f %5d %s",
            name,
            millis,
            bar,
            millis / bar,
            1,
            millis <= bar ? "met" : "missed"));
  }
}
