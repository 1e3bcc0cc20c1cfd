package org.vitrine.bridge.testing;

import static org.junit.jupiter.api.Assertions.assertEquals;

import java.time.Duration;
import java.util.Set;
import java.util.UUID;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.Future;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;
import org.vitrine.bridge.link.HostLink;
import org.vitrine.bridge.link.LinkTiming;
import org.vitrine.bridge.xml.DomainXml;
import org.vitrine.model.host.HostEntry;
import org.vitrine.model.host.HostId;
import org.vitrine.model.host.HostState;
import org.vitrine.model.port.CredentialPrompt;
import org.vitrine.model.port.HypervisorSession;
import org.vitrine.model.problem.ProblemException;
import org.vitrine.model.vm.Action;

/** A host as the app has it: linked through libvirt, watched, and let go of without a trace. */
public final class WatchedHost implements AutoCloseable {

  private static final Duration LIMIT = Duration.ofSeconds(30);

  private final SeenHost seen = new SeenHost();
  private final HostLink link;

  /** Connects; the list is there when this returns. */
  public WatchedHost(String uri) throws InterruptedException {
    HostEntry entry =
        new HostEntry(
            new HostId(UUID.randomUUID().toString()), uri, OpenHosts.address(uri), "", false);
    link =
        new HostLink(
            entry,
            ClosesClean.hypervisor(DomainXml::read),
            CredentialPrompt.NONE,
            seen,
            impatient(LinkTiming.DEFAULT));
    link.connect();
    seen.await(LIMIT, snapshot -> snapshot.state() instanceof HostState.Connected);
  }

  /**
   * As in life, but that an unknown address is looked for more often, and that nothing is read
   * again unless something was heard: what is not told by an event is never seen.
   */
  private static LinkTiming impatient(LinkTiming life) {
    return new LinkTiming(
        life.open(),
        life.backoff(),
        life.stable(),
        life.coalesce(),
        life.publish(),
        life.tick(),
        life.stuck(),
        life.silent(),
        life.giveUp(),
        Duration.ofMinutes(5),
        Duration.ofSeconds(1),
        life.addressKnown(),
        life.jump(),
        life.alive(),
        life.grace());
  }

  public HostLink link() {
    return link;
  }

  /** Waits until the way stands again. */
  public void awaitConnected() throws InterruptedException {
    link.retryNow();
    seen.await(LIMIT, snapshot -> snapshot.state() instanceof HostState.Connected);
  }

  public SeenHost seen() {
    return seen;
  }

  public void watch(UUID... machines) {
    link.watch(Set.of(machines), Duration.ofSeconds(1));
  }

  /** As a click would, and waits for the answer. */
  public void perform(UUID machine, Action action) throws ProblemException, InterruptedException {
    answer(
        link.change(
            machine,
            session -> {
              session.perform(machine, action);
              return Boolean.TRUE;
            },
            LIMIT));
  }

  /** What is done with a session. */
  @FunctionalInterface
  public interface Step {
    void with(HypervisorSession session) throws ProblemException;
  }

  public void ask(Step step) throws ProblemException, InterruptedException {
    answer(
        link.ask(
            session -> {
              step.with(session);
              return Boolean.TRUE;
            },
            LIMIT));
  }

  private static void answer(Future<?> future) throws ProblemException, InterruptedException {
    try {
      future.get(LIMIT.toSeconds() + 10, TimeUnit.SECONDS);
    } catch (ExecutionException failed) {
      if (failed.getCause() instanceof ProblemException problem) {
        throw problem;
      }
      throw new AssertionError(failed);
    } catch (TimeoutException late) {
      throw new AssertionError("no answer, though there is a limit", late);
    }
  }

  @Override
  public void close() {
    link.close();
    assertEquals(0, link.leaked(), "references that libvirt still held");
  }
}
