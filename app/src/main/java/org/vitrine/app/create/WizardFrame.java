package org.vitrine.app.create;

import javafx.animation.PauseTransition;
import javafx.beans.property.BooleanProperty;
import javafx.geometry.Pos;
import javafx.scene.Node;
import javafx.scene.control.Button;
import javafx.scene.control.Label;
import javafx.scene.control.ScrollPane;
import javafx.scene.control.ToggleButton;
import javafx.scene.layout.HBox;
import javafx.scene.layout.Priority;
import javafx.scene.layout.Region;
import javafx.scene.layout.StackPane;
import javafx.scene.layout.VBox;
import javafx.util.Duration;
import org.vitrine.app.control.Icon;
import org.vitrine.app.control.Tips;
import org.vitrine.app.create.page.Step;
import org.vitrine.app.i18n.Words;

/**
 * The wizard's card: steps above, the page on the left, the commands on the right, below them what
 * will happen, and the way on.
 */
final class WizardFrame extends VBox {

  /** What the buttons do. */
  interface Doors {
    void cancel();

    /**
     * Makes the machine.
     *
     * @param start whether it is started, too
     */
    void create(boolean start);
  }

  private static final double WIDEST = 1180;
  private static final double HIGHEST = 860;
  private static final double MARGIN = 24;

  private final Steps steps;
  private final Doors doors;
  private final VBox notice = new VBox();
  private final ScrollPane scroll = new ScrollPane();
  private final StackPane pages = new StackPane();
  private final Label sentence = new Label();
  private final Icon sentenceIcon = new Icon("info");
  private final Button cancel = new Button(Words.word("button.cancel"));
  private final Button back = new Button(Words.word("wizard.back"));
  private final Button next = new Button(Words.word("wizard.next"));
  private final Button edit = new Button(Words.word("wizard.createAndEdit"));
  private final Button run = new Button(Words.word("wizard.createAndRun"));
  private final PauseTransition ahead = new PauseTransition(Duration.millis(150));
  private String willHappen = "";

  /**
   * Wires it.
   *
   * @param commands what stands beside the pages; it can be folded away
   */
  WizardFrame(Steps steps, Region commands, BooleanProperty commandsShown, Doors doors) {
    this.steps = steps;
    this.doors = doors;
    setId("wizard");
    getStyleClass().addAll("card", "wizard");
    setAccessibleText(Words.word("wizard.title"));
    HBox body = new HBox(16, scroll, commands);
    body.getStyleClass().add("wizard-body");
    VBox.setVgrow(body, Priority.ALWAYS);
    createPagePlace();
    commandsShown.subscribe(shown -> present(commands, shown));
    commands.setMinWidth(0);
    commands.prefWidthProperty().bind(widthProperty().multiply(0.38));
    commands.maxWidthProperty().bind(commands.prefWidthProperty());
    getChildren()
        .setAll(head(commandsShown), new StepBar(steps), notice, body, sentenceLine(), buttons());
    // the next page is put together while this one is read, and so is there at once
    ahead.setOnFinished(end -> steps.following().ifPresent(page -> take(page.node())));
    steps.currentProperty().subscribe(step -> arrive());
    steps.problemProperty().subscribe(text -> check());
    steps.completeProperty().subscribe(all -> check());
  }

  private void createPagePlace() {
    pages.getStyleClass().add("wizard-page");
    pages.setAlignment(Pos.TOP_LEFT);
    scroll.setContent(pages);
    scroll.setFitToWidth(true);
    scroll.setMinWidth(0);
    // the page comes into the window only when the pane around it is dressed
    pages
        .sceneProperty()
        .subscribe(
            scene -> {
              if (scene != null) {
                steps.page().focusFirst();
              }
            });
    scroll.getStyleClass().add("wizard-scroll");
    HBox.setHgrow(scroll, Priority.ALWAYS);
    present(notice, false);
    notice.setMinHeight(Region.USE_PREF_SIZE);
  }

  private HBox head(BooleanProperty commandsShown) {
    Label title = new Label(Words.word("wizard.title"));
    title.getStyleClass().add("card-title");
    Region gap = new Region();
    HBox.setHgrow(gap, Priority.ALWAYS);
    ToggleButton toggle = new ToggleButton(Words.word("commands.button"), new Icon("commands"));
    toggle.setId("wizard-commands-toggle");
    toggle.getStyleClass().add("quiet");
    toggle.selectedProperty().bindBidirectional(commandsShown);
    Tips.on(toggle, Words.word("wizard.commands.hint"));
    HBox head = new HBox(8, title, gap, toggle);
    head.setAlignment(Pos.CENTER_LEFT);
    return head;
  }

  private HBox sentenceLine() {
    sentence.setId("wizard-sentence");
    sentence.setWrapText(true);
    sentence.setMinHeight(Region.USE_PREF_SIZE);
    HBox.setHgrow(sentence, Priority.ALWAYS);
    HBox line = new HBox(10, sentenceIcon, sentence);
    line.setAlignment(Pos.CENTER_LEFT);
    line.setMinHeight(Region.USE_PREF_SIZE);
    line.getStyleClass().add("wizard-sentence");
    return line;
  }

  private HBox buttons() {
    cancel.setId("wizard-cancel");
    cancel.setOnAction(event -> doors.cancel());
    back.setId("wizard-back");
    back.setOnAction(event -> steps.back());
    next.setId("wizard-next");
    next.getStyleClass().add("accent");
    next.setOnAction(event -> steps.next());
    edit.setId("wizard-create-edit");
    edit.setOnAction(event -> doors.create(false));
    Tips.on(edit, Words.word("wizard.createAndEdit.hint"));
    run.setId("wizard-create-run");
    run.getStyleClass().add("accent");
    run.setOnAction(event -> doors.create(true));
    Region gap = new Region();
    HBox.setHgrow(gap, Priority.ALWAYS);
    HBox buttons = new HBox(8, cancel, gap, back, next, edit, run);
    buttons.setAlignment(Pos.CENTER_RIGHT);
    buttons.setMinHeight(Region.USE_PREF_SIZE);
    buttons.getChildren().stream()
        .filter(Button.class::isInstance)
        .forEach(button -> ((Button) button).setMinWidth(Region.USE_PREF_SIZE));
    return buttons;
  }

  /** As large as the window lets it be, within reason. */
  void fitInto(Region window) {
    prefWidthProperty().bind(window.widthProperty().subtract(2 * MARGIN).map(w -> fit(w, WIDEST)));
    prefHeightProperty()
        .bind(window.heightProperty().subtract(2 * MARGIN).map(h -> fit(h, HIGHEST)));
    setMinSize(0, 0);
    maxWidthProperty().bind(prefWidthProperty());
    maxHeightProperty().bind(prefHeightProperty());
  }

  private static double fit(Number room, double most) {
    return Math.min(most, room.doubleValue());
  }

  /** Says what pressing the last button will do. */
  void showSentence(String text) {
    willHappen = text;
    check();
  }

  /** Stands over the page until the wizard is left: why the machine was not made. */
  void showNotice(Node node) {
    notice.getChildren().setAll(node);
    present(notice, true);
  }

  /** What can have the focus from the first moment; the page takes it as soon as it is seen. */
  Node firstFocus() {
    return cancel;
  }

  private void arrive() {
    Step step = steps.currentProperty().get();
    Node shown = steps.page().node();
    take(shown);
    for (Node page : pages.getChildren()) {
      present(page, page.equals(shown));
    }
    scroll.setVvalue(0);
    boolean last = steps.isLast();
    present(next, !last);
    present(edit, last);
    present(run, last);
    next.setDefaultButton(!last);
    run.setDefaultButton(last);
    back.setDisable(steps.isFirst());
    steps.page().shown();
    setAccessibleHelp(Words.word("step", step));
    check();
    // what was pressed to get here may be gone or disabled by now
    steps.page().focusFirst();
    ahead.playFromStart();
  }

  private void take(Node page) {
    if (!pages.getChildren().contains(page)) {
      present(page, false);
      pages.getChildren().add(page);
    }
  }

  private void check() {
    String problem = steps.problemProperty().get();
    boolean held = !problem.isEmpty();
    next.setDisable(held);
    next.setAccessibleHelp(problem);
    run.setDisable(!steps.completeProperty().get());
    edit.setDisable(!steps.completeProperty().get());
    sentence.setText(held ? problem : willHappen);
    sentenceIcon.show(held ? "alert" : "info");
  }

  private static void present(Node node, boolean shown) {
    node.setVisible(shown);
    node.setManaged(shown);
  }
}
