package org.vitrine.app.create.draft;

import org.vitrine.model.plan.Setup;

/** How the system gets onto the machine. */
public final class SetupDraft {

  private final Field<Setup> setup = new Field<>("setup", new Setup.Manual());

  public Field<Setup> setup() {
    return setup;
  }
}
