package org.vitrine.app.create.page;

import java.util.Optional;
import javafx.beans.property.ObjectProperty;
import javafx.beans.property.SimpleObjectProperty;
import org.vitrine.model.plan.PlanField;

/** Which part of the form is looked at, by its control or by a command that came of it. */
public final class Spotlight {

  private final ObjectProperty<Optional<PlanField>> control =
      new SimpleObjectProperty<>(Optional.empty());
  private final ObjectProperty<Optional<PlanField>> command =
      new SimpleObjectProperty<>(Optional.empty());

  private final Faults faults;

  public Spotlight(Faults faults) {
    this.faults = faults;
  }

  /** What speaks against the parts of the form. */
  public Faults faults() {
    return faults;
  }

  /** The part whose control has the focus. */
  public ObjectProperty<Optional<PlanField>> controlProperty() {
    return control;
  }

  /** The part whose command is under the pointer. */
  public ObjectProperty<Optional<PlanField>> commandProperty() {
    return command;
  }
}
