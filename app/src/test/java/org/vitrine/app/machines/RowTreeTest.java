package org.vitrine.app.machines;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import org.junit.jupiter.api.Test;
import org.vitrine.app.inventory.HostDirectory.Listed;
import org.vitrine.app.testing.Shown;
import org.vitrine.model.host.HostId;
import org.vitrine.model.host.HostState;
import org.vitrine.model.inventory.HostSnapshot;
import org.vitrine.model.vm.GroupPath;
import org.vitrine.model.vm.Machine;
import org.vitrine.model.vm.MachineState;

class RowTreeTest {

  private final Map<String, HostSnapshot> known = new TreeMap<>();

  private List<Row> rows(MachineFilter filter, Set<Row.Key> closed, Listed... hosts) {
    return new RowTree(
            filter,
            MachineSort.BY_NAME,
            closed,
            id -> known.getOrDefault(id.value(), HostSnapshot.unseen(id)))
        .of(Arrays.asList(hosts));
  }

  private static Listed listed(String id, String group) {
    return new Listed(Shown.host(id, group), true);
  }

  /** The lines as text: two blanks a level, counts in brackets, a plus before a closed folder. */
  private static String drawn(List<Row> rows) {
    StringBuilder text = new StringBuilder();
    for (Row row : rows) {
      text.append("  ".repeat(row.depth()));
      text.append(
          switch (row) {
            case Row.HostGroupRow group ->
                (group.open() ? "" : "+") + "[" + group.name() + "] " + group.hosts();
            case Row.HostRow host ->
                (host.open() ? "" : "+")
                    + host.host().entry().id().value()
                    + " "
                    + host.running()
                    + "/"
                    + host.shown();
            case Row.GroupRow group ->
                (group.open() ? "" : "+")
                    + group.path().text()
                    + " "
                    + group.running()
                    + "/"
                    + group.shown();
            case Row.MachineRow machine -> machine.machine().name() + (machine.stale() ? "?" : "");
          });
      text.append('\n');
    }
    return text.toString();
  }

  private void lab() {
    Machine[] machines = {
      Shown.machine("a", 1, "top", MachineState.OFF),
      Shown.grouped(Shown.machine("a", 2, "web-10", MachineState.RUNNING), "web/front", "x"),
      Shown.grouped(Shown.machine("a", 3, "web-9", MachineState.PAUSED), "web/front"),
      Shown.grouped(Shown.machine("a", 4, "db", MachineState.RUNNING), "web"),
      Shown.grouped(Shown.machine("a", 5, "dc", MachineState.RUNNING), "ad")
    };
    known.put("a", Shown.up("a", machines));
  }

  @Test
  void groupsNestAndCountWhatIsInThem() {
    lab();
    assertEquals(
        """
        a 3/5
          ad 1/1
            dc
          web 2/3
            web/front 1/2
              web-9
              web-10
            db
          top
        """,
        drawn(rows(MachineFilter.ALL, Set.of(), listed("a", ""))));
  }

  @Test
  void closedFoldersHideAndStillCount() {
    lab();
    Row.Key web = new Row.Key.OfGroup(new HostId("a"), GroupPath.parse("web"));
    assertEquals(
        """
        a 3/5
          ad 1/1
            dc
          +web 2/3
          top
        """,
        drawn(rows(MachineFilter.ALL, Set.of(web), listed("a", ""))));
    Row.Key host = new Row.Key.OfHost(new HostId("a"));
    assertEquals("+a 3/5\n", drawn(rows(MachineFilter.ALL, Set.of(host), listed("a", ""))));
  }

  @Test
  void searchOpensFoldersAndCountsWhatItFound() {
    lab();
    Row.Key host = new Row.Key.OfHost(new HostId("a"));
    Row.Key web = new Row.Key.OfGroup(new HostId("a"), GroupPath.parse("web"));
    assertEquals(
        """
        a 1/2
          web 1/2
            web/front 1/2
              web-9
              web-10
        """,
        drawn(
            rows(
                new MachineFilter("WEB-", Set.of(), Set.of()),
                Set.of(host, web),
                listed("a", ""))));
  }

  @Test
  void hostsOfAGroupStandTogetherBehindThoseOfNone() {
    known.put("c", Shown.up("c", Shown.machine("c", 1, "one", MachineState.RUNNING)));
    assertEquals(
        """
        b 0/0
        [Lab] 2
          c 1/1
            one
          d 0/0
        [lab/Room 2] 1
          e 0/0
        """,
        drawn(
            rows(
                MachineFilter.ALL,
                Set.of(),
                listed("e", "lab/Room 2"),
                listed("c", "Lab"),
                listed("b", ""),
                listed("d", " Lab /"))));
    assertEquals(
        "b 0/0\n+[Lab] 1\n",
        drawn(
            rows(
                MachineFilter.ALL,
                Set.of(new Row.Key.OfHostGroup("Lab")),
                listed("c", "Lab"),
                listed("b", ""))));
  }

  @Test
  void groupsThatDifferInCaseAloneKeepTheirHosts() {
    assertEquals(
        """
        [LAB] 1
          b 0/0
        [Lab] 1
          a 0/0
        """,
        drawn(rows(MachineFilter.ALL, Set.of(), listed("a", "Lab"), listed("b", "LAB"))));
  }

  @Test
  void machinesOfAHostThatIsAwayAreShownAsLastSeen() {
    Machine machine = Shown.machine("a", 1, "one", MachineState.RUNNING);
    known.put("a", Shown.snapshot("a", new HostState.Disconnected(), List.of(machine)));
    assertEquals("a 1/1\n  one?\n", drawn(rows(MachineFilter.ALL, Set.of(), listed("a", ""))));
  }

  @Test
  void everyLineHasAKeyOfItsOwn() {
    lab();
    known.put(
        "b", Shown.up("b", Shown.grouped(Shown.machine("b", 1, "x", MachineState.OFF), "web")));
    List<Row> rows = rows(MachineFilter.ALL, Set.of(), listed("a", ""), listed("b", "web"));
    assertEquals(rows.size(), rows.stream().map(Row::key).distinct().count());
    assertTrue(rows.size() > 10);
  }
}
