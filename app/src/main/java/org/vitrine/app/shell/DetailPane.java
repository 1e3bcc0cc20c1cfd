package org.vitrine.app.shell;

import java.util.List;
import java.util.Optional;
import java.util.function.Supplier;
import javafx.scene.layout.StackPane;
import org.jspecify.annotations.Nullable;
import org.vitrine.app.control.EmptyState;
import org.vitrine.app.host.HostPane;
import org.vitrine.app.i18n.Amounts;
import org.vitrine.app.i18n.Words;
import org.vitrine.app.inventory.InventoryStore;
import org.vitrine.app.machine.MachinePane;
import org.vitrine.app.machines.MachinesViewModel;
import org.vitrine.model.host.HostId;
import org.vitrine.model.unit.ByteSize;
import org.vitrine.model.vm.Machine;

/** Beside the list: the one that is chosen, or words on the many or the none. */
final class DetailPane extends StackPane {

  private final MachinesViewModel model;
  private final Supplier<MachinePane> machinePane;
  private final Supplier<HostPane> hostPane;
  private @Nullable MachinePane machine;
  private @Nullable HostPane host;
  private final EmptyState words =
      new EmptyState(
          "machine", Words.word("detail.none"), Words.word("detail.none.hint"), Optional.empty());

  /** The two panes are made when something is chosen: a start has nothing to show in them. */
  DetailPane(
      MachinesViewModel model,
      InventoryStore store,
      Supplier<MachinePane> machinePane,
      Supplier<HostPane> hostPane) {
    this.model = model;
    this.machinePane = machinePane;
    this.hostPane = hostPane;
    getStyleClass().add("detail-pane");
    getChildren().add(words);
    setMinWidth(280);
    model.chosenProperty().subscribe(keys -> refresh());
    store.listen(hosts -> refresh());
    sceneProperty().subscribe(scene -> refresh());
  }

  private void refresh() {
    List<Machine> chosen = model.chosenMachines();
    Optional<HostId> chosenHost = model.chosenHost();
    if (machine != null) {
      machine.setVisible(chosen.size() == 1);
    }
    if (host != null) {
      host.setVisible(chosenHost.isPresent());
    }
    words.setVisible(chosen.size() != 1 && chosenHost.isEmpty());
    if (chosen.size() == 1) {
      machine().show(chosen.getFirst().key());
    } else if (chosenHost.isPresent()) {
      host().show(chosenHost.get());
    } else if (chosen.size() > 1) {
      long active = chosen.stream().filter(each -> each.state().isActive()).count();
      ByteSize memory = chosen.stream().map(Machine::memory).reduce(ByteSize.ZERO, ByteSize::plus);
      words.show(
          Words.word("detail.many", chosen.size()),
          Words.word("detail.many.hint", active, Amounts.size(memory)));
    } else {
      words.show(Words.word("detail.none"), Words.word("detail.none.hint"));
    }
  }

  private MachinePane machine() {
    MachinePane known = machine;
    if (known == null) {
      known = machinePane.get();
      machine = known;
      getChildren().add(known);
    }
    return known;
  }

  private HostPane host() {
    HostPane known = host;
    if (known == null) {
      known = hostPane.get();
      host = known;
      getChildren().add(known);
    }
    return known;
  }
}
