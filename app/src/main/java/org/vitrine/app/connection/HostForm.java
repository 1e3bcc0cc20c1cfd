package org.vitrine.app.connection;

import java.util.List;
import java.util.Optional;
import java.util.concurrent.CompletionException;
import javafx.scene.control.Button;
import javafx.scene.control.CheckBox;
import javafx.scene.control.ComboBox;
import javafx.scene.control.Label;
import javafx.scene.control.ListCell;
import javafx.scene.control.TextField;
import javafx.scene.layout.HBox;
import javafx.scene.layout.Priority;
import javafx.scene.layout.VBox;
import org.jspecify.annotations.Nullable;
import org.vitrine.app.dialog.Card;
import org.vitrine.app.dialog.Layers;
import org.vitrine.app.i18n.Amounts;
import org.vitrine.app.i18n.Words;
import org.vitrine.app.inventory.HostDirectory;
import org.vitrine.app.job.FxThread;
import org.vitrine.app.problem.ProblemText;
import org.vitrine.model.host.HostEntry;
import org.vitrine.model.host.HostFacts;
import org.vitrine.model.problem.ProblemException;

/** The form of a host over the window. It shows the address that comes of it, and can try it. */
public final class HostForm {

  private final Layers layers;
  private final HostDirectory directory;
  private final HostFormViewModel form;
  private final boolean isNew;
  private final ComboBox<HostFormViewModel.Kind> kind = new ComboBox<>();
  private final Label message = line("field-message");
  private final Label caution = line("field-caution");
  private final Label address = line("mono-box");
  private final Label tested = line("quiet-text");
  private final VBox remoteFields = new VBox(6);
  private final VBox addressField = new VBox(6);
  private final Button test = new Button(Words.word("hostForm.test"));

  public HostForm(Layers layers, HostDirectory directory, HostFormViewModel form, boolean isNew) {
    this.layers = layers;
    this.directory = directory;
    this.form = form;
    this.isNew = isNew;
  }

  public void open() {
    kind.setId("host-kind");
    kind.getItems().setAll(List.of(HostFormViewModel.Kind.values()));
    kind.setCellFactory(list -> new KindCell());
    kind.setButtonCell(new KindCell());
    kind.setMaxWidth(Double.MAX_VALUE);
    kind.valueProperty().bindBidirectional(form.kindProperty());
    TextField user = field("host-user", form.userProperty(), "hostForm.user.prompt");
    TextField host = field("host-host", form.hostProperty(), "hostForm.host.prompt");
    TextField port = field("host-port", form.portProperty(), "hostForm.port.prompt");
    port.setPrefColumnCount(5);
    HBox.setHgrow(host, Priority.ALWAYS);
    remoteFields
        .getChildren()
        .setAll(
            new HBox(
                8,
                named("hostForm.user", user),
                grow(named("hostForm.host", host)),
                named("hostForm.port", port)));
    TextField typed = field("host-address", form.typedProperty(), "hostForm.address.prompt");
    addressField.getChildren().setAll(named("hostForm.address", typed));
    TextField label = field("host-label", form.labelProperty(), "hostForm.label.prompt");
    TextField group = field("host-group", form.groupProperty(), "hostForm.group.prompt");
    CheckBox autoconnect = new CheckBox(Words.word("hostForm.autoconnect"));
    autoconnect.setId("host-autoconnect");
    autoconnect.selectedProperty().bindBidirectional(form.autoconnectProperty());
    VBox content =
        new VBox(
            12,
            named("hostForm.kind", kind),
            remoteFields,
            addressField,
            message,
            address,
            caution,
            new HBox(8, grow(named("hostForm.label", label)), grow(named("hostForm.group", group))),
            autoconnect,
            tested);
    Card card = new Card(Words.word(isNew ? "hostForm.add" : "hostForm.edit"), content).width(520);
    card.setId("host-form");
    test.setId("host-test");
    test.setOnAction(event -> test());
    card.addBeforeButtons(test);
    Runnable close = () -> layers.close(card);
    card.addButton(Words.word("button.cancel"), "host-cancel", close);
    Button go =
        card.addButton(
            Words.word(isNew ? "hostForm.add.verb" : "hostForm.edit.verb"),
            "host-agree",
            () -> form.entry().ifPresent(entry -> agree(entry, close)),
            "accent");
    go.setDefaultButton(true);
    form.resultProperty().subscribe(result -> show(go));
    form.kindProperty().subscribe(chosen -> arrange());
    layers.open(card, isNew ? kind : label, close);
  }

  private void arrange() {
    boolean byAddress = form.kindProperty().get() == HostFormViewModel.Kind.BY_ADDRESS;
    present(addressField, byAddress);
    present(remoteFields, form.kindProperty().get().isRemote());
    tested.setText("");
    present(tested, false);
  }

  private void show(Button go) {
    message.setText(form.message());
    present(message, !form.message().isEmpty());
    caution.setText(form.caution());
    present(caution, !form.caution().isEmpty());
    String text = form.addressText();
    address.setText(text);
    present(address, !text.isEmpty());
    go.setDisable(text.isEmpty());
    test.setDisable(text.isEmpty());
  }

  private void agree(HostEntry entry, Runnable close) {
    close.run();
    if (isNew) {
      directory.add(entry, true);
      directory.connect(entry.id());
    } else {
      directory.replace(entry);
      if (entry.autoconnect()) {
        directory.connect(entry.id());
      }
    }
  }

  private void test() {
    form.address()
        .ifPresent(
            to -> {
              test.setDisable(true);
              tell("quiet-text", Words.word("hostForm.testing"));
              var _ =
                  directory
                      .test(to)
                      .whenComplete(
                          (facts, failure) -> FxThread.later(() -> tellTested(facts, failure)));
            });
  }

  private void tellTested(@Nullable HostFacts facts, @Nullable Throwable failure) {
    test.setDisable(form.address().isEmpty());
    if (facts != null) {
      tell(
          "field-good",
          Words.word(
              "hostForm.tested",
              facts.hostname(),
              facts.hypervisor() + " " + facts.hypervisorVersion(),
              Amounts.size(facts.freeMemory())));
      return;
    }
    Throwable cause =
        failure instanceof CompletionException && failure.getCause() != null
            ? failure.getCause()
            : failure;
    if (cause instanceof ProblemException problem) {
      ProblemText text = ProblemText.of(problem.problem());
      tell(
          "field-message",
          String.join(" ", text.what(), text.why(), text.remedy())
              + text.command().map(command -> "\n" + command).orElse(""));
    } else {
      tell(
          "field-message",
          Words.word(
              "hostForm.testFailed",
              Optional.ofNullable(cause).map(Throwable::toString).orElse("")));
    }
  }

  private void tell(String style, String words) {
    tested.getStyleClass().setAll("label", style);
    tested.setText(words);
    present(tested, true);
  }

  private static void present(javafx.scene.Node node, boolean there) {
    node.setVisible(there);
    node.setManaged(there);
  }

  private static TextField field(
      String id, javafx.beans.property.StringProperty value, String promptKey) {
    TextField field = new TextField();
    field.setId(id);
    field.setPromptText(Words.word(promptKey));
    field.textProperty().bindBidirectional(value);
    return field;
  }

  private static VBox named(String key, javafx.scene.Node field) {
    Label label = new Label(Words.word(key));
    label.setLabelFor(field);
    return new VBox(4, label, field);
  }

  private static VBox grow(VBox box) {
    HBox.setHgrow(box, Priority.ALWAYS);
    return box;
  }

  private static Label line(String style) {
    Label label = new Label();
    label.setWrapText(true);
    label.getStyleClass().add(style);
    return label;
  }

  private static final class KindCell extends ListCell<HostFormViewModel.Kind> {
    @Override
    protected void updateItem(HostFormViewModel.@Nullable Kind kind, boolean empty) {
      super.updateItem(kind, empty);
      setText(empty || kind == null ? null : Words.word("hostKind", kind));
    }
  }
}
