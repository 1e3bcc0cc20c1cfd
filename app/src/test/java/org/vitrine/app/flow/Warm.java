package org.vitrine.app.flow;

import org.vitrine.app.testing.FakeHosts;
import org.vitrine.app.testing.OnFxThread;
import org.vitrine.app.testing.TestWindow;
import org.vitrine.model.problem.Cause;
import org.vitrine.model.problem.Problem;
import org.vitrine.model.vm.Action;
import org.vitrine.model.vm.MachineState;

/**
 * Shows everything once in this process before anything is timed: the first time, classes are
 * loaded and style sheets read. That time is the launch's, and measured there.
 */
final class Warm {

  /** Once in a process; what runs on the window's thread must not belong to this class. */
  private static final class Once {
    private static final Warm DONE = walked();

    private static Warm walked() {
      Warm warm = new Warm();
      warm.walk();
      return warm;
    }
  }

  static void up() {
    java.util.Objects.requireNonNull(Once.DONE);
  }

  private void walk() {
    FakeHosts hosts = new FakeHosts();
    hosts.host("warm").add("on", machine -> machine.state(MachineState.RUNNING));
    hosts.host("warm").add("off");
    try (TestWindow window = TestWindow.on(hosts.hypervisor(), FakeHosts.entry("warm"))) {
      window.awaitConnected(FakeHosts.entry("warm")).awaitPicture();
      var parts = window.parts();
      var problem = Problem.of(Cause.NO_MEMORY, "on");
      for (Runnable step :
          new Runnable[] {
            parts.shell()::openPalette,
            parts.shell()::openShortcuts,
            parts.shell()::openSettings,
            parts.hostActions()::add,
            parts.newMachine()::open,
            () -> parts.power().request(java.util.List.of(window.machine("on")), Action.FORCE_OFF),
            () -> parts.power().request(java.util.List.of(window.machine("off")), Action.START),
            () -> parts.problemCard().show(problem, java.util.Optional.empty()),
            () -> parts.tell(problem),
            () -> window.choose("on"),
            () -> parts.edits().labels(window.machine("on")),
            () -> parts.edits().rename(window.machine("off"))
          }) {
        OnFxThread.run(step);
        window.awaitPicture();
        OnFxThread.run(parts.dialogs().layers()::closeAll);
      }
    }
  }
}
