package org.vitrine.model.port;

import org.vitrine.model.plan.PlanField;

/**
 * One line of a definition, and what in the form made it.
 *
 * @param text without the line's end; a text of several lines is kept in one
 */
public record DefinitionLine(PlanField field, String text) {}
