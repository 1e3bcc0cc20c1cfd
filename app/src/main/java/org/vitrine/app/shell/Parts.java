package org.vitrine.app.shell;

import java.util.function.Consumer;
import java.util.function.Supplier;
import javafx.scene.Node;
import org.vitrine.app.connection.HostActions;
import org.vitrine.app.create.NewMachineWizard;
import org.vitrine.app.dialog.Layers;
import org.vitrine.app.explain.CommandHistory;
import org.vitrine.app.host.HostPane;
import org.vitrine.app.inventory.HostDirectory;
import org.vitrine.app.inventory.InventoryStore;
import org.vitrine.app.inventory.Watching;
import org.vitrine.app.job.JobRunner;
import org.vitrine.app.machine.MachineEdits;
import org.vitrine.app.machine.MachinePane;
import org.vitrine.app.machines.ActionBar;
import org.vitrine.app.machines.MachinesViewModel;
import org.vitrine.app.machines.PowerActions;
import org.vitrine.app.machines.WorkingMachines;
import org.vitrine.app.sample.SampleMachine;
import org.vitrine.app.settings.Settings;
import org.vitrine.model.problem.Problem;

/** What the window is put together from. Pages that are not seen at once are made when gone to. */
public record Parts(
    Layers layers,
    Settings settings,
    InventoryStore store,
    HostDirectory directory,
    MachinesViewModel machines,
    WorkingMachines working,
    PowerActions power,
    ActionBar actionBar,
    MachineEdits edits,
    HostActions hostActions,
    NewMachineWizard newMachine,
    SampleMachine sample,
    JobRunner jobs,
    CommandHistory history,
    Watching watching,
    Consumer<Problem> failed,
    Pages pages) {

  /** Makers of the other pages. */
  public record Pages(
      Supplier<MachinePane> machine,
      Supplier<HostPane> host,
      Supplier<Node> networks,
      Supplier<Node> storage) {}
}
