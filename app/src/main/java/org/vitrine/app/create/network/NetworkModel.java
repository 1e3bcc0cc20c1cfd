package org.vitrine.app.create.network;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import javafx.beans.property.ReadOnlyStringProperty;
import javafx.beans.property.ReadOnlyStringWrapper;
import javafx.collections.ListChangeListener;
import org.vitrine.app.create.draft.CardDraft;
import org.vitrine.app.create.draft.Draft;
import org.vitrine.app.create.draft.Field;
import org.vitrine.app.create.draft.ForwardDraft;
import org.vitrine.app.create.draft.NetworkDraft;
import org.vitrine.app.create.draft.NewNetworkDraft;
import org.vitrine.app.i18n.Words;
import org.vitrine.app.problem.ProblemText;
import org.vitrine.model.network.BridgeName;
import org.vitrine.model.network.HostNetworks;
import org.vitrine.model.network.NetworkChoice;
import org.vitrine.model.network.Subnets;
import org.vitrine.model.plan.NetworkPlan;
import org.vitrine.model.plan.NicPlan;
import org.vitrine.model.plan.NicPlan.Link;
import org.vitrine.model.plan.Proposal;
import org.vitrine.model.plan.Suggested;
import org.vitrine.model.plan.Why;
import org.vitrine.model.unit.Cidr;
import org.vitrine.model.unit.MacAddress;

/** All cards together: the networks that have to be made for them, and what is wrong. */
public final class NetworkModel {

  private static final List<NetworkChoice> MADE =
      List.of(NetworkChoice.NAT, NetworkChoice.HOST_ONLY, NetworkChoice.INTERNAL);

  private final Draft draft;
  private final NetworkDraft network;
  private final Map<CardDraft, CardModel> models = new LinkedHashMap<>();
  private final Map<NetworkChoice, NetworkPlan> missing = new LinkedHashMap<>();
  private final ReadOnlyStringWrapper subnetProblem = new ReadOnlyStringWrapper("");
  private final ReadOnlyStringWrapper bridgeProblem = new ReadOnlyStringWrapper("");
  private final ReadOnlyStringWrapper problem = new ReadOnlyStringWrapper("");
  private Optional<HostNetworks> host = Optional.empty();
  private boolean refreshing;
  private Runnable refreshed = () -> {};

  public NetworkModel(Draft draft) {
    this.draft = draft;
    network = draft.network();
    for (Field<?> decides :
        List.of(
            draft.offer(),
            draft.proposal(),
            network.known(),
            network.noNetworks(),
            network.takenMacs())) {
      watch(decides);
    }
    for (NetworkChoice choice : MADE) {
      network.missing(choice).fields().forEach(this::watch);
    }
    network.cards().forEach(this::watch);
    network
        .cards()
        .addListener(
            (ListChangeListener<CardDraft>)
                change -> {
                  while (change.next()) {
                    change.getAddedSubList().forEach(this::watch);
                  }
                  refresh();
                });
    refresh();
  }

  private void watch(Field<?> field) {
    field.valueProperty().addListener(changed -> refresh());
  }

  private void watch(CardDraft card) {
    card.fields().forEach(this::watch);
    card.forwards()
        .addListener(
            (ListChangeListener<ForwardDraft>)
                change -> {
                  while (change.next()) {
                    change.getAddedSubList().forEach(added -> added.fields().forEach(this::watch));
                  }
                  refresh();
                });
  }

  /** What the host has; empty until it has answered. */
  Optional<HostNetworks> host() {
    return host;
  }

  /** The networks that will be made. */
  List<NetworkPlan> missing() {
    return List.copyOf(missing.values());
  }

  Optional<NetworkPlan> missing(NetworkChoice choice) {
    return Optional.ofNullable(missing.get(choice));
  }

  NewNetworkDraft made(NetworkChoice choice) {
    return network.missing(choice);
  }

  /** Told after every change, when all is settled. */
  void whenRefreshed(Runnable listener) {
    refreshed = listener;
  }

  Map<String, String> takenMacs() {
    return network.takenMacs().get();
  }

  /** All ports of the host that lead into the machine, over whichever card. */
  List<ForwardDraft> forwards() {
    return network.cards().stream()
        .filter(card -> card.choice().get() == NetworkChoice.USER)
        .flatMap(card -> card.forwards().stream())
        .toList();
  }

  boolean isMacTwice(CardDraft card, MacAddress mac) {
    return network.cards().stream()
        .anyMatch(
            other ->
                other != card
                    && other.choice().get() != NetworkChoice.NONE
                    && MacAddress.parse(other.mac().get()).equals(Optional.of(mac)));
  }

  CardModel of(CardDraft card) {
    return models.computeIfAbsent(card, each -> new CardModel(each, this));
  }

  ReadOnlyStringProperty subnetProblemProperty() {
    return subnetProblem.getReadOnlyProperty();
  }

  ReadOnlyStringProperty bridgeProblemProperty() {
    return bridgeProblem.getReadOnlyProperty();
  }

  public ReadOnlyStringProperty problemProperty() {
    return problem.getReadOnlyProperty();
  }

  private void refresh() {
    if (refreshing) {
      return;
    }
    // what is suggested here is heard here, too
    refreshing = true;
    try {
      host =
          draft
              .offer()
              .get()
              .map(
                  offer ->
                      new HostNetworks(offer, network.noNetworks().get(), network.known().get()));
      models.keySet().retainAll(network.cards());
      host.ifPresent(this::suggest);
      network.cards().forEach(card -> of(card).refresh());
      check();
      settle();
      refreshed.run();
    } finally {
      refreshing = false;
    }
  }

  private void suggest(HostNetworks has) {
    NetworkChoice usual = has.usual();
    Optional<Suggested<NicPlan.Model>> model = draft.proposal().get().map(Proposal::nic);
    missing.clear();
    for (CardDraft card : network.cards()) {
      card.choice().suggest(Suggested.of(usual, reason(usual)));
      model.ifPresent(card.model()::suggest);
    }
    for (NetworkChoice choice : NetworkChoice.values()) {
      List<Link> links = has.links(choice);
      Optional<Link> first = links.stream().findFirst().or(() -> make(has, choice));
      for (CardDraft card : network.cards()) {
        Field<Optional<Link>> field = card.link(choice);
        boolean gone = field.isTouched() && field.get().filter(links::contains).isEmpty();
        field.suggest(first);
        if (gone) {
          // what was chosen on another host, or is there no more
          field.follow();
        }
      }
    }
  }

  private static Why.Reason reason(NetworkChoice usual) {
    return switch (usual) {
      case NAT -> Why.Reason.REACHES_OUT_AT_ONCE;
      case USER -> Why.Reason.NEEDS_NO_RIGHTS;
      case BRIDGED, HOST_ONLY, INTERNAL, NONE -> Why.Reason.NOTHING_ELSE_THERE;
    };
  }

  private Optional<Link> make(HostNetworks has, NetworkChoice choice) {
    if (!MADE.contains(choice) || !has.offers(choice)) {
      return Optional.empty();
    }
    NewNetworkDraft made = network.missing(choice);
    Optional<NetworkPlan> fitting = has.missing(choice, missing());
    fitting.ifPresent(
        plan -> {
          made.subnet().suggest(plan.subnet());
          made.bridge().suggest(plan.bridge());
          missing.put(choice, asTyped(plan, made));
        });
    return fitting.map(plan -> new Link.Network(plan.name()));
  }

  /** What is refused reaches no plan. */
  private static NetworkPlan asTyped(NetworkPlan plan, NewNetworkDraft made) {
    String bridge = made.bridge().get().strip();
    String subnet =
        Cidr.forMachines(made.subnet().get()) instanceof Cidr.Result.Accepted(Cidr cidr)
            ? cidr.text()
            : plan.subnet();
    return new NetworkPlan(
        plan.name(),
        plan.mode(),
        true,
        plan.subnet().isEmpty() ? "" : subnet,
        BridgeName.check(bridge, List.of()).isEmpty() ? bridge : plan.bridge());
  }

  private boolean isWanted(NetworkChoice choice) {
    return network.cards().stream().anyMatch(card -> card.choice().get() == choice);
  }

  private void check() {
    subnetProblem.set("");
    bridgeProblem.set("");
    host.ifPresent(
        has ->
            missing.keySet().stream().filter(this::isWanted).forEach(choice -> check(has, choice)));
    String found =
        network.cards().stream()
            .map(card -> of(card).problem())
            .filter(text -> !text.isEmpty())
            .findFirst()
            .orElse("");
    problem.set(
        !found.isEmpty()
            ? found
            : !subnetProblem.get().isEmpty() ? subnetProblem.get() : bridgeProblem.get());
  }

  private void check(HostNetworks has, NetworkChoice choice) {
    NewNetworkDraft made = network.missing(choice);
    String bridge = made.bridge().get().strip();
    List<NetworkPlan> others =
        missing.entrySet().stream()
            .filter(entry -> entry.getKey() != choice && isWanted(entry.getKey()))
            .map(Map.Entry::getValue)
            .toList();
    if (choice != NetworkChoice.INTERNAL) {
      String fault =
          switch (Cidr.forMachines(made.subnet().get())) {
            case Cidr.Result.Refused(Cidr.Fault why, String part) ->
                Words.word("cidr." + why, ProblemText.shown(part));
            case Cidr.Result.Accepted(Cidr cidr) ->
                Subnets.of(has.offer(), has.networks(), others)
                    .conflict(cidr)
                    .map(
                        taken ->
                            Words.word(
                                "rangeTaken." + taken.by(),
                                ProblemText.shown(taken.name()),
                                taken.cidr().text()))
                    .orElse("");
          };
      if (subnetProblem.get().isEmpty()) {
        subnetProblem.set(fault);
      }
    }
    BridgeName.check(bridge, has.bridgeNames(others))
        .ifPresent(
            fault ->
                bridgeProblem.set(Words.word("bridgeName." + fault, ProblemText.shown(bridge))));
  }

  /** Hands on what it comes to. */
  private void settle() {
    List<NicPlan> nics = new ArrayList<>();
    Map<String, NetworkPlan> needed = new LinkedHashMap<>();
    for (CardDraft card : network.cards()) {
      of(card)
          .plan()
          .ifPresent(
              nic -> {
                nics.add(nic);
                host.flatMap(has -> has.needed(nic.link(), missing()))
                    .ifPresent(plan -> needed.put(plan.name(), plan));
              });
    }
    if (!nics.equals(network.nics().get())) {
      network.nics().suggest(List.copyOf(nics));
    }
    if (!List.copyOf(needed.values()).equals(network.networks().get())) {
      network.networks().suggest(List.copyOf(needed.values()));
    }
  }
}
