package org.vitrine.app.create.draft;

import java.util.List;
import org.vitrine.model.plan.NicPlan;
import org.vitrine.model.plan.PlanField.Part;

/** A port of the host's that leads into the machine, as far as it was typed. */
public final class ForwardDraft implements DraftPart {

  private final Field<NicPlan.Protocol> protocol = Field.of(Part.NETWORK, NicPlan.Protocol.TCP);
  private final Field<String> address = Field.of(Part.NETWORK, "127.0.0.1");
  private final Field<String> hostPort = Field.of(Part.NETWORK, "");
  private final Field<String> guestPort = Field.of(Part.NETWORK, "");

  public Field<NicPlan.Protocol> protocol() {
    return protocol;
  }

  /** The host's address it listens on: its loopback where only the host itself may come in. */
  public Field<String> address() {
    return address;
  }

  public Field<String> hostPort() {
    return hostPort;
  }

  public Field<String> guestPort() {
    return guestPort;
  }

  @Override
  public List<Field<?>> fields() {
    return List.of(protocol, address, hostPort, guestPort);
  }
}
