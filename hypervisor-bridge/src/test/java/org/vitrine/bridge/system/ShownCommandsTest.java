package org.vitrine.bridge.system;

import static org.junit.jupiter.api.Assertions.assertEquals;

import java.util.List;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;
import org.vitrine.bridge.testing.ClosesClean;
import org.vitrine.bridge.testing.HeardNews;
import org.vitrine.bridge.testing.LabHost;
import org.vitrine.bridge.testing.NeedsLabHost;
import org.vitrine.bridge.testing.OpenHosts;
import org.vitrine.bridge.testing.TinyGuest;
import org.vitrine.model.explain.Command;
import org.vitrine.model.explain.LabelCommands;
import org.vitrine.model.explain.PowerCommands;
import org.vitrine.model.port.HypervisorSession;
import org.vitrine.model.vm.Action;
import org.vitrine.model.vm.GroupPath;
import org.vitrine.model.vm.Labels;

/**
 * The command shown is the change made: of two equal machines one is changed through the port, the
 * other by a shell that reads the lines, and they stay equal.
 */
@NeedsLabHost
@ExtendWith(ClosesClean.class)
class ShownCommandsTest {

  /** What a shell would make something else of. */
  private static final String ODD = "it's $HOME; \"b\" `c`";

  private static LabHost lab;

  @BeforeAll
  static void startHost() throws Exception {
    lab = LabHost.start("shown");
    lab.virsh("net-start", "default");
  }

  @AfterAll
  static void endHost() throws Exception {
    lab.close();
  }

  private static void type(List<Command> commands) throws Exception {
    for (Command command : commands) {
      lab.shell(command.shellLine());
    }
  }

  /** All that libvirt tells of a machine, but for what two machines cannot have in common. */
  private static String told(String name) throws Exception {
    String machine = lab.virsh("domuuid", "--", name);
    return lab.virsh("domstate", machine, "--reason")
        + "\n"
        + lab.virsh("dominfo", machine)
            .replaceAll("(?m)^(Id|Name|UUID|CPU time|Security label|Used memory):.*\n?", "")
        + "\n"
        + alike(lab.virsh("dumpxml", "--inactive", machine));
  }

  private static String alike(String definition) {
    return definition
        .replaceAll("<name>[^<]*</name>", "")
        .replaceAll("<uuid>[^<]*</uuid>", "")
        .replaceAll("<mac address='[^']*'/>", "")
        .replaceAll("serial/[^']*\\.log", "");
  }

  @Test
  void powerCommandsDoWhatTheActionsDo(OpenHosts hosts) throws Exception {
    TinyGuest clicked = TinyGuest.define(lab, "clicked");
    TinyGuest typed = TinyGuest.define(lab, "it's $HOME; b");
    HypervisorSession session = hosts.open(lab.uri(), new HeardNews());
    for (Action action :
        List.of(
            Action.START_PAUSED,
            Action.RESUME,
            Action.PAUSE,
            Action.SAVE,
            Action.RESTORE,
            Action.RESUME,
            Action.SAVE,
            Action.START_FRESH,
            Action.RESET,
            Action.AUTOSTART_ON,
            Action.AUTOSTART_OFF,
            Action.FORCE_OFF,
            Action.START,
            Action.REBOOT)) {
      session.perform(clicked.uuid(), action);
      type(PowerCommands.of(lab.addressInside(), typed.name(), action));
      assertEquals(told(clicked.name()), told(typed.name()), action::name);
    }
    clicked.awaitBoots(1);
    typed.awaitBoots(1);
    session.perform(clicked.uuid(), Action.SHUT_DOWN);
    type(PowerCommands.of(lab.addressInside(), typed.name(), Action.SHUT_DOWN));
    clicked.awaitLine(line -> line.equals("sample: power button"));
    typed.awaitLine(line -> line.equals("sample: power button"));
  }

  @Test
  void labelCommandsWriteWhatIsWrittenOtherwise(OpenHosts hosts) throws Exception {
    TinyGuest clicked = TinyGuest.define(lab, "plain");
    TinyGuest typed = TinyGuest.define(lab, "-d it's $HOME");
    HypervisorSession session = hosts.open(lab.uri(), new HeardNews());
    for (boolean active : List.of(false, true)) {
      if (active) {
        session.perform(clicked.uuid(), Action.START_PAUSED);
        session.perform(typed.uuid(), Action.START_PAUSED);
      }
      Labels before = Labels.NONE;
      for (Labels labels :
          List.of(
              new Labels(ODD, "first\n second <&> " + ODD, List.of(ODD, "web"), group("a/b <c>")),
              new Labels("--title", "-x", List.of("<tag>"), GroupPath.TOP),
              new Labels("", "only notes", List.of(), group("g")),
              Labels.NONE,
              new Labels("only a title", "", List.of(), GroupPath.TOP),
              Labels.NONE)) {
        session.label(clicked.uuid(), labels);
        type(LabelCommands.label(lab.addressInside(), typed.name(), active, before, labels));
        before = labels;
        assertEquals(told(clicked.name()), told(typed.name()), labels::toString);
        if (active) {
          assertEquals(live(clicked), live(typed), labels::toString);
        }
      }
    }
    session.perform(clicked.uuid(), Action.FORCE_OFF);
    session.perform(typed.uuid(), Action.FORCE_OFF);
  }

  private static String live(TinyGuest guest) throws Exception {
    String text = lab.virsh("dumpxml", guest.uuid().toString());
    return text.replaceAll("(?s)<vcpu .*", "")
        .replaceAll("id='\\d+'", "")
        .transform(ShownCommandsTest::alike);
  }

  private static GroupPath group(String text) {
    return GroupPath.parse(text);
  }

  @Test
  void renameAndNetworkAndPoolCommandsDoWhatTheCallsDo(OpenHosts hosts) throws Exception {
    TinyGuest clicked = TinyGuest.define(lab, "old");
    TinyGuest typed = TinyGuest.define(lab, "-old");
    HypervisorSession session = hosts.open(lab.uri(), new HeardNews());
    session.rename(clicked.uuid(), "-" + ODD + 1);
    type(List.of(LabelCommands.rename(lab.addressInside(), "-old", "-" + ODD + 2)));
    assertEquals("-" + ODD + 1, lab.virsh("domname", clicked.uuid().toString()));
    assertEquals("-" + ODD + 2, lab.virsh("domname", typed.uuid().toString()));

    for (String name : List.of("-n1", "-n2")) {
      lab.give("net-define", "<network><name>" + name + "</name></network>");
      lab.give(
          "pool-define",
          "<pool type='dir'><name>%s</name><target><path>/run</path></target></pool>"
              .formatted(name.equals("-n1") ? "-p1" : "-p2")
              .replace("/run", name.equals("-n1") ? "/run" : "/tmp"));
    }
    session.startNetwork("-n1");
    type(List.of(PowerCommands.startNetwork(lab.addressInside(), "-n2")));
    session.startPool("-p1");
    type(List.of(PowerCommands.startPool(lab.addressInside(), "-p2")));
    assertEquals("-n1\n-n2\ndefault", lab.shell("virsh -q net-list --name | xargs -n 1 | sort"));
    assertEquals("-p1\n-p2", lab.shell("virsh -q pool-list --name | xargs -n 1 | sort"));
    session.stopNetwork("-n1");
    type(List.of(PowerCommands.stopNetwork(lab.addressInside(), "-n2")));
    assertEquals("default", lab.shell("virsh -q net-list --name | grep ."));
  }
}
