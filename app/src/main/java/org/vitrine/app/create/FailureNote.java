package org.vitrine.app.create;

import javafx.scene.Node;
import javafx.scene.control.Label;
import javafx.scene.layout.Region;
import javafx.scene.layout.VBox;
import org.vitrine.app.create.draft.Draft;
import org.vitrine.app.i18n.Words;
import org.vitrine.app.problem.ProblemText;
import org.vitrine.model.problem.Problem;

/** Why there is no machine, over the form it was to be made of. */
final class FailureNote extends VBox {

  private FailureNote() {
    super(4);
    setId("wizard-failure");
    getStyleClass().add("trouble");
  }

  static Node of(Problem problem) {
    ProblemText text = ProblemText.of(problem);
    FailureNote note = new FailureNote();
    note.add(text.what(), "trouble-title");
    note.add(String.join(" ", text.why(), text.remedy()).strip(), "detail-description");
    text.command().ifPresent(command -> note.add(command, "mono-box"));
    note.add(Words.word("wizard.nothingLeft"), "quiet-text");
    return note;
  }

  static Node cancelled(Draft draft) {
    FailureNote note = new FailureNote();
    note.add(Words.word("wizard.cancelled", draft.name().name().get().strip()), "trouble-title");
    note.add(Words.word("wizard.nothingLeft"), "quiet-text");
    return note;
  }

  private void add(String words, String style) {
    Label label = new Label(words);
    label.setWrapText(true);
    label.setMinHeight(Region.USE_PREF_SIZE);
    label.getStyleClass().add(style);
    getChildren().add(label);
  }
}
