package org.vitrine.app.control;

import javafx.scene.control.Label;
import javafx.scene.layout.ColumnConstraints;
import javafx.scene.layout.GridPane;
import javafx.scene.layout.Priority;
import javafx.scene.layout.Region;

/** Names and values below each other. A value may be selected with a tooltip telling it whole. */
public final class Facts extends GridPane {

  private int rows;

  public Facts() {
    getStyleClass().add("facts");
    ColumnConstraints names = new ColumnConstraints();
    names.setMinWidth(Region.USE_PREF_SIZE);
    names.setHgrow(Priority.NEVER);
    ColumnConstraints values = new ColumnConstraints();
    values.setHgrow(Priority.ALWAYS);
    getColumnConstraints().addAll(names, values);
  }

  public void clear() {
    getChildren().clear();
    rows = 0;
  }

  /** Adds a line; an empty value leaves it out. */
  public void add(String name, String value) {
    if (!value.isBlank()) {
      Label label = new Label(value);
      label.setWrapText(true);
      add(name, label);
    }
  }

  public void add(String name, javafx.scene.Node value) {
    Label label = new Label(name);
    label.getStyleClass().add("fact-name");
    label.setMinWidth(Region.USE_PREF_SIZE);
    label.setLabelFor(value);
    addRow(rows++, label, value);
    GridPane.setValignment(label, javafx.geometry.VPos.TOP);
  }
}
