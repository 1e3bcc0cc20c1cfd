package org.vitrine.app.control;

import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.function.LongConsumer;
import javafx.scene.Node;
import javafx.scene.control.Slider;
import javafx.scene.input.KeyEvent;
import javafx.scene.layout.StackPane;
import org.vitrine.model.plan.Zones;

/**
 * A slider whose track shows what is wise, possible or neither. It doubles from tick to tick, so
 * that small values can be set as well as large ones, and stops at round ones only.
 */
public final class ZoneSlider extends StackPane {

  private static final double LENGTH = 1000;
  private final Slider slider = new Slider(0, LENGTH, 0);
  private final long finest;
  private long lowest = 1;
  private long highest = 2;
  private long value = 1;
  private boolean showing;
  private LongConsumer chosen = value -> {};
  private Optional<Zones> zones = Optional.empty();

  /**
   * Makes one.
   *
   * @param finest the smallest step
   */
  public ZoneSlider(String id, long finest) {
    this.finest = finest;
    slider.setId(id);
    getStyleClass().add("zone-slider");
    getChildren().add(slider);
    slider
        .valueProperty()
        .subscribe(
            position -> {
              if (!showing) {
                take(round(valueAt(position.doubleValue())));
              }
            });
    slider.addEventFilter(KeyEvent.KEY_PRESSED, this::keyPressed);
    slider.skinProperty().subscribe(skin -> paint());
  }

  /** Told what the user chose. */
  public void whenChosen(LongConsumer listener) {
    chosen = listener;
  }

  public void name(String words) {
    slider.setAccessibleText(words);
  }

  public Slider slider() {
    return slider;
  }

  public void setZones(Zones now) {
    zones = Optional.of(now);
    lowest = Math.max(1, now.lowest());
    highest = Math.max(lowest + 1, now.highest());
    paint();
    show(value);
  }

  /** Shows a value without having chosen it; one out of range shows at the end. */
  public void show(long now) {
    value = now;
    showing = true;
    slider.setValue(positionOf(Math.clamp(now, lowest, highest)));
    showing = false;
  }

  private void take(long now) {
    if (now != value) {
      value = now;
      chosen.accept(now);
    }
  }

  private void keyPressed(KeyEvent event) {
    long to =
        switch (event.getCode()) {
          case LEFT, DOWN -> step(value, -1);
          case RIGHT, UP -> step(value, 1);
          case PAGE_DOWN -> Math.max(lowest, round(value / 2.0));
          case PAGE_UP -> Math.min(highest, round(value * 2.0));
          case HOME -> lowest;
          case END -> highest;
          default -> -1;
        };
    if (to >= 0) {
      event.consume();
      take(to);
      show(to);
    }
  }

  private long step(long from, int direction) {
    long size = stepAt(from);
    long to = direction > 0 ? (from / size + 1) * size : (from - 1) / size * size;
    return Math.clamp(to, lowest, highest);
  }

  /** An eighth of the power of two below, so that each doubling has eight stops. */
  private long stepAt(long near) {
    long power = Long.highestOneBit(Math.max(1, near));
    return Math.max(finest, power / 8);
  }

  private long round(double raw) {
    long size = stepAt((long) raw);
    return Math.clamp(Math.round(raw / size) * size, lowest, highest);
  }

  private double valueAt(double position) {
    return (double) lowest * Math.pow((double) highest / lowest, position / LENGTH);
  }

  private double positionOf(long of) {
    return LENGTH * Math.log((double) of / lowest) / Math.log((double) highest / lowest);
  }

  private void paint() {
    Node track = slider.lookup(".track");
    if (track == null || zones.isEmpty()) {
      return;
    }
    StringBuilder stops = new StringBuilder();
    List<Zones.Stretch> stretches = zones.get().stretches();
    for (Zones.Stretch stretch : stretches) {
      String colour =
          switch (stretch.tint()) {
            case GREEN -> "-v-running";
            case AMBER -> "-v-paused";
            case RED -> "-v-crashed";
          };
      stops.append(stop(colour, stretch.from())).append(stop(colour, stretch.to()));
    }
    track.setStyle("-fx-background-color: linear-gradient(to right" + stops + ");");
  }

  private String stop(String colour, long at) {
    double share = positionOf(Math.clamp(at, lowest, highest)) / LENGTH * 100;
    return String.format(Locale.ROOT, ", %s %.2f%%", colour, share);
  }
}
