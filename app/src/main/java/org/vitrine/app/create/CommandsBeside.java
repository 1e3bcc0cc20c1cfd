package org.vitrine.app.create;

import java.io.File;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.function.Consumer;
import java.util.function.Supplier;
import javafx.animation.PauseTransition;
import javafx.css.PseudoClass;
import javafx.geometry.Pos;
import javafx.scene.control.Button;
import javafx.scene.control.Label;
import javafx.scene.control.ListCell;
import javafx.scene.control.ListView;
import javafx.scene.control.RadioButton;
import javafx.scene.control.ToggleGroup;
import javafx.scene.input.Clipboard;
import javafx.scene.input.ClipboardContent;
import javafx.scene.layout.HBox;
import javafx.scene.layout.Priority;
import javafx.scene.layout.Region;
import javafx.scene.layout.VBox;
import javafx.stage.FileChooser;
import javafx.util.Duration;
import org.jspecify.annotations.Nullable;
import org.vitrine.app.control.Icon;
import org.vitrine.app.control.Tips;
import org.vitrine.app.create.page.Spotlight;
import org.vitrine.app.i18n.Words;
import org.vitrine.app.job.Newest;
import org.vitrine.model.explain.Shown;
import org.vitrine.model.plan.NewMachinePlan;
import org.vitrine.model.plan.PlanField;
import org.vitrine.model.problem.Cause;
import org.vitrine.model.problem.Problem;

/** What the form stands for, as commands and XML, each line tied to the field that made it. */
final class CommandsBeside extends VBox {

  private static final Duration LATER = Duration.millis(120);
  private static final PseudoClass LIT = PseudoClass.getPseudoClass("lit");

  private final Explainer explainer;
  private final Spotlight spotlight;
  private final Supplier<Optional<NewMachinePlan>> plan;
  private final Consumer<Problem> failed;
  private final Newest explaining;
  private final PauseTransition pause = new PauseTransition(LATER);
  private final ListView<Shown> lines = new ListView<>();
  private final RadioButton virsh = new RadioButton("virsh");
  private final RadioButton virtInstall = new RadioButton("virt-install");
  private final Label nothing = new Label(Words.word("beside.nothing"));
  private final Button copy = new Button("", new Icon("copy", 14));
  private final Button save = new Button("", new Icon("download", 14));

  /**
   * Wires it.
   *
   * @param plan the form as a plan; empty while it is none
   */
  CommandsBeside(
      Explainer explainer,
      Spotlight spotlight,
      Supplier<Optional<NewMachinePlan>> plan,
      Newest explaining,
      Consumer<Problem> failed) {
    this.explainer = explainer;
    this.spotlight = spotlight;
    this.plan = plan;
    this.explaining = explaining;
    this.failed = failed;
    setId("wizard-commands");
    getStyleClass().add("beside");
    setSpacing(8);
    copy.setId("beside-copy");
    save.setId("beside-save");
    for (Button button : List.of(copy, save)) {
      button.getStyleClass().addAll("small", "quiet");
      button.setMinWidth(Region.USE_PREF_SIZE);
    }
    copy.setOnAction(event -> copy());
    save.setOnAction(event -> chooseAndSave());
    copy.setAccessibleText(Words.word("commands.copy"));
    Tips.on(copy, Words.word("commands.copy"));
    save.setAccessibleText(Words.word("commands.save"));
    Tips.on(save, Words.word("beside.save.hint"));
    Region gap = new Region();
    HBox.setHgrow(gap, Priority.ALWAYS);
    HBox head = new HBox(4, ways(), gap, copy, save);
    head.setAlignment(Pos.CENTER_LEFT);
    nothing.setWrapText(true);
    nothing.getStyleClass().add("quiet-text");
    getChildren().addAll(head, nothing);
    pause.setOnFinished(end -> refresh());
    visibleProperty().subscribe(shown -> later());
    spotlight.controlProperty().subscribe(field -> field.ifPresent(this::reveal));
  }

  /** Step by step, or all in one line. */
  private HBox ways() {
    ToggleGroup group = new ToggleGroup();
    virsh.setId("beside-virsh");
    virtInstall.setId("beside-virt-install");
    for (RadioButton way : List.of(virsh, virtInstall)) {
      way.setToggleGroup(group);
      way.setMinWidth(Region.USE_PREF_SIZE);
      way.getStyleClass().addAll("way");
      way.setOnAction(event -> refresh());
    }
    virsh.setSelected(true);
    return new HBox(10, virsh, virtInstall);
  }

  /** The list is made when there are lines: the wizard's first picture does not wait for it. */
  private void createList() {
    lines.setId("beside-lines");
    lines.getStyleClass().add("beside-lines");
    lines.setAccessibleText(Words.word("commands.title"));
    lines.setCellFactory(view -> new LineCell());
    VBox.setVgrow(lines, Priority.ALWAYS);
    getChildren().add(lines);
  }

  /** Something in the form changed. */
  void later() {
    pause.playFromStart();
  }

  private void refresh() {
    if (!isVisible()) {
      return;
    }
    Optional<NewMachinePlan> now = plan.get();
    if (now.isEmpty()) {
      explaining.forget();
      show(List.of());
    } else {
      boolean oneLine = virtInstall.isSelected();
      explaining.ask(
          () -> oneLine ? explainer.virtInstall(now.get()) : explainer.lines(now.get(), true),
          this::show);
    }
  }

  private void show(List<Shown> now) {
    if (!now.isEmpty() && !getChildren().contains(lines)) {
      createList();
    }
    nothing.setVisible(now.isEmpty());
    nothing.setManaged(now.isEmpty());
    lines.setVisible(!now.isEmpty());
    copy.setDisable(now.isEmpty());
    save.setDisable(now.isEmpty());
    // lines that stay keep their place, so that one can read while typing
    int size = Math.min(now.size(), lines.getItems().size());
    for (int i = 0; i < size; i++) {
      if (!now.get(i).equals(lines.getItems().get(i))) {
        lines.getItems().set(i, now.get(i));
      }
    }
    if (now.size() > size) {
      lines.getItems().addAll(now.subList(size, now.size()));
    } else {
      lines.getItems().remove(size, lines.getItems().size());
    }
  }

  private void reveal(PlanField field) {
    for (int i = 0; i < lines.getItems().size(); i++) {
      if (lines.getItems().get(i).field().equals(field)) {
        lines.scrollTo(Math.max(0, i - 2));
        return;
      }
    }
  }

  private void copy() {
    List<String> texts = new ArrayList<>();
    lines.getItems().forEach(line -> texts.add(line.text()));
    ClipboardContent content = new ClipboardContent();
    content.putString(String.join("\n", texts));
    Clipboard.getSystemClipboard().setContent(content);
  }

  private void chooseAndSave() {
    FileChooser chooser = new FileChooser();
    chooser.setTitle(Words.word("commands.save"));
    plan.get().ifPresent(now -> chooser.setInitialFileName(now.name() + ".sh"));
    File file = chooser.showSaveDialog(getScene().getWindow());
    if (file != null) {
      plan.get().ifPresent(now -> save(now, file.toPath()));
    }
  }

  private void save(NewMachinePlan now, Path file) {
    explaining.ask(
        () -> write(explainer.script(now, true), file), wrong -> wrong.ifPresent(failed));
  }

  private static Optional<Problem> write(String script, Path file) {
    try {
      Files.writeString(file, script);
      return file.toFile().setExecutable(true)
          ? Optional.empty()
          : Optional.of(notWritten(file, "not made executable"));
    } catch (IOException broken) {
      return Optional.of(notWritten(file, broken.toString()));
    }
  }

  private static Problem notWritten(Path file, String raw) {
    return new Problem(Cause.FILES_NOT_WRITABLE, file.toString(), "", new Problem.Raw(0, 0, raw));
  }

  private final class LineCell extends ListCell<Shown> {

    LineCell() {
      setWrapText(true);
      // as wide as the list, however long the line
      setPrefWidth(0);
      hoverProperty()
          .subscribe(
              over -> {
                Shown line = getItem();
                spotlight
                    .commandProperty()
                    .set(over && line != null ? Optional.of(line.field()) : Optional.empty());
              });
      spotlight.controlProperty().subscribe(field -> light());
    }

    @Override
    protected void updateItem(@Nullable Shown item, boolean empty) {
      super.updateItem(item, empty);
      setText(empty || item == null ? "" : item.text());
      light();
    }

    private void light() {
      Shown line = getItem();
      pseudoClassStateChanged(
          LIT, line != null && spotlight.controlProperty().get().equals(Optional.of(line.field())));
    }
  }
}
