package org.vitrine.bridge.libvirt;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;

import java.time.Duration;
import java.util.concurrent.CountDownLatch;
import org.junit.jupiter.api.Test;
import org.vitrine.model.problem.Cause;
import org.vitrine.model.problem.Problem;
import org.vitrine.model.problem.ProblemException;

class PatienceTest {

  @Test
  void readingInTimeIsTheOnlyOne() throws Exception {
    try (Patience patience = new Patience(Duration.ofSeconds(30))) {
      assertEquals(
          "first",
          patience.read(
              () -> "first",
              () -> {
                throw new AssertionError("not needed");
              }));
    }
  }

  @Test
  void lateReadingIsLeftToItselfAndNoMoreThanTwoAreTried() throws Exception {
    CountDownLatch hang = new CountDownLatch(1);
    CountDownLatch over = new CountDownLatch(2);
    Patience.Reading<String> hanging =
        () -> {
          try {
            hang.await();
          } catch (InterruptedException stop) {
            throw new IllegalStateException(stop);
          } finally {
            over.countDown();
          }
          return "first";
        };
    try (Patience patience = new Patience(Duration.ofMillis(50))) {
      for (int i = 0; i < 5; i++) {
        assertEquals("second", patience.read(hanging, () -> "second"));
        assertEquals(Math.min(i + 1, 2), patience.stuck());
      }
      hang.countDown();
      over.await();
      while (patience.stuck() > 0) {
        Thread.onSpinWait();
      }
    }
  }

  @Test
  void slowReadingThatEndedMeanwhileIsTaken() throws Exception {
    CountDownLatch go = new CountDownLatch(1);
    try (Patience patience = new Patience(Duration.ofMillis(50))) {
      assertEquals(
          "first",
          patience.read(
              () -> {
                try {
                  go.await();
                } catch (InterruptedException stop) {
                  throw new IllegalStateException(stop);
                }
                return "first";
              },
              () -> {
                go.countDown();
                while (patience.stuck() > 0) {
                  Thread.onSpinWait();
                }
                return "second";
              }));
    }
  }

  @Test
  void failureComesThroughAsItIs() {
    Problem problem = Problem.of(Cause.CONNECTION_LOST, "host");
    try (Patience patience = new Patience(Duration.ofSeconds(30))) {
      assertEquals(
          problem,
          assertThrows(
                  ProblemException.class,
                  () ->
                      patience.read(
                          () -> {
                            throw new ProblemException(problem);
                          },
                          () -> "second"))
              .problem());
    }
  }
}
