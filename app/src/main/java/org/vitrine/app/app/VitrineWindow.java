package org.vitrine.app.app;

import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.CompletableFuture;
import javafx.application.Application;
import javafx.application.Platform;
import javafx.stage.Stage;
import org.jspecify.annotations.Nullable;
import org.vitrine.app.i18n.Words;
import org.vitrine.app.job.FxThread;
import org.vitrine.app.settings.Settings;
import org.vitrine.bridge.demo.DemoHypervisor;
import org.vitrine.bridge.event.EventLoop;
import org.vitrine.bridge.keep.Notice;
import org.vitrine.bridge.keep.PreferencesFile;
import org.vitrine.bridge.keep.XdgFolders;
import org.vitrine.bridge.libvirt.LibvirtHypervisor;
import org.vitrine.bridge.link.LinkTiming;
import org.vitrine.bridge.xml.DomainXml;
import org.vitrine.model.port.Hypervisor;
import org.vitrine.model.problem.Problem;

/** The window's life, from the first host to the last goodbye. */
public final class VitrineWindow extends Application {

  private static final Duration GOODBYE = Duration.ofSeconds(3);

  private @Nullable Composition composition;
  private @Nullable Keeping keeping;

  @Override
  public void start(Stage stage) {
    // JavaFX makes the application itself; the words it was started with are all it hands over
    Options options = Options.parse(getParameters().getRaw());
    Hypervisor hypervisor =
        new DemoHypervisor(
            new LibvirtHypervisor(new EventLoop(), DomainXml::read, FxThread.guard()));
    XdgFolders folders = XdgFolders.ofThisProcess();
    Keeping kept = new Keeping(folders, !options.unattended());
    keeping = kept;
    PreferencesFile.Reading read = kept.preferences();
    Settings settings = new Settings();
    Keeping.apply(read.preferences(), settings);
    Composition wired =
        new Composition(
            hypervisor,
            LinkTiming.DEFAULT,
            settings,
            kept::keepHosts,
            () -> stage.isIconified() || !stage.isShowing());
    composition = wired;
    Keeping.apply(read.preferences(), wired.machines());
    FirstHosts hosts = new FirstHosts(folders, kept, options);
    List<Problem> problems = hosts.fill(wired.directory());
    wired.directory().connectAll();
    stage.setTitle(Words.word("window.title"));
    stage.setScene(wired.scene());
    Keeping.apply(read.preferences().window(), stage);
    stage.show();
    kept.follow(stage, settings, wired.machines(), wired::tell);
    problems.forEach(wired::tell);
    List<Notice> notices = new ArrayList<>(read.notices());
    notices.addAll(hosts.notices());
    notices.forEach(wired::tell);
    options.screenshot().ifPresent(file -> new Screenshot(wired).write(file, this::end));
    options.tour().ifPresent(folder -> new Tour(wired).write(folder, this::end));
  }

  private void end(int status) {
    if (status == 0) {
      Platform.exit();
    } else {
      // the toolkit would end with zero
      goodbye();
      System.exit(status);
    }
  }

  @Override
  public void stop() {
    goodbye();
  }

  /** A host that hangs must not keep the process alive. */
  private void goodbye() {
    Composition open = composition;
    Keeping kept = keeping;
    if (open == null) {
      return;
    }
    CompletableFuture<Void> closed = new CompletableFuture<>();
    Thread closer =
        new Thread(
            () -> {
              if (kept != null) {
                kept.close();
              }
              open.close();
              closed.complete(null);
            },
            "goodbye");
    closer.setDaemon(true);
    closer.start();
    try {
      closed.get(GOODBYE.toMillis(), java.util.concurrent.TimeUnit.MILLISECONDS);
    } catch (java.util.concurrent.TimeoutException | java.util.concurrent.ExecutionException late) {
      // a hung host: its threads are daemons and go with the process
    } catch (InterruptedException interrupted) {
      Thread.currentThread().interrupt();
    }
  }
}
