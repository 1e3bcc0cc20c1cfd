package org.vitrine.app.flow;

import static org.junit.jupiter.api.Assertions.assertTrue;

import java.time.Duration;
import org.junit.jupiter.api.Test;
import org.vitrine.app.bench.ManyMachines;
import org.vitrine.app.testing.TestWindow;

/** A thousand machines that never stand still. */
class ManyMachinesTest extends FakeWindow {

  @Test
  void tenThousandEventsAMinuteAndABurstLeaveTheListExactWithinASecond() {
    ManyMachines many = new ManyMachines(hosts);
    TestWindow window = open(LAB);
    many.events(Duration.ofSeconds(3));
    assertTrue(many.exactAfter(window, 0).toMillis() < 1000, "after steady news");
    long millis = many.exactAfter(window, 2000).toMillis();
    assertTrue(millis < 1000, () -> "after a burst the list was exact after " + millis + " ms");
  }

  @Test
  void aThousandLinesAreFilteredAndSortedAtOnce() {
    ManyMachines many = new ManyMachines(hosts);
    TestWindow window = open(LAB);
    many.warm(window);
    long filter = many.filter(window).toMillis();
    long sort = many.sort(window).toMillis();
    assertTrue(filter < 100, () -> "filtering took " + filter + " ms");
    assertTrue(sort < 100, () -> "sorting took " + sort + " ms");
  }
}
