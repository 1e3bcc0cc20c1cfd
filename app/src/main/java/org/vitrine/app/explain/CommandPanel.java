package org.vitrine.app.explain;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.function.Consumer;
import java.util.function.Supplier;
import javafx.collections.ListChangeListener;
import javafx.geometry.Pos;
import javafx.scene.control.Button;
import javafx.scene.control.Label;
import javafx.scene.control.ScrollPane;
import javafx.scene.input.Clipboard;
import javafx.scene.input.ClipboardContent;
import javafx.scene.layout.HBox;
import javafx.scene.layout.Priority;
import javafx.scene.layout.Region;
import javafx.scene.layout.VBox;
import javafx.stage.FileChooser;
import org.vitrine.app.control.Icon;
import org.vitrine.app.i18n.Words;
import org.vitrine.model.problem.Cause;
import org.vitrine.model.problem.Problem;

/** What was done, as commands to read, copy and keep as a script. */
public final class CommandPanel extends VBox {

  private static final int SHOWN = 60;
  private final CommandHistory history;
  private final Supplier<List<CommandHistory.Entry>> possible;
  private final Consumer<Problem> failed;
  private final VBox lines = new VBox(10);

  /**
   * Wires it.
   *
   * @param possible what could be done to what is chosen now
   */
  public CommandPanel(
      CommandHistory history,
      Supplier<List<CommandHistory.Entry>> possible,
      Consumer<Problem> failed) {
    this.history = history;
    this.possible = possible;
    this.failed = failed;
    setId("commands");
    getStyleClass().add("command-panel");
    setPrefWidth(420);
    setMinWidth(300);
    Label title = new Label(Words.word("commands.title"));
    title.getStyleClass().add("panel-title");
    Region gap = new Region();
    HBox.setHgrow(gap, Priority.ALWAYS);
    Button save = new Button(Words.word("commands.save"), new Icon("download"));
    save.setId("commands-save");
    save.getStyleClass().add("small");
    save.setOnAction(event -> chooseAndSave());
    HBox head = new HBox(8, title, gap, save);
    head.setAlignment(Pos.CENTER_LEFT);
    ScrollPane scroll = new ScrollPane(lines);
    scroll.setFitToWidth(true);
    VBox.setVgrow(scroll, Priority.ALWAYS);
    getChildren().addAll(head, scroll);
    history.entries().addListener((ListChangeListener<CommandHistory.Entry>) change -> refresh());
    visibleProperty().subscribe(shown -> refresh());
  }

  /** Shows what belongs to what is chosen now. */
  public void refresh() {
    if (!isVisible()) {
      return;
    }
    lines.getChildren().clear();
    List<CommandHistory.Entry> now = possible.get();
    if (!now.isEmpty()) {
      lines.getChildren().add(section("commands.possible"));
      now.forEach(entry -> lines.getChildren().add(block(entry)));
    }
    lines.getChildren().add(section("commands.history"));
    if (history.entries().isEmpty()) {
      Label none = new Label(Words.word("commands.none"));
      none.setWrapText(true);
      none.getStyleClass().add("quiet-text");
      lines.getChildren().add(none);
    }
    history.entries().stream().limit(SHOWN).forEach(entry -> lines.getChildren().add(block(entry)));
  }

  private static Label section(String key) {
    Label label = new Label(Words.word(key));
    label.getStyleClass().add("fact-name");
    return label;
  }

  private static VBox block(CommandHistory.Entry entry) {
    String text = String.join("\n", entry.lines());
    Label lines = new Label(text);
    lines.setWrapText(true);
    lines.setMaxWidth(Double.MAX_VALUE);
    lines.setMinHeight(Region.USE_PREF_SIZE);
    lines.getStyleClass().addAll("mono-box", "command-text");
    Label title = new Label(entry.title());
    Region gap = new Region();
    HBox.setHgrow(gap, Priority.ALWAYS);
    Button copy = new Button();
    copy.setGraphic(new Icon("copy", 14));
    copy.getStyleClass().add("quiet");
    copy.setAccessibleText(Words.word("commands.copy"));
    copy.setOnAction(
        event -> {
          ClipboardContent content = new ClipboardContent();
          content.putString(text);
          Clipboard.getSystemClipboard().setContent(content);
        });
    HBox head = new HBox(title, gap, copy);
    head.setAlignment(Pos.CENTER_LEFT);
    return new VBox(2, head, lines);
  }

  private void chooseAndSave() {
    FileChooser chooser = new FileChooser();
    chooser.setTitle(Words.word("commands.save"));
    chooser.setInitialFileName("vitrine.sh");
    java.io.File file = chooser.showSaveDialog(getScene().getWindow());
    if (file != null) {
      save(file.toPath());
    }
  }

  /** Writes the history as a script, oldest first. */
  void save(Path file) {
    List<CommandHistory.Entry> entries = new ArrayList<>(history.entries());
    try {
      Files.writeString(file, script(entries.reversed()));
      if (!file.toFile().setExecutable(true)) {
        throw new IOException("not made executable");
      }
    } catch (IOException broken) {
      failed.accept(
          new Problem(
              Cause.FILES_NOT_WRITABLE,
              file.toString(),
              "",
              new Problem.Raw(0, 0, broken.toString())));
    }
  }

  /** The entries as a shell script that stops at the first failure. */
  static String script(List<CommandHistory.Entry> entries) {
    StringBuilder script = new StringBuilder("#!/bin/sh\nset -e\n");
    for (CommandHistory.Entry entry : entries) {
      // a title may come from a machine's name: it must not leave its comment
      script.append("\n# ").append(entry.title().replaceAll("\\R|\\p{Cntrl}", " ")).append('\n');
      entry.lines().forEach(line -> script.append(line).append('\n'));
    }
    return script.toString();
  }
}
