package org.vitrine.bridge.event;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertNotEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.concurrent.BlockingQueue;
import java.util.concurrent.LinkedBlockingQueue;
import java.util.concurrent.SynchronousQueue;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicInteger;
import org.junit.jupiter.api.Test;

class EventLoopTest {

  private final BlockingQueue<Thread> rounds = new LinkedBlockingQueue<>();
  private final BlockingQueue<Throwable> script = new SynchronousQueue<>();
  private final AtomicInteger prepared = new AtomicInteger();

  private final EventLoop loop =
      new EventLoop(
          prepared::incrementAndGet,
          () -> {
            rounds.add(Thread.currentThread());
            switch (script.take()) {
              case Exception failure -> throw failure;
              case Error death -> throw death;
              default -> throw new IllegalStateException();
            }
          },
          new EventLoop.Poke() {
            @Override
            public int start() {
              return 0;
            }

            @Override
            public void stop(int timer) {}
          });

  private Thread round() throws InterruptedException {
    Thread thread = rounds.poll(10, TimeUnit.SECONDS);
    assertTrue(thread != null, "no round began");
    return thread;
  }

  @Test
  void roundThatFailsIsCountedAndTheNextOneFollowsOnTheSameThread() throws Exception {
    loop.ensureRunning();
    Thread first = round();
    assertEquals("libvirt-events", first.getName());
    assertTrue(first.isDaemon());
    script.put(new IllegalArgumentException("once"));
    assertEquals(first, round());
    script.put(new java.io.IOException("twice"));
    assertEquals(first, round());
    assertEquals(2, loop.failures());
    assertEquals(0, loop.deaths());
  }

  @Test
  void threadThatDiesIsReplaced() throws Exception {
    loop.ensureRunning();
    Thread first = round();
    script.put(new AssertionError("dies"));
    Thread second = round();
    assertNotEquals(first, second);
    first.join(10_000);
    assertEquals(1, loop.deaths());
    loop.ensureRunning();
    assertTrue(rounds.isEmpty(), "one thread is enough");
    assertEquals(1, prepared.get(), "libvirt takes one event loop a process");
  }
}
