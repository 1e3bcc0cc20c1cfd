package org.vitrine.app.create.draft;

import java.util.List;
import org.vitrine.model.plan.PlanField.Part;

/** What a network that has to be made will be. */
public final class NewNetworkDraft implements DraftPart {

  private final Field<String> subnet = Field.of(Part.NETWORK, "");
  private final Field<String> bridge = Field.of(Part.NETWORK, "");

  /** As {@code 192.168.122.0/24}; empty where the host takes no part in it. */
  public Field<String> subnet() {
    return subnet;
  }

  public Field<String> bridge() {
    return bridge;
  }

  @Override
  public List<Field<?>> fields() {
    return List.of(subnet, bridge);
  }
}
