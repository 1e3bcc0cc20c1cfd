package org.vitrine.app.settings;

import javafx.beans.property.BooleanProperty;
import javafx.beans.property.DoubleProperty;
import javafx.beans.property.IntegerProperty;
import javafx.beans.property.ObjectProperty;
import javafx.beans.property.SimpleBooleanProperty;
import javafx.beans.property.SimpleDoubleProperty;
import javafx.beans.property.SimpleIntegerProperty;
import javafx.beans.property.SimpleObjectProperty;
import javafx.collections.FXCollections;
import javafx.collections.ObservableList;
import org.vitrine.app.theme.Theme;

/** What the user may set, as the window binds to it. */
public final class Settings {

  private final ObjectProperty<Theme.Choice> theme =
      new SimpleObjectProperty<>(Theme.Choice.SYSTEM);
  private final DoubleProperty textScale = new SimpleDoubleProperty(1);
  private final IntegerProperty cadenceSeconds = new SimpleIntegerProperty(1);
  private final IntegerProperty patienceSeconds = new SimpleIntegerProperty(30);
  private final BooleanProperty commandsShown = new SimpleBooleanProperty(false);
  private final BooleanProperty wizardCommandsShown = new SimpleBooleanProperty(true);
  private final ObservableList<String> recentMedia = FXCollections.observableArrayList();
  private final BooleanProperty detailShown = new SimpleBooleanProperty(true);

  public ObjectProperty<Theme.Choice> themeProperty() {
    return theme;
  }

  public DoubleProperty textScaleProperty() {
    return textScale;
  }

  /** How often the curves get a point. */
  public IntegerProperty cadenceSecondsProperty() {
    return cadenceSeconds;
  }

  /** How long a guest may take to shut down before force is offered. */
  public IntegerProperty patienceSecondsProperty() {
    return patienceSeconds;
  }

  public BooleanProperty commandsShownProperty() {
    return commandsShown;
  }

  /** What machines were made from before, newest first. */
  public ObservableList<String> recentMedia() {
    return recentMedia;
  }

  /** Whether the wizard shows its commands beside the page. */
  public BooleanProperty wizardCommandsShownProperty() {
    return wizardCommandsShown;
  }

  public BooleanProperty detailShownProperty() {
    return detailShown;
  }
}
