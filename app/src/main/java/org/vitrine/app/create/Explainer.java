package org.vitrine.app.create;

import java.util.List;
import org.vitrine.model.explain.Shown;
import org.vitrine.model.plan.NewMachinePlan;

/** Says a plan as what would be typed for it. Takes a moment; not for the window's thread. */
public interface Explainer {

  /**
   * Line by line, each with what in the form made it.
   *
   * @param start whether the machine is started too
   */
  List<Shown> lines(NewMachinePlan plan, boolean start);

  /** The same as one line for virt-install; empty where it cannot say it. */
  List<Shown> virtInstall(NewMachinePlan plan);

  /** The same as a script that runs. */
  String script(NewMachinePlan plan, boolean start);
}
