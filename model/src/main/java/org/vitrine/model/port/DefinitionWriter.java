package org.vitrine.model.port;

import org.vitrine.model.plan.DiskPlan;
import org.vitrine.model.plan.NetworkPlan;
import org.vitrine.model.plan.NewMachinePlan;

/** Writes what a plan stands for as documents of the hypervisor. The same plan, the same text. */
public interface DefinitionWriter {

  /** The machine as it stays: what is only there for its first start is left out. */
  String machine(NewMachinePlan plan);

  /**
   * The machine as it starts for the first time, with the medium of the answers, or an installer's
   * kernel. The same as {@link #machine} where {@link org.vitrine.model.plan.FirstStart} says that
   * nothing differs.
   */
  String firstStart(NewMachinePlan plan);

  /** A network to be made. */
  String network(NetworkPlan network);

  /**
   * A volume to be made in a pool of the host: a new disk, an overlay, or the copy of another.
   *
   * @param content one whose place is a volume
   */
  String volume(DiskPlan.Content content);
}
