package org.vitrine.app.create.network;

import java.util.EnumMap;
import java.util.Map;
import javafx.scene.control.Label;
import javafx.scene.layout.VBox;
import org.vitrine.app.create.page.FieldRow;
import org.vitrine.app.create.page.Form;
import org.vitrine.app.i18n.Words;
import org.vitrine.model.network.NetworkChoice;

/** Range and bridge of a network that will be made; there only where one will be. */
final class NewNetworkRows extends VBox {

  private final NetworkModel model;
  private final Map<NetworkChoice, VBox> rows = new EnumMap<>(NetworkChoice.class);

  NewNetworkRows(NetworkModel model) {
    this.model = model;
  }

  void show(NetworkChoice choice) {
    boolean made = model.missing(choice).isPresent();
    if (made) {
      getChildren().setAll(rows.computeIfAbsent(choice, this::rows));
    } else {
      getChildren().clear();
    }
    Form.present(this, made);
  }

  private VBox rows(NetworkChoice choice) {
    VBox box = new VBox(12);
    Label title = new Label(Words.word("networkPage.newNetwork"));
    box.getChildren().add(title);
    if (choice != NetworkChoice.INTERNAL) {
      box.getChildren()
          .add(
              new FieldRow(
                      Words.word("networkPage.subnet"),
                      Form.text("new-" + choice + "-subnet", model.made(choice).subnet()))
                  .problem(model.subnetProblemProperty()));
    }
    box.getChildren()
        .add(
            new FieldRow(
                    Words.word("networkPage.bridgeName"),
                    Form.text("new-" + choice + "-bridge", model.made(choice).bridge()))
                .problem(model.bridgeProblemProperty()));
    return box;
  }
}
