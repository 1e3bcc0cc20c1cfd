package org.vitrine.app.machines;

import javafx.beans.property.ReadOnlyObjectProperty;
import javafx.beans.property.ReadOnlyObjectWrapper;

/**
 * A line's place in the list: it stays the same object as long as the line is there, so that a new
 * reading repaints one line and moves none.
 */
public final class Slot {

  private final Row.Key key;
  private final ReadOnlyObjectWrapper<Row> row = new ReadOnlyObjectWrapper<>();

  Slot(Row row) {
    this.key = row.key();
    this.row.set(row);
  }

  public Row.Key key() {
    return key;
  }

  public Row row() {
    return row.get();
  }

  public ReadOnlyObjectProperty<Row> rowProperty() {
    return row.getReadOnlyProperty();
  }

  void show(Row newRow) {
    if (!newRow.equals(row.get())) {
      row.set(newRow);
    }
  }
}
