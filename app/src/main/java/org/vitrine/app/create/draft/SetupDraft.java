package org.vitrine.app.create.draft;

import java.util.List;
import org.vitrine.model.plan.PlanField.Part;
import org.vitrine.model.plan.Setup;

/** How the system gets onto the machine. */
public final class SetupDraft implements DraftPart {

  private final Field<Setup> setup = Field.of(Part.SETUP, new Setup.Manual());

  public Field<Setup> setup() {
    return setup;
  }

  @Override
  public List<Field<?>> fields() {
    return List.of(setup);
  }
}
