package org.vitrine.app.machines;

import java.util.List;
import javafx.geometry.Pos;
import javafx.geometry.Side;
import javafx.scene.Cursor;
import javafx.scene.control.CheckMenuItem;
import javafx.scene.control.ContextMenu;
import javafx.scene.control.Label;
import javafx.scene.control.Menu;
import javafx.scene.control.MenuItem;
import javafx.scene.control.RadioMenuItem;
import javafx.scene.control.SeparatorMenuItem;
import javafx.scene.layout.HBox;
import javafx.scene.layout.Region;
import org.jspecify.annotations.Nullable;
import org.vitrine.app.control.Icon;
import org.vitrine.app.i18n.Words;

/** The columns' names: a click sorts, the edge drags, the menu chooses. */
final class TableHeader extends HBox {

  private static final double EDGE = 6;
  private final MachinesViewModel model;
  private final MachineTable table;
  private @Nullable Laid laid;
  private double dragFrom;
  private double widthBefore;

  TableHeader(MachinesViewModel model, MachineTable table) {
    this.model = model;
    this.table = table;
    getStyleClass().add("table-header");
    setAlignment(Pos.CENTER_LEFT);
    model.sortProperty().subscribe(sort -> arrange(table.columns(), table.nameWidth()));
    setOnContextMenuRequested(event -> menu().show(this, event.getScreenX(), event.getScreenY()));
  }

  /** What the header was laid out for; a window that opens asks for the same several times. */
  private record Laid(List<Double> widths, List<Column> columns, MachineSort sort) {}

  void arrange(List<Column> columns, double nameWidth) {
    List<Double> widths =
        columns.stream()
            .map(column -> column == Column.NAME ? nameWidth : table.width(column))
            .toList();
    Laid wanted = new Laid(widths, columns, model.sortProperty().get());
    if (wanted.equals(laid)) {
      return;
    }
    laid = wanted;
    getChildren().clear();
    for (Column column : columns) {
      getChildren().add(cell(column, column == Column.NAME ? nameWidth : table.width(column)));
    }
  }

  private HBox cell(Column column, double width) {
    Label label = new Label(Words.word("column", column));
    label.getStyleClass().add("header-label");
    HBox cell = new HBox(4, label);
    cell.setId("header-" + column.name());
    cell.getStyleClass().add("header-cell");
    cell.setAlignment(column.isNumber() ? Pos.CENTER_RIGHT : Pos.CENTER_LEFT);
    cell.setMinWidth(width);
    cell.setPrefWidth(width);
    cell.setMaxWidth(width);
    MachineSort sort = model.sortProperty().get();
    if (sort.column() == column) {
      cell.getChildren().add(new Icon(sort.descending() ? "descending" : "ascending", 12));
      cell.getStyleClass().add("sorted");
    }
    if (column != Column.NAME) {
      makeResizable(column, cell);
    }
    cell.setOnMouseClicked(
        click -> {
          if (click.isStillSincePress()
              && click.getButton() == javafx.scene.input.MouseButton.PRIMARY) {
            model.sortBy(column);
          }
        });
    return cell;
  }

  /** A column grows from its left edge: the name before it takes what is left. */
  private void makeResizable(Column column, Region cell) {
    cell.setOnMouseMoved(
        move -> cell.setCursor(move.getX() < EDGE ? Cursor.H_RESIZE : Cursor.DEFAULT));
    cell.setOnMousePressed(
        press -> {
          dragFrom = press.getX() < EDGE ? press.getScreenX() : Double.NaN;
          widthBefore = cell.getWidth();
        });
    cell.setOnMouseDragged(
        drag -> {
          if (!Double.isNaN(dragFrom)) {
            double width = widthBefore + dragFrom - drag.getScreenX();
            model
                .columnsProperty()
                .set(model.columnsProperty().get().withWidth(column, width / table.scale()));
          }
        });
  }

  /** Opens the menu from the keyboard or a button. */
  void openMenu(Region below) {
    menu().show(below, Side.BOTTOM, 0, 4);
  }

  private ContextMenu menu() {
    ContextMenu menu = new ContextMenu();
    Menu sort = new Menu(Words.word("columns.sort"));
    for (Column column : model.columnsProperty().get().shown()) {
      RadioMenuItem item = new RadioMenuItem(Words.word("column", column));
      item.setSelected(model.sortProperty().get().column() == column);
      item.setOnAction(event -> model.sortBy(column));
      sort.getItems().add(item);
    }
    menu.getItems().addAll(sort, new SeparatorMenuItem());
    for (Column column : Column.values()) {
      CheckMenuItem item = new CheckMenuItem(Words.word("column", column));
      item.setSelected(model.columnsProperty().get().shown().contains(column));
      item.setDisable(column == Column.NAME);
      item.setOnAction(
          event -> model.columnsProperty().set(model.columnsProperty().get().toggled(column)));
      menu.getItems().add(item);
    }
    Menu order = new Menu(Words.word("columns.order"));
    for (Column column : model.columnsProperty().get().shown()) {
      if (column != Column.NAME) {
        order.getItems().add(move(column, -1, "columns.left"));
        order.getItems().add(move(column, 1, "columns.right"));
      }
    }
    MenuItem usual = new MenuItem(Words.word("columns.usual"));
    usual.setOnAction(event -> model.columnsProperty().set(ColumnLayout.USUAL));
    menu.getItems().addAll(new SeparatorMenuItem(), order, usual);
    return menu;
  }

  private MenuItem move(Column column, int places, String key) {
    MenuItem item = new MenuItem(Words.word(key, Words.word("column", column)));
    item.setOnAction(
        event -> model.columnsProperty().set(model.columnsProperty().get().moved(column, places)));
    return item;
  }
}
