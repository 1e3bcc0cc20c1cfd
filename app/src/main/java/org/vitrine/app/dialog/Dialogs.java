package org.vitrine.app.dialog;

import java.util.List;
import java.util.Optional;
import java.util.concurrent.CompletableFuture;
import java.util.function.Consumer;
import javafx.scene.control.Button;
import javafx.scene.control.Label;
import javafx.scene.control.PasswordField;
import javafx.scene.control.TextField;
import javafx.scene.layout.VBox;
import org.vitrine.app.i18n.Words;
import org.vitrine.app.job.FxThread;
import org.vitrine.model.port.CredentialPrompt;

/** Questions to the user. The safe answer has the focus and Escape gives it. */
public final class Dialogs {

  private final Layers layers;

  public Dialogs(Layers layers) {
    this.layers = layers;
  }

  /**
   * Asks before something that cannot be taken back.
   *
   * @param consequence what will be lost, in words
   * @param things the names of what it happens to
   * @param verb what the dangerous button says
   */
  public void confirm(
      String title, String consequence, List<String> things, String verb, Runnable agreed) {
    Label text = new Label(consequence);
    text.setWrapText(true);
    VBox content = new VBox(12, text);
    if (things.size() > 1) {
      Label names =
          new Label(
              String.join("\n", things.stream().limit(8).toList())
                  + (things.size() > 8 ? "\n" + Words.word("dialog.more", things.size() - 8) : ""));
      names.getStyleClass().add("card-list");
      content.getChildren().add(names);
    }
    Card card = new Card(title, content).width(440);
    card.setId("confirm");
    Runnable close = () -> layers.close(card);
    Button cancel = card.addButton(Words.word("button.cancel"), "confirm-cancel", close);
    cancel.setCancelButton(true);
    card.addButton(
        verb,
        "confirm-agree",
        () -> {
          close.run();
          agreed.run();
        },
        "danger");
    layers.open(card, cancel, close);
  }

  /** Asks what a host wants to know. The answer is empty when the user cancels. */
  public void ask(CredentialPrompt.Question question, Consumer<Optional<String>> answered) {
    Label text = new Label(question.prompt());
    text.setWrapText(true);
    TextField field = question.secret() ? new PasswordField() : new TextField(question.preset());
    field.setId("credential");
    text.setLabelFor(field);
    Card card =
        new Card(Words.word("dialog.credential.title"), new VBox(8, text, field)).width(400);
    Runnable cancel =
        () -> {
          layers.close(card);
          answered.accept(Optional.empty());
        };
    card.addButton(Words.word("button.cancel"), "credential-cancel", cancel).setCancelButton(true);
    Button go =
        card.addButton(
            Words.word("button.signIn"),
            "credential-ok",
            () -> {
              layers.close(card);
              answered.accept(Optional.of(field.getText()));
            },
            "accent");
    go.setDefaultButton(true);
    layers.open(card, field, cancel);
  }

  /** The prompt that hosts use from their own threads; they wait there, the window does not. */
  public CredentialPrompt credentialPrompt() {
    return question -> {
      CompletableFuture<Optional<String>> answer = new CompletableFuture<>();
      FxThread.run(() -> ask(question, answer::complete));
      return answer.join();
    };
  }

  public Layers layers() {
    return layers;
  }
}
