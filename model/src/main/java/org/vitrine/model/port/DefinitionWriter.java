package org.vitrine.model.port;

import java.util.List;
import java.util.stream.Collectors;
import org.vitrine.model.plan.DiskPlan;
import org.vitrine.model.plan.NetworkPlan;
import org.vitrine.model.plan.NewMachinePlan;

/** Writes what a plan stands for as documents of the hypervisor. The same plan, the same text. */
public interface DefinitionWriter {

  /**
   * The machine, line by line.
   *
   * @param first as it starts for the first time, with the medium of the answers, or an installer's
   *     kernel; else as it stays. Both are the same where {@link org.vitrine.model.plan.FirstStart}
   *     says that nothing differs.
   */
  List<DefinitionLine> lines(NewMachinePlan plan, boolean first);

  /** The machine as it stays: what is only there for its first start is left out. */
  default String machine(NewMachinePlan plan) {
    return text(lines(plan, false));
  }

  /** The machine as it starts for the first time. */
  default String firstStart(NewMachinePlan plan) {
    return text(lines(plan, true));
  }

  /** A network to be made. */
  String network(NetworkPlan network);

  /**
   * A volume to be made in a pool of the host: a new disk, an overlay, or the copy of another.
   *
   * @param content one whose place is a volume
   */
  String volume(DiskPlan.Content content);

  private static String text(List<DefinitionLine> lines) {
    return lines.stream().map(line -> line.text() + "\n").collect(Collectors.joining());
  }
}
