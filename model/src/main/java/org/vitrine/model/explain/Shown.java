package org.vitrine.model.explain;

import org.vitrine.model.plan.PlanField;

/**
 * One line of what is shown, and what in the form made it.
 *
 * @param text without the line's end
 */
public record Shown(PlanField field, String text) {}
