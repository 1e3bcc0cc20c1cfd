package org.vitrine.bridge.fake;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import org.vitrine.model.port.HostListener.Turn;
import org.vitrine.model.problem.Cause;
import org.vitrine.model.problem.Problem;
import org.vitrine.model.problem.ProblemException;
import org.vitrine.model.vm.Action;
import org.vitrine.model.vm.MachineState;
import org.vitrine.model.vm.Nic;
import org.vitrine.model.vm.Refusal;
import org.vitrine.model.vm.StateReason;

/** The power switch of a fake machine, with the news that libvirt tells for each move. */
final class FakePower {

  private FakePower() {}

  static void perform(FakeHost host, UUID uuid, Action action) throws ProblemException {
    List<Turn> turns;
    synchronized (host) {
      FakeMachine machine = host.machine(uuid);
      Optional<Refusal> refusal = action.refusedBy(machine.seen());
      if (refusal.isPresent()) {
        throw new ProblemException(
            Problem.of(Cause.NOT_IN_THIS_STATE, machine.name, refusal.get().name()));
      }
      turns = moved(host, machine, action);
    }
    turns.forEach(turn -> host.tell(uuid, turn));
  }

  private static List<Turn> moved(FakeHost host, FakeMachine machine, Action action)
      throws ProblemException {
    return switch (action) {
      case START, START_FRESH, RESTORE -> started(host, machine, MachineState.RUNNING);
      case START_PAUSED -> started(host, machine, MachineState.PAUSED);
      case PAUSE -> turned(machine, MachineState.PAUSED, StateReason.PAUSED_BY_USER);
      case RESUME -> turned(machine, MachineState.RUNNING, StateReason.NONE);
      case SHUT_DOWN ->
          machine.ignoresShutDown
              ? List.of()
              : stopped(host, machine, MachineState.OFF, StateReason.GUEST_SHUT_DOWN);
      case REBOOT, RESET -> List.of(Turn.OTHER);
      case FORCE_OFF -> stopped(host, machine, MachineState.OFF, StateReason.FORCED_OFF);
      case SAVE -> stopped(host, machine, MachineState.SAVED, StateReason.NONE);
      // libvirt tells nobody of autostart
      case AUTOSTART_ON -> autostart(machine, true);
      case AUTOSTART_OFF -> autostart(machine, false);
    };
  }

  private static List<Turn> autostart(FakeMachine machine, boolean on) {
    machine.autostart = on;
    return List.of();
  }

  private static List<Turn> started(FakeHost host, FakeMachine machine, MachineState into)
      throws ProblemException {
    for (Nic nic : machine.nics) {
      if (!nic.network().isEmpty() && !host.isActive(nic.network())) {
        throw new ProblemException(Problem.of(Cause.NETWORK_INACTIVE, machine.name, nic.network()));
      }
    }
    machine.state(into, StateReason.NONE);
    // in this order, odd as it is: a start is first told as a resume
    return List.of(Turn.STATE, Turn.STARTED);
  }

  private static List<Turn> turned(FakeMachine machine, MachineState into, StateReason why) {
    machine.state(into, why);
    return List.of(Turn.STATE);
  }

  private static List<Turn> stopped(
      FakeHost host, FakeMachine machine, MachineState into, StateReason why) {
    machine.state(into, why);
    List<Turn> turns = new ArrayList<>(List.of(Turn.STOPPED));
    if (!machine.persistent()) {
      host.removeSilently(machine.uuid);
      turns.add(Turn.REMOVED);
    }
    return turns;
  }
}
