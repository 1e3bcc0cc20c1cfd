package org.vitrine.app.create.page;

import javafx.geometry.Side;
import javafx.scene.control.Button;
import javafx.scene.control.ContextMenu;
import javafx.scene.control.CustomMenuItem;
import javafx.scene.control.Hyperlink;
import javafx.scene.control.Label;
import javafx.scene.layout.VBox;
import org.vitrine.app.control.Icon;
import org.vitrine.app.control.Tips;
import org.vitrine.app.create.draft.Field;
import org.vitrine.app.i18n.Words;

/** The quiet question mark beside a value: why just this one, and the way back to it. */
public final class WhyMark extends Button {

  private final Field<?> field;

  public WhyMark(Field<?> field, String of) {
    this.field = field;
    setGraphic(new Icon("help", 14));
    getStyleClass().addAll("quiet", "why");
    setAccessibleText(Words.word("wizard.why", of));
    Tips.on(this, this::words);
    setOnAction(event -> open());
    field
        .whyProperty()
        .subscribe(
            why -> {
              setVisible(why.isPresent());
              setAccessibleHelp(words());
            });
  }

  private String words() {
    return field.whyProperty().get().map(WhyWords::of).orElse("");
  }

  private void open() {
    Label text = new Label(words());
    text.setWrapText(true);
    text.setMaxWidth(340);
    text.getStyleClass().add("why-text");
    VBox content = new VBox(6, text);
    ContextMenu card = new ContextMenu();
    if (field.isTouched() && !field.get().equals(field.suggestion())) {
      Hyperlink follow = new Hyperlink(Words.word("wizard.follow"));
      follow.setOnAction(
          event -> {
            field.follow();
            card.hide();
          });
      content.getChildren().add(follow);
    }
    CustomMenuItem item = new CustomMenuItem(content, false);
    item.getStyleClass().add("why-item");
    card.getItems().setAll(item);
    card.show(this, Side.BOTTOM, 0, 4);
  }
}
