package org.vitrine.bridge.system;

import static org.junit.jupiter.api.Assertions.assertEquals;

import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.UUID;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;
import org.vitrine.bridge.testing.ClosesClean;
import org.vitrine.bridge.testing.HeardNews;
import org.vitrine.bridge.testing.NeedsSessionDaemon;
import org.vitrine.bridge.testing.OpenHosts;
import org.vitrine.bridge.testing.SessionDaemon;
import org.vitrine.model.explain.Command;
import org.vitrine.model.explain.LabelCommands;
import org.vitrine.model.explain.PowerCommands;
import org.vitrine.model.host.HostAddress;
import org.vitrine.model.port.HypervisorSession;
import org.vitrine.model.vm.Action;
import org.vitrine.model.vm.GroupPath;
import org.vitrine.model.vm.Labels;

/** The commands shown for a user's own machines, with an address that a shell could misread. */
@NeedsSessionDaemon
@ExtendWith(ClosesClean.class)
class ShownSessionCommandsTest {

  private static SessionDaemon daemon;

  @BeforeAll
  static void start() throws Exception {
    daemon = SessionDaemon.start();
  }

  @AfterAll
  static void stop() throws Exception {
    daemon.close();
  }

  private static void type(List<Command> commands) throws Exception {
    for (Command command : commands) {
      Process shell =
          new ProcessBuilder("sh", "-c", command.shellLine()).redirectErrorStream(true).start();
      shell.getOutputStream().close();
      String said = new String(shell.getInputStream().readAllBytes(), StandardCharsets.UTF_8);
      assertEquals(0, shell.waitFor(), () -> command.shellLine() + ": " + said);
    }
  }

  private static String told(UUID machine) throws Exception {
    String uuid = machine.toString();
    return daemon.virsh("domstate", uuid, "--reason")
        + "\n"
        + daemon
            .virsh("dumpxml", "--inactive", uuid)
            .replaceAll("<name>[^<]*</name>", "")
            .replaceAll("<uuid>[^<]*</uuid>", "");
  }

  @Test
  void commandsDoWhatTheActionsDo(OpenHosts hosts) throws Exception {
    HostAddress address = OpenHosts.address(daemon.uri());
    UUID clicked = daemon.define("clicked");
    String name = "--it's $HOME";
    UUID typed = daemon.define(name);
    HypervisorSession session = hosts.open(daemon.uri(), new HeardNews());
    for (Action action :
        List.of(
            Action.START_PAUSED,
            Action.RESUME,
            Action.SAVE,
            Action.RESTORE,
            Action.PAUSE,
            Action.RESET,
            Action.FORCE_OFF)) {
      session.perform(clicked, action);
      type(PowerCommands.of(address, name, action));
      assertEquals(told(clicked), told(typed), action::name);
    }
    Labels before = Labels.NONE;
    for (Labels labels :
        List.of(new Labels("t", "d", List.of("a"), GroupPath.parse("g")), Labels.NONE)) {
      session.label(clicked, labels);
      type(LabelCommands.label(address, name, false, before, labels));
      assertEquals(told(clicked), told(typed), labels::toString);
      before = labels;
    }
  }
}
