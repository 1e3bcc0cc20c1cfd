package org.vitrine.bridge.link;

import org.jspecify.annotations.Nullable;
import org.vitrine.model.port.HypervisorSession;
import org.vitrine.model.problem.ProblemException;

/** Something to do on a host; blocks for as long as the host takes. */
@FunctionalInterface
public interface Task<T extends @Nullable Object> {
  T on(HypervisorSession session) throws ProblemException;
}
