package org.vitrine.app.control;

import javafx.scene.layout.Region;
import javafx.scene.shape.Polyline;

/** A small curve without a frame, its scale given from outside so that neighbours compare. */
public final class Sparkline extends Region {

  private final Polyline line = new Polyline();
  private float[] values = {};
  private double top = 1;

  public Sparkline() {
    line.setManaged(false);
    line.getStyleClass().add("sparkline");
    getStyleClass().add("sparkline-box");
    getChildren().add(line);
    setMouseTransparent(true);
  }

  /**
   * Shows the values, the newest last.
   *
   * @param scaleTop the value at the upper edge
   */
  public void show(float[] newValues, double scaleTop) {
    values = newValues;
    top = scaleTop <= 0 ? 1 : scaleTop;
    requestLayout();
  }

  @Override
  protected void layoutChildren() {
    double width = getWidth();
    double height = getHeight();
    int count = values.length;
    if (count < 2 || width < 4) {
      line.getPoints().clear();
      return;
    }
    Double[] points = new Double[count * 2];
    double step = width / (count - 1);
    for (int i = 0; i < count; i++) {
      double share = Math.clamp(values[i] / top, 0, 1);
      points[2 * i] = i * step;
      points[2 * i + 1] = height - 1 - share * (height - 2);
    }
    line.getPoints().setAll(points);
  }
}
