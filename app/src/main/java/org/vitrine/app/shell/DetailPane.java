package org.vitrine.app.shell;

import java.util.List;
import java.util.Optional;
import javafx.scene.layout.StackPane;
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
  private final MachinePane machine;
  private final HostPane host;
  private final EmptyState words =
      new EmptyState(
          "machine", Words.word("detail.none"), Words.word("detail.none.hint"), Optional.empty());

  DetailPane(MachinesViewModel model, InventoryStore store, MachinePane machine, HostPane host) {
    this.model = model;
    this.machine = machine;
    this.host = host;
    getStyleClass().add("detail-pane");
    getChildren().addAll(words, machine, host);
    setMinWidth(280);
    model.chosenProperty().subscribe(keys -> refresh());
    store.listen(hosts -> refresh());
    sceneProperty().subscribe(scene -> refresh());
  }

  private void refresh() {
    List<Machine> chosen = model.chosenMachines();
    Optional<HostId> chosenHost = model.chosenHost();
    machine.setVisible(chosen.size() == 1);
    host.setVisible(chosenHost.isPresent());
    words.setVisible(chosen.size() != 1 && chosenHost.isEmpty());
    if (chosen.size() == 1) {
      machine.show(chosen.getFirst().key());
    } else if (chosenHost.isPresent()) {
      host.show(chosenHost.get());
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
}
