package org.vitrine.app.create.page;

import java.util.Optional;
import java.util.function.Supplier;
import javafx.beans.value.ObservableValue;
import javafx.css.PseudoClass;
import javafx.geometry.Pos;
import javafx.scene.Node;
import javafx.scene.control.Label;
import javafx.scene.layout.HBox;
import javafx.scene.layout.Priority;
import javafx.scene.layout.Region;
import javafx.scene.layout.VBox;
import org.vitrine.app.create.draft.Field;
import org.vitrine.model.plan.PlanFault;
import org.vitrine.model.plan.PlanField;

/**
 * A control with its name above it, the reason for its value beside the name, and what is wrong
 * with it below. It lights up with the commands that come of it.
 */
public final class FieldRow extends VBox {

  private static final PseudoClass LIT = PseudoClass.getPseudoClass("lit");
  private final HBox head = new HBox(2);
  private final String name;

  public FieldRow(String name, Node control) {
    super(4);
    this.name = name;
    getStyleClass().add("field-row");
    Label label = new Label(name);
    label.setLabelFor(control);
    label.setMinWidth(Region.USE_PREF_SIZE);
    head.setAlignment(Pos.CENTER_LEFT);
    head.getChildren().add(label);
    head.getStyleClass().add("field-head");
    getChildren().addAll(head, control);
    if (control instanceof Region region) {
      region.setMaxWidth(Double.MAX_VALUE);
    }
    if (control.getAccessibleText() == null) {
      control.setAccessibleText(name);
    }
  }

  /** Puts the reason for the field's value beside its name. */
  public FieldRow why(Field<?> field) {
    head.getChildren().add(new WhyMark(field, name));
    return this;
  }

  /** Puts something at the right of the name. */
  public FieldRow beside(Node node) {
    Region gap = new Region();
    HBox.setHgrow(gap, Priority.ALWAYS);
    head.getChildren().addAll(gap, node);
    return this;
  }

  /** Words below the control; none while they are empty. */
  public FieldRow below(ObservableValue<String> words, String style) {
    Label label = new Label();
    label.setWrapText(true);
    label.setMinHeight(Region.USE_PREF_SIZE);
    label.getStyleClass().add(style);
    words.subscribe(
        text -> {
          label.setText(text);
          label.setVisible(!text.isEmpty());
          label.setManaged(!text.isEmpty());
        });
    getChildren().add(label);
    return this;
  }

  /** What is wrong with the value. */
  public FieldRow problem(ObservableValue<String> words) {
    return below(words, "field-message");
  }

  /** Ties it to the commands that come of it, and says below what speaks against it. */
  public FieldRow tell(Spotlight spotlight, Supplier<PlanField> part) {
    VBox told = new VBox(2);
    Faults faults = spotlight.faults();
    faults
        .faultsProperty()
        .subscribe(
            all -> {
              told.getChildren()
                  .setAll(faults.of(part.get()).stream().map(FieldRow::fault).toList());
              Form.present(told, !told.getChildren().isEmpty());
            });
    getChildren().add(told);
    return tie(spotlight, part);
  }

  private static Label fault(PlanFault fault) {
    Label label =
        Form.line(
            switch (fault.kind().severity()) {
              case REFUSE -> "field-message";
              case WARN -> "zone-caution";
              case NOTE -> "quiet-text";
            });
    label.setText(Faults.words(fault));
    return label;
  }

  /** Ties it to the commands that come of it. */
  public FieldRow tie(Spotlight spotlight, Supplier<PlanField> part) {
    focusWithinProperty()
        .subscribe(
            within -> {
              if (within) {
                spotlight.controlProperty().set(Optional.of(part.get()));
              }
            });
    spotlight
        .commandProperty()
        .subscribe(
            lit -> pseudoClassStateChanged(LIT, lit.isPresent() && lit.get().equals(part.get())));
    return this;
  }
}
