package org.vitrine.model.explain;

import java.util.ArrayList;
import java.util.List;
import org.vitrine.model.host.HostAddress;
import org.vitrine.model.vm.GroupPath;
import org.vitrine.model.vm.Labels;

/** Changes to what is written on a machine, as virsh lines. */
public final class LabelCommands {

  /** Where tags and group live in a definition. */
  public static final String NAMESPACE = "https://vitrine.example/xmlns/machine/1";

  private static final Labels ALL = new Labels("?", "?", List.of("?"), GroupPath.parse("?"));

  private LabelCommands() {}

  public static Command rename(HostAddress host, String machine, String name) {
    return Command.of("virsh", "-c", host.uri(), "domrename", "--", machine, name);
  }

  /** Title, notes, tags and group of a machine that had all of them. */
  public static List<Command> label(
      HostAddress host, String machine, boolean active, Labels labels) {
    return label(host, machine, active, ALL, labels);
  }

  /**
   * Title, notes, tags and group; live too while the machine is active.
   *
   * @param before what was written on it: an element that is not there cannot be taken away
   */
  public static List<Command> label(
      HostAddress host, String machine, boolean active, Labels before, Labels labels) {
    List<String> where = active ? List.of("--config", "--live") : List.of("--config");
    List<Command> commands = new ArrayList<>();
    commands.add(
        line(host, "desc", machine, where, List.of("--title", "--new-desc", labels.title())));
    commands.add(line(host, "desc", machine, where, List.of("--new-desc", labels.description())));
    if (hasElement(labels)) {
      List<String> set = List.of("--uri", NAMESPACE, "--key", "vitrine", "--set", element(labels));
      commands.add(line(host, "metadata", machine, where, set));
    } else if (hasElement(before)) {
      List<String> remove = List.of("--uri", NAMESPACE, "--remove");
      commands.add(line(host, "metadata", machine, where, remove));
    }
    return commands;
  }

  private static boolean hasElement(Labels labels) {
    return !labels.tags().isEmpty() || !labels.group().isTop();
  }

  /** The element that carries group and tags, the same that is written through the library. */
  public static String element(Labels labels) {
    StringBuilder xml = new StringBuilder("<machine");
    if (!labels.group().isTop()) {
      xml.append(" group=\"").append(escaped(labels.group().text())).append('"');
    }
    xml.append('>');
    labels.tags().forEach(tag -> xml.append("<tag>").append(escaped(tag)).append("</tag>"));
    return xml.append("</machine>").toString();
  }

  private static Command line(
      HostAddress host, String verb, String machine, List<String> where, List<String> options) {
    List<String> words =
        new ArrayList<>(List.of("virsh", "-c", host.uri(), verb, "--domain", machine));
    words.addAll(where);
    words.addAll(options);
    return new Command(words, "");
  }

  private static String escaped(String text) {
    return text.replace("&", "&amp;")
        .replace("<", "&lt;")
        .replace(">", "&gt;")
        .replace("\"", "&quot;");
  }
}
