package org.vitrine.model.plan;

import java.util.List;
import java.util.UUID;
import org.vitrine.model.host.HostAddress;

/**
 * A machine to be made.
 *
 * @param os the catalogue's id of its system; empty where it is not known
 * @param networks the networks to make and start first
 */
public record NewMachinePlan(
    HostAddress host,
    UUID uuid,
    String name,
    String title,
    String notes,
    String os,
    Platform platform,
    Compute compute,
    Boot boot,
    List<DiskPlan> disks,
    List<DrivePlan> drives,
    List<NicPlan> nics,
    List<NetworkPlan> networks,
    DisplayPlan display,
    Extras extras,
    Setup setup) {

  public NewMachinePlan {
    disks = List.copyOf(disks);
    drives = List.copyOf(drives);
    nics = List.copyOf(nics);
    networks = List.copyOf(networks);
  }

  /** A network is made for the first card that is plugged into it. */
  public PlanField fieldOf(NetworkPlan network) {
    for (int i = 0; i < nics.size(); i++) {
      if (nics.get(i).link() instanceof NicPlan.Link.Network link
          && link.name().equals(network.name())) {
        return PlanField.of(PlanField.Part.NETWORK, i);
      }
    }
    return PlanField.of(PlanField.Part.NETWORK);
  }
}
