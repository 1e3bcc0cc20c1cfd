package org.vitrine.app.job;

import static org.junit.jupiter.api.Assertions.assertEquals;

import org.junit.jupiter.api.Test;

class RateMeterTest {

  private static final long SECOND = 1_000_000_000L;

  private final RateMeter meter = new RateMeter();

  @Test
  void oneMarkMakesNoSpeed() {
    assertEquals(0, meter.bytesPerSecond());
    meter.add(0, 1000);
    assertEquals(0, meter.bytesPerSecond());
  }

  @Test
  void speedIsThatOfTheLastSeconds() {
    for (int i = 0; i <= 10; i++) {
      meter.add(i * SECOND, i * 100L);
    }
    assertEquals(100, meter.bytesPerSecond(), 0.001);
    for (int i = 11; i <= 16; i++) {
      meter.add(i * SECOND, 1000 + (i - 10) * 500L);
    }
    assertEquals(500, meter.bytesPerSecond(), 0.001);
  }

  @Test
  void twoMarksAtOnceMakeNoSpeed() {
    meter.add(SECOND, 0);
    meter.add(SECOND, 1000);
    assertEquals(0, meter.bytesPerSecond());
  }

  @Test
  void goingBackBeginsAnew() {
    meter.add(0, 0);
    meter.add(SECOND, 1000);
    meter.add(2 * SECOND, 10);
    assertEquals(0, meter.bytesPerSecond());
    meter.add(3 * SECOND, 60);
    assertEquals(50, meter.bytesPerSecond(), 0.001);
  }

  @Test
  void longPauseLowersTheSpeed() {
    meter.add(0, 0);
    meter.add(SECOND, 1000);
    meter.add(101 * SECOND, 1000);
    assertEquals(0, meter.bytesPerSecond(), 0.001);
  }
}
