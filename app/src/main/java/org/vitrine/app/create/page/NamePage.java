package org.vitrine.app.create.page;

import javafx.beans.value.ObservableValue;
import javafx.scene.Node;
import javafx.scene.control.Label;
import javafx.scene.control.TextArea;
import javafx.scene.control.TextField;
import javafx.scene.layout.VBox;
import org.jspecify.annotations.Nullable;
import org.vitrine.app.create.draft.Draft;
import org.vitrine.app.create.draft.NameDraft;
import org.vitrine.app.i18n.Words;
import org.vitrine.model.plan.PlanField.Part;

/** What the machine is called. */
public final class NamePage implements WizardPage {

  private final Draft draft;
  private final Spotlight spotlight;
  private final NameModel model;
  private @Nullable VBox node;
  private @Nullable TextField name;

  public NamePage(Draft draft, Spotlight spotlight) {
    this.draft = draft;
    this.spotlight = spotlight;
    model = new NameModel(draft);
  }

  @Override
  public Step step() {
    return Step.NAME;
  }

  @Override
  public Node node() {
    VBox made = node == null ? make() : node;
    node = made;
    return made;
  }

  private VBox make() {
    TextField field = Form.text("wizard-name", draft.name().name());
    name = field;
    return Form.column(
        Form.heading(Words.word("namePage.heading")),
        new FieldRow(Words.word("namePage.name"), field)
            .problem(model.nameProblemProperty())
            .tie(spotlight, Form.part(Part.NAME)),
        system(),
        new MoreOptions("name-more", Words.word("namePage.more"), this::more));
  }

  /** What the name, or the medium, makes of the system. */
  private Node system() {
    Label line = Form.line("quiet-text");
    line.setId("name-system");
    draft
        .source()
        .os()
        .valueProperty()
        .subscribe(
            os ->
                line.setText(
                    os.map(known -> Words.word("namePage.system", known.name()))
                        .orElse(Words.word("namePage.system.unknown"))));
    return line;
  }

  private Node more() {
    NameDraft fields = draft.name();
    TextArea notes = new TextArea(fields.notes().get());
    notes.setId("wizard-notes");
    notes.setPrefRowCount(4);
    notes.setWrapText(true);
    notes
        .textProperty()
        .subscribe(
            typed -> {
              if (!typed.equals(fields.notes().get())) {
                fields.notes().choose(typed);
              }
            });
    TextField group = Form.text("wizard-group", fields.group());
    group.setPromptText(Words.word("labels.group.prompt"));
    TextField tags = Form.text("wizard-tags", fields.tags());
    tags.setPromptText(Words.word("labels.tags.prompt"));
    return new VBox(
        12,
        new FieldRow(Words.word("labels.title"), Form.text("wizard-title", fields.title()))
            .tie(spotlight, Form.part(Part.TITLE)),
        new FieldRow(Words.word("labels.group"), group).tie(spotlight, Form.part(Part.NOTES)),
        new FieldRow(Words.word("labels.tags"), tags).tie(spotlight, Form.part(Part.NOTES)),
        new FieldRow(Words.word("labels.description"), notes)
            .problem(model.labelsProblemProperty())
            .tie(spotlight, Form.part(Part.NOTES)));
  }

  @Override
  public ObservableValue<String> problem() {
    return model.problemProperty();
  }

  @Override
  public void focusFirst() {
    if (name != null) {
      name.requestFocus();
      name.selectAll();
    }
  }
}
