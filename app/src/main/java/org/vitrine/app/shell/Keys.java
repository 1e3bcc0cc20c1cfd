package org.vitrine.app.shell;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import javafx.scene.Node;
import javafx.scene.Scene;
import javafx.scene.control.Button;
import javafx.scene.control.Label;
import javafx.scene.control.TextInputControl;
import javafx.scene.input.KeyCombination;
import javafx.scene.input.KeyEvent;
import javafx.scene.layout.GridPane;
import org.jspecify.annotations.Nullable;
import org.vitrine.app.dialog.Card;
import org.vitrine.app.dialog.Layers;
import org.vitrine.app.i18n.Words;

/** The window's keys: where they are bound, and the card that lists them. */
final class Keys {

  private record Bound(KeyCombination keys, String text, String words, Runnable run) {}

  private final Layers layers;
  private final List<Bound> bound = new ArrayList<>();

  Keys(Layers layers) {
    this.layers = layers;
  }

  void bind(String keys, String words, Runnable run) {
    bound.add(new Bound(KeyCombination.valueOf(keys), shown(keys), words, run));
  }

  static String shown(String keys) {
    return keys.replace("Shortcut", "Ctrl").replace("COMMA", ",");
  }

  void attach(Scene scene) {
    scene.addEventFilter(KeyEvent.KEY_PRESSED, event -> pressed(scene, event));
  }

  private void pressed(Scene scene, KeyEvent event) {
    if (layers.isCardOpen()
        || (isTyping(scene.getFocusOwner())
            && !event.isShortcutDown()
            && !event.getCode().isFunctionKey())) {
      return;
    }
    for (Bound each : bound) {
      if (each.keys().match(event)) {
        event.consume();
        each.run().run();
        return;
      }
    }
  }

  private static boolean isTyping(@Nullable Node focused) {
    return focused instanceof TextInputControl;
  }

  /** Lists every key with what it does. */
  void openCard() {
    Map<String, String> lines = new LinkedHashMap<>();
    bound.forEach(
        each -> lines.merge(each.words(), each.text(), (one, other) -> one + "  " + other));
    GridPane grid = new GridPane(24, 6);
    int row = 0;
    int half = (lines.size() + 1) / 2;
    for (Map.Entry<String, String> line : lines.entrySet()) {
      Label keys = new Label(line.getValue());
      keys.getStyleClass().add("key-cap");
      grid.add(keys, row < half ? 0 : 2, row % half);
      grid.add(new Label(line.getKey()), row < half ? 1 : 3, row % half);
      row++;
    }
    Card card = new Card(Words.word("shortcuts.title"), grid);
    card.setId("shortcuts");
    Runnable close = () -> layers.close(card);
    Button done = card.addButton(Words.word("button.close"), "shortcuts-close", close);
    layers.open(card, done, close);
  }
}
