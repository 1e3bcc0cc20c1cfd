package org.vitrine.app.create.page;

import java.util.Optional;
import javafx.scene.control.ComboBox;
import javafx.scene.control.ListCell;
import javafx.scene.layout.VBox;
import org.jspecify.annotations.Nullable;
import org.vitrine.app.create.draft.Draft;
import org.vitrine.app.i18n.Words;
import org.vitrine.model.host.HostId;

/** Where the machine is made; there only where one has a choice. */
final class HostChoice extends VBox {

  HostChoice(Draft draft, HostModel hosts) {
    ComboBox<HostId> combo = new ComboBox<>();
    combo.setId("wizard-host");
    combo.setCellFactory(list -> new HostCell(hosts));
    combo.setButtonCell(new HostCell(hosts));
    getChildren().add(new FieldRow(Words.word("sourcePage.host"), combo));
    hosts
        .readyProperty()
        .subscribe(
            ready -> {
              combo.getItems().setAll(ready);
              combo.setValue(draft.host().get().orElse(null));
              Form.present(this, ready.size() > 1);
            });
    draft.host().valueProperty().subscribe(host -> combo.setValue(host.orElse(null)));
    combo.setOnAction(
        event -> {
          HostId chosen = combo.getValue();
          if (chosen != null && !draft.host().get().equals(Optional.of(chosen))) {
            draft.host().choose(Optional.of(chosen));
          }
        });
  }

  private static final class HostCell extends ListCell<HostId> {
    private final HostModel hosts;

    HostCell(HostModel hosts) {
      this.hosts = hosts;
    }

    @Override
    protected void updateItem(@Nullable HostId item, boolean empty) {
      super.updateItem(item, empty);
      setText(empty || item == null ? "" : hosts.label(item));
    }
  }
}
