package org.vitrine.app.machines;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.vitrine.model.vm.Action;
import org.vitrine.model.vm.MachineKey;

/** Which machines an action is on its way to, so that a click shows at once. */
public final class WorkingMachines {

  private final Map<MachineKey, Action> actions = new HashMap<>();
  private final List<Runnable> listeners = new ArrayList<>();

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

  public void subscribe(Runnable listener) {
    listeners.add(listener);
  }

  private void tell() {
    List.copyOf(listeners).forEach(Runnable::run);
  }
}
