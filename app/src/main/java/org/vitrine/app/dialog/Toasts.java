package org.vitrine.app.dialog;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import javafx.animation.PauseTransition;
import javafx.geometry.Pos;
import javafx.scene.AccessibleRole;
import javafx.scene.control.Button;
import javafx.scene.control.Label;
import javafx.scene.layout.HBox;
import javafx.scene.layout.Priority;
import javafx.scene.layout.Region;
import javafx.scene.layout.StackPane;
import javafx.scene.layout.VBox;
import javafx.util.Duration;
import org.vitrine.app.control.Icon;
import org.vitrine.app.i18n.Words;

/** Short notes in the corner. Good news leaves by itself; bad news stays until it is read. */
public final class Toasts extends VBox {

  private static final int MOST = 4;
  private static final Duration STAY = Duration.seconds(5);

  /** A button under a note. */
  public record Choice(String text, Runnable action) {}

  public Toasts() {
    getStyleClass().add("toasts");
    setSpacing(8);
    setPickOnBounds(false);
    setMaxSize(380, Region.USE_PREF_SIZE);
    StackPane.setAlignment(this, Pos.BOTTOM_RIGHT);
    setAlignment(Pos.BOTTOM_RIGHT);
  }

  public void good(String text) {
    Region toast = toast("check", "toast-good", text, "", List.of());
    PauseTransition wait = new PauseTransition(STAY);
    wait.setOnFinished(end -> remove(toast));
    toast
        .hoverProperty()
        .subscribe(
            over -> {
              if (over) {
                wait.stop();
              } else {
                wait.playFromStart();
              }
            });
  }

  /** Stays until closed or one of its choices is taken. Returns the note, to take it back. */
  public Region question(String text, String hint, List<Choice> choices) {
    return toast("info", "toast-info", text, hint, choices);
  }

  public Region bad(String what, String hint, List<Choice> choices) {
    return toast("error", "toast-bad", what, hint, choices);
  }

  public void remove(Region toast) {
    getChildren().remove(toast);
  }

  private Region toast(String icon, String style, String text, String hint, List<Choice> choices) {
    Label title = new Label(text);
    title.getStyleClass().add("toast-title");
    title.setWrapText(true);
    VBox words = new VBox(4, title);
    HBox.setHgrow(words, Priority.ALWAYS);
    if (!hint.isEmpty()) {
      Label more = new Label(hint);
      more.getStyleClass().add("toast-hint");
      more.setWrapText(true);
      words.getChildren().add(more);
    }
    HBox toast = new HBox(10, new Icon(icon, 18), words);
    toast.getStyleClass().addAll("toast", style);
    toast.setAccessibleRole(AccessibleRole.TEXT);
    toast.setAccessibleText(hint.isEmpty() ? text : text + " " + hint);
    if (!choices.isEmpty()) {
      words.getChildren().add(buttons(choices, toast));
    }
    Button close = new Button();
    close.setGraphic(new Icon("close", 14));
    close.getStyleClass().add("quiet");
    close.setAccessibleText(Words.word("button.close"));
    close.setOnAction(event -> remove(toast));
    toast.getChildren().add(close);
    getChildren().add(toast);
    oldest().ifPresent(this::remove);
    return toast;
  }

  private HBox buttons(List<Choice> choices, Region toast) {
    List<Button> buttons = new ArrayList<>();
    for (Choice choice : choices) {
      Button button = new Button(choice.text());
      button.getStyleClass().add("small");
      button.setOnAction(
          event -> {
            remove(toast);
            choice.action().run();
          });
      buttons.add(button);
    }
    HBox row = new HBox(8);
    row.getChildren().addAll(buttons);
    return row;
  }

  private Optional<Region> oldest() {
    return getChildren().size() > MOST
        ? Optional.of((Region) getChildren().getFirst())
        : Optional.empty();
  }
}
