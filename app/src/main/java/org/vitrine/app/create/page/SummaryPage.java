package org.vitrine.app.create.page;

import java.util.ArrayList;
import java.util.List;
import java.util.function.Consumer;
import javafx.beans.property.ReadOnlyStringWrapper;
import javafx.beans.value.ObservableValue;
import javafx.geometry.VPos;
import javafx.scene.Node;
import javafx.scene.control.Hyperlink;
import javafx.scene.control.Label;
import javafx.scene.layout.ColumnConstraints;
import javafx.scene.layout.GridPane;
import javafx.scene.layout.HBox;
import javafx.scene.layout.Priority;
import javafx.scene.layout.Region;
import javafx.scene.layout.VBox;
import org.jspecify.annotations.Nullable;
import org.vitrine.app.control.Icon;
import org.vitrine.app.create.draft.Draft;
import org.vitrine.app.i18n.Words;

/** All that was filled in, in words; each line leads to the page it is from. */
public final class SummaryPage implements WizardPage {

  private final Draft draft;
  private final SummaryWords words;
  private final Consumer<Step> go;
  private final GridPane grid = new GridPane(16, 10);
  private final VBox cautions = new VBox(6);
  private final ReadOnlyStringWrapper problem = new ReadOnlyStringWrapper("");
  private final List<Hyperlink> links = new ArrayList<>();
  private @Nullable VBox node;

  public SummaryPage(Draft draft, SummaryWords words, Consumer<Step> go) {
    this.draft = draft;
    this.words = words;
    this.go = go;
    // the host may answer while one is reading
    draft.offer().valueProperty().addListener(offer -> refill());
    words.faultsProperty().addListener(faults -> refill());
  }

  @Override
  public Step step() {
    return Step.SUMMARY;
  }

  @Override
  public Node node() {
    VBox made = node == null ? make() : node;
    node = made;
    return made;
  }

  private void refill() {
    if (node != null && node.isVisible() && node.getScene() != null) {
      fill();
    }
  }

  private VBox make() {
    ColumnConstraints names = new ColumnConstraints();
    names.setMinWidth(Region.USE_PREF_SIZE);
    ColumnConstraints values = new ColumnConstraints();
    values.setHgrow(Priority.ALWAYS);
    grid.getColumnConstraints().addAll(names, values);
    return Form.column(Form.heading(Words.word("summaryPage.heading")), cautions, grid);
  }

  private void fill() {
    grid.getChildren().clear();
    links.clear();
    int row = 0;
    for (SummaryWords.Line line : words.lines(draft)) {
      Hyperlink name = new Hyperlink(Words.word("step", line.step()));
      name.setId("summary-" + line.step());
      name.setOnAction(event -> go.accept(line.step()));
      name.getStyleClass().add("summary-link");
      links.add(name);
      Label value = new Label(String.join("\n", line.texts()));
      value.setWrapText(true);
      value.setMinHeight(Region.USE_PREF_SIZE);
      name.setAccessibleHelp(value.getText());
      grid.addRow(row++, name, value);
      GridPane.setValignment(name, VPos.TOP);
      GridPane.setValignment(value, VPos.TOP);
    }
    cautions
        .getChildren()
        .setAll(words.cautions(draft).stream().map(SummaryPage::caution).toList());
    Form.present(cautions, !cautions.getChildren().isEmpty());
  }

  private static Node caution(String text) {
    Label label = Form.line("caution-text");
    label.setText(text);
    HBox.setHgrow(label, Priority.ALWAYS);
    HBox line = new HBox(10, new Icon("alert"), label);
    line.getStyleClass().add("caution");
    return line;
  }

  @Override
  public ObservableValue<String> problem() {
    return problem.getReadOnlyProperty();
  }

  @Override
  public void focusFirst() {
    // the buttons below are what one comes for
    if (node != null && node.getScene() != null) {
      Node run = node.getScene().lookup("#wizard-create-run");
      if (run != null) {
        run.requestFocus();
      }
    }
  }

  @Override
  public void shown() {
    fill();
  }
}
