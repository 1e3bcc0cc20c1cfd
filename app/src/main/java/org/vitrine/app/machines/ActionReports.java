package org.vitrine.app.machines;

import java.util.ArrayList;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Supplier;
import javafx.animation.PauseTransition;
import javafx.scene.layout.Region;
import javafx.util.Duration;
import javafx.util.Subscription;
import org.vitrine.app.dialog.Toasts;
import org.vitrine.app.i18n.Words;
import org.vitrine.app.inventory.InventoryStore;
import org.vitrine.app.job.Outcome;
import org.vitrine.app.problem.ProblemCard;
import org.vitrine.app.problem.ProblemText;
import org.vitrine.model.problem.Cause;
import org.vitrine.model.problem.Problem;
import org.vitrine.model.problem.Remedy;
import org.vitrine.model.vm.Action;
import org.vitrine.model.vm.Machine;
import org.vitrine.model.vm.MachineState;

/** Says how actions went: one note for what worked, one for each thing that did not. */
public final class ActionReports {

  /** What can be done about a failure. */
  interface Remedies {
    void retry();

    void startNetworkAndRetry(String network);

    void startPoolAndRetry(String pool);

    void discardSavedState();

    void forceOff();
  }

  private static final int SHOWN_ONE_BY_ONE = 3;

  private record Failure(String machine, Problem problem, Remedies remedies) {
    Problem named() {
      // a host knows a machine that is gone by its number only
      return problem.subject().isEmpty() || problem.cause() == Cause.MACHINE_GONE
          ? problem.about(machine)
          : problem;
    }
  }

  private final InventoryStore store;
  private final Toasts toasts;
  private final ProblemCard problemCard;
  private final Supplier<Duration> patience;

  /**
   * Wires it.
   *
   * @param patience how long a guest may take to shut down before force is offered
   */
  public ActionReports(
      InventoryStore store, Toasts toasts, ProblemCard problemCard, Supplier<Duration> patience) {
    this.store = store;
    this.toasts = toasts;
    this.problemCard = problemCard;
    this.patience = patience;
  }

  Batch begin(Action action, int size) {
    return new Batch(action, size);
  }

  void failed(Problem problem, Optional<Remedies> remedies) {
    ProblemText text = ProblemText.of(problem);
    Optional<Runnable> mend =
        problem
            .cause()
            .remedy()
            .flatMap(remedy -> remedies.flatMap(able -> mend(problem, remedy, able)));
    List<Toasts.Choice> choices = new ArrayList<>();
    if (mend.isPresent() && text.button().isPresent()) {
      choices.add(new Toasts.Choice(text.button().get(), mend.get()));
    }
    choices.add(
        new Toasts.Choice(Words.word("button.details"), () -> problemCard.show(problem, mend)));
    toasts.bad(text.what(), text.why() + " " + text.remedy(), choices);
  }

  private static Optional<Runnable> mend(Problem problem, Remedy remedy, Remedies able) {
    return switch (remedy) {
      case RETRY -> Optional.of(able::retry);
      case START_NETWORK -> Optional.of(() -> able.startNetworkAndRetry(problem.detail()));
      case DISCARD_SAVED_STATE -> Optional.of(able::discardSavedState);
      case FORCE_OFF -> Optional.of(able::forceOff);
      case START_POOL ->
          Optional.of(
              () ->
                  able.startPoolAndRetry(
                      problem.detail().isEmpty() ? problem.subject() : problem.detail()));
      case NONE, EDIT_HOST, COPY_COMMAND -> Optional.empty();
    };
  }

  /** Offers force when the guest has not gone off after a time. */
  void watchShutDown(Machine machine, Runnable forceOff) {
    PauseTransition wait = new PauseTransition(patience.get());
    wait.setOnFinished(
        end -> {
          if (isStillUp(machine)) {
            offerForce(machine, forceOff);
          }
        });
    wait.play();
  }

  private void offerForce(Machine machine, Runnable forceOff) {
    Region note =
        toasts.question(
            Words.word("shutDown.ignored", machine.label()),
            Words.word("shutDown.ignored.hint"),
            List.of(
                new Toasts.Choice(Words.word("action.FORCE_OFF"), forceOff),
                new Toasts.Choice(
                    Words.word("shutDown.wait"), () -> watchShutDown(machine, forceOff))));
    note.setId("shut-down-ignored");
    // the offer goes when the guest does
    Subscription watch =
        store.listen(
            hosts -> {
              if (!isStillUp(machine)) {
                toasts.remove(note);
              }
            });
    note.parentProperty()
        .subscribe(
            parent -> {
              if (parent == null) {
                watch.unsubscribe();
              }
            });
  }

  private boolean isStillUp(Machine machine) {
    return store
        .machine(machine.key())
        .map(
            now -> now.state() == MachineState.RUNNING || now.state() == MachineState.SHUTTING_DOWN)
        .orElse(false);
  }

  /** Several machines that were asked for the same thing at once. */
  final class Batch {
    private final Action action;
    private final List<String> done = new ArrayList<>();
    private final Map<Cause, List<Failure>> failures = new EnumMap<>(Cause.class);
    private final boolean gathers;
    private int open;

    private Batch(Action action, int size) {
      this.action = action;
      this.open = size;
      this.gathers = size > SHOWN_ONE_BY_ONE;
    }

    void ended(Machine machine, Outcome outcome, Remedies remedies) {
      open--;
      switch (outcome) {
        case Outcome.Done() -> done.add(machine.label());
        case Outcome.Failed(Problem problem) ->
            failed(new Failure(machine.label(), problem, remedies));
        case Outcome.Cancelled() -> {
          // the one who cancelled knows
        }
      }
      if (open > 0) {
        return;
      }
      if (!done.isEmpty()) {
        toasts.good(Words.word("done." + action, done.size(), done.getFirst()));
      }
      failures.values().forEach(this::tellTogether);
    }

    private void failed(Failure failure) {
      if (gathers) {
        failures
            .computeIfAbsent(failure.problem().cause(), cause -> new ArrayList<>())
            .add(failure);
      } else {
        ActionReports.this.failed(failure.named(), Optional.of(failure.remedies()));
      }
    }

    private void tellTogether(List<Failure> alike) {
      Failure first = alike.getFirst();
      if (alike.size() == 1) {
        ActionReports.this.failed(first.named(), Optional.of(first.remedies()));
        return;
      }
      ProblemText text = ProblemText.of(first.named());
      List<String> names = alike.stream().map(Failure::machine).toList();
      toasts.bad(
          Words.word("failed.many", alike.size(), Words.word("action", action)),
          text.why() + " " + text.remedy(),
          List.of(
              new Toasts.Choice(
                  Words.word("button.details"),
                  () ->
                      problemCard.show(
                          first.problem().about(String.join(", ", names)), Optional.empty()))));
    }
  }
}
