package org.vitrine.app.machines;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.time.Instant;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import java.util.Random;
import java.util.function.Supplier;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;
import org.junit.jupiter.params.provider.ValueSource;
import org.vitrine.app.testing.Shown;
import org.vitrine.model.unit.ByteSize;
import org.vitrine.model.vm.GroupPath;
import org.vitrine.model.vm.Labels;
import org.vitrine.model.vm.Machine;
import org.vitrine.model.vm.MachineState;
import org.vitrine.model.vm.Uptime;
import org.vitrine.model.vm.Usage;

class OrderTest {

  private static final String[] PIECES = {
    "",
    "a",
    "A",
    "b",
    "web",
    "Web",
    "-",
    "0",
    "00",
    "7",
    "07",
    "10",
    "9",
    "ß",
    "İ",
    "ı",
    "ſ",
    "é",
    "\u0301",
    "\ud83d\ude00",
    " ",
    "99999999999999999999",
    "099999999999999999999",
    "٣",
    "/",
    ":"
  };

  private static String name(Random random) {
    StringBuilder name = new StringBuilder();
    for (int i = random.nextInt(4); i >= 0; i--) {
      name.append(PIECES[random.nextInt(PIECES.length)]);
    }
    return name.toString();
  }

  private static <T> void assertTotal(Comparator<T> order, List<T> things) {
    int size = things.size();
    int[][] signs = new int[size][size];
    for (int i = 0; i < size; i++) {
      for (int j = 0; j < size; j++) {
        signs[i][j] = Integer.signum(order.compare(things.get(i), things.get(j)));
      }
    }
    for (int i = 0; i < size; i++) {
      for (int j = 0; j < size; j++) {
        T one = things.get(i);
        T other = things.get(j);
        Supplier<String> pair = () -> one + " and " + other;
        assertEquals(-signs[j][i], signs[i][j], pair);
        assertEquals(things.get(i).equals(things.get(j)), signs[i][j] == 0, pair);
        for (int k = 0; signs[i][j] <= 0 && k < size; k++) {
          if (signs[j][k] <= 0) {
            assertTrue(signs[i][k] <= 0, pair);
          }
        }
      }
    }
  }

  @ParameterizedTest
  @ValueSource(longs = {1, 2, 3, 4, 5, 6, 7, 8})
  void namesHaveATotalOrder(long seed) {
    Random random = new Random(seed);
    List<String> names = new ArrayList<>();
    for (int i = 0; i < 120; i++) {
      names.add(name(random));
    }
    assertTotal(NaturalOrder.INSTANCE, names);
  }

  @Test
  void numbersCountByTheirWorthAndLettersWithoutCase() {
    List<String> names =
        new ArrayList<>(List.of("vm-10", "VM-2", "vm-9", "vm", "Vm-09", "a", "vm-x"));
    names.sort(NaturalOrder.INSTANCE);
    assertEquals(List.of("a", "vm", "VM-2", "Vm-09", "vm-9", "vm-10", "vm-x"), names);
  }

  private static Machine machine(Random random, int number) {
    return Shown.machine("h", number, name(random), pick(random, MachineState.values()))
        .edit()
        .memory(ByteSize.mib(random.nextInt(3)))
        .labels(new Labels("", "", List.of(name(random)), GroupPath.TOP))
        .addresses(random.nextBoolean() ? List.of() : List.of("192.0.2." + random.nextInt(12)))
        .uptime(
            random.nextBoolean()
                ? Optional.empty()
                : Optional.of(new Uptime(Instant.ofEpochSecond(random.nextInt(3)), true)))
        .usage(
            new Usage(random.nextInt(3) / 2.0, ByteSize.ZERO, random.nextInt(3), random.nextInt(3)))
        .done();
  }

  private static MachineState pick(Random random, MachineState... states) {
    return states[random.nextInt(states.length)];
  }

  @ParameterizedTest
  @EnumSource(Column.class)
  void everyColumnSortsMachinesTotallyBothWays(Column column) {
    for (long seed = 1; seed <= 3; seed++) {
      Random random = new Random(seed);
      List<Machine> machines = new ArrayList<>();
      for (int i = 0; i < 60; i++) {
        machines.add(machine(random, i));
      }
      assertTotal(new MachineSort(column, false), machines);
      assertTotal(new MachineSort(column, true), machines);
    }
  }

  @Test
  void equalOnesStandByNameWhicheverWayTheyAreSorted() {
    Machine two = Shown.machine("h", 1, "vm-2", MachineState.OFF);
    Machine ten = Shown.machine("h", 2, "vm-10", MachineState.OFF);
    Machine up = Shown.machine("h", 3, "vm-1", MachineState.RUNNING);
    for (boolean descending : new boolean[] {false, true}) {
      List<Machine> machines = new ArrayList<>(List.of(ten, up, two));
      machines.sort(new MachineSort(Column.STATE, descending));
      assertEquals(
          descending ? List.of("vm-2", "vm-10", "vm-1") : List.of("vm-1", "vm-2", "vm-10"),
          machines.stream().map(Machine::name).toList());
    }
  }
}
