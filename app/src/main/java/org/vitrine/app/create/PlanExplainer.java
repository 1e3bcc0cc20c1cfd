package org.vitrine.app.create;

import java.util.List;
import org.vitrine.model.explain.CreateCommands;
import org.vitrine.model.explain.Shown;
import org.vitrine.model.explain.VirtInstallCommand;
import org.vitrine.model.plan.NewMachinePlan;
import org.vitrine.model.port.DefinitionWriter;

/** Plans as the commands that a person would type, with the very documents the host is given. */
public final class PlanExplainer implements Explainer {

  private final DefinitionWriter writer;

  public PlanExplainer(DefinitionWriter writer) {
    this.writer = writer;
  }

  @Override
  public List<Shown> lines(NewMachinePlan plan, boolean start) {
    return CreateCommands.lines(plan, writer, start);
  }

  @Override
  public List<Shown> virtInstall(NewMachinePlan plan) {
    return VirtInstallCommand.of(plan).map(VirtInstallCommand::lines).orElse(List.of());
  }

  @Override
  public String script(NewMachinePlan plan, boolean start) {
    return CreateCommands.script(plan, writer, start);
  }
}
