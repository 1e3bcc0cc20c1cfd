package org.vitrine.app.create.setup;

import java.util.List;
import javafx.beans.value.ObservableValue;
import javafx.scene.Node;
import javafx.scene.control.Label;
import javafx.scene.control.RadioButton;
import javafx.scene.control.TextField;
import javafx.scene.control.ToggleGroup;
import javafx.scene.layout.VBox;
import org.jspecify.annotations.Nullable;
import org.vitrine.app.create.draft.Draft;
import org.vitrine.app.create.draft.SetupDraft;
import org.vitrine.app.create.page.FieldRow;
import org.vitrine.app.create.page.Form;
import org.vitrine.app.create.page.MoreOptions;
import org.vitrine.app.create.page.Services;
import org.vitrine.app.create.page.Spotlight;
import org.vitrine.app.create.page.Step;
import org.vitrine.app.create.page.WizardPage;
import org.vitrine.app.i18n.Words;
import org.vitrine.model.plan.PlanField.Part;

/** By hand or by itself: two plain cards, and what the second one has to be told. */
public final class SetupPage implements WizardPage {

  private final SetupDraft setup;
  private final SetupModel model;
  private final Services services;
  private final Spotlight spotlight;
  private final ToggleGroup group = new ToggleGroup();
  private final RadioButton manual = radio("setup-manual", "setup.manual");
  private final RadioButton automatic = radio("setup-automatic", "setup.automatic");
  private @Nullable VBox node;

  public SetupPage(Draft draft, SetupModel model, Services services, Spotlight spotlight) {
    setup = draft.setup();
    this.model = model;
    this.services = services;
    this.spotlight = spotlight;
  }

  private RadioButton radio(String id, String key) {
    RadioButton radio = new RadioButton(Words.word(key));
    radio.setId(id);
    radio.getStyleClass().add("choice-name");
    radio.setToggleGroup(group);
    return radio;
  }

  @Override
  public Step step() {
    return Step.SETUP;
  }

  @Override
  public Node node() {
    VBox made = node == null ? make() : node;
    node = made;
    return made;
  }

  private VBox make() {
    Label absence = Form.line("quiet-text");
    absence.getStyleClass().add("choice-sentence");
    manual.setOnAction(event -> setup.automatic().choose(false));
    automatic.setOnAction(event -> setup.automatic().choose(true));
    setup
        .automatic()
        .valueProperty()
        .subscribe(
            by -> {
              manual.setSelected(!by);
              automatic.setSelected(by);
            });
    model
        .absenceProperty()
        .subscribe(
            why -> {
              absence.setText(why);
              Form.present(absence, !why.isEmpty());
              automatic.setDisable(!why.isEmpty() && !setup.automatic().get());
            });
    AnswerForm form = new AnswerForm(setup, model, services, spotlight);
    setup.automatic().valueProperty().subscribe(by -> present(form, by));
    setup.way().valueProperty().subscribe(way -> present(form, setup.automatic().get()));
    return Form.column(
        Form.heading(Words.word("setup.heading")),
        card(manual, sentence("setup.manual.hint")),
        card(automatic, sentence("setup.automatic.hint"), absence),
        form,
        new MoreOptions("setup-more", Words.word("setup.more"), this::kernel));
  }

  private void present(Node form, boolean by) {
    Form.present(form, by && setup.way().get().isPresent());
  }

  private static Label sentence(String key) {
    Label label = Form.line("quiet-text");
    label.getStyleClass().add("choice-sentence");
    label.setText(Words.word(key));
    return label;
  }

  private static VBox card(RadioButton radio, Node... words) {
    VBox card = new VBox(2, radio);
    card.getChildren().addAll(words);
    card.getStyleClass().add("plain-card");
    card.setOnMouseClicked(
        event -> {
          if (!radio.isDisabled() && !radio.isSelected()) {
            radio.requestFocus();
            radio.fire();
          }
        });
    return card;
  }

  private Node kernel() {
    TextField kernel = Form.text("setup-kernel", setup.kernel());
    TextField initrd = Form.text("setup-initrd", setup.initrd());
    TextField arguments = Form.text("setup-kernel-arguments", setup.kernelArguments());
    Label hint = Form.line("quiet-text");
    hint.setText(Words.word("setup.kernel.hint"));
    return new VBox(
        12,
        hint,
        new FieldRow(Words.word("setup.kernel"), kernel)
            .problem(model.kernelProblemProperty())
            .tell(spotlight, Form.part(Part.KERNEL)),
        new FieldRow(Words.word("setup.initrd"), initrd).tie(spotlight, Form.part(Part.KERNEL)),
        new FieldRow(Words.word("setup.kernelArguments"), arguments)
            .tie(spotlight, Form.part(Part.KERNEL)),
        Form.check("setup-kernel-once", Words.word("setup.kernelOnce"), setup.kernelOnce()));
  }

  @Override
  public ObservableValue<String> problem() {
    return model.problemProperty();
  }

  @Override
  public void focusFirst() {
    for (RadioButton radio : List.of(manual, automatic)) {
      if (radio.isSelected()) {
        radio.requestFocus();
      }
    }
  }
}
