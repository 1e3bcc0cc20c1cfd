package org.vitrine.app.machines;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertNotEquals;
import static org.junit.jupiter.api.Assertions.assertSame;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Random;
import java.util.Set;
import java.util.concurrent.Semaphore;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.vitrine.app.inventory.HostDirectory;
import org.vitrine.app.inventory.InventoryStore;
import org.vitrine.app.testing.OnFxThread;
import org.vitrine.app.testing.Shown;
import org.vitrine.bridge.fake.FakeHypervisor;
import org.vitrine.bridge.link.HostLinks;
import org.vitrine.bridge.link.LinkTiming;
import org.vitrine.model.host.HostId;
import org.vitrine.model.inventory.HostSnapshot;
import org.vitrine.model.port.CredentialPrompt;
import org.vitrine.model.vm.Machine;
import org.vitrine.model.vm.MachineState;

class MachinesViewModelTest {

  private final HostLinks links =
      new HostLinks(
          new FakeHypervisor(), CredentialPrompt.NONE, snapshot -> {}, LinkTiming.DEFAULT);
  private final InventoryStore store = OnFxThread.get(InventoryStore::new);
  private final HostDirectory directory =
      OnFxThread.get(() -> new HostDirectory(links, store, hosts -> {}));
  private final MachinesViewModel model =
      OnFxThread.get(() -> new MachinesViewModel(store, directory));
  private final Semaphore arrived = new Semaphore(0);

  MachinesViewModelTest() {
    OnFxThread.run(
        () -> {
          store.listen(hosts -> arrived.release());
          directory.add(Shown.host("a", ""), false);
        });
  }

  @AfterEach
  void close() {
    links.close();
  }

  private void push(HostSnapshot snapshot) {
    arrived.drainPermits();
    store.accept(snapshot);
    try {
      assertTrue(arrived.tryAcquire(20, TimeUnit.SECONDS), "the snapshot never arrived");
    } catch (InterruptedException interrupted) {
      throw new AssertionError(interrupted);
    }
  }

  private List<Slot> slots() {
    return OnFxThread.get(() -> List.copyOf(model.slots()));
  }

  private List<String> names() {
    return OnFxThread.get(
        () ->
            model.slots().stream()
                .map(Slot::row)
                .filter(Row.MachineRow.class::isInstance)
                .map(row -> ((Row.MachineRow) row).machine().name())
                .toList());
  }

  private long structureChanges() {
    return OnFxThread.get(model::structureChanges);
  }

  private static Machine[] some(int count) {
    Machine[] machines = new Machine[count];
    for (int i = 0; i < count; i++) {
      machines[i] = Shown.machine("a", i, "vm-" + i, MachineState.RUNNING);
    }
    return machines;
  }

  @Test
  void newValuesRepaintLinesAndMoveNone() {
    Machine[] machines = some(20);
    push(Shown.up("a", machines));
    List<Slot> before = slots();
    long changes = structureChanges();
    Random random = new Random(5);
    for (int round = 0; round < 5; round++) {
      for (int i = 0; i < machines.length; i++) {
        machines[i] = Shown.using(machines[i], random.nextDouble());
      }
      push(Shown.up("a", machines));
    }
    List<Slot> after = slots();
    assertEquals(before.size(), after.size());
    for (int i = 0; i < before.size(); i++) {
      assertSame(before.get(i), after.get(i));
    }
    assertEquals(changes, structureChanges());
    Row.MachineRow row = (Row.MachineRow) after.get(1).row();
    assertEquals(machines[0].usage(), row.machine().usage());
  }

  @Test
  void machineThatComesLeavesTheOthersTheirLines() {
    push(Shown.up("a", some(5)));
    List<Slot> before = slots();
    push(Shown.up("a", some(6)));
    List<Slot> after = slots();
    assertEquals(before, after.subList(0, before.size()));
    assertEquals(before.size() + 1, after.size());
    push(Shown.up("a", some(5)));
    assertEquals(before, slots());
  }

  @Test
  void movedLinesKeepTheirPlaceholdersWhenSortedByAValue() {
    Machine[] machines = some(10);
    push(Shown.up("a", machines));
    Set<Slot> before = Set.copyOf(slots());
    OnFxThread.run(() -> model.sortBy(Column.CPU));
    for (int i = 0; i < machines.length; i++) {
      machines[i] = Shown.using(machines[i], 1.0 / (i + 1));
    }
    push(Shown.up("a", machines));
    assertEquals("vm-9", names().getFirst());
    assertEquals(before, Set.copyOf(slots()));
  }

  @Test
  void choiceSurvivesSortingAndNewValues() {
    Machine[] machines = some(10);
    push(Shown.up("a", machines));
    Set<Row.Key> chosen =
        Set.of(new Row.Key.OfMachine(Shown.key("a", 3)), new Row.Key.OfMachine(Shown.key("a", 7)));
    OnFxThread.run(() -> model.choose(chosen));
    OnFxThread.run(() -> model.sortBy(Column.NAME));
    assertEquals("vm-9", names().getFirst());
    machines[3] = Shown.using(machines[3], 0.5);
    push(Shown.up("a", machines));
    assertEquals(chosen, OnFxThread.get(() -> model.chosenProperty().get()));
    assertEquals(
        Set.of(machines[3], machines[7]), OnFxThread.get(() -> Set.copyOf(model.chosenMachines())));
  }

  @Test
  void choiceOfAMachineThatIsGoneIsLetGo() {
    push(Shown.up("a", some(4)));
    OnFxThread.run(
        () ->
            model.choose(
                List.of(
                    new Row.Key.OfMachine(Shown.key("a", 0)),
                    new Row.Key.OfMachine(Shown.key("a", 3)))));
    push(Shown.up("a", some(3)));
    assertEquals(
        Set.of(new Row.Key.OfMachine(Shown.key("a", 0))),
        OnFxThread.get(() -> model.chosenProperty().get()));
    assertEquals("vm-0", OnFxThread.get(() -> model.onlyChosen().orElseThrow().name()));
  }

  @Test
  void sortingTwiceByAColumnTurnsItRound() {
    push(Shown.up("a", some(3)));
    OnFxThread.run(() -> model.sortBy(Column.NAME));
    assertEquals(List.of("vm-2", "vm-1", "vm-0"), names());
    OnFxThread.run(() -> model.sortBy(Column.NAME));
    assertEquals(List.of("vm-0", "vm-1", "vm-2"), names());
  }

  @Test
  void closedFolderStaysClosedWhenNewsArrive() {
    push(Shown.up("a", some(3)));
    OnFxThread.run(() -> model.setOpen(new Row.Key.OfHost(new HostId("a")), false));
    assertEquals(List.of(), names());
    push(Shown.up("a", some(4)));
    assertEquals(List.of(), names());
    OnFxThread.run(() -> model.setOpen(new Row.Key.OfHost(new HostId("a")), true));
    assertEquals(4, names().size());
  }

  @Test
  void filterThatLeavesNoneIsKnown() {
    push(Shown.up("a", some(3)));
    OnFxThread.run(
        () -> model.filterProperty().set(new MachineFilter("nobody", Set.of(), Set.of())));
    assertTrue(OnFxThread.get(model::isEmptyForFilter));
    OnFxThread.run(() -> model.filterProperty().set(MachineFilter.ALL));
    assertEquals(3, names().size());
  }

  @Test
  void tagsOfAllMachinesAreKnown() {
    Machine[] machines = some(2);
    machines[0] = Shown.grouped(machines[0], "", "web", "prod");
    machines[1] = Shown.grouped(machines[1], "", "web");
    push(Shown.up("a", machines));
    assertEquals(
        List.of("prod", "web"), List.copyOf(OnFxThread.get(() -> model.knownTagsProperty().get())));
  }

  @Test
  void manySnapshotsInARowArriveAsFew() {
    long changes = structureChanges();
    arrived.drainPermits();
    for (int i = 1; i <= 200; i++) {
      store.accept(Shown.up("a", some(i)));
    }
    OnFxThread.await("the last snapshot is shown", () -> model.slots().size() == 201);
    assertTrue(arrived.availablePermits() <= 20, arrived.availablePermits() + " arrivals");
    assertNotEquals(changes, structureChanges());
  }

  @Test
  void thousandMachinesFilterAndSortAtOnce() {
    Random random = new Random(3);
    List<Machine> machines = new ArrayList<>();
    for (int i = 0; i < 1000; i++) {
      Machine machine = Shown.machine("a", i, "vm-" + random.nextInt(5000), MachineState.RUNNING);
      machines.add(
          Shown.using(Shown.grouped(machine, "g" + i % 20, "t" + i % 7), random.nextDouble()));
    }
    push(Shown.up("a", machines.toArray(Machine[]::new)));
    long[] nanos =
        OnFxThread.get(
            () -> {
              long[] took = new long[21];
              for (int i = -20; i < took.length; i++) {
                long start = System.nanoTime();
                model.filterProperty().set(new MachineFilter("vm-" + i % 3, Set.of(), Set.of()));
                model.sortBy(i % 2 == 0 ? Column.CPU : Column.NAME);
                model.filterProperty().set(MachineFilter.ALL);
                if (i >= 0) {
                  took[i] = System.nanoTime() - start;
                }
              }
              return took;
            });
    Arrays.sort(nanos);
    double median = nanos[nanos.length / 2] / 1e6;
    assertTrue(median < 100, "filtering, sorting and showing all took " + median + " ms");
    assertEquals(1000, names().size());
  }
}
