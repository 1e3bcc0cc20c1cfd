package org.vitrine.app.create;

import java.util.List;
import java.util.Optional;
import java.util.function.Consumer;
import org.vitrine.app.create.draft.Draft;
import org.vitrine.app.dialog.Toasts;
import org.vitrine.app.explain.CommandHistory;
import org.vitrine.app.i18n.Words;
import org.vitrine.app.inventory.MachinesInMaking;
import org.vitrine.app.job.JobRunner;
import org.vitrine.app.job.LatestOnly;
import org.vitrine.app.job.Outcome;
import org.vitrine.app.job.Progress;
import org.vitrine.model.explain.Shown;
import org.vitrine.model.host.HostId;
import org.vitrine.model.plan.NewMachinePlan;
import org.vitrine.model.problem.Problem;
import org.vitrine.model.vm.Labels;
import org.vitrine.model.vm.Machine;
import org.vitrine.model.vm.MachineEdit;
import org.vitrine.model.vm.MachineKey;
import org.vitrine.model.vm.MachineState;
import org.vitrine.model.vm.StateReason;

/** From the last button to the machine: it is listed at once, followed, and opened. */
public final class Creation {

  private final Maker maker;
  private final Explainer explainer;
  private final JobRunner jobs;
  private final MachinesInMaking making;
  private final CommandHistory history;
  private final Toasts toasts;
  private final Consumer<MachineKey> open;

  /**
   * Wires it.
   *
   * @param open shows a machine
   */
  public Creation(
      Maker maker,
      Explainer explainer,
      JobRunner jobs,
      MachinesInMaking making,
      CommandHistory history,
      Toasts toasts,
      Consumer<MachineKey> open) {
    this.maker = maker;
    this.explainer = explainer;
    this.jobs = jobs;
    this.making = making;
    this.history = history;
    this.toasts = toasts;
    this.open = open;
  }

  /** A machine as it was asked for. */
  record Order(Draft draft, HostId host, NewMachinePlan plan, Labels labels, boolean start) {

    MachineKey key() {
      return new MachineKey(host, plan.uuid());
    }
  }

  /** How it ended, for whoever holds the form. */
  interface Ended {
    void made();

    /** Nothing is left of it; empty where it was the user who stopped it. */
    void notMade(Optional<Problem> why);
  }

  void begin(Order order, Ended ended) {
    MachineKey key = order.key();
    making.begin(placeholder(order));
    open.accept(key);
    // the maker is asked for only when the job has a place to report to
    Stopper stopper = new Stopper();
    LatestOnly<Progress> shares = new LatestOnly<>(now -> making.report(key, now));
    jobs.follow(
        Words.word("job.create", order.plan().name()),
        Optional.of(stopper),
        report -> {
          Maker.Making begun =
              maker.make(
                  order.host(),
                  order.plan(),
                  order.labels(),
                  order.start(),
                  now -> {
                    report.accept(now);
                    shares.accept(now);
                  });
          stopper.stops(begun.cancel());
          return begun.done();
        },
        outcome -> end(order, outcome, ended));
  }

  private void end(Order order, Outcome outcome, Ended ended) {
    if (outcome instanceof Outcome.Done) {
      making.made(order.key());
    } else {
      making.dropped(order.key());
    }
    switch (outcome) {
      case Outcome.Done() -> {
        history.addLines(
            Words.word("history.create", order.plan().name()),
            explainer.lines(order.plan(), order.start()).stream().map(Shown::text).toList());
        toasts.good(
            Words.word(order.start() ? "done.create.run" : "done.create", order.plan().name()));
        ended.made();
      }
      case Outcome.Failed(Problem problem) -> ended.notMade(Optional.of(problem));
      case Outcome.Cancelled() -> ended.notMade(Optional.empty());
    }
  }

  /** Offers the form back where it cannot simply come back, since something else is open. */
  void offerForm(String what, String why, Runnable back) {
    toasts.bad(what, why, List.of(new Toasts.Choice(Words.word("wizard.backToForm"), back)));
  }

  /** Offers a form that was closed before anything was made of it. */
  void offerAgain(Runnable back) {
    toasts.question(
        Words.word("wizard.aside"),
        Words.word("wizard.aside.hint"),
        List.of(new Toasts.Choice(Words.word("wizard.backToForm"), back)));
  }

  private static Machine placeholder(Order order) {
    return new MachineEdit(order.key(), order.plan().name())
        .state(MachineState.UNKNOWN, StateReason.NONE)
        .cpus(order.plan().compute().cpus())
        .memory(order.plan().compute().memory())
        .labels(order.labels())
        .known(true)
        .done();
  }

  /** What the job's button does, once there is something to stop. */
  private static final class Stopper implements Runnable {
    private Runnable stop = () -> {};

    void stops(Runnable how) {
      stop = how;
    }

    @Override
    public void run() {
      stop.run();
    }
  }
}
