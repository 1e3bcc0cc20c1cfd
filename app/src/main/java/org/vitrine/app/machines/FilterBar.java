package org.vitrine.app.machines;

import java.util.EnumSet;
import java.util.HashSet;
import java.util.Set;
import javafx.geometry.Pos;
import javafx.scene.control.Button;
import javafx.scene.control.CheckMenuItem;
import javafx.scene.control.MenuButton;
import javafx.scene.control.MenuItem;
import javafx.scene.control.SeparatorMenuItem;
import javafx.scene.control.TextField;
import javafx.scene.input.KeyCode;
import javafx.scene.layout.HBox;
import javafx.scene.layout.Priority;
import org.vitrine.app.control.Icon;
import org.vitrine.app.control.Tips;
import org.vitrine.app.i18n.Words;
import org.vitrine.model.vm.MachineState;

/** Narrows the list: words as they are typed, states, tags. */
public final class FilterBar extends HBox {

  private final MachinesViewModel model;
  private final TextField search = new TextField();
  private final MenuButton narrow = new MenuButton();

  public FilterBar(MachinesViewModel model, Runnable leaveDown) {
    this.model = model;
    setSpacing(4);
    setAlignment(Pos.CENTER_LEFT);
    getStyleClass().add("filter-bar");
    search.setId("search");
    search.setPromptText(Words.word("search.prompt"));
    search.setAccessibleText(Words.word("search.prompt"));
    Tips.on(search, Words.word("search.hint"));
    HBox.setHgrow(search, Priority.ALWAYS);
    search.textProperty().subscribe(text -> apply(text));
    search.setOnKeyPressed(
        key -> {
          if (key.getCode() == KeyCode.ESCAPE && !search.getText().isEmpty()) {
            search.clear();
            key.consume();
          } else if (key.getCode() == KeyCode.DOWN || key.getCode() == KeyCode.ENTER) {
            leaveDown.run();
            key.consume();
          }
        });
    narrow.setId("filter");
    narrow.setGraphic(new Icon("filter"));
    narrow.getStyleClass().addAll("quiet", "no-arrow");
    Tips.on(narrow, Words.word("filter.hint"));
    narrow.setAccessibleText(Words.word("filter.hint"));
    narrow.setOnShowing(event -> fill());
    narrow.getItems().add(new MenuItem());
    model.filterProperty().subscribe(this::show);
    getChildren().addAll(search, narrow);
  }

  public void focusSearch() {
    search.requestFocus();
    search.selectAll();
  }

  /** A button that shows everything again. */
  public Button clearButton() {
    Button button = new Button(Words.word("filter.clear"));
    button.setOnAction(event -> clear());
    return button;
  }

  public void clear() {
    search.clear();
    model.filterProperty().set(MachineFilter.ALL);
  }

  private void apply(String text) {
    MachineFilter now = model.filterProperty().get();
    model.filterProperty().set(new MachineFilter(text, now.states(), now.tags()));
  }

  private void show(MachineFilter filter) {
    int narrowed = filter.states().size() + filter.tags().size();
    narrow.setText(narrowed == 0 ? "" : String.valueOf(narrowed));
    if (filter.text().isEmpty() && !search.getText().isBlank()) {
      search.clear();
    }
  }

  private void fill() {
    MachineFilter now = model.filterProperty().get();
    narrow.getItems().clear();
    for (MachineState state : MachineState.values()) {
      if (state == MachineState.UNKNOWN) {
        continue;
      }
      CheckMenuItem item = new CheckMenuItem(Words.word("state", state));
      item.setSelected(now.states().contains(state));
      item.setOnAction(
          event -> {
            Set<MachineState> states = EnumSet.noneOf(MachineState.class);
            states.addAll(model.filterProperty().get().states());
            toggle(states, state);
            model.filterProperty().set(new MachineFilter(search.getText(), states, now.tags()));
          });
      narrow.getItems().add(item);
    }
    Set<String> known = model.knownTagsProperty().get();
    if (!known.isEmpty()) {
      narrow.getItems().add(new SeparatorMenuItem());
    }
    for (String tag : known) {
      CheckMenuItem item = new CheckMenuItem(tag, new Icon("tag"));
      item.setMnemonicParsing(false);
      item.setSelected(now.tags().contains(tag));
      item.setOnAction(
          event -> {
            Set<String> tags = new HashSet<>(model.filterProperty().get().tags());
            toggle(tags, tag);
            model.filterProperty().set(new MachineFilter(search.getText(), now.states(), tags));
          });
      narrow.getItems().add(item);
    }
    MenuItem all = new MenuItem(Words.word("filter.clear"));
    all.setDisable(now.isAll());
    all.setOnAction(event -> clear());
    narrow.getItems().addAll(new SeparatorMenuItem(), all);
  }

  private static <T> void toggle(Set<T> set, T value) {
    if (!set.remove(value)) {
      set.add(value);
    }
  }
}
