package org.vitrine.app.create.setup;

import java.util.List;
import java.util.Optional;
import javafx.beans.value.ObservableValue;
import javafx.scene.Node;
import javafx.scene.control.ComboBox;
import javafx.scene.control.Label;
import javafx.scene.control.ListCell;
import javafx.scene.control.MenuButton;
import javafx.scene.control.MenuItem;
import javafx.scene.control.PasswordField;
import javafx.scene.control.TextArea;
import javafx.scene.control.TextField;
import javafx.scene.control.TextInputControl;
import javafx.scene.layout.VBox;
import org.jspecify.annotations.Nullable;
import org.vitrine.app.create.draft.Field;
import org.vitrine.app.create.draft.SetupDraft;
import org.vitrine.app.create.page.FieldRow;
import org.vitrine.app.create.page.Form;
import org.vitrine.app.create.page.Services;
import org.vitrine.app.create.page.Spotlight;
import org.vitrine.app.i18n.Words;
import org.vitrine.app.job.Newest;
import org.vitrine.app.problem.ProblemText;
import org.vitrine.model.answer.AnswerField;
import org.vitrine.model.answer.AnswerWay;
import org.vitrine.model.plan.PlanField.Part;

/** What an installer would ask for. Only what the chosen way can make use of is asked. */
final class AnswerForm extends VBox {

  private final SetupDraft setup;
  private final SetupModel model;
  private final Services services;
  private final Spotlight spotlight;

  AnswerForm(SetupDraft setup, SetupModel model, Services services, Spotlight spotlight) {
    super(12);
    this.setup = setup;
    this.model = model;
    this.services = services;
    this.spotlight = spotlight;
    getChildren().add(wayRow());
    getChildren().add(told(model.carrierProperty(), "quiet-text"));
    getChildren().add(erases());
    row(AnswerField.FULL_NAME, Form.text("setup-full-name", setup.fullName()));
    row(AnswerField.USER, Form.text("setup-user", setup.user()));
    passwords();
    row(
        AnswerField.ADMINISTRATOR,
        Form.choice(
            "setup-administrator",
            "administrator",
            setup.administrator(),
            List.of(SetupDraft.Administrator.values())));
    row(AnswerField.HOSTNAME, Form.text("setup-hostname", setup.hostname()));
    row(AnswerField.LANGUAGE, Form.text("setup-language", setup.language()));
    row(AnswerField.KEYBOARD, Form.text("setup-keyboard", setup.keyboard()));
    row(AnswerField.TIME_ZONE, Form.text("setup-time-zone", setup.timeZone()));
    TextField packages = Form.text("setup-packages", setup.packages());
    packages.setPromptText(Words.word("setup.packages.prompt"));
    row(AnswerField.PACKAGES, packages);
    row(AnswerField.SSH_KEYS, area("setup-ssh-keys", setup.sshKeys())).beside(keys());
    row(AnswerField.PRODUCT_KEY, Form.text("setup-product-key", setup.productKey()));
    getChildren().add(told(model.failureProperty(), "field-message"));
    getChildren().add(new AnswerFiles(setup, model, services));
  }

  private FieldRow wayRow() {
    ComboBox<AnswerWay> ways = new ComboBox<>();
    ways.setId("setup-way");
    ways.setCellFactory(list -> new WayCell());
    ways.setButtonCell(new WayCell());
    setup.ways().valueProperty().subscribe(found -> ways.getItems().setAll(found));
    setup.way().valueProperty().subscribe(way -> ways.setValue(way.orElse(null)));
    ways.setOnAction(
        event -> {
          Optional<AnswerWay> chosen = Optional.ofNullable(ways.getValue());
          if (chosen.isPresent() && !chosen.equals(setup.way().get())) {
            setup.way().choose(chosen);
          }
        });
    FieldRow row =
        new FieldRow(Words.word("setup.way"), ways).tell(spotlight, Form.part(Part.SETUP));
    setup.ways().valueProperty().subscribe(found -> Form.present(row, found.size() > 1));
    return row;
  }

  private Node erases() {
    Label label = Form.line("zone-caution");
    label.setText(Words.word("setup.erasesDisk"));
    setup
        .way()
        .valueProperty()
        .subscribe(way -> Form.present(label, way.map(AnswerWay::erasesDisk).orElse(false)));
    return label;
  }

  /** Its words are the field's; it is there only where the answer has an effect. */
  private FieldRow row(AnswerField field, Node control) {
    FieldRow row =
        new FieldRow(Words.word("answerField", field), control)
            .problem(model.faultProperty(field))
            .tie(spotlight, Form.part(Part.SETUP));
    setup.way().valueProperty().subscribe(way -> Form.present(row, model.takes(field)));
    getChildren().add(row);
    return row;
  }

  private void passwords() {
    PasswordField first = secret("setup-password", setup.password());
    PasswordField again = secret("setup-password-again", setup.passwordAgain());
    row(AnswerField.PASSWORD, first).below(model.strengthProperty(), "quiet-text");
    FieldRow second =
        new FieldRow(Words.word("setup.passwordAgain"), again)
            .problem(model.againProperty())
            .tie(spotlight, Form.part(Part.SETUP));
    setup
        .way()
        .valueProperty()
        .subscribe(way -> Form.present(second, model.takes(AnswerField.PASSWORD)));
    getChildren().add(second);
  }

  private static PasswordField secret(String id, Field<String> field) {
    PasswordField control = new PasswordField();
    control.setId(id);
    follow(control, field);
    return control;
  }

  private static TextArea area(String id, Field<String> field) {
    TextArea control = new TextArea();
    control.setId(id);
    control.setPrefRowCount(2);
    follow(control, field);
    return control;
  }

  private static void follow(TextInputControl control, Field<String> field) {
    field
        .valueProperty()
        .subscribe(
            value -> {
              if (!value.equals(control.getText())) {
                control.setText(value);
              }
            });
    control
        .textProperty()
        .subscribe(
            typed -> {
              if (!typed.equals(field.get())) {
                field.choose(typed);
              }
            });
  }

  /** The public keys that the user has on this computer, one press each. */
  private Node keys() {
    MenuButton menu = new MenuButton(Words.word("setup.ownKeys"));
    menu.setId("setup-own-keys");
    menu.getStyleClass().add("small");
    Form.present(menu, false);
    new Newest(services.elsewhere())
        .ask(
            () -> services.publicKeys().get(),
            found -> {
              Form.present(menu, !found.isEmpty());
              for (String line : found) {
                MenuItem item = new MenuItem(shown(line));
                item.setMnemonicParsing(false);
                item.setOnAction(event -> add(line));
                menu.getItems().add(item);
              }
            });
    return menu;
  }

  private void add(String line) {
    String before = setup.sshKeys().get().stripTrailing();
    if (!before.lines().toList().contains(line)) {
      setup.sshKeys().choose(before.isEmpty() ? line : before + "\n" + line);
    }
  }

  /** Its kind and its comment, since nobody tells keys apart by their numbers. */
  private static String shown(String line) {
    String[] parts = line.split(" ", 3);
    return ProblemText.shown(parts.length > 2 ? parts[2] + " \u00b7 " + parts[0] : parts[0]);
  }

  private static Label told(ObservableValue<String> words, String style) {
    Label label = Form.line(style);
    words.subscribe(
        text -> {
          label.setText(text);
          Form.present(label, !text.isEmpty());
        });
    return label;
  }

  private static final class WayCell extends ListCell<AnswerWay> {
    @Override
    protected void updateItem(@Nullable AnswerWay item, boolean empty) {
      super.updateItem(item, empty);
      setText(
          empty || item == null
              ? ""
              : Words.word(
                  item.profile().isEmpty() ? "setup.way.bare" : "setup.way.profile",
                  Words.word("answerFormat", item.format()),
                  Words.word("answerMedium", item.carried()),
                  item.profile()));
    }
  }
}
