package org.vitrine.app.app;

import java.io.IOException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.function.IntConsumer;
import javafx.animation.AnimationTimer;
import javafx.scene.Node;
import org.vitrine.app.control.Picture;
import org.vitrine.app.theme.Theme;

/** Walks through every screen and dialog, light and dark, and takes a picture of each. */
final class Tour {

  private static final int PULSES = 5;

  /** A place on the way: how one gets there and how one leaves it. */
  record Stop(String name, Runnable arrive, Runnable leave) {}

  private record Shot(Theme.Choice theme, Stop stop) {}

  private final Composition composition;
  private final List<Stop> stops;

  Tour(Composition composition) {
    this.composition = composition;
    this.stops = new TourStops(composition).all();
  }

  /** Starts once the demo host has answered, and ends with how it went. */
  void write(Path folder, IntConsumer ended) {
    List<Shot> shots = new ArrayList<>();
    for (Theme.Choice theme : List.of(Theme.Choice.LIGHT, Theme.Choice.DARK)) {
      stops.forEach(stop -> shots.add(new Shot(theme, stop)));
    }
    new Screenshot(composition).whenSettled(() -> walk(folder, shots, ended));
  }

  private void walk(Path folder, List<Shot> shots, IntConsumer ended) {
    new AnimationTimer() {
      private int next;
      private int pulses;

      @Override
      public void handle(long now) {
        Shot shot = shots.get(next);
        if (pulses == 0) {
          composition.settings().themeProperty().set(shot.theme());
          shot.stop().arrive().run();
        }
        if (pulses++ < PULSES) {
          return;
        }
        pulses = 0;
        try {
          Picture.write(
              composition.scene().snapshot(null), file(folder, shot, next % stops.size()));
        } catch (IOException broken) {
          System.err.println("vitrine: " + broken.getMessage());
          stop();
          ended.accept(1);
          return;
        }
        shot.stop().leave().run();
        closeCards();
        next++;
        if (next == shots.size()) {
          stop();
          ended.accept(0);
        }
      }
    }.start();
  }

  private void closeCards() {
    composition.dialogs().layers().closeAll();
    for (Node toast : List.copyOf(composition.toasts().getChildren())) {
      composition.toasts().getChildren().remove(toast);
    }
  }

  private static Path file(Path folder, Shot shot, int number) {
    return folder.resolve(
        String.format(
            Locale.ROOT,
            "%02d-%s-%s.png",
            number + 1,
            shot.stop().name(),
            shot.theme().name().toLowerCase(Locale.ROOT)));
  }
}
