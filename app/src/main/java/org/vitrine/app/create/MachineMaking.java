package org.vitrine.app.create;

import java.time.Duration;
import java.util.Optional;
import java.util.concurrent.CompletableFuture;
import java.util.function.Consumer;
import org.vitrine.app.inventory.HostDirectory;
import org.vitrine.app.job.FxThread;
import org.vitrine.app.job.Outcome;
import org.vitrine.app.job.Progress;
import org.vitrine.bridge.link.HostLink;
import org.vitrine.bridge.work.MachineMaker;
import org.vitrine.model.host.HostId;
import org.vitrine.model.plan.NewMachinePlan;
import org.vitrine.model.problem.Cause;
import org.vitrine.model.problem.Problem;
import org.vitrine.model.problem.ProblemException;
import org.vitrine.model.vm.Labels;

/** Makes machines over the hosts' links, and writes on them what only this app reads. */
public final class MachineMaking implements Maker {

  private static final Duration LABELLING = Duration.ofSeconds(20);
  private final MachineMaker maker;
  private final HostDirectory directory;
  private final Consumer<Problem> failed;

  /**
   * Wires it.
   *
   * @param failed told where the machine is there and only its group or tags are not
   */
  public MachineMaking(MachineMaker maker, HostDirectory directory, Consumer<Problem> failed) {
    this.maker = maker;
    this.directory = directory;
    this.failed = failed;
  }

  @Override
  public Making make(
      HostId host, NewMachinePlan plan, Labels labels, boolean start, Consumer<Progress> report) {
    Optional<HostLink> link = directory.link(host);
    if (link.isEmpty()) {
      return new Making(
          CompletableFuture.failedFuture(
              new ProblemException(Problem.of(Cause.CONNECTION_LOST, directory.label(host)))),
          () -> {});
    }
    MachineMaker.Making making =
        maker.make(
            link.get(),
            plan,
            start,
            (deed, number, of, done, total) -> report.accept(new Progress(done, total)));
    return new Making(
        making.machine().thenCompose(made -> label(link.get(), plan, labels)), making.cancel());
  }

  private CompletableFuture<Boolean> label(HostLink link, NewMachinePlan plan, Labels labels) {
    if (labels.tags().isEmpty() && labels.group().text().isEmpty()) {
      return CompletableFuture.completedFuture(true);
    }
    return link.change(
            plan.uuid(),
            session -> {
              session.label(plan.uuid(), labels);
              return true;
            },
            LABELLING)
        .exceptionally(
            failure -> {
              Outcome.problem(failure)
                  .ifPresent(problem -> FxThread.later(() -> failed.accept(problem)));
              return false;
            });
  }
}
