package org.vitrine.app.app;

import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;
import javafx.application.Platform;
import javafx.stage.Stage;
import org.vitrine.app.i18n.Words;
import org.vitrine.app.job.FxThread;
import org.vitrine.app.settings.Settings;
import org.vitrine.app.theme.Theme;
import org.vitrine.bridge.keep.InstanceLock;
import org.vitrine.bridge.keep.Notice;
import org.vitrine.bridge.keep.PreferencesFile;
import org.vitrine.bridge.keep.XdgFolders;

/** The window's life, from the first host to the last goodbye. */
final class VitrineWindow {

  private static final Duration GOODBYE = Duration.ofSeconds(3);

  /** How long the first picture may wait for machines to be in it. */
  private static final long FIRST_LOOK_MILLIS = 400;

  private final Options options;
  private final CompletableFuture<HeadStart> start;

  /** Kept, or it would be let go of. */
  private final CompletableFuture<InstanceLock> lock = new CompletableFuture<>();

  private final CompletableFuture<Integer> ended = new CompletableFuture<>();

  VitrineWindow(Options options, CompletableFuture<HeadStart> start) {
    this.options = options;
    this.start = start;
  }

  /** Opens the window, on its thread. */
  void open() {
    try {
      show(new Stage());
    } catch (RuntimeException | Error broken) {
      ended.completeExceptionally(broken);
      throw broken;
    }
  }

  private void show(Stage stage) {
    HeadStart ahead = start.join();
    Keeping keeping = ahead.keeping();
    PreferencesFile.Reading read = ahead.preferences();
    Settings settings = new Settings();
    Keeping.apply(read.preferences(), settings);
    Theme.begin(settings.themeProperty().get());
    Composition wired =
        new Composition(
            ahead.links(),
            settings,
            keeping::keepHosts,
            () -> stage.isIconified() || !stage.isShowing(),
            OutsideWorld.ofThisComputer());
    Keeping.apply(read.preferences(), wired.machines());
    wired.directory().adopt(ahead.hosts());
    stage.setTitle(Words.word("window.title"));
    stage.setScene(wired.scene());
    Keeping.apply(read.preferences().window(), stage);
    ahead.awaitQuickHosts(FIRST_LOOK_MILLIS);
    ahead.handOver(wired.store(), wired.dialogs().credentialPrompt());
    wired.store().applyNow();
    stage.setOnHidden(hidden -> end(0));
    stage.show();
    keeping.follow(stage, settings, wired.machines(), wired::tell);
    ahead.firstHosts().problems().forEach(wired::tell);
    List<Notice> notices = new ArrayList<>(read.notices());
    notices.addAll(ahead.firstHosts().notices());
    notices.forEach(wired::tell);
    if (!options.unattended()) {
      beFirst(wired);
    }
    options.screenshot().ifPresent(file -> new Screenshot(wired).write(file, this::end));
    options.tour().ifPresent(folder -> new Tour(wired).write(folder, this::end));
  }

  /** Another instance of this user's looks after what is unfinished, since it may be its own. */
  private void beFirst(Composition wired) {
    var _ =
        CompletableFuture.supplyAsync(() -> InstanceLock.take(XdgFolders.ofThisProcess()))
            .thenAccept(
                taken -> {
                  lock.complete(taken);
                  if (taken.standing() == InstanceLock.Standing.FIRST) {
                    FxThread.later(wired::takeCareOfUnfinished);
                  }
                });
  }

  private void end(int status) {
    ended.complete(status);
  }

  /** Blocks until the window is gone, says goodbye to the hosts, and gives the exit status. */
  int awaitEnd() {
    int status;
    try {
      status = ended.join();
    } catch (RuntimeException broken) {
      status = 1;
    }
    Platform.exit();
    goodbye();
    return status;
  }

  /** A host that hangs must not keep the process alive. */
  private void goodbye() {
    CompletableFuture<Void> said = new CompletableFuture<>();
    Thread.ofPlatform()
        .daemon()
        .name("goodbye")
        .start(
            () -> {
              HeadStart ahead = start.join();
              ahead.keeping().close();
              ahead.links().close();
              said.complete(null);
            });
    try {
      said.get(GOODBYE.toMillis(), TimeUnit.MILLISECONDS);
    } catch (TimeoutException | ExecutionException late) {
      // a hung host: its threads are daemons and go with the process
    } catch (InterruptedException interrupted) {
      Thread.currentThread().interrupt();
    }
  }
}
