package org.vitrine.app.control;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Consumer;
import java.util.function.Function;
import javafx.beans.property.ReadOnlyStringWrapper;
import javafx.collections.FXCollections;
import javafx.collections.ObservableList;
import javafx.collections.transformation.SortedList;
import javafx.scene.control.Button;
import javafx.scene.control.TableColumn;
import javafx.scene.control.TableView;
import javafx.scene.layout.BorderPane;
import javafx.scene.layout.HBox;
import javafx.scene.layout.StackPane;
import org.vitrine.app.i18n.Words;

/** A plain sortable list of things with actions on the chosen one. */
public abstract class ThingList<T> extends BorderPane {

  private record Deed<T>(Button button, Function<T, String> fault) {}

  private final ObservableList<T> items = FXCollections.observableArrayList();
  private final TableView<T> table = new TableView<>();
  private final EmptyState empty;
  private final HBox tools = new HBox(8);
  private final List<Deed<T>> deeds = new ArrayList<>();

  @SuppressWarnings("this-escape") // only this class's own private parts are set up here
  protected ThingList(String icon, String emptyTitle, String emptyHint) {
    empty = new EmptyState(icon, emptyTitle, emptyHint, Optional.empty());
    getStyleClass().add("thing-list");
    tools.getStyleClass().add("list-tools");
    SortedList<T> sorted = new SortedList<>(items);
    sorted.comparatorProperty().bind(table.comparatorProperty());
    table.setItems(sorted);
    table.setFixedCellSize(30);
    setTop(tools);
    setCenter(new StackPane(table, empty));
    empty.setVisible(false);
    table.getSelectionModel().selectedItemProperty().subscribe(chosen -> refreshDeeds());
  }

  protected final void column(String key, Function<T, String> text, double width) {
    TableColumn<T, String> column = new TableColumn<>(Words.word(key));
    column.setCellValueFactory(cell -> new ReadOnlyStringWrapper(text.apply(cell.getValue())));
    column.setPrefWidth(width);
    table.getColumns().add(column);
  }

  /**
   * A button above the list.
   *
   * @param fault why it cannot be done to the chosen thing; empty when it can
   */
  protected final void action(
      String key, String icon, Function<T, String> fault, Consumer<T> deed) {
    Button button = new Button(Words.word(key), new Icon(icon));
    button.setId(key);
    button.setOnAction(event -> chosen().ifPresent(deed));
    StackPane holder = new StackPane(button);
    Tips.on(holder, button::getAccessibleHelp);
    deeds.add(new Deed<>(button, fault));
    tools.getChildren().add(holder);
    refreshDeeds();
  }

  protected final void whenChosen(Consumer<T> told) {
    table.getSelectionModel().selectedItemProperty().subscribe(thing -> chosen().ifPresent(told));
  }

  protected final void chooseThing(T thing) {
    table.getSelectionModel().select(thing);
  }

  /** Reads every cell's words again. */
  protected final void repaint() {
    table.refresh();
  }

  protected final Optional<T> chosen() {
    return Optional.ofNullable(table.getSelectionModel().getSelectedItem());
  }

  /** Shows the things; the one with the chosen one's key stays chosen. */
  protected final void show(List<T> things, Function<T, Object> key) {
    Optional<Object> chosenKey = chosen().map(key);
    if (!things.equals(List.copyOf(items))) {
      Map<Object, T> byKey = new LinkedHashMap<>();
      things.forEach(thing -> byKey.put(key.apply(thing), thing));
      items.setAll(things);
      chosenKey.map(byKey::get).ifPresent(table.getSelectionModel()::select);
    }
    empty.setVisible(things.isEmpty());
    table.setVisible(!things.isEmpty());
    refreshDeeds();
  }

  private void refreshDeeds() {
    for (Deed<T> deed : deeds) {
      String fault =
          chosen().map(deed.fault()).orElseGet(() -> Words.word("refusal.NOTHING_CHOSEN"));
      deed.button().setDisable(!fault.isEmpty());
      deed.button().setAccessibleHelp(fault);
    }
  }
}
