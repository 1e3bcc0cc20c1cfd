package org.vitrine.app.create.setup;

import java.io.File;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.CompletableFuture;
import javafx.scene.control.Button;
import javafx.scene.control.ComboBox;
import javafx.scene.control.Label;
import javafx.scene.control.ListCell;
import javafx.scene.control.TextArea;
import javafx.scene.layout.HBox;
import javafx.scene.layout.VBox;
import javafx.stage.FileChooser;
import org.jspecify.annotations.Nullable;
import org.vitrine.app.create.draft.SetupDraft;
import org.vitrine.app.create.page.Form;
import org.vitrine.app.create.page.MoreOptions;
import org.vitrine.app.create.page.Services;
import org.vitrine.app.i18n.Words;
import org.vitrine.app.job.Newest;
import org.vitrine.app.problem.ProblemText;
import org.vitrine.model.answer.AnswerCheck;
import org.vitrine.model.answer.AnswerField;
import org.vitrine.model.answer.AnswerSet;
import org.vitrine.model.plan.Setup.AnswerFile;

/** The files that come of the answers, to be read, changed, or replaced by the user's own. */
final class AnswerFiles extends VBox {

  private final SetupDraft setup;
  private final SetupModel model;
  private final Newest reading;
  private final ComboBox<String> names = new ComboBox<>();
  private final TextArea text = new TextArea();
  private final Label own = Form.line("zone-caution");
  private final Label failure = Form.line("field-message");
  private final Button back = new Button(Words.word("setup.backToGenerated"));
  private boolean showing;

  AnswerFiles(SetupDraft setup, SetupModel model, Services services) {
    this.setup = setup;
    this.model = model;
    reading = new Newest(services.elsewhere());
    getChildren()
        .add(new MoreOptions("setup-files", Words.word("setup.files"), () -> content(services)));
  }

  private VBox content(Services services) {
    names.setId("setup-file-name");
    names.setAccessibleText(Words.word("setup.fileName"));
    names.setCellFactory(list -> new NameCell());
    names.setButtonCell(new NameCell());
    names.setOnAction(event -> show());
    text.setId("setup-file-text");
    text.setAccessibleText(Words.word("setup.files"));
    text.getStyleClass().add("mono");
    text.setPrefRowCount(14);
    text.textProperty()
        .subscribe(
            typed -> {
              if (!showing) {
                file().ifPresent(file -> model.own(file, typed));
              }
            });
    back.setId("setup-file-back");
    back.setOnAction(event -> file().ifPresent(model::backToGenerated));
    Button load = new Button(Words.word("setup.ownFile"));
    load.setId("setup-file-own");
    load.setOnAction(event -> choose(services));
    own.setText(Words.word("setup.fileIsOwn"));
    Label fault = Form.line("field-message");
    model
        .faultProperty(AnswerField.OWN_FILE)
        .subscribe(
            words -> {
              fault.setText(words);
              Form.present(fault, !words.isEmpty());
            });
    Form.present(failure, false);
    setup.written().valueProperty().subscribe(set -> filesChanged());
    setup.ownFiles().valueProperty().subscribe(files -> show());
    return new VBox(8, names, text, own, fault, failure, new HBox(8, back, load));
  }

  private void filesChanged() {
    List<String> now =
        setup.written().get().map(AnswerSet::files).orElse(List.of()).stream()
            .map(AnswerFile::name)
            .toList();
    if (!now.isEmpty() && !names.getItems().equals(now)) {
      names.getItems().setAll(now);
      names.setValue(now.getFirst());
    }
    Form.present(names, names.getItems().size() > 1);
    show();
  }

  private Optional<AnswerFile> file() {
    String name = names.getValue();
    return setup
        .written()
        .get()
        .flatMap(set -> set.files().stream().filter(file -> file.name().equals(name)).findFirst());
  }

  private void show() {
    Optional<AnswerFile> file = file();
    boolean changed = file.map(model::isOwn).orElse(false);
    String content = file.map(model::content).orElse("");
    showing = true;
    if (!text.getText().equals(content)) {
      text.setText(content);
    }
    showing = false;
    text.setDisable(file.isEmpty());
    back.setDisable(!changed);
    Form.present(own, changed);
  }

  private void choose(Services services) {
    FileChooser chooser = new FileChooser();
    chooser.setTitle(Words.word("setup.ownFile"));
    File chosen = chooser.showOpenDialog(getScene().getWindow());
    if (chosen == null) {
      return;
    }
    Path path = chosen.toPath();
    reading.follow(
        CompletableFuture.supplyAsync(() -> read(path), services.elsewhere()),
        content -> {
          Form.present(failure, false);
          file().ifPresent(file -> model.own(file, content));
        },
        unreadable -> {
          failure.setText(
              Words.word("setup.ownFile.unreadable", ProblemText.shown(path.toString())));
          Form.present(failure, true);
        });
  }

  /** A little more than is taken, so that too long a file is seen to be too long. */
  private static String read(Path path) {
    try (var in = Files.newInputStream(path)) {
      return new String(in.readNBytes(AnswerCheck.LONGEST_FILE + 1), StandardCharsets.UTF_8);
    } catch (IOException unreadable) {
      throw new UncheckedIOException(unreadable);
    }
  }

  private static final class NameCell extends ListCell<String> {
    @Override
    protected void updateItem(@Nullable String item, boolean empty) {
      super.updateItem(item, empty);
      setText(empty || item == null ? "" : item);
    }
  }
}
