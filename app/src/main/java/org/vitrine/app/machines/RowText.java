package org.vitrine.app.machines;

import java.time.Instant;
import org.vitrine.app.i18n.Amounts;
import org.vitrine.app.i18n.HostWords;
import org.vitrine.app.i18n.Words;
import org.vitrine.model.host.HostState;
import org.vitrine.model.vm.Action;
import org.vitrine.model.vm.Machine;
import org.vitrine.model.vm.MachineState;
import org.vitrine.model.vm.StateReason;

/** The words in the list's cells. */
public final class RowText {

  private RowText() {}

  public static String cell(Column column, Row.MachineRow row, Instant now) {
    Machine machine = row.machine();
    boolean running = machine.state() == MachineState.RUNNING;
    return switch (column) {
      case NAME -> machine.label();
      case STATE -> state(machine);
      case ADDRESS -> machine.addresses().isEmpty() ? "" : machine.addresses().getFirst();
      case CPU ->
          running && machine.usage().memory().bytes() > 0
              ? Amounts.percent(machine.usage().cpu())
              : "";
      case MEMORY -> Amounts.size(machine.memory());
      case DISK -> running ? Amounts.rate(machine.usage().diskRate()) : "";
      case NETWORK -> running ? Amounts.rate(machine.usage().networkRate()) : "";
      case HOST -> row.hostLabel();
      case TAGS -> String.join("  ", machine.labels().tags());
      case UPTIME ->
          machine.state().isActive()
              ? machine.uptime().map(uptime -> Amounts.uptime(uptime, now)).orElse("")
              : "";
    };
  }

  public static String state(Machine machine) {
    if (machine.reason() == StateReason.DISK_ERROR && machine.state() == MachineState.PAUSED) {
      return Words.word("state.PAUSED.DISK_ERROR");
    }
    return Words.word("state", machine.state());
  }

  public static String working(Action action) {
    return Words.word("working", action);
  }

  /** A few words on the way to a host; nothing while all is well. */
  public static String host(HostState state, Instant now) {
    return state.isUp() ? "" : HostWords.of(state, now);
  }
}
