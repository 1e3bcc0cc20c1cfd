package org.vitrine.model.explain;

import java.util.ArrayList;
import java.util.List;
import org.vitrine.model.host.HostAddress;
import org.vitrine.model.vm.Action;

/** Power actions as virsh lines. */
public final class PowerCommands {

  private PowerCommands() {}

  /** The lines that do to the machine what the action does. */
  public static List<Command> of(HostAddress host, String machine, Action action) {
    return switch (action) {
      case START, RESTORE -> one(host, "start", machine);
      case START_PAUSED -> one(host, "start", machine, "--paused");
      case START_FRESH -> one(host, "start", machine, "--force-boot");
      case PAUSE -> one(host, "suspend", machine);
      case RESUME -> one(host, "resume", machine);
      case SHUT_DOWN -> one(host, "shutdown", machine);
      case REBOOT -> one(host, "reboot", machine);
      case RESET -> one(host, "reset", machine);
      case FORCE_OFF -> one(host, "destroy", machine);
      case SAVE -> one(host, "managedsave", machine);
      case AUTOSTART_ON -> one(host, "autostart", machine);
      case AUTOSTART_OFF -> one(host, "autostart", machine, "--disable");
    };
  }

  public static Command startNetwork(HostAddress host, String network) {
    return line(host, "net-start", network);
  }

  public static Command stopNetwork(HostAddress host, String network) {
    return line(host, "net-destroy", network);
  }

  public static Command startPool(HostAddress host, String pool) {
    return line(host, "pool-start", pool);
  }

  private static List<Command> one(HostAddress host, String verb, String name, String... options) {
    return List.of(line(host, verb, name, options));
  }

  private static Command line(HostAddress host, String verb, String name, String... options) {
    List<String> words = new ArrayList<>(List.of("virsh", "-c", host.uri(), verb));
    words.addAll(List.of(options));
    // a name may look like an option: the double dash ends those
    if (name.startsWith("-")) {
      words.add("--");
    }
    words.add(name);
    return new Command(words, "");
  }
}
