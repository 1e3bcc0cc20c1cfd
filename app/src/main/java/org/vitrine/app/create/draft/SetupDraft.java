package org.vitrine.app.create.draft;

import org.vitrine.model.plan.PlanField.Part;
import org.vitrine.model.plan.Setup;

/** How the system gets onto the machine. */
public final class SetupDraft {

  private final Field<Setup> setup = Field.of(Part.SETUP, new Setup.Manual());

  public Field<Setup> setup() {
    return setup;
  }
}
