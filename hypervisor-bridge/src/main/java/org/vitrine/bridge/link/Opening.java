package org.vitrine.bridge.link;

import java.time.Duration;
import java.util.Optional;
import java.util.concurrent.Future;
import java.util.function.BiConsumer;
import org.jspecify.annotations.Nullable;
import org.vitrine.model.host.HostAddress;
import org.vitrine.model.port.CredentialPrompt;
import org.vitrine.model.port.HostListener;
import org.vitrine.model.port.Hypervisor;
import org.vitrine.model.port.HypervisorSession;
import org.vitrine.model.problem.Cause;
import org.vitrine.model.problem.Problem;
import org.vitrine.model.problem.ProblemException;

/**
 * One try to open a host, on a thread of its own with a deadline. The deadline stands still while a
 * person is being asked for something. A session that comes after the deadline, or after nobody
 * wants it any more, is let go of at once.
 */
final class Opening {

  private final HostAddress address;
  private final String name;
  private final Desk desk;
  private final Duration limit;
  private final Farewells farewells;
  private final BiConsumer<Opening, Reply<HypervisorSession>> then;
  private @Nullable Future<?> deadline;
  private boolean over;
  private int questions;
  private long sinceNanos;

  Opening(Room room, BiConsumer<Opening, Reply<HypervisorSession>> then) {
    this.address = room.address();
    this.name = room.name();
    this.desk = room.desk();
    this.limit = room.timing().open();
    this.farewells = room.farewells();
    this.then = then;
  }

  /** Begins; {@code back} is run when the thread has come back, however late. */
  void start(Hypervisor hypervisor, CredentialPrompt prompt, HostListener listener, Runnable back) {
    synchronized (this) {
      sinceNanos = System.nanoTime();
    }
    deadline = desk.after(limit, this::checkDeadline);
    Thread.ofPlatform()
        .daemon()
        .name("vitrine-" + name + "-open")
        .start(
            () -> {
              Reply<HypervisorSession> reply =
                  open(hypervisor, question -> ask(prompt, question), listener);
              back.run();
              if (!finish() || !desk.put(() -> arrived(reply))) {
                late(reply);
              }
            });
  }

  private Reply<HypervisorSession> open(
      Hypervisor hypervisor, CredentialPrompt prompt, HostListener listener) {
    try {
      return new Reply.Got<>(hypervisor.open(address, prompt, listener));
    } catch (ProblemException e) {
      return new Reply.Failed<>(e);
    } catch (RuntimeException | Error e) {
      return new Reply.Failed<>(Reply.unforeseen(e));
    }
  }

  /** Nobody waits for it any more. */
  void abandon() {
    finish();
    cancelDeadline();
  }

  private void arrived(Reply<HypervisorSession> reply) {
    cancelDeadline();
    then.accept(this, reply);
  }

  private void late(Reply<HypervisorSession> reply) {
    if (reply instanceof Reply.Got<HypervisorSession>(HypervisorSession session)) {
      farewells.bid(session);
    }
  }

  private synchronized boolean finish() {
    boolean first = !over;
    over = true;
    return first;
  }

  private void checkDeadline() {
    long left;
    synchronized (this) {
      left = questions > 0 ? limit.toNanos() : sinceNanos + limit.toNanos() - System.nanoTime();
    }
    if (left > 0) {
      deadline = desk.after(Duration.ofNanos(left), this::checkDeadline);
    } else if (finish()) {
      Problem problem = Problem.of(Cause.TIMED_OUT, address.uri());
      then.accept(this, new Reply.Failed<>(new ProblemException(problem)));
    }
  }

  private void cancelDeadline() {
    if (deadline != null) {
      deadline.cancel(false);
    }
  }

  private Optional<String> ask(CredentialPrompt prompt, CredentialPrompt.Question question) {
    synchronized (this) {
      if (over) {
        return Optional.empty();
      }
      questions++;
    }
    try {
      return prompt.answer(question);
    } finally {
      synchronized (this) {
        questions--;
        sinceNanos = System.nanoTime();
      }
    }
  }
}
