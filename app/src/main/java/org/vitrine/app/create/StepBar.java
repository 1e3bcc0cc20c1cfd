package org.vitrine.app.create;

import java.util.EnumMap;
import java.util.Map;
import javafx.css.PseudoClass;
import javafx.scene.control.Button;
import javafx.scene.layout.HBox;
import org.vitrine.app.create.page.Step;
import org.vitrine.app.i18n.Words;

/** The numbered steps across the top; those one has been to can be gone to. */
final class StepBar extends HBox {

  private static final PseudoClass CURRENT = PseudoClass.getPseudoClass("current");
  private static final PseudoClass BEEN = PseudoClass.getPseudoClass("been");
  private final Steps steps;
  private final Map<Step, Button> buttons = new EnumMap<>(Step.class);

  StepBar(Steps steps) {
    this.steps = steps;
    getStyleClass().add("step-bar");
    int number = 1;
    for (Step step : steps.order()) {
      Button button = new Button(number + "  " + Words.word("step", step));
      button.setId("step-" + step.name());
      button.getStyleClass().add("step");
      button.setMinWidth(0);
      button.setOnAction(event -> steps.go(step));
      buttons.put(step, button);
      number++;
    }
    getChildren().addAll(buttons.values());
    steps.currentProperty().subscribe(step -> show());
    steps.problemProperty().subscribe(text -> show());
  }

  private void show() {
    buttons.forEach(
        (step, button) -> {
          button.pseudoClassStateChanged(CURRENT, step == steps.currentProperty().get());
          button.pseudoClassStateChanged(BEEN, steps.isVisited(step));
          button.setDisable(!steps.canGo(step));
        });
  }
}
