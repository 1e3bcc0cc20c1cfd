package org.vitrine.app.unfinished;

import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import java.util.concurrent.CompletableFuture;
import java.util.function.Consumer;
import javafx.animation.PauseTransition;
import javafx.util.Duration;
import org.vitrine.app.inventory.HostDirectory;
import org.vitrine.app.inventory.InventoryStore;
import org.vitrine.app.job.FxThread;
import org.vitrine.app.job.Outcome;
import org.vitrine.bridge.link.HostLink;
import org.vitrine.bridge.work.MachineMaker;
import org.vitrine.bridge.work.Settlements;
import org.vitrine.model.inventory.HostSnapshot;
import org.vitrine.model.problem.Problem;
import org.vitrine.model.vm.Machine;
import org.vitrine.model.vm.MachineState;
import org.vitrine.model.vm.StateReason;

/**
 * Follows new machines through their first run: once they run they get the definition that stays,
 * and once that run is over what was only there for it is deleted.
 */
public final class FirstRuns {

  private static final Duration AFTER_NEWS = Duration.seconds(1);

  /** A machine that was just defined may not have been heard of yet. */
  private static final long MISSING_NANOS = 120_000_000_000L;

  private final MachineMaker maker;
  private final HostDirectory directory;
  private final InventoryStore store;
  private final Consumer<Problem> failed;
  private final PauseTransition pause = new PauseTransition(AFTER_NEWS);
  private final Set<UUID> underWay = new HashSet<>();
  private final Set<UUID> refused = new HashSet<>();
  private final Set<UUID> seenRunning = new HashSet<>();
  private final Map<UUID, Long> missingSince = new HashMap<>();

  public FirstRuns(
      MachineMaker maker, HostDirectory directory, InventoryStore store, Consumer<Problem> failed) {
    this.maker = maker;
    this.directory = directory;
    this.store = store;
    this.failed = failed;
  }

  /** From now on, on every news of the hosts. */
  public void begin() {
    pause.setOnFinished(event -> look());
    store.listen(
        hosts -> {
          if (pause.getStatus() != javafx.animation.Animation.Status.RUNNING) {
            pause.playFromStart();
          }
        });
    pause.playFromStart();
  }

  private void look() {
    var _ =
        CompletableFuture.supplyAsync(maker::unsettled)
            .thenAccept(found -> FxThread.later(() -> found.forEach(this::follow)));
  }

  private record Found(Machine machine, HostLink link) {}

  private Optional<Found> find(Settlements.Pending pending) {
    for (HostSnapshot host : store.hosts()) {
      Machine machine = host.machines().get(pending.machine());
      if (machine != null && host.state().isUp()) {
        return directory.link(host.host()).map(link -> new Found(machine, link));
      }
    }
    return Optional.empty();
  }

  private void follow(Settlements.Pending pending) {
    UUID uuid = pending.machine();
    if (underWay.contains(uuid) || refused.contains(uuid)) {
      return;
    }
    Optional<Found> found = find(pending);
    if (found.isEmpty()) {
      missing(pending);
      return;
    }
    missingSince.remove(uuid);
    MachineState state = found.get().machine().state();
    if (state.isActive() && state != MachineState.CRASHED) {
      seenRunning.add(uuid);
      if (!pending.hasStarted()) {
        carryOut(uuid, maker.started(found.get().link(), pending));
      }
    } else if (pending.hasStarted()
        && (state == MachineState.OFF || state == MachineState.CRASHED)) {
      // one that was off before this app looked is left off
      boolean byItself =
          seenRunning.contains(uuid)
              && found.get().machine().reason() == StateReason.GUEST_SHUT_DOWN;
      carryOut(uuid, maker.ended(found.get().link(), pending, byItself));
    }
  }

  private void missing(Settlements.Pending pending) {
    boolean connected =
        directory.hosts().stream()
            .anyMatch(
                host ->
                    host.entry().address().uri().equals(pending.host())
                        && store.host(host.entry().id()).state().isUp());
    if (!connected) {
      return;
    }
    long now = System.nanoTime();
    long since = missingSince.computeIfAbsent(pending.machine(), first -> now);
    if (now - since > MISSING_NANOS) {
      carryOut(pending.machine(), maker.gone(pending));
    }
  }

  private void carryOut(UUID machine, CompletableFuture<?> work) {
    underWay.add(machine);
    var _ =
        work.whenComplete(
            (_, failure) ->
                FxThread.later(
                    () -> {
                      underWay.remove(machine);
                      if (failure != null) {
                        // told once; the next run of the app tries again
                        refused.add(machine);
                        Outcome.problem(failure).ifPresent(failed);
                      } else {
                        pause.playFromStart();
                      }
                    }));
  }

  /** Machines that wait for something, for tests. */
  public CompletableFuture<List<Settlements.Pending>> pending() {
    return CompletableFuture.supplyAsync(maker::unsettled);
  }
}
