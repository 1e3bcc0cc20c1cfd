package org.vitrine.app.machines;

import java.time.Instant;
import java.util.Comparator;
import org.vitrine.model.vm.Machine;
import org.vitrine.model.vm.Uptime;

/** The order of machines within their group. */
public record MachineSort(Column column, boolean descending) implements Comparator<Machine> {

  public static final MachineSort BY_NAME = new MachineSort(Column.NAME, false);

  @Override
  public int compare(Machine one, Machine other) {
    int order = ascending(one, other);
    if (descending) {
      order = -order;
    }
    // equal ones keep their place: by name, and then by what never changes
    if (order == 0) {
      order = NaturalOrder.INSTANCE.compare(one.label(), other.label());
    }
    return order == 0 ? one.key().uuid().compareTo(other.key().uuid()) : order;
  }

  private int ascending(Machine one, Machine other) {
    return switch (column) {
      case NAME -> NaturalOrder.INSTANCE.compare(one.label(), other.label());
      case STATE -> one.state().compareTo(other.state());
      case ADDRESS -> NaturalOrder.INSTANCE.compare(address(one), address(other));
      case CPU -> Double.compare(one.usage().cpu(), other.usage().cpu());
      case MEMORY -> one.memory().compareTo(other.memory());
      case DISK -> Double.compare(one.usage().diskRate(), other.usage().diskRate());
      case NETWORK -> Double.compare(one.usage().networkRate(), other.usage().networkRate());
      case HOST -> one.key().host().value().compareTo(other.key().host().value());
      case TAGS ->
          String.join(" ", one.labels().tags())
              .compareToIgnoreCase(String.join(" ", other.labels().tags()));
      // the longest up is the largest
      case UPTIME -> since(other).compareTo(since(one));
    };
  }

  private static String address(Machine machine) {
    return machine.addresses().isEmpty() ? "" : machine.addresses().getFirst();
  }

  private static Instant since(Machine machine) {
    return machine.uptime().map(Uptime::since).orElse(Instant.MAX);
  }
}
