package org.vitrine.app.machines;

import javafx.scene.layout.Pane;
import org.vitrine.app.control.Icon;

/** The arrow and the picture before a folder's name. Made only for lines that show a folder. */
final class FolderMark extends Pane {

  static final double WIDTH = 34;
  private static final double GAP = 18;
  private final Icon arrow = new Icon("open", 14);
  private final Icon folder = new Icon("group", 15);

  FolderMark(Runnable toggle) {
    setManaged(false);
    getChildren().addAll(arrow, folder);
    arrow.setMouseTransparent(false);
    arrow.setPickOnBounds(true);
    arrow.setOnMousePressed(
        press -> {
          toggle.run();
          press.consume();
        });
  }

  void show(String icon, boolean open) {
    arrow.show(open ? "open" : "closed");
    folder.show(icon);
  }

  @Override
  protected void layoutChildren() {
    place(arrow, 0);
    place(folder, GAP);
  }

  private void place(Icon icon, double x) {
    double side = icon.getPrefWidth();
    icon.resizeRelocate(x, Math.rint((getHeight() - side) / 2), side, side);
  }
}
