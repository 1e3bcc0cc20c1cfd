package org.vitrine.bridge.libvirt;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicInteger;
import org.junit.jupiter.api.Test;
import org.vitrine.bridge.event.Silence;
import org.vitrine.model.port.CredentialPrompt;
import org.vitrine.model.problem.Cause;
import org.vitrine.model.problem.ProblemException;

class LinkTest {

  private final AtomicInteger inside = new AtomicInteger();
  private final CountDownLatch go = new CountDownLatch(1);

  private static Link open() throws Exception {
    Silence.install();
    return new Link("test:///default", new PromptingAuth(CredentialPrompt.NONE));
  }

  private Thread caller(Link link, CountDownLatch entered) {
    return Thread.ofPlatform()
        .start(
            () -> {
              try {
                link.call(
                    (libvirt, connection) -> {
                      inside.incrementAndGet();
                      entered.countDown();
                      try {
                        go.await();
                      } catch (InterruptedException stop) {
                        throw new IllegalStateException(stop);
                      }
                      inside.decrementAndGet();
                      return Boolean.TRUE;
                    });
              } catch (ProblemException refused) {
                throw new IllegalStateException(refused);
              }
            });
  }

  private List<Thread> callers(Link link, int count, CountDownLatch entered) {
    List<Thread> callers = new ArrayList<>();
    for (int i = 0; i < count; i++) {
      callers.add(caller(link, entered));
    }
    return callers;
  }

  @Test
  void fifthCallIsHeldBack() throws Exception {
    Link link = open();
    CountDownLatch four = new CountDownLatch(4);
    List<Thread> callers = callers(link, 4, four);
    assertTrue(four.await(10, TimeUnit.SECONDS));
    assertEquals(0, link.freePermits());
    CountDownLatch fifth = new CountDownLatch(1);
    Thread late = caller(link, fifth);
    while (!link.isWaitedFor()) {
      Thread.onSpinWait();
    }
    assertEquals(4, inside.get());
    go.countDown();
    late.join();
    for (Thread caller : callers) {
      caller.join();
    }
    assertEquals(4, link.freePermits());
    assertEquals(0, link.release());
  }

  @Test
  void closingUnderACallWaitsForItAndTakesNoOther() throws Exception {
    Link link = open();
    CountDownLatch one = new CountDownLatch(1);
    Thread caller = caller(link, one);
    assertTrue(one.await(10, TimeUnit.SECONDS));
    AtomicInteger left = new AtomicInteger(-1);
    Thread closer = Thread.ofPlatform().start(() -> left.set(link.release()));
    while (link.isUp()) {
      Thread.onSpinWait();
    }
    assertEquals(
        Cause.CONNECTION_LOST,
        assertThrows(ProblemException.class, () -> link.call((l, c) -> Boolean.TRUE))
            .problem()
            .cause());
    go.countDown();
    closer.join();
    caller.join();
    assertEquals(0, left.get());
  }

  @Test
  void callThatNeverReturnsDoesNotHoldUpTheClosing() throws Exception {
    Link link = open();
    CountDownLatch one = new CountDownLatch(1);
    Thread caller = caller(link, one);
    assertTrue(one.await(10, TimeUnit.SECONDS));
    assertEquals(1, link.release(), "said to be unclean, not hidden");
    go.countDown();
    caller.join();
    assertEquals(0, link.release(), "closed by the call that was the last to leave");
  }
}
