package org.vitrine.app.dialog;

import javafx.geometry.Pos;
import javafx.scene.Node;
import javafx.scene.control.Button;
import javafx.scene.control.Label;
import javafx.scene.layout.HBox;
import javafx.scene.layout.Priority;
import javafx.scene.layout.Region;
import javafx.scene.layout.VBox;

/** A titled card with a row of buttons below. */
public final class Card extends VBox {

  private final HBox buttons = new HBox(8);

  public Card(String title, Node content) {
    getStyleClass().add("card");
    setMaxSize(Region.USE_PREF_SIZE, Region.USE_PREF_SIZE);
    Label heading = new Label(title);
    heading.getStyleClass().add("card-title");
    heading.setWrapText(true);
    buttons.setAlignment(Pos.CENTER_RIGHT);
    buttons.getStyleClass().add("card-buttons");
    VBox.setVgrow(content, Priority.ALWAYS);
    getChildren().addAll(heading, content, buttons);
    setAccessibleText(title);
  }

  public Card width(double width) {
    setPrefWidth(width);
    setMaxWidth(width);
    return this;
  }

  public Button addButton(String text, String id, Runnable action, String... styles) {
    Button button = new Button(text);
    button.setId(id);
    button.getStyleClass().addAll(styles);
    button.setOnAction(event -> action.run());
    buttons.getChildren().add(button);
    return button;
  }

  /** Puts something at the left of the buttons. */
  public void addBeforeButtons(Node node) {
    Region gap = new Region();
    HBox.setHgrow(gap, Priority.ALWAYS);
    buttons.getChildren().addAll(0, java.util.List.of(node, gap));
  }
}
