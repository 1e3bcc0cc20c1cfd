package org.vitrine.bridge.link;

import java.util.Optional;
import java.util.function.Consumer;
import org.jspecify.annotations.Nullable;
import org.vitrine.bridge.link.LinkWorkers.Lane;
import org.vitrine.model.port.HypervisorSession;
import org.vitrine.model.problem.Problem;

/**
 * One session's calls: made on a worker, answered on the desk, forgotten once the session ended.
 */
final class Calls {

  private final HypervisorSession session;
  private final LinkWorkers workers;
  private final Pulse pulse;
  private final Desk desk;
  private final Consumer<Optional<Problem>> heard;
  private volatile boolean ended;

  /**
   * Ready.
   *
   * @param heard told of every answer, and of the problem if it is one, before the asker
   */
  Calls(
      HypervisorSession session,
      LinkWorkers workers,
      Pulse pulse,
      Desk desk,
      Consumer<Optional<Problem>> heard) {
    this.session = session;
    this.workers = workers;
    this.pulse = pulse;
    this.desk = desk;
    this.heard = heard;
  }

  /** Returns false, and never replies, when there is no room for it. */
  <T extends @Nullable Object> boolean ask(Lane lane, Task<T> task, Consumer<Reply<T>> then) {
    return run(
        lane,
        () -> {
          Reply<T> reply = Reply.of(task, session);
          desk.put(
              () -> {
                if (!ended) {
                  heard.accept(reply.failure());
                }
                // being told may have ended it
                if (!ended) {
                  then.accept(reply);
                }
              });
        });
  }

  /** As {@link #ask}, but the job sees to its own answer, on the worker. */
  boolean run(Lane lane, Runnable job) {
    return workers.put(
        lane,
        () -> {
          if (ended) {
            return;
          }
          pulse.asked();
          try {
            job.run();
          } finally {
            pulse.answered();
          }
        });
  }

  HypervisorSession session() {
    return session;
  }

  LinkWorkers workers() {
    return workers;
  }

  void end() {
    ended = true;
    workers.stop();
  }
}
