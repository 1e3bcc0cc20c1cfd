package org.vitrine.app.app;

import java.util.ArrayList;
import java.util.EnumMap;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.TimeUnit;
import java.util.function.Consumer;
import javafx.animation.PauseTransition;
import javafx.stage.Stage;
import javafx.util.Duration;
import org.vitrine.app.job.FxThread;
import org.vitrine.app.machines.Column;
import org.vitrine.app.machines.ColumnLayout;
import org.vitrine.app.machines.MachineSort;
import org.vitrine.app.machines.MachinesViewModel;
import org.vitrine.app.machines.Row;
import org.vitrine.app.settings.Settings;
import org.vitrine.app.theme.Theme;
import org.vitrine.bridge.keep.HostBook;
import org.vitrine.bridge.keep.Preferences;
import org.vitrine.bridge.keep.PreferencesFile;
import org.vitrine.bridge.keep.XdgFolders;
import org.vitrine.model.host.HostEntry;
import org.vitrine.model.host.HostId;
import org.vitrine.model.problem.Problem;
import org.vitrine.model.problem.ProblemException;
import org.vitrine.model.vm.GroupPath;

/**
 * Keeps what the user chose and the list of hosts between runs. Reading is done before the window
 * opens; writing happens on a thread of its own, a moment after the last change.
 */
final class Keeping implements AutoCloseable {

  private static final Duration LATER = Duration.seconds(1);
  private static final String DETAIL = "panel.detail";
  private static final String WIZARD_COMMANDS = "panel.wizardCommands";
  private static final String COMMANDS = "panel.commands";
  private static final String RECENT = "wizard.recent.";
  private static final int MOST_RECENT = 8;
  private static final String PATIENCE = "patienceSeconds";

  private final PreferencesFile file;
  private final HostBook book;
  private final boolean writes;
  private final ExecutorService writer =
      Executors.newSingleThreadExecutor(
          work -> {
            Thread thread = new Thread(work, "settings");
            thread.setDaemon(true);
            return thread;
          });
  private final PauseTransition pause = new PauseTransition(LATER);
  private Preferences last = Preferences.DEFAULTS;
  private Consumer<Problem> failed = problem -> {};
  private boolean told;

  /**
   * Reads nothing yet.
   *
   * @param writes false for a run that must leave no trace, such as a picture
   */
  Keeping(XdgFolders folders, boolean writes) {
    this.file = new PreferencesFile(folders);
    this.book = new HostBook(folders);
    this.writes = writes;
  }

  PreferencesFile.Reading preferences() {
    PreferencesFile.Reading reading = file.load();
    last = reading.preferences();
    return reading;
  }

  HostBook.Reading hosts() {
    return book.load();
  }

  void keepHosts(List<HostEntry> hosts) {
    if (writes) {
      List<HostEntry> now = List.copyOf(hosts);
      write(() -> book.save(now));
    }
  }

  static void apply(Preferences read, Settings settings) {
    settings
        .themeProperty()
        .set(
            switch (read.theme()) {
              case SYSTEM -> Theme.Choice.SYSTEM;
              case LIGHT -> Theme.Choice.LIGHT;
              case DARK -> Theme.Choice.DARK;
            });
    settings.textScaleProperty().set(read.textScale());
    settings.cadenceSecondsProperty().set(Math.max(1, read.cadenceMillis() / 1000));
    settings.detailShownProperty().set(!"false".equals(read.choices().get(DETAIL)));
    settings
        .wizardCommandsShownProperty()
        .set(!"false".equals(read.choices().get(WIZARD_COMMANDS)));
    settings.commandsShownProperty().set("true".equals(read.choices().get(COMMANDS)));
    for (int i = 0; i < MOST_RECENT; i++) {
      String medium = read.choices().getOrDefault(RECENT + i, "");
      if (!medium.isBlank()) {
        settings.recentMedia().add(medium);
      }
    }
    String patience = read.choices().getOrDefault(PATIENCE, "");
    if (patience.matches("[0-9]{1,4}")) {
      settings.patienceSecondsProperty().set(Math.clamp(Integer.parseInt(patience), 5, 600));
    }
  }

  static void apply(Preferences read, MachinesViewModel machines) {
    if (!read.columns().isEmpty()) {
      List<Column> shown = new ArrayList<>();
      Map<Column, Double> widths = new EnumMap<>(Column.class);
      for (Preferences.Column column : read.columns()) {
        named(column.id())
            .ifPresent(
                known -> {
                  if (column.visible()) {
                    shown.add(known);
                  }
                  if (column.width() > 0) {
                    widths.put(known, column.width());
                  }
                });
      }
      machines.columnsProperty().set(new ColumnLayout(shown, widths));
    }
    if (!read.sort().isEmpty()) {
      Preferences.Sort sort = read.sort().getFirst();
      named(sort.column())
          .ifPresent(
              column -> machines.sortProperty().set(new MachineSort(column, sort.descending())));
    }
    Set<Row.Key> closed = new HashSet<>();
    read.closed().forEach(text -> folder(text).ifPresent(closed::add));
    machines.closeFolders(closed);
  }

  private static Optional<Column> named(String id) {
    for (Column column : Column.values()) {
      if (column.name().equals(id)) {
        return Optional.of(column);
      }
    }
    return Optional.empty();
  }

  /** Folders are written as {@code kind|host|path}. */
  private static Optional<Row.Key> folder(String text) {
    String[] parts = text.split("\\|", 3);
    if (parts.length != 3) {
      return Optional.empty();
    }
    return switch (parts[0]) {
      case "hosts" -> Optional.of(new Row.Key.OfHostGroup(parts[2]));
      case "host" -> Optional.of(new Row.Key.OfHost(new HostId(parts[1])));
      case "group" ->
          Optional.of(new Row.Key.OfGroup(new HostId(parts[1]), GroupPath.parse(parts[2])));
      default -> Optional.empty();
    };
  }

  private static Optional<String> text(Row.Key key) {
    return switch (key) {
      case Row.Key.OfHostGroup(String path) -> Optional.of("hosts||" + path);
      case Row.Key.OfHost(HostId host) -> Optional.of("host|" + host.value() + "|");
      case Row.Key.OfGroup(HostId host, GroupPath path) ->
          Optional.of("group|" + host.value() + "|" + path.text());
      case Row.Key.OfMachine machine -> Optional.empty();
    };
  }

  static void apply(Preferences.Window window, Stage stage) {
    stage.setWidth(window.width());
    stage.setHeight(window.height());
    if (window.placed()) {
      stage.setX(window.x());
      stage.setY(window.y());
    }
    stage.setMaximized(window.maximized());
  }

  /** From now on, what changes is written down a moment later. */
  void follow(Stage stage, Settings settings, MachinesViewModel machines, Consumer<Problem> tell) {
    failed = tell;
    if (!writes) {
      return;
    }
    pause.setOnFinished(end -> save(gather(stage, settings, machines)));
    Runnable changed = pause::playFromStart;
    settings.themeProperty().addListener(value -> changed.run());
    settings.textScaleProperty().addListener(value -> changed.run());
    settings.cadenceSecondsProperty().addListener(value -> changed.run());
    settings.patienceSecondsProperty().addListener(value -> changed.run());
    settings.detailShownProperty().addListener(value -> changed.run());
    settings.commandsShownProperty().addListener(value -> changed.run());
    settings.wizardCommandsShownProperty().addListener(value -> changed.run());
    settings.recentMedia().addListener((javafx.beans.InvalidationListener) list -> changed.run());
    machines.columnsProperty().addListener(value -> changed.run());
    machines.sortProperty().addListener(value -> changed.run());
    machines.closedProperty().addListener(value -> changed.run());
    stage.widthProperty().addListener(value -> changed.run());
    stage.heightProperty().addListener(value -> changed.run());
    stage.xProperty().addListener(value -> changed.run());
    stage.yProperty().addListener(value -> changed.run());
    stage.maximizedProperty().addListener(value -> changed.run());
    stage.setOnHiding(
        hiding -> {
          pause.stop();
          save(gather(stage, settings, machines));
        });
  }

  private Preferences gather(Stage stage, Settings settings, MachinesViewModel machines) {
    ColumnLayout layout = machines.columnsProperty().get();
    List<Preferences.Column> columns = new ArrayList<>();
    layout.shown().forEach(column -> columns.add(kept(layout, column, true)));
    for (Column column : Column.values()) {
      if (!layout.shown().contains(column)) {
        columns.add(kept(layout, column, false));
      }
    }
    Set<String> closed = new HashSet<>();
    machines.closedProperty().get().forEach(key -> text(key).ifPresent(closed::add));
    Map<String, String> choices = new HashMap<>(last.choices());
    choices.put(DETAIL, String.valueOf(settings.detailShownProperty().get()));
    choices.put(WIZARD_COMMANDS, String.valueOf(settings.wizardCommandsShownProperty().get()));
    choices.put(COMMANDS, String.valueOf(settings.commandsShownProperty().get()));
    choices.keySet().removeIf(key -> key.startsWith(RECENT));
    for (int i = 0; i < Math.min(MOST_RECENT, settings.recentMedia().size()); i++) {
      choices.put(RECENT + i, settings.recentMedia().get(i));
    }
    choices.put(PATIENCE, String.valueOf(settings.patienceSecondsProperty().get()));
    MachineSort sort = machines.sortProperty().get();
    // the size of a maximised window is the screen's: the one to come back to is kept
    Preferences.Window window =
        stage.isMaximized()
            ? new Preferences.Window(
                last.window().width(),
                last.window().height(),
                true,
                last.window().placed(),
                last.window().x(),
                last.window().y())
            : new Preferences.Window(
                stage.getWidth(), stage.getHeight(), false, true, stage.getX(), stage.getY());
    return new Preferences(
        switch (settings.themeProperty().get()) {
          case SYSTEM -> Preferences.Theme.SYSTEM;
          case LIGHT -> Preferences.Theme.LIGHT;
          case DARK -> Preferences.Theme.DARK;
        },
        settings.textScaleProperty().get(),
        columns,
        List.of(new Preferences.Sort(sort.column().name(), sort.descending())),
        window,
        closed,
        choices,
        last.unasked(),
        settings.cadenceSecondsProperty().get() * 1000);
  }

  private static Preferences.Column kept(ColumnLayout layout, Column column, boolean shown) {
    return new Preferences.Column(column.name(), shown, layout.widths().getOrDefault(column, 0.0));
  }

  private void save(Preferences now) {
    if (!now.equals(last)) {
      last = now;
      write(() -> file.save(now));
    }
  }

  private interface Writing {
    void run() throws ProblemException;
  }

  private void write(Writing writing) {
    writer.execute(
        () -> {
          try {
            writing.run();
          } catch (ProblemException broken) {
            FxThread.later(() -> tellOnce(broken.problem()));
          }
        });
  }

  /** A full disk fails every write; once is enough to know. */
  private void tellOnce(Problem problem) {
    if (!told) {
      told = true;
      failed.accept(problem);
    }
  }

  /** Blocks a moment until what was to be written is. */
  @Override
  public void close() {
    writer.shutdown();
    try {
      if (!writer.awaitTermination(2, TimeUnit.SECONDS)) {
        writer.shutdownNow();
      }
    } catch (InterruptedException interrupted) {
      Thread.currentThread().interrupt();
    }
  }
}
