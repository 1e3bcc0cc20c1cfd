package org.vitrine.model.vm;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.Arrays;
import java.util.EnumMap;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import org.junit.jupiter.api.Test;
import org.vitrine.model.host.HostId;

class ActionTest {

  /** One line an action, one word a state, in the order of the head; a dot where it may be done. */
  private static final String TABLE =
      """
      action        RUNNING         PAUSED          SHUTTING_DOWN   SLEEPING        OFF            SAVED           CRASHED        UNKNOWN
      START         ALREADY_RUNNING ALREADY_RUNNING ALREADY_RUNNING ALREADY_RUNNING .              .               .              STATE_UNKNOWN
      START_PAUSED  ALREADY_RUNNING ALREADY_RUNNING ALREADY_RUNNING ALREADY_RUNNING .              HAS_SAVED_STATE .              STATE_UNKNOWN
      START_FRESH   ALREADY_RUNNING ALREADY_RUNNING ALREADY_RUNNING ALREADY_RUNNING NO_SAVED_STATE .               NO_SAVED_STATE STATE_UNKNOWN
      RESTORE       ALREADY_RUNNING ALREADY_RUNNING ALREADY_RUNNING ALREADY_RUNNING NO_SAVED_STATE .               NO_SAVED_STATE STATE_UNKNOWN
      PAUSE         .               ALREADY_PAUSED  .               SLEEPING        NOT_RUNNING    NOT_RUNNING     NOT_RUNNING    STATE_UNKNOWN
      RESUME        NOT_PAUSED      .               NOT_PAUSED      NOT_PAUSED      NOT_RUNNING    NOT_RUNNING     NOT_RUNNING    STATE_UNKNOWN
      SHUT_DOWN     .               IS_PAUSED       .               SLEEPING        NOT_RUNNING    NOT_RUNNING     NOT_RUNNING    STATE_UNKNOWN
      REBOOT        .               IS_PAUSED       .               SLEEPING        NOT_RUNNING    NOT_RUNNING     NOT_RUNNING    STATE_UNKNOWN
      RESET         .               .               .               .               NOT_RUNNING    NOT_RUNNING     NOT_RUNNING    STATE_UNKNOWN
      FORCE_OFF     .               .               .               .               NOT_RUNNING    NOT_RUNNING     NOT_RUNNING    STATE_UNKNOWN
      SAVE          .               .               SHUTTING_DOWN   SLEEPING        NOT_RUNNING    NOT_RUNNING     NOT_RUNNING    STATE_UNKNOWN
      AUTOSTART_ON  .               .               .               .               .              .               .              STATE_UNKNOWN
      AUTOSTART_OFF ALREADY_SET     ALREADY_SET     ALREADY_SET     ALREADY_SET     ALREADY_SET    ALREADY_SET     ALREADY_SET    STATE_UNKNOWN
      """;

  private static MachineEdit machine(MachineState state) {
    return new MachineEdit(new MachineKey(new HostId("h"), new UUID(0, 1)), "web-1")
        .state(state, StateReason.NONE)
        .saved(state == MachineState.SAVED);
  }

  private static Map<Action, Map<MachineState, Optional<Refusal>>> expected() {
    Map<Action, Map<MachineState, Optional<Refusal>>> table = new EnumMap<>(Action.class);
    String[] lines = TABLE.split("\n", -1);
    String[] head = lines[0].split(" +", -1);
    for (String line : Arrays.asList(lines).subList(1, lines.length - 1)) {
      String[] words = line.split(" +", -1);
      assertEquals(head.length, words.length, line);
      Map<MachineState, Optional<Refusal>> row = new EnumMap<>(MachineState.class);
      for (int i = 1; i < head.length; i++) {
        row.put(
            MachineState.valueOf(head[i]),
            words[i].equals(".") ? Optional.empty() : Optional.of(Refusal.valueOf(words[i])));
      }
      table.put(Action.valueOf(words[0]), row);
    }
    return table;
  }

  @Test
  void everyActionIsAllowedInExactlyItsStates() {
    Map<Action, Map<MachineState, Optional<Refusal>>> found = new EnumMap<>(Action.class);
    for (Action action : Action.values()) {
      Map<MachineState, Optional<Refusal>> row = new EnumMap<>(MachineState.class);
      for (MachineState state : MachineState.values()) {
        row.put(state, action.refusedBy(machine(state).done()));
      }
      found.put(action, row);
    }
    assertEquals(expected(), found);
  }

  @Test
  void machineThatVanishesWhenItStopsIsNeverSaved() {
    for (MachineState state : MachineState.values()) {
      Machine vanishing = machine(state).persistent(false).done();
      Optional<Refusal> wanted =
          Optional.of(
              state == MachineState.UNKNOWN ? Refusal.STATE_UNKNOWN : Refusal.NOT_PERSISTENT);
      assertEquals(wanted, Action.SAVE.refusedBy(vanishing));
      assertEquals(wanted, Action.AUTOSTART_ON.refusedBy(vanishing));
    }
  }

  @Test
  void autostartIsSetOrUnsetButNotTwice() {
    Machine set = machine(MachineState.OFF).autostart(true).done();
    assertEquals(Optional.of(Refusal.ALREADY_SET), Action.AUTOSTART_ON.refusedBy(set));
    assertEquals(Optional.empty(), Action.AUTOSTART_OFF.refusedBy(set));
  }

  @Test
  void actionsThatLoseDataAreAskedFor() {
    for (Action action : Action.values()) {
      boolean loses =
          action == Action.RESET || action == Action.FORCE_OFF || action == Action.START_FRESH;
      assertEquals(loses, action.isDestructive(), action.name());
    }
  }

  @Test
  void groupsThatDifferInCaseAloneStandApart() {
    GroupPath large = GroupPath.parse("Web");
    GroupPath small = GroupPath.parse("web");
    assertFalse(large.compareTo(small) == 0);
    assertTrue(large.compareTo(small) < 0 && small.compareTo(large) > 0);
    assertEquals(0, large.compareTo(GroupPath.parse(" Web //")));
    assertTrue(GroupPath.parse("a").compareTo(large) < 0);
    assertTrue(GroupPath.parse("B").compareTo(GroupPath.parse("a")) > 0);
  }
}
