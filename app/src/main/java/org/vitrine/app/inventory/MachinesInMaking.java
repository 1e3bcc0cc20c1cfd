package org.vitrine.app.inventory;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import javafx.animation.PauseTransition;
import javafx.util.Duration;
import org.vitrine.app.i18n.Amounts;
import org.vitrine.app.i18n.Words;
import org.vitrine.app.job.FxThread;
import org.vitrine.app.job.Progress;
import org.vitrine.model.vm.Machine;
import org.vitrine.model.vm.MachineKey;

/** Machines that are being made: they are listed from the first moment, with their progress. */
public final class MachinesInMaking {

  private static final Duration PATIENCE = Duration.seconds(15);
  private final InventoryStore store;
  private final Map<MachineKey, Progress> machines = new LinkedHashMap<>();
  private final List<Runnable> listeners = new ArrayList<>();

  public MachinesInMaking(InventoryStore store) {
    this.store = store;
  }

  /** Lists it. The host's own news of it take its place. */
  public void begin(Machine machine) {
    FxThread.assertHere();
    machines.put(machine.key(), Progress.UNKNOWN);
    store.expect(machine);
    tell();
  }

  public void report(MachineKey machine, Progress progress) {
    FxThread.assertHere();
    if (machines.replace(machine, progress) != null) {
      tell();
    }
  }

  /** It is made, and stays listed until its host names it, which takes a moment. */
  public void made(MachineKey machine) {
    FxThread.assertHere();
    if (machines.remove(machine) != null) {
      tell();
      PauseTransition wait = new PauseTransition(PATIENCE);
      wait.setOnFinished(end -> store.expectNoLonger(machine));
      wait.play();
    }
  }

  /** It will not be made. */
  public void dropped(MachineKey machine) {
    FxThread.assertHere();
    if (machines.remove(machine) != null) {
      store.expectNoLonger(machine);
      tell();
    }
  }

  /** What the list says of it; empty for one that is not being made. */
  public Optional<String> words(MachineKey machine) {
    return Optional.ofNullable(machines.get(machine))
        .map(
            progress ->
                progress.isKnown()
                    ? Words.word("making.share", Amounts.percent(progress.share()))
                    : Words.word("making.now"));
  }

  public void subscribe(Runnable listener) {
    listeners.add(listener);
  }

  private void tell() {
    List.copyOf(listeners).forEach(Runnable::run);
  }
}
