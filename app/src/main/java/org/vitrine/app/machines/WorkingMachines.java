package org.vitrine.app.machines;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.vitrine.app.inventory.MachinesInMaking;
import org.vitrine.model.vm.Action;
import org.vitrine.model.vm.MachineKey;

/** Which machines an action is on its way to, so that a click shows at once. */
public final class WorkingMachines {

  private final Map<MachineKey, Action> actions = new HashMap<>();
  private final List<Runnable> listeners = new ArrayList<>();
  private final MachinesInMaking making;

  public WorkingMachines(MachinesInMaking making) {
    this.making = making;
    making.subscribe(this::tell);
  }

  void begin(MachineKey machine, Action action) {
    actions.put(machine, action);
    tell();
  }

  void end(MachineKey machine) {
    if (actions.remove(machine) != null) {
      tell();
    }
  }

  public Optional<Action> action(MachineKey machine) {
    return Optional.ofNullable(actions.get(machine));
  }

  /** What is being done to it, or that it is being made. */
  public Optional<String> words(MachineKey machine) {
    return action(machine).map(RowText::working).or(() -> making.words(machine));
  }

  public void subscribe(Runnable listener) {
    listeners.add(listener);
  }

  private void tell() {
    List.copyOf(listeners).forEach(Runnable::run);
  }
}
