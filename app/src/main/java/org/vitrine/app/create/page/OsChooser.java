package org.vitrine.app.create.page;

import java.time.LocalDate;
import java.time.ZoneId;
import java.util.List;
import java.util.Optional;
import javafx.scene.control.Button;
import javafx.scene.control.CheckBox;
import javafx.scene.control.Hyperlink;
import javafx.scene.control.Label;
import javafx.scene.control.ListCell;
import javafx.scene.control.ListView;
import javafx.scene.control.TextField;
import javafx.scene.input.KeyCode;
import javafx.scene.input.KeyEvent;
import javafx.scene.layout.HBox;
import javafx.scene.layout.Priority;
import javafx.scene.layout.Region;
import javafx.scene.layout.VBox;
import org.jspecify.annotations.Nullable;
import org.vitrine.app.control.Icon;
import org.vitrine.app.create.draft.SourceDraft;
import org.vitrine.app.i18n.Words;
import org.vitrine.app.job.Newest;
import org.vitrine.model.os.OperatingSystem;

/** Which system it is: found, guessed, or looked up by the user. Not to know it is no obstacle. */
final class OsChooser extends VBox {

  private static final int SHOWN = 200;
  private final SourceDraft source;
  private final Services services;
  private final Newest searching;
  private final Label name = Form.line("os-name");
  private final Label basis = Form.line("quiet-text");
  private final Button change = new Button(Words.word("os.change"));
  private final Hyperlink follow = new Hyperlink(Words.word("wizard.follow"));
  private final TextField search = new TextField();
  private final CheckBox ended = new CheckBox(Words.word("os.ended"));
  private final ListView<OperatingSystem> list = new ListView<>();
  private final Label none = Form.line("quiet-text");
  private final VBox drawer = new VBox(8);

  OsChooser(SourceDraft source, Services services) {
    super(8);
    this.source = source;
    this.services = services;
    searching = new Newest(services.elsewhere());
    name.setId("os-name");
    change.setId("os-change");
    change.getStyleClass().add("small");
    change.setMinWidth(Region.USE_PREF_SIZE);
    change.setOnAction(event -> toggle());
    follow.setId("os-follow");
    follow.setOnAction(event -> source.os().follow());
    VBox words = new VBox(2, name, basis);
    HBox.setHgrow(words, Priority.ALWAYS);
    HBox line = new HBox(10, words, follow, change);
    line.setAlignment(javafx.geometry.Pos.CENTER_LEFT);
    getChildren().addAll(line, drawer);
    Form.present(drawer, false);
    source.os().valueProperty().subscribe(os -> show());
    source.os().touchedProperty().subscribe(touched -> show());
    source.reading().valueProperty().subscribe(reading -> show());
  }

  private void show() {
    Optional<OperatingSystem> os = source.os().get();
    name.setText(os.map(OperatingSystem::name).orElseGet(() -> Words.word("os.unknown")));
    boolean read = source.reading().get().flatMap(reading -> reading.os()).isPresent();
    basis.setText(
        source.os().isTouched()
            ? Words.word("os.basis.chosen")
            : os.isEmpty()
                ? Words.word("os.basis.unknown")
                : Words.word(read ? "os.basis.medium" : "os.basis.name"));
    Form.present(
        follow, source.os().isTouched() && !source.os().suggestion().equals(source.os().get()));
  }

  private void toggle() {
    if (drawer.getChildren().isEmpty()) {
      fillDrawer();
    }
    boolean open = !drawer.isVisible();
    Form.present(drawer, open);
    change.setText(Words.word(open ? "os.close" : "os.change"));
    if (open) {
      find();
      search.requestFocus();
    }
  }

  private void fillDrawer() {
    search.setId("os-search");
    search.setPromptText(Words.word("os.search"));
    search.setAccessibleText(Words.word("os.search"));
    search.textProperty().subscribe(text -> find());
    search.addEventHandler(KeyEvent.KEY_PRESSED, this::searchKey);
    ended.setId("os-ended");
    ended.setMinWidth(Region.USE_PREF_SIZE);
    ended.setOnAction(event -> find());
    Button unknown = new Button(Words.word("os.takeUnknown"));
    unknown.setId("os-take-unknown");
    unknown.getStyleClass().add("small");
    unknown.setMinWidth(Region.USE_PREF_SIZE);
    unknown.setOnAction(event -> take(Optional.empty()));
    list.setId("os-list");
    list.setAccessibleText(Words.word("sourcePage.system"));
    list.setPrefHeight(200);
    list.setCellFactory(view -> new OsCell());
    list.setOnMouseClicked(event -> takeChosen());
    list.setOnKeyPressed(
        event -> {
          if (event.getCode() == KeyCode.ENTER) {
            takeChosen();
            event.consume();
          }
        });
    none.setText(Words.word("os.none"));
    HBox.setHgrow(search, Priority.ALWAYS);
    HBox line = new HBox(10, search, ended, unknown);
    line.setAlignment(javafx.geometry.Pos.CENTER_LEFT);
    drawer.getChildren().addAll(line, list, none);
  }

  private void searchKey(KeyEvent event) {
    if (event.getCode() == KeyCode.DOWN) {
      list.requestFocus();
      list.getSelectionModel().selectFirst();
      event.consume();
    } else if (event.getCode() == KeyCode.ENTER && !list.getItems().isEmpty()) {
      // the first is the best fit
      take(Optional.of(list.getItems().getFirst()));
      event.consume();
    }
  }

  private void find() {
    String typed = search.getText();
    boolean endedToo = ended.isSelected();
    searching.ask(
        () -> {
          List<OperatingSystem> found = services.catalogue().search(typed, endedToo);
          return found.subList(0, Math.min(SHOWN, found.size()));
        },
        found -> {
          list.getItems().setAll(found);
          Form.present(none, found.isEmpty());
          Form.present(list, !found.isEmpty());
        });
  }

  private void takeChosen() {
    OperatingSystem chosen = list.getSelectionModel().getSelectedItem();
    if (chosen != null) {
      take(Optional.of(chosen));
    }
  }

  private void take(Optional<OperatingSystem> os) {
    source.os().choose(os);
    toggle();
    change.requestFocus();
  }

  private static final class OsCell extends ListCell<OperatingSystem> {
    private final Label ended = new Label();
    private final HBox line = new HBox(8);
    private final Label name = new Label();

    OsCell() {
      ended.getStyleClass().add("quiet-text");
      line.getChildren().addAll(new Icon("machine", 14), name, ended);
      line.setAlignment(javafx.geometry.Pos.CENTER_LEFT);
    }

    @Override
    protected void updateItem(@Nullable OperatingSystem item, boolean empty) {
      super.updateItem(item, empty);
      if (empty || item == null) {
        setGraphic(null);
        return;
      }
      name.setText(item.name());
      ended.setText(
          item.hasEnded(LocalDate.now(ZoneId.systemDefault())) ? Words.word("os.hasEnded") : "");
      setGraphic(line);
    }
  }
}
