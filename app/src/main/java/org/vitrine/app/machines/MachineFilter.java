package org.vitrine.app.machines;

import java.util.Locale;
import java.util.Set;
import org.vitrine.model.vm.Machine;
import org.vitrine.model.vm.MachineState;

/**
 * What the list is narrowed to. Every word of the text has to be found somewhere on the machine.
 *
 * @param states none means all
 * @param tags none means all; several mean any of them
 */
public record MachineFilter(String text, Set<MachineState> states, Set<String> tags) {

  public static final MachineFilter ALL = new MachineFilter("", Set.of(), Set.of());

  public MachineFilter {
    text = text.strip().toLowerCase(Locale.ROOT);
    states = Set.copyOf(states);
    tags = Set.copyOf(tags);
  }

  public boolean isAll() {
    return text.isEmpty() && states.isEmpty() && tags.isEmpty();
  }

  public boolean matches(Machine machine) {
    if (!states.isEmpty() && !states.contains(machine.state())) {
      return false;
    }
    if (!tags.isEmpty() && machine.labels().tags().stream().noneMatch(tags::contains)) {
      return false;
    }
    for (String word : text.split("\\s+", -1)) {
      if (!word.isEmpty() && !mentions(machine, word)) {
        return false;
      }
    }
    return true;
  }

  private static boolean mentions(Machine machine, String word) {
    return has(machine.name(), word)
        || has(machine.labels().title(), word)
        || has(machine.labels().description(), word)
        || has(machine.labels().group().text(), word)
        || has(machine.operatingSystem(), word)
        || machine.labels().tags().stream().anyMatch(tag -> has(tag, word))
        || machine.addresses().stream().anyMatch(address -> has(address, word))
        || machine.nics().stream().anyMatch(nic -> has(nic.mac(), word) || has(nic.network(), word))
        || machine.key().uuid().toString().startsWith(word);
  }

  private static boolean has(String text, String word) {
    int last = text.length() - word.length();
    for (int i = 0; i <= last; i++) {
      if (text.regionMatches(true, i, word, 0, word.length())) {
        return true;
      }
    }
    return false;
  }
}
