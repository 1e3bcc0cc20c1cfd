package org.vitrine.app.dialog;

import java.util.ArrayDeque;
import java.util.Deque;
import javafx.scene.Node;
import javafx.scene.input.KeyCode;
import javafx.scene.input.KeyEvent;
import javafx.scene.layout.StackPane;
import org.jspecify.annotations.Nullable;

/**
 * The window's content with cards over it. Only the uppermost card takes keys; Escape closes it.
 */
public final class Layers extends StackPane {

  private record Open(StackPane shade, @Nullable Node focusBefore, Runnable onEscape) {}

  private final Deque<Open> cards = new ArrayDeque<>();
  private final StackPane content = new StackPane();

  public Layers() {
    getStyleClass().add("layers");
    getChildren().add(content);
    addEventFilter(KeyEvent.KEY_PRESSED, this::keyPressed);
  }

  public void setContent(Node node) {
    content.getChildren().setAll(node);
  }

  /** Lies over the content and under the cards: notes that come and go. */
  public void addOverlay(Node node) {
    getChildren().add(1, node);
  }

  /** Shows a card in the middle; what is under it is out of reach until it closes. */
  public void open(Node card, Node firstFocus, Runnable onEscape) {
    StackPane shade = new StackPane(card);
    shade.getStyleClass().add("shade");
    Node focused = getScene() == null ? null : getScene().getFocusOwner();
    if (cards.isEmpty()) {
      content.setDisable(true);
    } else {
      cards.peek().shade().setDisable(true);
    }
    cards.push(new Open(shade, focused, onEscape));
    getChildren().add(shade);
    // disabling what lies under moves the focus, so it is taken only now
    firstFocus.requestFocus();
  }

  public void close(Node card) {
    for (Open open : cards) {
      if (open.shade().getChildren().contains(card)) {
        cards.remove(open);
        getChildren().remove(open.shade());
        if (cards.isEmpty()) {
          content.setDisable(false);
        } else {
          cards.peek().shade().setDisable(false);
        }
        if (open.focusBefore() != null) {
          open.focusBefore().requestFocus();
        }
        return;
      }
    }
  }

  public void closeAll() {
    while (!cards.isEmpty()) {
      close(cards.peek().shade().getChildren().getFirst());
    }
  }

  public boolean isCardOpen() {
    return !cards.isEmpty();
  }

  private void keyPressed(KeyEvent event) {
    if (event.getCode() == KeyCode.ESCAPE && !cards.isEmpty()) {
      cards.peek().onEscape().run();
      event.consume();
    }
  }
}
