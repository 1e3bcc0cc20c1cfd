package org.vitrine.app.create.draft;

import java.util.ArrayList;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.random.RandomGenerator;
import javafx.collections.FXCollections;
import javafx.collections.ObservableList;
import org.vitrine.model.network.NetworkChoice;
import org.vitrine.model.plan.NicPlan;
import org.vitrine.model.plan.NicPlan.Link;
import org.vitrine.model.plan.PlanField.Part;
import org.vitrine.model.plan.Suggested;
import org.vitrine.model.plan.Why;
import org.vitrine.model.unit.MacAddress;

/** One network card. What was chosen under another kind of network is kept and not used. */
public final class CardDraft implements DraftPart {

  private final Field<NetworkChoice> choice = Field.of(Part.NETWORK, NetworkChoice.NAT);
  private final Map<NetworkChoice, Field<Optional<Link>>> links =
      new EnumMap<>(NetworkChoice.class);
  private final Field<String> mac = Field.of(Part.NETWORK, "");
  private final Field<NicPlan.Model> model = Field.of(Part.NETWORK, NicPlan.Model.VIRTIO);
  private final Field<Boolean> plugged = Field.of(Part.NETWORK, true);
  private final ObservableList<ForwardDraft> forwards = FXCollections.observableArrayList();
  private int index;

  CardDraft(int index) {
    this.index = index;
    for (NetworkChoice each : NetworkChoice.values()) {
      links.put(each, Field.of(Part.NETWORK, Optional.empty()));
    }
    newMac();
  }

  /** Its place among the cards, from 0. */
  public int index() {
    return index;
  }

  void moveTo(int place) {
    index = place;
  }

  public Field<NetworkChoice> choice() {
    return choice;
  }

  /** What it is plugged into where that choice is made; empty where there is nothing. */
  public Field<Optional<Link>> link(NetworkChoice of) {
    return Objects.requireNonNull(links.get(of));
  }

  public Field<String> mac() {
    return mac;
  }

  /** Makes up another address. */
  public void newMac() {
    mac.suggest(
        Suggested.of(
            MacAddress.random(RandomGenerator.getDefault()).text(), Why.Reason.MADE_UP_AT_RANDOM));
    mac.follow();
  }

  public Field<NicPlan.Model> model() {
    return model;
  }

  public Field<Boolean> plugged() {
    return plugged;
  }

  public ObservableList<ForwardDraft> forwards() {
    return forwards;
  }

  @Override
  public List<Field<?>> fields() {
    List<Field<?>> fields = new ArrayList<>(List.of(choice, mac, model, plugged));
    fields.addAll(links.values());
    return fields;
  }
}
