package org.vitrine.model.port;

import org.vitrine.model.plan.BridgePlan;
import org.vitrine.model.problem.ProblemException;

/** Looks at a card of this computer before a bridge is put over it. */
@FunctionalInterface
public interface BridgeSurvey {

  /** What the bridge will have to take over. Blocks for some small programs; changes nothing. */
  BridgePlan survey(String card, String bridge) throws ProblemException;
}
