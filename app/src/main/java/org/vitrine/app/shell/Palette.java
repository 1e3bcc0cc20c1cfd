package org.vitrine.app.shell;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Locale;
import java.util.function.Supplier;
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
import org.vitrine.app.dialog.Card;
import org.vitrine.app.dialog.Layers;
import org.vitrine.app.i18n.Words;

/** Every action on every machine, found by typing. */
final class Palette {

  private static final int SHOWN = 60;

  /** Something that can be done. */
  record Deed(String icon, String title, String keys, Runnable run) {}

  private final Layers layers;
  private final Supplier<List<Deed>> deeds;

  Palette(Layers layers, Supplier<List<Deed>> deeds) {
    this.layers = layers;
    this.deeds = deeds;
  }

  void open() {
    List<Deed> all = deeds.get();
    TextField field = new TextField();
    field.setId("palette-text");
    field.setPromptText(Words.word("palette.prompt"));
    ListView<Deed> list = new ListView<>();
    list.setId("palette-list");
    list.setFixedCellSize(32);
    list.setPrefHeight(360);
    list.setCellFactory(view -> new DeedCell());
    list.setPlaceholder(new Label(Words.word("palette.none")));
    Card card = new Card(Words.word("palette.title"), new VBox(8, field, list)).width(620);
    card.setId("palette");
    Runnable close = () -> layers.close(card);
    Runnable go =
        () -> {
          Deed deed = list.getSelectionModel().getSelectedItem();
          if (deed != null) {
            close.run();
            deed.run().run();
          }
        };
    field
        .textProperty()
        .subscribe(
            text -> {
              list.getItems().setAll(matching(all, text));
              list.getSelectionModel().selectFirst();
            });
    field.addEventFilter(
        KeyEvent.KEY_PRESSED,
        key -> {
          int now = list.getSelectionModel().getSelectedIndex();
          if (key.getCode() == KeyCode.DOWN || key.getCode() == KeyCode.UP) {
            int next =
                Math.clamp(
                    now + (key.getCode() == KeyCode.DOWN ? 1L : -1L),
                    0,
                    Math.max(0, list.getItems().size() - 1));
            list.getSelectionModel().select(next);
            list.scrollTo(Math.max(0, next - 4));
            key.consume();
          } else if (key.getCode() == KeyCode.ENTER) {
            go.run();
            key.consume();
          }
        });
    list.setOnMouseClicked(click -> go.run());
    layers.open(card, field, close);
  }

  /** Those whose title has every typed word; where a word starts one counts more. */
  static List<Deed> matching(List<Deed> all, String text) {
    String[] words = text.strip().toLowerCase(Locale.ROOT).split("\\s+", -1);
    record Scored(Deed deed, int score) {}
    List<Scored> found = new ArrayList<>();
    for (Deed deed : all) {
      String title = deed.title().toLowerCase(Locale.ROOT);
      int score = 0;
      for (String word : words) {
        int at = title.indexOf(word);
        if (at < 0) {
          score = -1;
          break;
        }
        score += at == 0 ? 3 : title.charAt(at - 1) == ' ' ? 2 : 1;
      }
      if (score >= 0) {
        found.add(new Scored(deed, score));
      }
    }
    found.sort(Comparator.comparingInt(Scored::score).reversed());
    return found.stream().limit(SHOWN).map(Scored::deed).toList();
  }

  private static final class DeedCell extends ListCell<Deed> {
    @Override
    protected void updateItem(@Nullable Deed deed, boolean empty) {
      super.updateItem(deed, empty);
      if (empty || deed == null) {
        setGraphic(null);
        return;
      }
      Region gap = new Region();
      HBox.setHgrow(gap, Priority.ALWAYS);
      Label keys = new Label(deed.keys());
      keys.getStyleClass().add("quiet-text");
      setGraphic(new HBox(10, new Icon(deed.icon()), new Label(deed.title()), gap, keys));
      setAccessibleText(deed.title());
    }
  }
}
