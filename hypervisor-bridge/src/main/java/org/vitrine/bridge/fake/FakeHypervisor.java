package org.vitrine.bridge.fake;

import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import org.vitrine.model.host.HostAddress;
import org.vitrine.model.port.CredentialPrompt;
import org.vitrine.model.port.HostListener;
import org.vitrine.model.port.Hypervisor;
import org.vitrine.model.port.HypervisorSession;
import org.vitrine.model.problem.Cause;
import org.vitrine.model.problem.Problem;
import org.vitrine.model.problem.ProblemException;

/** Hosts in memory; an address that was never given a host is unreachable. */
public final class FakeHypervisor implements Hypervisor {

  private final Map<String, FakeHost> hosts = new ConcurrentHashMap<>();

  /** The host behind an address; it is there from the first time it is asked for. */
  public FakeHost host(HostAddress address) {
    return hosts.computeIfAbsent(address.uri(), uri -> new FakeHost(address));
  }

  @Override
  public HypervisorSession open(HostAddress address, CredentialPrompt prompt, HostListener listener)
      throws ProblemException {
    FakeHost host = hosts.get(address.uri());
    if (host == null) {
      throw new ProblemException(Problem.of(Cause.HOST_UNREACHABLE, address.uri()));
    }
    return host.open(prompt, listener);
  }

  /** Sessions of all hosts that were opened and not let go of yet. */
  public int openSessions() {
    return hosts.values().stream().mapToInt(FakeHost::openSessions).sum();
  }
}
