package org.vitrine.app.shell;

import java.util.EnumMap;
import java.util.Map;
import java.util.function.Consumer;
import javafx.geometry.Pos;
import javafx.scene.control.Button;
import javafx.scene.control.ContentDisplay;
import javafx.scene.control.ToggleButton;
import javafx.scene.control.ToggleGroup;
import javafx.scene.layout.Priority;
import javafx.scene.layout.Region;
import javafx.scene.layout.VBox;
import org.vitrine.app.control.Icon;
import org.vitrine.app.control.Tips;
import org.vitrine.app.i18n.Words;

/** The places of the window, as pictures with words under them. */
public final class Rail extends VBox {

  /** A place one can go to. */
  public enum Place {
    MACHINES("machines", 1),
    NETWORKS("networks", 2),
    STORAGE("storage", 3),
    HOSTS("hosts", 4);

    private final String icon;
    private final int digit;

    Place(String icon, int digit) {
      this.icon = icon;
      this.digit = digit;
    }

    String icon() {
      return icon;
    }

    /** The digit that leads there together with Ctrl. */
    int digit() {
      return digit;
    }
  }

  private final Map<Place, ToggleButton> buttons = new EnumMap<>(Place.class);

  Rail(Consumer<Place> go, Runnable settings, Runnable help) {
    getStyleClass().add("rail");
    setAlignment(Pos.TOP_CENTER);
    ToggleGroup group = new ToggleGroup();
    for (Place place : Place.values()) {
      ToggleButton button = new ToggleButton(Words.word("place", place), new Icon(place.icon, 22));
      button.setId("place-" + place.name());
      button.setContentDisplay(ContentDisplay.TOP);
      button.getStyleClass().add("rail-button");
      button.setToggleGroup(group);
      Tips.on(button, Words.word("place.hint", Words.word("place", place), place.digit));
      button.setOnAction(event -> go.accept(place));
      buttons.put(place, button);
      getChildren().add(button);
    }
    Region gap = new Region();
    VBox.setVgrow(gap, Priority.ALWAYS);
    getChildren()
        .addAll(
            gap,
            small("help", "shortcuts.title", help),
            small("settings", "settings.title", settings));
  }

  private static Button small(String icon, String key, Runnable action) {
    Button button = new Button();
    button.setId("rail-" + icon);
    button.setGraphic(new Icon(icon, 20));
    button.getStyleClass().add("quiet");
    Tips.on(button, Words.word(key));
    button.setAccessibleText(Words.word(key));
    button.setOnAction(event -> action.run());
    return button;
  }

  void show(Place place) {
    ToggleButton button = buttons.get(place);
    if (button != null) {
      button.setSelected(true);
    }
  }
}
