package org.vitrine.bridge.testing;

import java.util.ArrayList;
import java.util.List;
import org.vitrine.model.host.AddressParser;
import org.vitrine.model.host.HostAddress;
import org.vitrine.model.port.CredentialPrompt;
import org.vitrine.model.port.HostListener;
import org.vitrine.model.port.Hypervisor;
import org.vitrine.model.port.HypervisorSession;
import org.vitrine.model.problem.ProblemException;

/** Opens hosts for a test and knows which ones it has to close. */
public final class OpenHosts {

  private final Hypervisor hypervisor;
  private final List<HypervisorSession> open = new ArrayList<>();

  public OpenHosts(Hypervisor hypervisor) {
    this.hypervisor = hypervisor;
  }

  public static HostAddress address(String text) {
    if (AddressParser.parse(text) instanceof AddressParser.Result.Accepted accepted) {
      return accepted.address();
    }
    throw new IllegalArgumentException(text);
  }

  public HypervisorSession open(String address, HostListener listener) throws ProblemException {
    return open(address, CredentialPrompt.NONE, listener);
  }

  public synchronized HypervisorSession open(
      String address, CredentialPrompt prompt, HostListener listener) throws ProblemException {
    HypervisorSession session = hypervisor.open(address(address), prompt, listener);
    open.add(session);
    return session;
  }

  /** Closes all; the number of references that libvirt still held. */
  public synchronized int releaseAll() {
    int left = 0;
    for (HypervisorSession session : open) {
      left += session.release();
    }
    open.clear();
    return left;
  }
}
