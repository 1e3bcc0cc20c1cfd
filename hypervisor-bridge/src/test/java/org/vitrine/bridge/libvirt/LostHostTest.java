package org.vitrine.bridge.libvirt;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.time.Duration;
import java.util.UUID;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;
import org.vitrine.bridge.testing.ClosesClean;
import org.vitrine.bridge.testing.HeardNews;
import org.vitrine.bridge.testing.NeedsSessionDaemon;
import org.vitrine.bridge.testing.OpenHosts;
import org.vitrine.bridge.testing.SessionDaemon;
import org.vitrine.model.port.HostListener.News;
import org.vitrine.model.port.HostListener.Why;
import org.vitrine.model.port.HypervisorSession;
import org.vitrine.model.problem.Cause;
import org.vitrine.model.problem.ProblemException;
import org.vitrine.model.vm.Action;
import org.vitrine.model.vm.MachineState;

/** A daemon that dies or hangs. */
@NeedsSessionDaemon
@ExtendWith(ClosesClean.class)
class LostHostTest {

  private static final Duration SOON = Duration.ofSeconds(10);

  private final HeardNews news = new HeardNews();
  private SessionDaemon daemon;

  @BeforeEach
  void start() throws Exception {
    daemon = SessionDaemon.start();
  }

  @AfterEach
  void stop() throws Exception {
    daemon.close();
  }

  @Test
  void killedDaemonIsLostOnceAndItsMachinesAreFoundAgain(OpenHosts hosts) throws Exception {
    UUID uuid = daemon.define("survivor");
    HypervisorSession session = hosts.open(daemon.uri(), news);
    session.perform(uuid, Action.START);
    ProcessHandle emulator = daemon.emulator("survivor");
    SessionDaemon.signal(daemon.process(), "KILL");
    news.await(SOON, heard -> heard.equals(new News.Lost(Why.END_OF_FILE)));
    assertFalse(session.isAlive());
    assertEquals(
        Cause.CONNECTION_LOST,
        assertThrows(ProblemException.class, session::machines).problem().cause());
    assertEquals(
        Cause.CONNECTION_LOST,
        assertThrows(ProblemException.class, session::networks).problem().cause());
    assertEquals(0, session.release());
    assertEquals(1, news.all().stream().filter(News.Lost.class::isInstance).count());

    assertTrue(emulator.isAlive());
    daemon.restart();
    HypervisorSession again = hosts.open(daemon.uri(), news);
    assertEquals(MachineState.RUNNING, again.machines().getFirst().state());
    assertEquals(uuid, again.machines().getFirst().uuid());
  }

  @Test
  @Tag("slow")
  void hungDaemonIsLostAfterTheKeepalive(OpenHosts hosts) throws Exception {
    HypervisorSession session = hosts.open(daemon.uri(), news);
    SessionDaemon.signal(daemon.process(), "STOP");
    ExecutorService caller = Executors.newSingleThreadExecutor();
    try {
      Future<?> stuck = caller.submit(session::networks);
      news.await(Duration.ofSeconds(40), heard -> heard.equals(new News.Lost(Why.NO_ANSWER)));
      assertThrows(Exception.class, () -> stuck.get(20, TimeUnit.SECONDS));
      assertFalse(session.isAlive());
      assertEquals(0, session.release());
    } finally {
      SessionDaemon.signal(daemon.process(), "CONT");
      caller.shutdown();
    }
  }

  @Test
  void closingIsNotALoss(OpenHosts hosts) throws Exception {
    HypervisorSession session = hosts.open(daemon.uri(), news);
    assertEquals(0, session.release());
    daemon.define("nobody-hears");
    assertTrue(news.all().isEmpty(), () -> news.all().toString());
  }
}
