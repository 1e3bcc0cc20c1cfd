package org.vitrine.app.create.page;

import java.util.function.Supplier;
import javafx.scene.Node;
import javafx.scene.control.ToggleButton;
import javafx.scene.layout.VBox;
import org.vitrine.app.control.Icon;
import org.vitrine.app.i18n.Words;

/** What only few need: folded away in its place, and made when first unfolded. */
public final class MoreOptions extends VBox {

  private final ToggleButton toggle;

  /**
   * Makes it.
   *
   * @param id of the button that unfolds it
   * @param hint what is to be found in it
   */
  public MoreOptions(String id, String hint, Supplier<Node> content) {
    super(10);
    Icon mark = new Icon("closed", 14);
    toggle = new ToggleButton(Words.word("wizard.more", hint), mark);
    toggle.setId(id);
    toggle.getStyleClass().addAll("quiet", "more-options");
    getChildren().add(toggle);
    toggle
        .selectedProperty()
        .subscribe(
            open -> {
              mark.show(open ? "open" : "closed");
              if (open && getChildren().size() == 1) {
                getChildren().add(content.get());
              }
              if (getChildren().size() > 1) {
                getChildren().getLast().setVisible(open);
                getChildren().getLast().setManaged(open);
              }
            });
  }

  public void unfold() {
    toggle.setSelected(true);
  }
}
