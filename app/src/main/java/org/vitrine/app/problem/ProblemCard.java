package org.vitrine.app.problem;

import java.util.Optional;
import javafx.scene.control.Label;
import javafx.scene.control.TextArea;
import javafx.scene.control.TitledPane;
import javafx.scene.input.Clipboard;
import javafx.scene.input.ClipboardContent;
import javafx.scene.layout.VBox;
import org.vitrine.app.dialog.Card;
import org.vitrine.app.dialog.Layers;
import org.vitrine.app.i18n.Words;
import org.vitrine.model.problem.Problem;
import org.vitrine.model.problem.Remedy;

/** The whole of a problem: what happened, why, what to do, and the raw words folded under it. */
public final class ProblemCard {

  private final Layers layers;

  public ProblemCard(Layers layers) {
    this.layers = layers;
  }

  /**
   * Shows it.
   *
   * @param mend what the remedy's button does; empty where nobody here can do it
   */
  public void show(Problem problem, Optional<Runnable> mend) {
    ProblemText text = ProblemText.of(problem);
    VBox content = new VBox(10, line(text.why(), "problem-why"), line(text.remedy(), "problem-do"));
    text.command().ifPresent(command -> content.getChildren().add(line(command, "mono-box")));
    content.getChildren().add(details(problem));
    Card card = new Card(text.what(), content).width(520);
    card.setId("problem");
    Runnable close = () -> layers.close(card);
    var closeButton = card.addButton(Words.word("button.close"), "problem-close", close);
    if (problem.cause().remedy().filter(Remedy.COPY_COMMAND::equals).isPresent()
        && text.command().isPresent()) {
      card.addButton(
          text.button().orElse(""), "problem-remedy", () -> copy(text.command().get()), "accent");
    } else if (mend.isPresent() && text.button().isPresent()) {
      card.addButton(
          text.button().get(),
          "problem-remedy",
          () -> {
            close.run();
            mend.get().run();
          },
          "accent");
    }
    layers.open(card, closeButton, close);
  }

  private static TitledPane details(Problem problem) {
    Problem.Raw raw = problem.raw();
    String words = raw.text().isBlank() ? problem.cause().name() : raw.text();
    TextArea area =
        new TextArea(
            Words.word(
                "problem.raw", words, String.valueOf(raw.code()), String.valueOf(raw.domain())));
    area.setEditable(false);
    area.setWrapText(true);
    area.setPrefRowCount(5);
    area.getStyleClass().add("mono");
    TitledPane fold = new TitledPane(Words.word("problem.details"), area);
    fold.setExpanded(false);
    fold.setAnimated(false);
    return fold;
  }

  private static Label line(String text, String style) {
    Label label = new Label(text);
    label.setWrapText(true);
    label.getStyleClass().add(style);
    return label;
  }

  private static void copy(String text) {
    ClipboardContent content = new ClipboardContent();
    content.putString(text);
    Clipboard.getSystemClipboard().setContent(content);
  }
}
