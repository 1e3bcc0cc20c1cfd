package org.vitrine.app.create.page;

import java.io.File;
import java.util.ArrayList;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import javafx.beans.value.ObservableValue;
import javafx.scene.Node;
import javafx.scene.control.Button;
import javafx.scene.control.CheckBox;
import javafx.scene.control.Label;
import javafx.scene.control.MenuButton;
import javafx.scene.control.MenuItem;
import javafx.scene.control.RadioButton;
import javafx.scene.control.TextField;
import javafx.scene.control.ToggleGroup;
import javafx.scene.layout.FlowPane;
import javafx.scene.layout.HBox;
import javafx.scene.layout.Priority;
import javafx.scene.layout.Region;
import javafx.scene.layout.VBox;
import javafx.stage.FileChooser;
import org.jspecify.annotations.Nullable;
import org.vitrine.app.control.Icon;
import org.vitrine.app.control.Tips;
import org.vitrine.app.create.draft.Draft;
import org.vitrine.app.create.draft.SourceDraft;
import org.vitrine.app.i18n.Words;
import org.vitrine.model.host.HostOffer;
import org.vitrine.model.os.MediaReading;
import org.vitrine.model.os.OperatingSystem;
import org.vitrine.model.plan.PlanField.Part;

/** What the machine starts from, what that turned out to be, and which system it holds. */
public final class SourcePage implements WizardPage {

  private final Draft draft;
  private final SourceModel model;
  private final HostModel hosts;
  private final Services services;
  private final Spotlight spotlight;
  private @Nullable VBox node;
  private @Nullable TextField location;
  private @Nullable RadioButton firstKind;

  public SourcePage(
      Draft draft, SourceModel model, HostModel hosts, Services services, Spotlight spotlight) {
    this.draft = draft;
    this.model = model;
    this.hosts = hosts;
    this.services = services;
    this.spotlight = spotlight;
  }

  @Override
  public Step step() {
    return Step.SOURCE;
  }

  @Override
  public Node node() {
    VBox made = node == null ? make() : node;
    node = made;
    return made;
  }

  private VBox make() {
    VBox place =
        new VBox(
            8,
            new FieldRow(Words.word("sourcePage.location"), locationRow())
                .problem(model.locationProblemProperty())
                .tie(spotlight, Form.part(Part.MEDIUM)),
            reading(),
            check());
    OsChooser os = new OsChooser(draft.source(), services);
    FieldRow system =
        new FieldRow(Words.word("sourcePage.system"), os).tell(spotlight, Form.part(Part.OS));
    draft
        .source()
        .kind()
        .valueProperty()
        .subscribe(kind -> Form.present(place, kind.needsLocation() && isTaken(kind)));
    return Form.column(
        Form.heading(Words.word("sourcePage.heading")),
        new HostChoice(draft, hosts),
        kinds(),
        place,
        system);
  }

  private static boolean isTaken(SourceDraft.Kind kind) {
    return kind != SourceDraft.Kind.APPLIANCE;
  }

  private Node kinds() {
    ToggleGroup group = new ToggleGroup();
    FlowPane choices = new FlowPane(20, 10);
    Map<SourceDraft.Kind, RadioButton> buttons = new EnumMap<>(SourceDraft.Kind.class);
    for (SourceDraft.Kind kind : SourceDraft.Kind.values()) {
      RadioButton button = new RadioButton(Words.word("sourceKind", kind));
      button.setId("source-" + kind);
      button.setToggleGroup(group);
      button.setOnAction(event -> draft.source().kind().choose(kind));
      Tips.on(button, Words.word("sourceKind." + kind + ".hint"));
      buttons.put(kind, button);
      choices.getChildren().add(button);
    }
    firstKind = buttons.get(SourceDraft.Kind.ISO);
    Label hint = Form.line("quiet-text");
    draft
        .source()
        .kind()
        .valueProperty()
        .subscribe(
            kind -> {
              RadioButton button = buttons.get(kind);
              if (button != null) {
                button.setSelected(true);
              }
              hint.setText(Words.word("sourceKind." + kind + ".hint"));
            });
    return new VBox(8, choices, hint);
  }

  private HBox locationRow() {
    TextField field = Form.text("source-location", draft.source().location());
    location = field;
    field.setPromptText(Words.word("sourcePage.location.prompt"));
    HBox.setHgrow(field, Priority.ALWAYS);
    Button choose = new Button(Words.word("wizard.chooseFile"));
    choose.setId("source-choose");
    choose.setMinWidth(Region.USE_PREF_SIZE);
    choose.setOnAction(event -> chooseFile());
    MenuButton recent = new MenuButton(Words.word("sourcePage.recent"));
    recent.setId("source-recent");
    recent.setMinWidth(Region.USE_PREF_SIZE);
    recent.setOnShowing(event -> recent.getItems().setAll(recentItems()));
    recent.getItems().setAll(recentItems());
    Form.present(recent, !services.recentMedia().isEmpty());
    draft
        .offer()
        .valueProperty()
        .subscribe(
            offer ->
                // another computer's files cannot be chosen from a list of ours
                Form.present(choose, offer.map(HostOffer::local).orElse(true)));
    return new HBox(8, field, choose, recent);
  }

  private List<MenuItem> recentItems() {
    List<MenuItem> items = new ArrayList<>();
    for (String path : services.recentMedia()) {
      MenuItem item = new MenuItem(path);
      item.setMnemonicParsing(false);
      item.setOnAction(event -> model.take(path));
      items.add(item);
    }
    return items;
  }

  private void chooseFile() {
    FileChooser chooser = new FileChooser();
    chooser.setTitle(Words.word("sourcePage.heading"));
    Optional.ofNullable(new File(draft.source().location().get()).getParentFile())
        .filter(File::isDirectory)
        .ifPresent(chooser::setInitialDirectory);
    if (node != null && node.getScene() != null) {
      File file = chooser.showOpenDialog(node.getScene().getWindow());
      if (file != null) {
        model.take(file.getPath());
      }
    }
  }

  private Node reading() {
    Icon icon = new Icon("info");
    Label what = Form.line("reading-what");
    what.setId("source-reading");
    Label decided = Form.line("quiet-text");
    VBox words = new VBox(2, what, decided);
    HBox.setHgrow(words, Priority.ALWAYS);
    HBox line = new HBox(10, icon, words);
    line.getStyleClass().add("reading");
    CheckBox anyway =
        Form.check("source-anyway", Words.word("sourcePage.anyway"), draft.source().usedAnyway());
    VBox box = new VBox(8, line, anyway);
    draft.source().reading().valueProperty().subscribe(reading -> show(line, icon, what, decided));
    model.busyProperty().subscribe(busy -> show(line, icon, what, decided));
    draft.source().os().suggestionProperty().subscribe(os -> show(line, icon, what, decided));
    model.problemProperty().subscribe(problem -> Form.present(anyway, model.canBeUsedAnyway()));
    draft
        .source()
        .reading()
        .valueProperty()
        .subscribe(reading -> Form.present(anyway, model.canBeUsedAnyway()));
    return box;
  }

  private String checkable() {
    boolean local = draft.offer().get().map(HostOffer::local).orElse(false);
    return draft
        .source()
        .reading()
        .get()
        .filter(now -> local && now.kind() == MediaReading.Kind.ISO)
        .map(MediaReading::location)
        .filter(location -> location.startsWith("/"))
        .orElse("");
  }

  /** Only files of this computer can be read whole. */
  private Node check() {
    MediumCheck check = new MediumCheck(services.checker(), services.elsewhere());
    Form.present(check, false);
    draft.source().reading().valueProperty().subscribe(reading -> check.show(checkable()));
    draft.offer().valueProperty().subscribe(offer -> check.show(checkable()));
    return check;
  }

  private void show(HBox line, Icon icon, Label what, Label decided) {
    boolean busy = model.busyProperty().get();
    var reading = draft.source().reading().get();
    Form.present(line, busy || reading.isPresent());
    if (busy) {
      icon.show("wait");
      what.setText(Words.word("source.looking"));
      decided.setText("");
    } else {
      reading.ifPresent(
          now -> {
            icon.show(
                !now.faults().isEmpty()
                    ? "alert"
                    : now.kind() == MediaReading.Kind.UNKNOWN ? "info" : "check");
            what.setText(ReadingWords.of(now, systemOf(now)));
            decided.setText(ReadingWords.decided(now));
          });
    }
    Form.present(decided, !decided.getText().isEmpty());
  }

  /** The catalogue's name for what the medium holds, which may not be what the user chose. */
  private String systemOf(MediaReading reading) {
    return reading.os().isPresent()
        ? draft.source().os().suggestion().map(OperatingSystem::name).orElse("")
        : "";
  }

  @Override
  public ObservableValue<String> problem() {
    return model.problemProperty();
  }

  @Override
  public void focusFirst() {
    boolean typed = location != null && draft.source().kind().get().needsLocation();
    Node first = typed ? location : firstKind;
    if (first != null) {
      first.requestFocus();
    }
  }
}
