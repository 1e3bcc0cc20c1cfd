package org.vitrine.app.create;

import java.util.List;
import org.vitrine.model.explain.Command;
import org.vitrine.model.plan.NewMachinePlan;
import org.vitrine.model.port.DefinitionWriter;

/** Plans as the very documents that the hypervisor is given. */
public final class PlanExplainer implements Explainer {

  private final DefinitionWriter writer;

  public PlanExplainer(DefinitionWriter writer) {
    this.writer = writer;
  }

  @Override
  public List<Line> lines(NewMachinePlan plan) {
    return writer.lines(plan, false).stream()
        .map(line -> new Line(Kind.XML, line.field(), line.text()))
        .toList();
  }

  @Override
  public String script(NewMachinePlan plan) {
    return "#!/bin/sh\nset -e\n"
        + Command.of("virsh", "-c", plan.host().uri(), "define", "/dev/stdin").shellLine()
        + " <<'END-OF-MACHINE'\n"
        + writer.machine(plan)
        + "END-OF-MACHINE\n";
  }
}
