package org.vitrine.app.machine;

import javafx.scene.control.Label;
import javafx.scene.layout.HBox;
import javafx.scene.layout.Priority;
import javafx.scene.layout.Region;
import javafx.scene.layout.VBox;
import org.vitrine.app.control.Sparkline;

/** A curve with its name and its value now. */
final class UsageChart extends VBox {

  private static final double SMALLEST_TOP = 1024.0 * 1024;
  private final Sparkline curve = new Sparkline();
  private final Label value = new Label();

  UsageChart(String name) {
    super(4);
    Label title = new Label(name);
    title.getStyleClass().add("fact-name");
    value.getStyleClass().add("chart-value");
    // when it gets narrow the name gives way, never the number
    title.setMinWidth(0);
    value.setMinWidth(Region.USE_PREF_SIZE);
    Region gap = new Region();
    HBox.setHgrow(gap, Priority.ALWAYS);
    curve.setPrefHeight(44);
    curve.setMinWidth(60);
    curve.setPrefWidth(120);
    getStyleClass().add("usage-chart");
    getChildren().addAll(new HBox(title, gap, value), curve);
  }

  void show(float[] values, double top, String now) {
    curve.show(values, top);
    value.setText(now);
  }

  static double top(float[] values) {
    double top = SMALLEST_TOP;
    for (float each : values) {
      top = Math.max(top, each);
    }
    return top;
  }
}
