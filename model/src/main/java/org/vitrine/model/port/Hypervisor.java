package org.vitrine.model.port;

import org.vitrine.model.host.HostAddress;
import org.vitrine.model.problem.ProblemException;

/** Opens hosts. */
public interface Hypervisor {

  /**
   * Blocks until the host answers, refuses, or the underlying library gives up; a caller that wants
   * a deadline waits on a thread of its own and closes a session that comes too late.
   */
  HypervisorSession open(HostAddress address, CredentialPrompt prompt, HostListener listener)
      throws ProblemException;
}
