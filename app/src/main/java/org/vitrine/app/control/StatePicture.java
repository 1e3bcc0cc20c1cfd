package org.vitrine.app.control;

import javafx.scene.layout.Region;
import javafx.scene.shape.SVGPath;
import org.jspecify.annotations.Nullable;

/** The picture of a state, in a fixed box so that names line up. */
public final class StatePicture extends Region {

  private static final double GRID = 24;
  private final SVGPath path = new SVGPath();
  private final double size;
  private @Nullable StateLook shown;

  public StatePicture(double size) {
    this.size = size;
    path.setManaged(false);
    getStyleClass().add("state-picture");
    getChildren().add(path);
    setMinSize(size, size);
    setPrefSize(size, size);
    setMaxSize(size, size);
    setMouseTransparent(true);
  }

  public void show(StateLook look) {
    if (look == shown) {
      return;
    }
    shown = look;
    path.setContent(look.shape());
    path.getStyleClass().setAll("state-shape", look.styleClass());
    double scale = size / GRID;
    path.setScaleX(scale);
    path.setScaleY(scale);
    requestLayout();
  }

  @Override
  protected void layoutChildren() {
    double middleX = path.getBoundsInLocal().getCenterX();
    double middleY = path.getBoundsInLocal().getCenterY();
    double scale = size / GRID;
    path.setLayoutX(getWidth() / 2 - middleX + (middleX - GRID / 2) * scale);
    path.setLayoutY(getHeight() / 2 - middleY + (middleY - GRID / 2) * scale);
  }
}
