package org.vitrine.app.create.draft;

import java.util.List;
import org.vitrine.model.plan.NetworkPlan;
import org.vitrine.model.plan.NicPlan;
import org.vitrine.model.plan.PlanField.Part;

/** The machine's network cards, and the networks that have to be made for them. */
public final class NetworkDraft implements DraftPart {

  private final Field<List<NicPlan>> nics = Field.of(Part.NETWORK, List.of());
  private final Field<List<NetworkPlan>> networks = Field.of(Part.NETWORK, List.of());

  public Field<List<NicPlan>> nics() {
    return nics;
  }

  public Field<List<NetworkPlan>> networks() {
    return networks;
  }

  @Override
  public List<Field<?>> fields() {
    return List.of(nics, networks);
  }
}
