package org.vitrine.app.create.page;

import java.io.File;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import javafx.scene.Node;
import javafx.scene.control.Button;
import javafx.scene.control.ComboBox;
import javafx.scene.control.Label;
import javafx.scene.control.TextField;
import javafx.scene.layout.HBox;
import javafx.scene.layout.Priority;
import javafx.scene.layout.Region;
import javafx.scene.layout.VBox;
import javafx.stage.FileChooser;
import org.vitrine.app.control.Icon;
import org.vitrine.app.control.ZoneSlider;
import org.vitrine.app.create.draft.DiskDraft;
import org.vitrine.app.create.draft.Draft;
import org.vitrine.app.i18n.Words;
import org.vitrine.model.plan.DiskPlan;
import org.vitrine.model.plan.PlanField;
import org.vitrine.model.unit.ByteSize;

/** One disk: of which kind, how large, where it goes. */
final class DiskCard extends VBox {

  private final Draft draft;
  private final DiskModel model;
  private final DiskDraft disk;
  private final Spotlight spotlight;
  private final ComboBox<DiskDraft.Kind> kind;
  private final List<Node> sizeRows = new ArrayList<>();
  private final List<Node> newRows = new ArrayList<>();
  private final List<Node> pathRows = new ArrayList<>();
  private final List<Node> deviceRows = new ArrayList<>();

  DiskCard(Draft draft, DiskModel model, Spotlight spotlight, Runnable remove) {
    super(12);
    this.draft = draft;
    this.model = model;
    this.spotlight = spotlight;
    disk = model.disk();
    getStyleClass().add("disk-card");
    kind = Form.choice(id("kind"), "diskKind", disk.kind(), List.of(DiskDraft.Kind.values()));
    Button drop = new Button(Words.word("diskPage.remove"), new Icon("close", 14));
    drop.setId(id("remove"));
    drop.getStyleClass().addAll("small", "quiet");
    drop.setOnAction(event -> remove.run());
    Label hint = Form.line("quiet-text");
    FieldRow kindRow =
        new FieldRow(Words.word("diskPage.disk", disk.index() + 1), kind).beside(drop);
    kindRow.getChildren().add(hint);
    kindRow.tell(spotlight, () -> PlanField.of(PlanField.Part.DISK, disk.index()));
    getChildren().add(kindRow);
    addPath();
    addSize();
    getChildren().add(new MoreOptions(id("more"), Words.word("diskPage.more"), this::more));
    disk.kind()
        .valueProperty()
        .subscribe(
            now -> {
              hint.setText(Words.word("diskKind." + now + ".hint"));
              arrange();
            });
  }

  private String id(String what) {
    return "disk-" + disk.index() + "-" + what;
  }

  private FieldRow tied(FieldRow row) {
    return row.tie(spotlight, () -> PlanField.of(PlanField.Part.DISK, disk.index()));
  }

  Node firstFocus() {
    return kind;
  }

  private void addPath() {
    TextField path = Form.text(id("path"), disk.path());
    path.setPromptText(Words.word("diskPage.path.prompt"));
    HBox.setHgrow(path, Priority.ALWAYS);
    Button choose = new Button(Words.word("wizard.chooseFile"));
    choose.setId(id("choose"));
    choose.setMinWidth(Region.USE_PREF_SIZE);
    choose.setOnAction(event -> chooseFile());
    draft
        .offer()
        .valueProperty()
        .subscribe(offer -> Form.present(choose, offer.map(has -> has.local()).orElse(true)));
    FieldRow row =
        tied(new FieldRow(Words.word("diskPage.path"), new HBox(8, path, choose)))
            .problem(model.pathProblemProperty());
    TextField again = Form.text(id("confirm"), disk.confirmation());
    FieldRow confirm = tied(new FieldRow(Words.word("diskPage.confirmation"), again));
    confirm.getChildren().add(1, warning());
    pathRows.add(row);
    deviceRows.add(confirm);
    getChildren().addAll(row, confirm);
  }

  private static Label warning() {
    Label label = Form.line("zone-caution");
    label.setText(Words.word("diskPage.deviceWarning"));
    return label;
  }

  private void addSize() {
    ZoneSlider slider =
        AmountRow.slider(
            id("size-slider"),
            ByteSize.mib(64).bytes(),
            bytes -> disk.size().choose(new ByteSize(bytes)));
    disk.size().valueProperty().subscribe(size -> slider.show(size.bytes()));
    model.zonesProperty().subscribe(zones -> zones.ifPresent(slider::setZones));
    AmountRow size =
        new AmountRow(id("size"), Words.word("diskPage.size"), disk.size(), model.size(), slider)
            .caution(model.cautionProperty())
            .sentence(model.freeProperty());
    sizeRows.add(tied(size.row()));
    getChildren().add(size.row());
  }

  private Node more() {
    TextField name = Form.text(id("name"), disk.fileName());
    Label folder = Form.line("quiet-text");
    draft
        .offer()
        .valueProperty()
        .subscribe(
            offer ->
                folder.setText(
                    offer.isEmpty() ? "" : Words.word("diskPage.folder", model.place())));
    FieldRow nameRow =
        tied(new FieldRow(Words.word("diskPage.name"), name)).problem(model.nameProblemProperty());
    nameRow.getChildren().add(folder);
    ComboBox<DiskPlan.Format> format =
        Form.choice(id("format"), "diskFormat", disk.format(), DiskModel.NEW_FORMATS);
    FieldRow formatRow =
        tied(new FieldRow(Words.word("diskPage.format"), format)).why(disk.format());
    formatRow.getChildren().add(quiet("diskPage.format.vhdx"));
    ComboBox<DiskPlan.Allocation> allocation =
        Form.choice(
            id("allocation"),
            "diskAllocation",
            disk.allocation(),
            List.of(DiskPlan.Allocation.values()));
    Label onlyGrows = quiet("diskPage.onlyGrows");
    disk.format()
        .valueProperty()
        .subscribe(
            now -> {
              allocation.setDisable(!model.canReserve());
              Form.present(onlyGrows, !model.canReserve());
            });
    FieldRow allocationRow =
        tied(new FieldRow(Words.word("diskPage.allocation"), allocation)).why(disk.allocation());
    allocationRow.getChildren().add(onlyGrows);
    ComboBox<DiskPlan.Bus> bus = Form.choice(id("bus"), "diskBus", disk.bus(), buses());
    FieldRow busRow = tied(new FieldRow(Words.word("diskPage.bus"), bus)).why(disk.bus());
    newRows.addAll(List.of(nameRow, formatRow, allocationRow));
    VBox rows = new VBox(12, nameRow, formatRow, allocationRow, busRow);
    arrange();
    return rows;
  }

  private List<DiskPlan.Bus> buses() {
    return draft
        .offer()
        .get()
        .map(offer -> offer.buses().stream().sorted().toList())
        .filter(known -> !known.isEmpty())
        .orElse(List.of(DiskPlan.Bus.values()));
  }

  private static Label quiet(String key) {
    Label label = Form.line("quiet-text");
    label.setText(Words.word(key));
    return label;
  }

  /** Shows what belongs to the kind, and nothing else. */
  private void arrange() {
    DiskDraft.Kind now = disk.kind().get();
    sizeRows.forEach(row -> Form.present(row, model.isSized()));
    pathRows.forEach(row -> Form.present(row, now != DiskDraft.Kind.NEW));
    deviceRows.forEach(row -> Form.present(row, now == DiskDraft.Kind.DEVICE));
    newRows.forEach(row -> Form.present(row, disk.makesImage()));
    boolean overlay = now == DiskDraft.Kind.OVERLAY;
    newRows.stream().skip(1).forEach(row -> Form.present(row, disk.makesImage() && !overlay));
  }

  private void chooseFile() {
    FileChooser chooser = new FileChooser();
    chooser.setTitle(Words.word("diskPage.path"));
    Optional.ofNullable(new File(model.place()))
        .filter(File::isDirectory)
        .ifPresent(chooser::setInitialDirectory);
    File file = chooser.showOpenDialog(getScene().getWindow());
    if (file != null) {
      model.take(file.getPath());
    }
  }
}
