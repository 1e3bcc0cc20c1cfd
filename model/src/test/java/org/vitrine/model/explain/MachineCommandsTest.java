package org.vitrine.model.explain;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.EnumSource;
import org.vitrine.model.host.Driver;
import org.vitrine.model.host.HostAddress;
import org.vitrine.model.vm.Action;
import org.vitrine.model.vm.GroupPath;
import org.vitrine.model.vm.Labels;

class MachineCommandsTest {

  private static final HostAddress HOST = HostAddress.local(Driver.QEMU, "/system");

  @ParameterizedTest
  @CsvSource({
    "START, virsh -c qemu:///system start web-1",
    "START_PAUSED, virsh -c qemu:///system start --paused web-1",
    "START_FRESH, virsh -c qemu:///system start --force-boot web-1",
    "RESTORE, virsh -c qemu:///system start web-1",
    "PAUSE, virsh -c qemu:///system suspend web-1",
    "RESUME, virsh -c qemu:///system resume web-1",
    "SHUT_DOWN, virsh -c qemu:///system shutdown web-1",
    "REBOOT, virsh -c qemu:///system reboot web-1",
    "RESET, virsh -c qemu:///system reset web-1",
    "FORCE_OFF, virsh -c qemu:///system destroy web-1",
    "SAVE, virsh -c qemu:///system managedsave web-1",
    "AUTOSTART_ON, virsh -c qemu:///system autostart web-1",
    "AUTOSTART_OFF, virsh -c qemu:///system autostart --disable web-1"
  })
  void actionIsOneLineOfVirsh(Action action, String line) {
    List<Command> commands = PowerCommands.of(HOST, "web-1", action);
    assertEquals(List.of(line), commands.stream().map(Command::shellLine).toList());
  }

  @ParameterizedTest
  @EnumSource(Action.class)
  void nameIsTheLastWordAndNeverAnOption(Action action) {
    for (String name : List.of("-c", "--paused", "-", "a b", "it's", "$(id)", "a\nb", "\"")) {
      List<String> words = PowerCommands.of(HOST, name, action).getFirst().words();
      assertEquals(name, words.getLast());
      if (name.startsWith("-")) {
        assertEquals("--", words.get(words.size() - 2), words.toString());
      }
    }
  }

  @Test
  void networksAndPoolsAreNamedAsSafely() {
    assertEquals(
        "virsh -c qemu:///system net-start -- -x",
        PowerCommands.startNetwork(HOST, "-x").shellLine());
    assertEquals(
        "virsh -c qemu:///system net-destroy -- -x",
        PowerCommands.stopNetwork(HOST, "-x").shellLine());
    assertEquals(
        "virsh -c qemu:///system pool-start -- -x",
        PowerCommands.startPool(HOST, "-x").shellLine());
    assertEquals(
        "virsh -c qemu:///system net-start 'my net'",
        PowerCommands.startNetwork(HOST, "my net").shellLine());
  }

  @Test
  void renameTakesNamesThatLookLikeOptions() {
    assertEquals(
        List.of("virsh", "-c", "qemu:///system", "domrename", "--", "-a", "-b"),
        LabelCommands.rename(HOST, "-a", "-b").words());
  }

  @Test
  void labelsAreWrittenWhereTheMachineIs() {
    Labels labels =
        new Labels("-t", "it's \"so\"\n$(id)", List.of("b", "a<"), GroupPath.parse("x&y/\"z\""));
    List<Command> off = LabelCommands.label(HOST, "-m", false, labels);
    assertEquals(3, off.size());
    for (Command command : off) {
      List<String> words = command.words();
      assertEquals("-m", words.get(words.indexOf("--domain") + 1));
      assertTrue(words.contains("--config") && !words.contains("--live"), words.toString());
    }
    assertEquals("-t", off.get(0).words().getLast());
    assertEquals("it's \"so\"\n$(id)", off.get(1).words().getLast());
    assertEquals(
        "<machine group=\"x&amp;y/&quot;z&quot;\"><tag>a&lt;</tag><tag>b</tag></machine>",
        off.get(2).words().getLast());
    for (Command command : LabelCommands.label(HOST, "m", true, labels)) {
      assertTrue(command.words().containsAll(List.of("--config", "--live")));
    }
  }

  @Test
  void elementThatHoldsNothingIsTakenAwayWhereThereIsOne() {
    Labels titled = new Labels("t", "", List.of(), GroupPath.TOP);
    Labels tagged = titled.withTags(List.of("a"));
    List<Command> removing = LabelCommands.label(HOST, "m", false, tagged, titled);
    assertEquals("--remove", removing.get(2).words().getLast());
    assertEquals(removing, LabelCommands.label(HOST, "m", false, titled));
    assertEquals(2, LabelCommands.label(HOST, "m", false, titled, Labels.NONE).size());
    assertEquals(3, LabelCommands.label(HOST, "m", false, titled, tagged).size());
  }
}
