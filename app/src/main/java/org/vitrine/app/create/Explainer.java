package org.vitrine.app.create;

import java.util.List;
import org.vitrine.model.plan.NewMachinePlan;
import org.vitrine.model.plan.PlanField;

/** Says a plan as what would be typed for it. Runs off the window's thread. */
public interface Explainer {

  /** What a line is. */
  enum Kind {
    COMMAND,
    XML
  }

  /**
   * One line, and what in the form made it.
   *
   * @param text may itself be of several lines
   */
  record Line(Kind kind, PlanField field, String text) {}

  List<Line> lines(NewMachinePlan plan);

  /** The same as a script that runs. */
  String script(NewMachinePlan plan);
}
