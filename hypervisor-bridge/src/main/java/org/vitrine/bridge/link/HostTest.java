package org.vitrine.bridge.link;

import java.time.Duration;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicBoolean;
import java.util.concurrent.atomic.AtomicReference;
import org.jspecify.annotations.Nullable;
import org.vitrine.model.host.HostAddress;
import org.vitrine.model.host.HostFacts;
import org.vitrine.model.port.CredentialPrompt;
import org.vitrine.model.port.Hypervisor;
import org.vitrine.model.port.HypervisorSession;
import org.vitrine.model.problem.Cause;
import org.vitrine.model.problem.Problem;
import org.vitrine.model.problem.ProblemException;

/** Opens a host, asks who it is, and leaves again. */
final class HostTest {

  private final HostAddress address;
  private final CompletableFuture<HostFacts> answer = new CompletableFuture<>();
  private final AtomicReference<@Nullable HypervisorSession> session = new AtomicReference<>();
  private final AtomicBoolean over = new AtomicBoolean();

  HostTest(HostAddress address) {
    this.address = address;
  }

  CompletableFuture<HostFacts> start(
      Hypervisor hypervisor, CredentialPrompt prompt, Duration limit) {
    CompletableFuture.delayedExecutor(limit.toNanos(), TimeUnit.NANOSECONDS, this::aside)
        .execute(this::giveUp);
    aside(() -> run(hypervisor, prompt));
    return answer;
  }

  private void aside(Runnable step) {
    Thread.ofPlatform().daemon().name("vitrine-host-test").start(step);
  }

  private void run(Hypervisor hypervisor, CredentialPrompt prompt) {
    try {
      HypervisorSession way = hypervisor.open(address, prompt, news -> {});
      session.set(way);
      if (over.get()) {
        release();
        return;
      }
      HostFacts facts = way.facts();
      release();
      answer.complete(facts);
    } catch (ProblemException e) {
      release();
      answer.completeExceptionally(e);
    } catch (RuntimeException | Error e) {
      release();
      answer.completeExceptionally(Reply.unforeseen(e));
    }
    over.set(true);
  }

  private void giveUp() {
    if (over.compareAndSet(false, true)) {
      Problem late = Problem.of(Cause.TIMED_OUT, address.uri());
      answer.completeExceptionally(new ProblemException(late));
      release();
    }
  }

  /** Whoever comes first lets go; once. */
  private void release() {
    HypervisorSession open = session.getAndSet(null);
    if (open != null) {
      open.release();
    }
  }
}
