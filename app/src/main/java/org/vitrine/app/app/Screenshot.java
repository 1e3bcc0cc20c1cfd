package org.vitrine.app.app;

import java.io.IOException;
import java.nio.file.Path;
import java.util.function.IntConsumer;
import javafx.animation.AnimationTimer;
import org.vitrine.app.control.Picture;
import org.vitrine.model.host.HostState;

/** Waits until every host has answered one way or another, and takes a picture of the window. */
final class Screenshot {

  private static final int PULSES_AFTER = 6;
  private static final long LONGEST_NANOS = 20_000_000_000L;
  private final Composition composition;

  Screenshot(Composition composition) {
    this.composition = composition;
  }

  void write(Path file, IntConsumer ended) {
    whenSettled(() -> ended.accept(take(file)));
  }

  /** Runs it once every host has answered and the window has drawn what they said. */
  void whenSettled(Runnable then) {
    long start = System.nanoTime();
    new AnimationTimer() {
      private int quiet;

      @Override
      public void handle(long now) {
        boolean late = System.nanoTime() - start > LONGEST_NANOS;
        quiet = settled() ? quiet + 1 : 0;
        if (quiet < PULSES_AFTER && !late) {
          return;
        }
        stop();
        then.run();
      }
    }.start();
  }

  private boolean settled() {
    return composition.directory().hosts().stream()
        .filter(host -> host.entry().autoconnect())
        .map(host -> composition.store().host(host.entry().id()))
        .allMatch(
            snapshot ->
                switch (snapshot.state()) {
                  case HostState.Connected connected ->
                      snapshot.facts().isPresent()
                          && snapshot.machines().values().stream()
                              .allMatch(machine -> machine.known());
                  case HostState.Lost lost -> true;
                  case HostState.Refused refused -> true;
                  case HostState.Silent silent -> true;
                  case HostState.Connecting connecting -> false;
                  case HostState.Disconnected disconnected -> false;
                });
  }

  private int take(Path file) {
    try {
      Picture.write(composition.scene().snapshot(null), file);
      return 0;
    } catch (IOException broken) {
      System.err.println(
          "vitrine: the picture could not be written to " + file + ": " + broken.getMessage());
      return 1;
    }
  }
}
