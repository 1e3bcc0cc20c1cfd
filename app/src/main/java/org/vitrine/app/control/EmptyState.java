package org.vitrine.app.control;

import java.util.Optional;
import javafx.geometry.Pos;
import javafx.scene.control.Button;
import javafx.scene.control.Label;
import javafx.scene.layout.VBox;

/** Stands where nothing is, and says what to do first. */
public final class EmptyState extends VBox {

  private final Label title = new Label();
  private final Label hint = new Label();

  public EmptyState(String icon, String title, String hint, Optional<Button> action) {
    getStyleClass().add("empty-state");
    setAlignment(Pos.CENTER);
    this.title.getStyleClass().add("empty-title");
    this.hint.getStyleClass().add("empty-hint");
    this.hint.setWrapText(true);
    this.hint.setMaxWidth(420);
    this.hint.setTextAlignment(javafx.scene.text.TextAlignment.CENTER);
    this.hint.setAlignment(Pos.CENTER);
    show(title, hint);
    getChildren().addAll(new Icon(icon, 48), this.title, this.hint);
    action.ifPresent(getChildren()::add);
  }

  public void show(String newTitle, String newHint) {
    title.setText(newTitle);
    hint.setText(newHint);
  }
}
