package org.vitrine.app.settings;

import java.util.List;
import javafx.scene.control.Button;
import javafx.scene.control.ComboBox;
import javafx.scene.control.Label;
import javafx.scene.control.ListCell;
import javafx.scene.control.Slider;
import javafx.scene.control.Spinner;
import javafx.scene.layout.HBox;
import javafx.scene.layout.Priority;
import org.jspecify.annotations.Nullable;
import org.vitrine.app.control.Facts;
import org.vitrine.app.dialog.Card;
import org.vitrine.app.dialog.Layers;
import org.vitrine.app.i18n.Amounts;
import org.vitrine.app.i18n.Words;
import org.vitrine.app.theme.Theme;

/** The settings over the window; each takes effect as it is changed. */
public final class SettingsCard {

  private final Layers layers;
  private final Settings settings;

  public SettingsCard(Layers layers, Settings settings) {
    this.layers = layers;
    this.settings = settings;
  }

  public void open() {
    ComboBox<Theme.Choice> theme = new ComboBox<>();
    theme.setId("settings-theme");
    theme.getItems().setAll(List.of(Theme.Choice.values()));
    theme.setCellFactory(list -> new ChoiceCell());
    theme.setButtonCell(new ChoiceCell());
    theme.valueProperty().bindBidirectional(settings.themeProperty());

    Slider scale = new Slider(0.8, 2, settings.textScaleProperty().get());
    scale.setId("settings-scale");
    scale.setBlockIncrement(0.1);
    Label percent = new Label();
    percent.setMinWidth(56);
    scale.valueProperty().subscribe(value -> percent.setText(Amounts.percent(value.doubleValue())));
    // while the knob is held the window would jump under it
    scale
        .valueChangingProperty()
        .subscribe(
            changing -> {
              if (!changing) {
                settings.textScaleProperty().set(scale.getValue());
              }
            });
    scale
        .valueProperty()
        .subscribe(
            value -> {
              if (!scale.isValueChanging()) {
                settings.textScaleProperty().set(value.doubleValue());
              }
            });
    HBox.setHgrow(scale, Priority.ALWAYS);

    Spinner<Integer> cadence =
        spinner("settings-cadence", 1, 60, settings.cadenceSecondsProperty());
    Spinner<Integer> patience =
        spinner("settings-patience", 5, 600, settings.patienceSecondsProperty());

    Facts form = new Facts();
    form.add(Words.word("settings.theme"), theme);
    form.add(Words.word("settings.scale"), new HBox(8, scale, percent));
    form.add(Words.word("settings.cadence"), cadence);
    form.add(Words.word("settings.patience"), patience);
    Card card = new Card(Words.word("settings.title"), form).width(520);
    card.setId("settings");
    Runnable close = () -> layers.close(card);
    Button done = card.addButton(Words.word("button.done"), "settings-close", close, "accent");
    done.setDefaultButton(true);
    layers.open(card, theme, close);
  }

  private static Spinner<Integer> spinner(
      String id, int least, int most, javafx.beans.property.IntegerProperty value) {
    Spinner<Integer> spinner = new Spinner<>(least, most, value.get());
    spinner.setId(id);
    spinner.setEditable(true);
    spinner.setPrefWidth(110);
    spinner.valueProperty().subscribe(number -> value.set(number == null ? least : number));
    return spinner;
  }

  private static final class ChoiceCell extends ListCell<Theme.Choice> {
    @Override
    protected void updateItem(Theme.@Nullable Choice choice, boolean empty) {
      super.updateItem(choice, empty);
      setText(empty || choice == null ? null : Words.word("theme", choice));
    }
  }
}
