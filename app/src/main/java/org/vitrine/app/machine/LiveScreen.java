package org.vitrine.app.machine;

import java.util.Optional;
import java.util.concurrent.CompletableFuture;
import java.util.function.BooleanSupplier;
import javafx.animation.PauseTransition;
import javafx.scene.image.Image;
import javafx.scene.image.ImageView;
import javafx.scene.layout.Region;
import javafx.scene.layout.StackPane;
import javafx.util.Duration;
import org.jspecify.annotations.Nullable;
import org.vitrine.app.i18n.Words;
import org.vitrine.app.inventory.HostDirectory;
import org.vitrine.app.job.FxThread;
import org.vitrine.model.vm.Machine;
import org.vitrine.model.vm.MachineKey;
import org.vitrine.model.vm.MachineState;

/**
 * What a running machine shows, as often as somebody looks. One picture is under way at a time, so
 * a slow host is asked less often; a host that cannot take pictures is asked once.
 */
final class LiveScreen extends StackPane {

  private static final Duration CADENCE = Duration.seconds(2);
  private static final Duration FIRST = Duration.millis(150);
  private static final java.time.Duration LIMIT = java.time.Duration.ofSeconds(10);
  private static final int WIDEST = 480;
  private static final int HIGHEST = 300;

  private final HostDirectory directory;
  private final BooleanSupplier hidden;
  private final ImageView view = new ImageView();
  private final PauseTransition pause = new PauseTransition(CADENCE);
  private @Nullable MachineKey shown;
  private boolean running;
  private boolean underWay;
  private int refusals;

  LiveScreen(HostDirectory directory, BooleanSupplier hidden) {
    this.directory = directory;
    this.hidden = hidden;
    getStyleClass().add("live-screen");
    setId("live-screen");
    setMaxWidth(Region.USE_PREF_SIZE);
    view.setPreserveRatio(true);
    view.setSmooth(true);
    view.setFitHeight(HIGHEST);
    view.setFitWidth(WIDEST);
    getChildren().add(view);
    pause.setOnFinished(event -> look());
    sceneProperty().subscribe(scene -> follow());
    setAccessibleText(Words.word("machine.screen"));
    showNothing();
  }

  /** Follows another machine, or the same one in another state. */
  void show(Machine machine, boolean reachable) {
    boolean now =
        reachable && machine.state().isActive() && machine.state() != MachineState.CRASHED;
    if (!machine.key().equals(shown) || now != running) {
      if (!machine.key().equals(shown) || !now) {
        showNothing();
      }
      shown = machine.key();
      running = now;
      refusals = 0;
      follow();
    }
  }

  private void follow() {
    pause.stop();
    if (running && getScene() != null) {
      pause.playFrom(CADENCE.subtract(FIRST));
    }
  }

  private void look() {
    MachineKey machine = shown;
    // a clock that runs on would keep a window alive that was closed
    if (machine == null || !running || !isInAWindow()) {
      return;
    }
    if (underWay || hidden.getAsBoolean()) {
      pause.playFromStart();
      return;
    }
    underWay = true;
    CompletableFuture<Optional<Image>> picture =
        directory
            .link(machine.host())
            .map(
                link ->
                    link.ask(
                        session -> ScreenDecoder.decode(session.screen(machine.uuid())), LIMIT))
            .orElseGet(() -> CompletableFuture.completedFuture(Optional.empty()));
    var _ =
        picture.whenComplete(
            (image, _) ->
                FxThread.later(() -> arrived(machine, image == null ? Optional.empty() : image)));
  }

  private boolean isInAWindow() {
    return getScene() != null
        && getScene().getWindow() != null
        && getScene().getWindow().isShowing();
  }

  private void arrived(MachineKey machine, Optional<Image> image) {
    underWay = false;
    if (!machine.equals(shown) || !running) {
      follow();
      return;
    }
    image.ifPresent(this::showImage);
    refusals = image.isPresent() ? 0 : refusals + 1;
    // right after a change of mode there is none for a moment; a machine without a screen has none
    if (refusals < 3) {
      pause.playFromStart();
    } else {
      showNothing();
    }
  }

  private void showImage(Image image) {
    view.setImage(image);
    setVisible(true);
    setManaged(true);
  }

  private void showNothing() {
    view.setImage(null);
    setVisible(false);
    setManaged(false);
  }
}
