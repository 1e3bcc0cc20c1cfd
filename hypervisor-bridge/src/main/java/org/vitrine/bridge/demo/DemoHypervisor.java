package org.vitrine.bridge.demo;

import org.vitrine.model.host.HostAddress;
import org.vitrine.model.port.CredentialPrompt;
import org.vitrine.model.port.HostListener;
import org.vitrine.model.port.Hypervisor;
import org.vitrine.model.port.HypervisorSession;
import org.vitrine.model.port.MachineReading;
import org.vitrine.model.problem.ProblemException;
import org.vitrine.model.vm.Action;

/** Opens hosts, and gives the demo host what its definition has no words for. */
public final class DemoHypervisor implements Hypervisor {

  private final Hypervisor hypervisor;

  public DemoHypervisor(Hypervisor hypervisor) {
    this.hypervisor = hypervisor;
  }

  @Override
  public HypervisorSession open(HostAddress address, CredentialPrompt prompt, HostListener listener)
      throws ProblemException {
    HypervisorSession session = hypervisor.open(address, prompt, listener);
    if (DemoHost.isDemo(address)) {
      try {
        finish(session);
      } catch (ProblemException | RuntimeException broken) {
        session.release();
        throw broken;
      }
    }
    return session;
  }

  private static void finish(HypervisorSession session) throws ProblemException {
    DemoHost.FinishingTouches touches = DemoHost.FINISHING_TOUCHES;
    for (String network : touches.networksToStop()) {
      session.stopNetwork(network);
    }
    for (String pool : touches.poolsToStop()) {
      session.stopPool(pool);
    }
    for (MachineReading machine : session.machines()) {
      if (touches.machinesToAutostart().contains(machine.name())) {
        session.perform(machine.uuid(), Action.AUTOSTART_ON);
      }
    }
  }
}
