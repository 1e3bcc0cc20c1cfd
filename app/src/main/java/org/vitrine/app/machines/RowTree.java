package org.vitrine.app.machines;

import java.util.ArrayList;
import java.util.Collection;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.function.Function;
import org.vitrine.app.inventory.HostDirectory.Listed;
import org.vitrine.model.host.HostId;
import org.vitrine.model.inventory.HostSnapshot;
import org.vitrine.model.vm.GroupPath;
import org.vitrine.model.vm.Machine;
import org.vitrine.model.vm.MachineState;

/** Lays hosts, groups and machines out as lines: a pure function of what is known and chosen. */
final class RowTree {

  private final MachineFilter filter;
  private final MachineSort sort;
  private final Set<Row.Key> closed;
  private final Function<HostId, HostSnapshot> snapshots;
  private final List<Row> rows = new ArrayList<>();

  RowTree(
      MachineFilter filter,
      MachineSort sort,
      Set<Row.Key> closed,
      Function<HostId, HostSnapshot> snapshots) {
    this.filter = filter;
    this.sort = sort;
    this.closed = closed;
    this.snapshots = snapshots;
  }

  List<Row> of(Collection<Listed> hosts) {
    Map<GroupPath, List<Listed>> byGroup = new LinkedHashMap<>();
    for (Listed host : hosts) {
      byGroup
          .computeIfAbsent(GroupPath.parse(host.entry().group()), path -> new ArrayList<>())
          .add(host);
    }
    byGroup.getOrDefault(GroupPath.TOP, List.of()).forEach(host -> addHost(host, 0));
    byGroup.remove(GroupPath.TOP);
    new TreeMap<>(byGroup).forEach(this::addHostGroup);
    return rows;
  }

  private void addHostGroup(GroupPath path, List<Listed> hosts) {
    String text = path.text();
    boolean open = isOpen(new Row.Key.OfHostGroup(text));
    rows.add(new Row.HostGroupRow(text, text, 0, hosts.size(), open));
    if (open) {
      hosts.forEach(host -> addHost(host, 1));
    }
  }

  private void addHost(Listed host, int depth) {
    HostSnapshot snapshot = snapshots.apply(host.entry().id());
    Folder top = new Folder(GroupPath.TOP);
    for (Machine machine : snapshot.machines().values()) {
      if (filter.isAll() || filter.matches(machine)) {
        top.put(machine, 0);
      }
    }
    boolean open = isOpen(new Row.Key.OfHost(host.entry().id()));
    rows.add(new Row.HostRow(host, snapshot, depth, top.running, top.shown, open));
    if (open) {
      addFolder(top, host, depth + 1, !snapshot.state().isUp());
    }
  }

  private void addFolder(Folder folder, Listed host, int depth, boolean stale) {
    for (Folder inner : folder.folders.values()) {
      boolean open = isOpen(new Row.Key.OfGroup(host.entry().id(), inner.path));
      rows.add(
          new Row.GroupRow(host.entry().id(), inner.path, depth, inner.running, inner.shown, open));
      if (open) {
        addFolder(inner, host, depth + 1, stale);
      }
    }
    folder.machines.sort(sort);
    for (Machine machine : folder.machines) {
      rows.add(new Row.MachineRow(machine, host.entry().label(), depth, stale));
    }
  }

  /** While something is sought, nothing that was found hides in a closed folder. */
  private boolean isOpen(Row.Key key) {
    return !filter.isAll() || !closed.contains(key);
  }

  private static final class Folder {
    private final GroupPath path;
    private final Map<String, Folder> folders = new TreeMap<>(NaturalOrder.INSTANCE);
    private final List<Machine> machines = new ArrayList<>();
    private int running;
    private int shown;

    Folder(GroupPath path) {
      this.path = path;
    }

    void put(Machine machine, int level) {
      shown++;
      if (machine.state() == MachineState.RUNNING) {
        running++;
      }
      List<String> parts = machine.labels().group().parts();
      if (level == parts.size()) {
        machines.add(machine);
      } else {
        folders
            .computeIfAbsent(
                parts.get(level), name -> new Folder(new GroupPath(parts.subList(0, level + 1))))
            .put(machine, level + 1);
      }
    }
  }
}
