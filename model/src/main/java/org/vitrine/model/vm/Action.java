package org.vitrine.model.vm;

import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.vitrine.model.host.Capability;

/** What a user may do to a machine's power. Ask it what it may do, never the view. */
public enum Action {
  START(),
  START_PAUSED(Capability.START_PAUSED),
  /** Throws a saved state away and boots afresh. */
  START_FRESH(Capability.SAVE),
  /** Starts from the saved state. */
  RESTORE(Capability.SAVE),
  PAUSE(Capability.PAUSE),
  RESUME(Capability.PAUSE),
  SHUT_DOWN(),
  REBOOT(Capability.REBOOT),
  RESET(Capability.RESET),
  FORCE_OFF(),
  SAVE(Capability.SAVE),
  AUTOSTART_ON(Capability.AUTOSTART),
  AUTOSTART_OFF(Capability.AUTOSTART);

  private final Optional<Capability> needs;

  Action() {
    needs = Optional.empty();
  }

  Action(Capability needs) {
    this.needs = Optional.of(needs);
  }

  public Optional<Capability> needs() {
    return needs;
  }

  /** Whether the guest loses what it has not written: worth a question first. */
  public boolean isDestructive() {
    return this == RESET || this == FORCE_OFF || this == START_FRESH;
  }

  /** Why the machine, as it stands, does not allow this; empty where it does. */
  public Optional<Refusal> refusedBy(Machine machine) {
    MachineState state = machine.state();
    if (state == MachineState.UNKNOWN) {
      return Optional.of(Refusal.STATE_UNKNOWN);
    }
    if (state == MachineState.CRASHED && machine.reason() == StateReason.GUEST_PANIC) {
      return whileHeld(machine);
    }
    return Optional.ofNullable(
        switch (this) {
          case START -> state.isActive() ? Refusal.ALREADY_RUNNING : null;
          case START_PAUSED ->
              state.isActive()
                  ? Refusal.ALREADY_RUNNING
                  : machine.saved() ? Refusal.HAS_SAVED_STATE : null;
          case START_FRESH, RESTORE ->
              state.isActive()
                  ? Refusal.ALREADY_RUNNING
                  : machine.saved() ? null : Refusal.NO_SAVED_STATE;
          case PAUSE -> whileRunning(state, Refusal.ALREADY_PAUSED);
          case RESUME ->
              state == MachineState.PAUSED
                  ? null
                  : state.isActive() ? Refusal.NOT_PAUSED : Refusal.NOT_RUNNING;
          case SHUT_DOWN, REBOOT -> whileRunning(state, Refusal.IS_PAUSED);
          case RESET, FORCE_OFF -> state.isActive() ? null : Refusal.NOT_RUNNING;
          case SAVE ->
              !machine.persistent()
                  ? Refusal.NOT_PERSISTENT
                  : switch (state) {
                    case RUNNING, PAUSED -> null;
                    case SHUTTING_DOWN -> Refusal.SHUTTING_DOWN;
                    case SLEEPING -> Refusal.SLEEPING;
                    case OFF, SAVED, CRASHED, UNKNOWN -> Refusal.NOT_RUNNING;
                  };
          case AUTOSTART_ON ->
              !machine.persistent()
                  ? Refusal.NOT_PERSISTENT
                  : machine.autostart() ? Refusal.ALREADY_SET : null;
          case AUTOSTART_OFF -> machine.autostart() ? null : Refusal.ALREADY_SET;
        });
  }

  /** A guest that is down with its process left over can only be let go of. */
  private Optional<Refusal> whileHeld(Machine machine) {
    return switch (this) {
      case FORCE_OFF -> Optional.empty();
      case AUTOSTART_ON, AUTOSTART_OFF ->
          machine.autostart() == (this == AUTOSTART_ON)
              ? Optional.of(Refusal.ALREADY_SET)
              : Optional.empty();
      case START,
          START_PAUSED,
          START_FRESH,
          RESTORE,
          PAUSE,
          RESUME,
          SHUT_DOWN,
          REBOOT,
          RESET,
          SAVE ->
          Optional.of(Refusal.CRASHED_AND_HELD);
    };
  }

  private static @Nullable Refusal whileRunning(MachineState state, Refusal whenPaused) {
    return switch (state) {
      case RUNNING, SHUTTING_DOWN -> null;
      case PAUSED -> whenPaused;
      case SLEEPING -> Refusal.SLEEPING;
      case OFF, SAVED, CRASHED, UNKNOWN -> Refusal.NOT_RUNNING;
    };
  }
}
