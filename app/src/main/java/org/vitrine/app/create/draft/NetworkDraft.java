package org.vitrine.app.create.draft;

import java.util.ArrayList;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.function.Consumer;
import javafx.collections.FXCollections;
import javafx.collections.ObservableList;
import org.vitrine.model.network.NetworkChoice;
import org.vitrine.model.network.VirtualNetwork;
import org.vitrine.model.plan.NetworkPlan;
import org.vitrine.model.plan.NicPlan;
import org.vitrine.model.plan.PlanField.Part;

/** The machine's network cards, and the networks that have to be made for them. */
public final class NetworkDraft implements DraftPart {

  /** More than anybody was seen to need; every one takes a slot. */
  public static final int MOST_CARDS = 8;

  private final ObservableList<CardDraft> cards = FXCollections.observableArrayList();
  private final Map<NetworkChoice, NewNetworkDraft> missing = new EnumMap<>(NetworkChoice.class);
  private final Field<List<VirtualNetwork>> known = Field.of(Part.NETWORK, List.of());
  private final Field<Optional<String>> noNetworks = Field.of(Part.NETWORK, Optional.empty());
  private final Field<Map<String, String>> takenMacs = Field.of(Part.NETWORK, Map.of());
  private final Field<List<NicPlan>> nics = Field.of(Part.NETWORK, List.of());
  private final Field<List<NetworkPlan>> networks = Field.of(Part.NETWORK, List.of());
  private final List<Consumer<CardDraft>> whenAdded = new ArrayList<>();

  NetworkDraft() {
    for (NetworkChoice choice : NetworkChoice.values()) {
      missing.put(choice, new NewNetworkDraft());
    }
    cards.add(new CardDraft(0));
  }

  public ObservableList<CardDraft> cards() {
    return cards;
  }

  /** Adds a card with what is suggested for all of them. */
  public CardDraft add() {
    CardDraft added = new CardDraft(cards.size());
    whenAdded.forEach(each -> each.accept(added));
    cards.add(added);
    return added;
  }

  public void remove(CardDraft card) {
    cards.remove(card);
    for (int i = 0; i < cards.size(); i++) {
      cards.get(i).moveTo(i);
    }
  }

  void whenAdded(Consumer<CardDraft> prepare) {
    cards.forEach(prepare);
    whenAdded.add(prepare);
  }

  /** What is made where the host has no network for the choice. */
  public NewNetworkDraft missing(NetworkChoice choice) {
    return Objects.requireNonNull(missing.get(choice));
  }

  /** The virtual networks of the host, as last seen. */
  public Field<List<VirtualNetwork>> known() {
    return known;
  }

  /** Why the host has none at all, in its own words; empty where it may have some. */
  public Field<Optional<String>> noNetworks() {
    return noNetworks;
  }

  /** Addresses of other machines' cards, with the machines' names. */
  public Field<Map<String, String>> takenMacs() {
    return takenMacs;
  }

  /** The cards as they go into the plan. */
  public Field<List<NicPlan>> nics() {
    return nics;
  }

  /** The networks that have to be made or started for them. */
  public Field<List<NetworkPlan>> networks() {
    return networks;
  }

  @Override
  public List<Field<?>> fields() {
    return List.of(nics, networks);
  }
}
