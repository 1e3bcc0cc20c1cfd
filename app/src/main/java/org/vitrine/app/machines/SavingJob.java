package org.vitrine.app.machines;

import java.time.Duration;
import java.util.Optional;
import java.util.UUID;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.TimeUnit;
import java.util.function.Consumer;
import org.vitrine.app.job.Progress;
import org.vitrine.bridge.link.HostLink;

/** Saving writes the whole memory: it says how far it is, and can be given up. */
final class SavingJob {

  private static final Duration LIMIT = Duration.ofSeconds(10);
  private static final long EVERY_MILLIS = 500;
  private final HostLink link;
  private final UUID machine;

  SavingJob(HostLink link, UUID machine) {
    this.link = link;
    this.machine = machine;
  }

  /** Asks now and then until the work has ended, and never twice at once. */
  void follow(CompletableFuture<?> work, Consumer<Progress> report) {
    CompletableFuture<Void> _ =
        CompletableFuture.runAsync(
                () -> {}, CompletableFuture.delayedExecutor(EVERY_MILLIS, TimeUnit.MILLISECONDS))
            .thenCompose(
                begun ->
                    work.isDone()
                        ? CompletableFuture.<Void>completedFuture(null)
                        : link.ask(session -> session.progress(machine), LIMIT)
                            .handle(
                                (reading, failure) -> {
                                  // a question that failed is only a point missing in the bar
                                  if (reading != null) {
                                    reading.ifPresent(
                                        now ->
                                            report.accept(new Progress(now.done(), now.total())));
                                  }
                                  follow(work, report);
                                  return null;
                                }));
  }

  Optional<Runnable> canceller() {
    return Optional.of(
        () -> {
          var _ =
              link.ask(
                  session -> {
                    session.abort(machine);
                    return true;
                  },
                  LIMIT);
        });
  }
}
