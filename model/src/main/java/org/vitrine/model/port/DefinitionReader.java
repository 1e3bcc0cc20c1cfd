package org.vitrine.model.port;

import org.vitrine.model.problem.ProblemException;

/** Reads what a list needs out of a machine's definition. */
@FunctionalInterface
public interface DefinitionReader {

  DefinitionReading read(String definition) throws ProblemException;
}
