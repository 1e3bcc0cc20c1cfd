package org.vitrine.app.create.page;

import java.util.function.LongConsumer;
import javafx.beans.value.ObservableValue;
import javafx.geometry.Pos;
import javafx.scene.control.TextField;
import javafx.scene.layout.HBox;
import javafx.scene.layout.Priority;
import org.vitrine.app.control.ZoneSlider;
import org.vitrine.app.create.draft.Field;

/** A slider with its zones and the number beside it; each follows the other. */
final class AmountRow {

  private final FieldRow row;
  private final ZoneSlider slider;
  private final TextField number;

  /**
   * Makes it.
   *
   * @param id of the number; the slider's is the same with {@code -slider}
   */
  <T> AmountRow(String id, String name, Field<T> field, SizeField<T> typed, ZoneSlider slider) {
    this.slider = slider;
    slider.name(name);
    HBox.setHgrow(slider, Priority.ALWAYS);
    number = new TextField(typed.textProperty().get());
    number.setId(id);
    number.setPrefColumnCount(8);
    number.setMinWidth(100);
    number.getStyleClass().add("amount");
    typed
        .textProperty()
        .subscribe(
            text -> {
              if (!text.equals(number.getText())) {
                number.setText(text);
              }
            });
    number.textProperty().subscribe(typed::type);
    number
        .focusedProperty()
        .subscribe(
            focused -> {
              if (!focused) {
                typed.settle();
              }
            });
    HBox line = new HBox(12, slider, number);
    line.setAlignment(Pos.CENTER_LEFT);
    number.setAccessibleText(name);
    row =
        new FieldRow(name, line)
            .why(field)
            .below(typed.understoodProperty(), "quiet-text")
            .problem(typed.problemProperty());
  }

  static ZoneSlider slider(String id, long finest, LongConsumer chosen) {
    ZoneSlider slider = new ZoneSlider(id, finest);
    slider.whenChosen(chosen);
    return slider;
  }

  FieldRow row() {
    return row;
  }

  AmountRow sentence(ObservableValue<String> words) {
    row.below(words, "quiet-text");
    return this;
  }

  AmountRow caution(ObservableValue<String> words) {
    row.below(words, "zone-caution");
    return this;
  }

  TextField number() {
    return number;
  }

  ZoneSlider slider() {
    return slider;
  }
}
