package org.vitrine.app.create.page;

import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import javafx.beans.property.ReadOnlyStringWrapper;
import javafx.beans.value.ObservableValue;
import javafx.collections.ListChangeListener;
import javafx.scene.Node;
import javafx.scene.control.Button;
import javafx.scene.control.CheckBox;
import javafx.scene.control.Label;
import javafx.scene.control.TextField;
import javafx.scene.layout.VBox;
import org.jspecify.annotations.Nullable;
import org.vitrine.app.control.Icon;
import org.vitrine.app.create.draft.DiskDraft;
import org.vitrine.app.create.draft.Draft;
import org.vitrine.app.create.draft.StorageDraft;
import org.vitrine.app.i18n.Words;
import org.vitrine.app.problem.ProblemText;
import org.vitrine.model.plan.PlanField.Part;

/** The machine's disks, and its drives for media that are changed. */
public final class DiskPage implements WizardPage {

  private final Draft draft;
  private final StorageDraft storage;
  private final HostModel hosts;
  private final Services services;
  private final Spotlight spotlight;
  private final Map<DiskDraft, DiskModel> models = new LinkedHashMap<>();
  private final ReadOnlyStringWrapper problem = new ReadOnlyStringWrapper("");
  private final ReadOnlyStringWrapper floppyProblem = new ReadOnlyStringWrapper("");
  private final VBox cards = new VBox(16);
  private final Button add = new Button(Words.word("diskPage.add"), new Icon("add", 14));
  private final Label none = Form.line("quiet-text");
  private @Nullable VBox node;

  public DiskPage(Draft draft, HostModel hosts, Services services, Spotlight spotlight) {
    this.draft = draft;
    this.hosts = hosts;
    this.services = services;
    this.spotlight = spotlight;
    storage = draft.storage();
    storage.disks().addListener((ListChangeListener<DiskDraft>) change -> disksChanged());
    storage.floppy().valueProperty().subscribe(path -> check());
    storage.floppyDrive().valueProperty().subscribe(there -> check());
    disksChanged();
  }

  @Override
  public Step step() {
    return Step.DISK;
  }

  @Override
  public Node node() {
    VBox made = node == null ? make() : node;
    node = made;
    return made;
  }

  private VBox make() {
    add.setId("disk-add");
    add.setOnAction(
        event -> {
          storage.add();
          focusLast();
        });
    none.setText(Words.word("diskPage.none"));
    showCards();
    return Form.column(
        Form.heading(Words.word("diskPage.heading")),
        cards,
        none,
        add,
        new MoreOptions("disk-more", Words.word("diskPage.drives"), this::drives));
  }

  private Node drives() {
    CheckBox cd = Form.check("disk-cd", Words.word("diskPage.cd"), storage.cdDrive());
    CheckBox floppy =
        Form.check("disk-floppy", Words.word("diskPage.floppy"), storage.floppyDrive());
    TextField path = Form.text("disk-floppy-path", storage.floppy());
    path.setPromptText(Words.word("diskPage.floppy.prompt"));
    FieldRow pathRow =
        new FieldRow(Words.word("diskPage.floppy.path"), path)
            .problem(floppyProblem)
            .tie(spotlight, Form.part(Part.DRIVE));
    storage.floppyDrive().valueProperty().subscribe(there -> Form.present(pathRow, there));
    return new VBox(12, cd, floppy, pathRow);
  }

  private void disksChanged() {
    models.keySet().retainAll(storage.disks());
    for (DiskDraft disk : storage.disks()) {
      models.computeIfAbsent(disk, this::model);
    }
    if (node != null) {
      showCards();
    }
    check();
  }

  private DiskModel model(DiskDraft disk) {
    DiskModel model = new DiskModel(draft, disk, services);
    model.problemProperty().addListener(changed -> check());
    return model;
  }

  private void showCards() {
    List<DiskModel> all = List.copyOf(models.values());
    cards
        .getChildren()
        .setAll(
            all.stream()
                .map(
                    model ->
                        new DiskCard(draft, model, spotlight, () -> storage.remove(model.disk())))
                .toList());
    add.setDisable(all.size() >= StorageDraft.MOST_DISKS);
    Form.present(none, all.isEmpty());
  }

  private void focusLast() {
    if (!cards.getChildren().isEmpty() && cards.getChildren().getLast() instanceof DiskCard card) {
      card.firstFocus().requestFocus();
    }
  }

  private void check() {
    String floppy = storage.floppy().get().strip();
    floppyProblem.set(
        storage.floppyDrive().get() && !floppy.isEmpty()
            ? Location.faultOfFile(floppy)
                .map(fault -> Words.word("location." + fault, ProblemText.shown(floppy)))
                .orElse("")
            : "");
    problem.set(
        models.values().stream()
            .map(model -> model.problemProperty().get())
            .filter(text -> !text.isEmpty())
            .findFirst()
            .orElse(floppyProblem.get()));
  }

  @Override
  public ObservableValue<String> problem() {
    return problem.getReadOnlyProperty();
  }

  @Override
  public void focusFirst() {
    if (!cards.getChildren().isEmpty() && cards.getChildren().getFirst() instanceof DiskCard card) {
      card.firstFocus().requestFocus();
    } else {
      add.requestFocus();
    }
  }

  @Override
  public void shown() {
    hosts.askAgain();
  }
}
