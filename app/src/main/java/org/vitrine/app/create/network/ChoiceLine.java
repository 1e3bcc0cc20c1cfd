package org.vitrine.app.create.network;

import javafx.geometry.Pos;
import javafx.scene.control.Label;
import javafx.scene.control.RadioButton;
import javafx.scene.control.ToggleGroup;
import javafx.scene.layout.HBox;
import javafx.scene.layout.Priority;
import javafx.scene.layout.Region;
import javafx.scene.layout.VBox;
import org.vitrine.app.control.ReachPicture;
import org.vitrine.app.create.page.Form;
import org.vitrine.app.i18n.Words;
import org.vitrine.model.network.NetworkChoice;
import org.vitrine.model.network.Reach;

/** One way to be connected: its name, who is reached in a sentence, and the same as a picture. */
final class ChoiceLine extends HBox {

  private final NetworkChoice choice;
  private final CardModel model;
  private final RadioButton radio;
  private final Label sentence = Form.line("quiet-text");
  private final Label absence = Form.line("quiet-text");
  private final ReachPicture picture = new ReachPicture();

  ChoiceLine(NetworkChoice choice, CardModel model, ToggleGroup group) {
    super(12);
    this.choice = choice;
    this.model = model;
    getStyleClass().add("choice-line");
    setAlignment(Pos.CENTER_LEFT);
    radio = new RadioButton(Words.word("networkChoice", choice));
    radio.setId("nic-" + model.card().index() + "-" + choice);
    radio.setToggleGroup(group);
    radio.getStyleClass().add("choice-name");
    radio.setMinWidth(Region.USE_PREF_SIZE);
    radio.setOnAction(event -> choose());
    VBox words = new VBox(2, radio, sentence, absence);
    words.setMinWidth(0);
    HBox.setHgrow(words, Priority.ALWAYS);
    sentence.getStyleClass().add("choice-sentence");
    absence.getStyleClass().add("choice-sentence");
    getChildren().addAll(words, picture);
    setOnMouseClicked(
        event -> {
          if (!radio.isDisabled()) {
            radio.requestFocus();
            choose();
          }
        });
    model.card().choice().valueProperty().subscribe(now -> radio.setSelected(now == choice));
    refresh();
  }

  private void choose() {
    model.card().choice().choose(choice);
    radio.setSelected(true);
  }

  RadioButton radio() {
    return radio;
  }

  void refresh() {
    String why = model.absence(choice);
    Reach reach = model.reach(choice);
    // what was chosen on another host can be left, not come back to
    radio.setDisable(!why.isEmpty() && model.card().choice().get() != choice);
    picture.setOpacity(why.isEmpty() ? 1 : 0.45);
    picture.show(reach);
    sentence.setText(Words.word("reach", reach.kind()));
    radio.setAccessibleHelp(sentence.getText() + " " + why);
    absence.setText(why);
    Form.present(absence, !why.isEmpty());
    Form.present(sentence, why.isEmpty());
  }
}
