package org.vitrine.app.machines;

import java.util.ArrayList;
import java.util.Collection;
import java.util.HashMap;
import java.util.HashSet;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;
import javafx.beans.InvalidationListener;
import javafx.beans.property.ObjectProperty;
import javafx.beans.property.ReadOnlyObjectProperty;
import javafx.beans.property.ReadOnlyObjectWrapper;
import javafx.beans.property.SimpleObjectProperty;
import javafx.collections.FXCollections;
import javafx.collections.ObservableList;
import org.vitrine.app.inventory.HostDirectory;
import org.vitrine.app.inventory.InventoryStore;
import org.vitrine.model.host.HostId;
import org.vitrine.model.vm.Machine;
import org.vitrine.model.vm.MachineKey;

/** The list of machines: its lines, what it is narrowed to, its order and what is chosen in it. */
public final class MachinesViewModel {

  private final InventoryStore store;
  private final HostDirectory directory;

  private final ObservableList<Slot> slots = FXCollections.observableArrayList();
  private final ObservableList<Slot> view = FXCollections.unmodifiableObservableList(slots);
  private final Map<Row.Key, Slot> slotOf = new HashMap<>();
  private final ReadOnlyObjectWrapper<Set<Row.Key>> closed = new ReadOnlyObjectWrapper<>(Set.of());
  private final ObjectProperty<MachineFilter> filter =
      new SimpleObjectProperty<>(MachineFilter.ALL);
  private final ObjectProperty<MachineSort> sort = new SimpleObjectProperty<>(MachineSort.BY_NAME);
  private final ObjectProperty<ColumnLayout> columns =
      new SimpleObjectProperty<>(ColumnLayout.USUAL);
  private final ReadOnlyObjectWrapper<Set<Row.Key>> chosen = new ReadOnlyObjectWrapper<>(Set.of());
  private final ReadOnlyObjectWrapper<Set<String>> knownTags =
      new ReadOnlyObjectWrapper<>(Set.of());
  private long structureChanges;

  public MachinesViewModel(InventoryStore store, HostDirectory directory) {
    this.store = store;
    this.directory = directory;
    store.listen(hosts -> rebuild());
    directory.hosts().addListener((InvalidationListener) change -> rebuild());
    filter.subscribe(value -> rebuild());
    sort.subscribe(value -> rebuild());
  }

  // Properties

  public ObservableList<Slot> slots() {
    return view;
  }

  public ObjectProperty<MachineFilter> filterProperty() {
    return filter;
  }

  public ObjectProperty<MachineSort> sortProperty() {
    return sort;
  }

  public ObjectProperty<ColumnLayout> columnsProperty() {
    return columns;
  }

  public ReadOnlyObjectProperty<Set<Row.Key>> chosenProperty() {
    return chosen.getReadOnlyProperty();
  }

  /** Every tag that any machine carries. */
  public ReadOnlyObjectProperty<Set<String>> knownTagsProperty() {
    return knownTags.getReadOnlyProperty();
  }

  /** How often lines came, went or moved, as opposed to being repainted. */
  public long structureChanges() {
    return structureChanges;
  }

  // Commands

  public void choose(Collection<Row.Key> keys) {
    Set<Row.Key> next = new LinkedHashSet<>(keys);
    if (!next.equals(chosen.get())) {
      chosen.set(next);
    }
  }

  public void sortBy(Column column) {
    MachineSort now = sort.get();
    sort.set(new MachineSort(column, now.column() == column && !now.descending()));
  }

  public void setOpen(Row.Key folder, boolean open) {
    Set<Row.Key> next = new HashSet<>(closed.get());
    if (open ? next.remove(folder) : next.add(folder)) {
      closed.set(next);
      rebuild();
    }
  }

  /** The folders that stand closed. */
  public ReadOnlyObjectProperty<Set<Row.Key>> closedProperty() {
    return closed.getReadOnlyProperty();
  }

  public void closeFolders(Collection<Row.Key> folders) {
    Set<Row.Key> next = new HashSet<>(closed.get());
    if (next.addAll(folders)) {
      closed.set(next);
      rebuild();
    }
  }

  /** The chosen machines; a chosen folder stands for nothing here. */
  public List<Machine> chosenMachines() {
    List<Machine> machines = new ArrayList<>();
    for (Row.Key key : chosen.get()) {
      if (key instanceof Row.Key.OfMachine(MachineKey machine)) {
        store.machine(machine).ifPresent(machines::add);
      }
    }
    return machines;
  }

  /** The one chosen machine, if it is exactly one. */
  public Optional<Machine> onlyChosen() {
    List<Machine> machines = chosenMachines();
    return machines.size() == 1 ? Optional.of(machines.getFirst()) : Optional.empty();
  }

  /** The chosen host, if a host alone is chosen. */
  public Optional<HostId> chosenHost() {
    return chosen.get().size() == 1
            && chosen.get().iterator().next() instanceof Row.Key.OfHost(HostId host)
        ? Optional.of(host)
        : Optional.empty();
  }

  public boolean isEmptyForFilter() {
    return !filter.get().isAll()
        && slots.stream().noneMatch(slot -> slot.row() instanceof Row.MachineRow);
  }

  private void rebuild() {
    List<Row> rows =
        new RowTree(filter.get(), sort.get(), closed.get(), store::host).of(directory.hosts());
    if (sameOrder(rows)) {
      for (int i = 0; i < rows.size(); i++) {
        slots.get(i).show(rows.get(i));
      }
    } else {
      restructure(rows);
    }
    gatherTags();
  }

  private boolean sameOrder(List<Row> rows) {
    if (rows.size() != slots.size()) {
      return false;
    }
    for (int i = 0; i < rows.size(); i++) {
      if (!rows.get(i).key().equals(slots.get(i).key())) {
        return false;
      }
    }
    return true;
  }

  private void restructure(List<Row> rows) {
    structureChanges++;
    List<Slot> next = new ArrayList<>(rows.size());
    Set<Row.Key> present = new HashSet<>();
    for (Row row : rows) {
      Slot slot = slotOf.computeIfAbsent(row.key(), key -> new Slot(row));
      slot.show(row);
      next.add(slot);
      present.add(row.key());
    }
    slotOf.keySet().retainAll(present);
    // what is chosen but only folded or filtered away for now is let go with its line
    Set<Row.Key> still = new LinkedHashSet<>(chosen.get());
    still.retainAll(present);
    slots.setAll(next);
    choose(still);
  }

  private void gatherTags() {
    Set<String> tags = new TreeSet<>(String.CASE_INSENSITIVE_ORDER);
    for (HostDirectory.Listed host : directory.hosts()) {
      store
          .host(host.entry().id())
          .machines()
          .values()
          .forEach(machine -> tags.addAll(machine.labels().tags()));
    }
    if (!Objects.equals(tags, knownTags.get())) {
      knownTags.set(tags);
    }
  }
}
