package org.vitrine.app.machines;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;
import java.util.concurrent.CompletableFuture;
import org.vitrine.app.dialog.Dialogs;
import org.vitrine.app.explain.CommandHistory;
import org.vitrine.app.i18n.Words;
import org.vitrine.app.inventory.HostDirectory;
import org.vitrine.app.inventory.InventoryStore;
import org.vitrine.app.job.JobRunner;
import org.vitrine.app.job.Outcome;
import org.vitrine.bridge.link.HostLink;
import org.vitrine.bridge.link.Task;
import org.vitrine.model.explain.PowerCommands;
import org.vitrine.model.problem.Cause;
import org.vitrine.model.problem.Problem;
import org.vitrine.model.problem.ProblemException;
import org.vitrine.model.vm.Action;
import org.vitrine.model.vm.Machine;
import org.vitrine.model.vm.Refusal;

/** Carries power actions out on one or many machines and says how it went. */
public final class PowerActions {

  private static final java.time.Duration LIMIT = java.time.Duration.ofSeconds(60);

  /** Saving writes the whole memory to disk. */
  private static final java.time.Duration SAVE_LIMIT = java.time.Duration.ofMinutes(30);

  /** What holds an action back: the first reason met. */
  public record Hindrance(Refusal refusal, String detail) {}

  private final InventoryStore store;
  private final HostDirectory directory;
  private final JobRunner jobs;
  private final Dialogs dialogs;
  private final CommandHistory history;
  private final WorkingMachines working;
  private final ActionReports reports;

  public PowerActions(
      InventoryStore store,
      HostDirectory directory,
      JobRunner jobs,
      Dialogs dialogs,
      CommandHistory history,
      WorkingMachines working,
      ActionReports reports) {
    this.store = store;
    this.directory = directory;
    this.jobs = jobs;
    this.dialogs = dialogs;
    this.history = history;
    this.working = working;
    this.reports = reports;
  }

  /** Why none of the machines takes the action; empty where at least one does. */
  public Optional<Hindrance> hindrance(List<Machine> machines, Action action) {
    Optional<Hindrance> first = Optional.empty();
    for (Machine machine : machines) {
      Optional<Hindrance> hindrance = hindrance(machine, action);
      if (hindrance.isEmpty()) {
        return Optional.empty();
      }
      first = first.or(() -> hindrance);
    }
    return first;
  }

  private Optional<Hindrance> hindrance(Machine machine, Action action) {
    var host = store.host(machine.key().host());
    if (!host.state().isUp()) {
      return Optional.of(
          new Hindrance(Refusal.HOST_NOT_CONNECTED, directory.label(machine.key().host())));
    }
    Optional<String> cannot =
        action
            .needs()
            .flatMap(
                need ->
                    host.facts().flatMap(facts -> Optional.ofNullable(facts.absent().get(need))));
    if (cannot.isPresent()) {
      return Optional.of(new Hindrance(Refusal.HOST_CANNOT, cannot.get()));
    }
    return action.refusedBy(machine).map(refusal -> new Hindrance(refusal, machine.label()));
  }

  /** Does it to those of the machines that take it, after a question where something is lost. */
  public void request(List<Machine> machines, Action action) {
    List<Machine> able =
        machines.stream().filter(machine -> hindrance(machine, action).isEmpty()).toList();
    if (able.isEmpty()) {
      return;
    }
    if (!action.isDestructive()) {
      perform(able, action);
      return;
    }
    List<String> names = able.stream().map(Machine::label).toList();
    String first = names.getFirst();
    dialogs.confirm(
        Words.word("confirm." + action + ".title", able.size(), first),
        Words.word("confirm." + action + ".text", able.size(), first),
        names,
        Words.word("confirm." + action + ".verb", able.size(), first),
        () -> perform(able, action));
  }

  private void perform(List<Machine> machines, Action action) {
    ActionReports.Batch batch = reports.begin(action, machines.size());
    for (Machine machine : machines) {
      directory
          .address(machine.key().host())
          .ifPresent(
              host ->
                  history.add(
                      Words.word("history." + action, machine.label()),
                      PowerCommands.of(host, machine.name(), action)));
      working.begin(machine.key(), action);
      Optional<SavingJob> saving =
          action == Action.SAVE
              ? directory
                  .link(machine.key().host())
                  .map(link -> new SavingJob(link, machine.key().uuid()))
              : Optional.empty();
      jobs.follow(
          Words.word("job." + action, machine.label()),
          saving.flatMap(SavingJob::canceller),
          report -> {
            CompletableFuture<?> work = start(machine, action);
            saving.ifPresent(job -> job.follow(work, report));
            return work;
          },
          outcome -> {
            working.end(machine.key());
            batch.ended(machine, outcome, remedies(machine, action));
            if (action == Action.SHUT_DOWN && outcome instanceof Outcome.Done) {
              reports.watchShutDown(machine, () -> request(List.of(machine), Action.FORCE_OFF));
            }
          });
    }
  }

  private CompletableFuture<?> start(Machine machine, Action action) {
    Optional<HostLink> link = directory.link(machine.key().host());
    if (link.isEmpty()) {
      return CompletableFuture.failedFuture(
          new ProblemException(
              Problem.of(Cause.CONNECTION_LOST, directory.label(machine.key().host()))));
    }
    return link.get()
        .change(
            machine.key().uuid(),
            session -> {
              session.perform(machine.key().uuid(), action);
              return true;
            },
            action == Action.SAVE || action == Action.RESTORE ? SAVE_LIMIT : LIMIT);
  }

  /** What the buttons under a failure do. */
  private ActionReports.Remedies remedies(Machine machine, Action action) {
    return new ActionReports.Remedies() {
      @Override
      public void retry() {
        again(action);
      }

      @Override
      public void startNetworkAndRetry(String network) {
        startNetworks(machine, network, () -> again(action));
      }

      @Override
      public void startPoolAndRetry(String pool) {
        startPool(machine, pool, () -> again(action));
      }

      @Override
      public void discardSavedState() {
        again(Action.START_FRESH);
      }

      @Override
      public void forceOff() {
        again(Action.FORCE_OFF);
      }

      private void again(Action next) {
        request(List.of(store.machine(machine.key()).orElse(machine)), next);
      }
    };
  }

  /** Starts the network that was named and every other one the machine waits for. */
  private void startNetworks(Machine machine, String named, Runnable then) {
    Set<String> networks = new TreeSet<>();
    if (!named.isEmpty()) {
      networks.add(named);
    }
    for (var network : store.host(machine.key().host()).networks()) {
      if (!network.active()
          && machine.nics().stream().anyMatch(nic -> nic.network().equals(network.name()))) {
        networks.add(network.name());
      }
    }
    List<String> names = new ArrayList<>(networks);
    String shown = String.join(", ", names);
    directory
        .address(machine.key().host())
        .ifPresent(
            host ->
                history.add(
                    Words.word("history.startNetwork", shown),
                    names.stream().map(name -> PowerCommands.startNetwork(host, name)).toList()));
    follow(
        machine,
        Words.word("job.startNetwork", shown),
        session -> {
          for (String name : names) {
            session.startNetwork(name);
          }
          return true;
        },
        then);
  }

  private void startPool(Machine machine, String pool, Runnable then) {
    directory
        .address(machine.key().host())
        .ifPresent(
            host ->
                history.add(
                    Words.word("job.startPool", pool),
                    List.of(PowerCommands.startPool(host, pool))));
    follow(
        machine,
        Words.word("job.startPool", pool),
        session -> {
          session.startPool(pool);
          return true;
        },
        then);
  }

  /** Does what stands in the way of an action, and then the action. */
  private void follow(Machine machine, String title, Task<Boolean> first, Runnable then) {
    directory
        .link(machine.key().host())
        .ifPresent(
            link ->
                jobs.follow(
                    title,
                    link.ask(first, LIMIT),
                    outcome -> {
                      if (outcome instanceof Outcome.Failed(Problem problem)) {
                        reports.failed(problem, Optional.empty());
                      } else {
                        then.run();
                      }
                    }));
  }
}
