package org.vitrine.app.create.network;

import java.util.List;
import java.util.Optional;
import javafx.beans.property.ReadOnlyObjectProperty;
import javafx.beans.property.ReadOnlyObjectWrapper;
import javafx.beans.property.ReadOnlyStringProperty;
import javafx.beans.property.ReadOnlyStringWrapper;
import org.vitrine.app.create.draft.CardDraft;
import org.vitrine.app.create.draft.ForwardDraft;
import org.vitrine.app.i18n.Words;
import org.vitrine.app.problem.ProblemText;
import org.vitrine.model.network.HostNetworks;
import org.vitrine.model.network.HostNetworks.Availability;
import org.vitrine.model.network.NetworkChoice;
import org.vitrine.model.network.Reach;
import org.vitrine.model.network.Subnets;
import org.vitrine.model.network.VirtualNetwork;
import org.vitrine.model.plan.NetworkPlan;
import org.vitrine.model.plan.NicPlan;
import org.vitrine.model.plan.NicPlan.Link;
import org.vitrine.model.unit.Cidr;
import org.vitrine.model.unit.MacAddress;

/** One card: what it can be plugged into, who is reached then, and what is wrong with it. */
final class CardModel {

  private final CardDraft card;
  private final NetworkModel all;
  private final ReadOnlyObjectWrapper<Reach> reach = new ReadOnlyObjectWrapper<>(Reach.noCard());
  private final ReadOnlyStringWrapper outcome = new ReadOnlyStringWrapper("");
  private final ReadOnlyStringWrapper caution = new ReadOnlyStringWrapper("");
  private final ReadOnlyStringWrapper macProblem = new ReadOnlyStringWrapper("");
  private final ReadOnlyStringWrapper macCaution = new ReadOnlyStringWrapper("");
  private final ReadOnlyStringWrapper forwardProblem = new ReadOnlyStringWrapper("");
  private final ReadOnlyStringWrapper choiceProblem = new ReadOnlyStringWrapper("");

  CardModel(CardDraft card, NetworkModel all) {
    this.card = card;
    this.all = all;
  }

  CardDraft card() {
    return card;
  }

  /** Who reaches whom as it is now. */
  ReadOnlyObjectProperty<Reach> reachProperty() {
    return reach.getReadOnlyProperty();
  }

  /** What will be made or started for it; empty where it is all there. */
  ReadOnlyStringProperty outcomeProperty() {
    return outcome.getReadOnlyProperty();
  }

  ReadOnlyStringProperty cautionProperty() {
    return caution.getReadOnlyProperty();
  }

  ReadOnlyStringProperty macProblemProperty() {
    return macProblem.getReadOnlyProperty();
  }

  ReadOnlyStringProperty macCautionProperty() {
    return macCaution.getReadOnlyProperty();
  }

  ReadOnlyStringProperty forwardProblemProperty() {
    return forwardProblem.getReadOnlyProperty();
  }

  ReadOnlyStringProperty choiceProblemProperty() {
    return choiceProblem.getReadOnlyProperty();
  }

  String problem() {
    for (ReadOnlyStringProperty each : List.of(choiceProblem, forwardProblem, macProblem)) {
      if (!each.get().isEmpty()) {
        return each.get();
      }
    }
    return "";
  }

  /** Why a choice cannot be made; empty where it can, or while the host has not answered. */
  String absence(NetworkChoice choice) {
    return all.host().map(host -> absence(host, choice)).orElse("");
  }

  private static String absence(HostNetworks host, NetworkChoice choice) {
    return switch (host.availability(choice)) {
      case Availability.Offered offered -> "";
      case Availability.Absent(HostNetworks.Lack lack, String detail) ->
          Words.word("networkLack." + lack, ProblemText.shown(detail));
    };
  }

  /** Who would be reached under a choice. */
  Reach reach(NetworkChoice choice) {
    Optional<Link> link = link(choice);
    if (choice == NetworkChoice.NONE) {
      return Reach.noCard();
    }
    if (all.host().isPresent() && link.isPresent()) {
      return all.host().get().reach(link.get(), all.missing());
    }
    return switch (choice) {
      case NAT -> Reach.of(VirtualNetwork.Mode.NAT);
      case BRIDGED -> Reach.lan();
      case HOST_ONLY -> Reach.of(VirtualNetwork.Mode.HOST_ONLY);
      case INTERNAL -> Reach.of(VirtualNetwork.Mode.INTERNAL);
      case USER -> Reach.user(List.of());
      case NONE -> Reach.noCard();
    };
  }

  /** What it is plugged into under a choice. */
  Optional<Link> link(NetworkChoice choice) {
    return choice == NetworkChoice.USER
        ? Optional.of(
            new Link.User(
                card.forwards().stream().flatMap(each -> ForwardModel.of(each).stream()).toList()))
        : card.link(choice).get();
  }

  /** The card as it goes into the plan; empty where there is none. */
  Optional<NicPlan> plan() {
    NetworkChoice choice = card.choice().get();
    return choice == NetworkChoice.NONE
        ? Optional.empty()
        : link(choice)
            .map(
                link ->
                    new NicPlan(
                        link,
                        // what is refused reaches no plan
                        MacAddress.parse(card.mac().get())
                            .map(MacAddress::text)
                            .orElse(card.mac().suggestion()),
                        card.model().get(),
                        card.plugged().get()));
  }

  void refresh() {
    NetworkChoice choice = card.choice().get();
    reach.set(
        choice != NetworkChoice.NONE && !card.plugged().get() ? Reach.unplugged() : reach(choice));
    choiceProblem.set(absence(choice));
    checkMac(choice);
    forwardProblem.set(
        choice == NetworkChoice.USER
            ? card.forwards().stream()
                .map(each -> ForwardModel.fault(each, all.forwards()))
                .filter(fault -> !fault.isEmpty())
                .findFirst()
                .orElse("")
            : "");
    Optional<NetworkPlan> needed =
        all.host().flatMap(host -> link(choice).flatMap(link -> host.needed(link, all.missing())));
    outcome.set(needed.map(CardModel::outcome).orElse(""));
    caution.set(needed.map(this::clash).orElse(""));
  }

  private static String outcome(NetworkPlan plan) {
    if (!plan.missing()) {
      return Words.word("networkPage.willStart", ProblemText.shown(plan.name()));
    }
    return plan.subnet().isEmpty()
        ? Words.word("networkPage.willMake", plan.name())
        : Words.word("networkPage.willMake.range", plan.name(), plan.subnet());
  }

  /** A network that is there and rests may have been overtaken by the host's own addresses. */
  private String clash(NetworkPlan plan) {
    if (plan.missing()) {
      return "";
    }
    return all.host()
        .flatMap(
            host ->
                host.network(plan.name())
                    .flatMap(
                        network ->
                            Cidr.around(network.subnet())
                                .flatMap(Subnets.againstStart(host.offer(), network)::conflict)))
        .map(
            taken ->
                Words.word(
                    "networkPage.startClash",
                    ProblemText.shown(plan.name()),
                    plan.subnet(),
                    taken.name()))
        .orElse("");
  }

  private void checkMac(NetworkChoice choice) {
    macProblem.set("");
    macCaution.set("");
    if (choice == NetworkChoice.NONE) {
      return;
    }
    Optional<MacAddress> mac = MacAddress.parse(card.mac().get());
    if (mac.isEmpty()) {
      macProblem.set(Words.word("mac.malformed"));
    } else if (mac.get().isZero()) {
      macProblem.set(Words.word("mac.zero"));
    } else if (mac.get().isMulticast()) {
      macProblem.set(Words.word("mac.multicast"));
    } else if (all.isMacTwice(card, mac.get())) {
      macProblem.set(Words.word("mac.twice"));
    } else {
      Optional.ofNullable(all.takenMacs().get(mac.get().text()))
          .ifPresent(name -> macCaution.set(Words.word("mac.taken", ProblemText.shown(name))));
    }
  }

  String forwardFault(ForwardDraft forward) {
    return ForwardModel.fault(forward, all.forwards());
  }
}
