package org.vitrine.app.create.page;

import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;
import javafx.beans.property.ReadOnlyObjectProperty;
import javafx.beans.property.ReadOnlyObjectWrapper;
import javafx.util.Subscription;
import org.vitrine.app.create.draft.Draft;
import org.vitrine.app.job.Newest;
import org.vitrine.model.host.Capability;
import org.vitrine.model.host.HostId;
import org.vitrine.model.inventory.HostSnapshot;
import org.vitrine.model.network.VirtualNetwork;
import org.vitrine.model.vm.Machine;

/** Where the machine can be made, and what is there for it. */
public final class HostModel {

  private final Draft draft;
  private final Services services;
  private final Newest asking;
  private final ReadOnlyObjectWrapper<List<HostId>> ready = new ReadOnlyObjectWrapper<>(List.of());
  private final Subscription watch;

  public HostModel(Draft draft, Services services) {
    this.draft = draft;
    this.services = services;
    asking = new Newest(services.elsewhere());
    draft.host().valueProperty().subscribe(host -> hostChanged());
    watch = services.store().listen(changed -> refresh());
    refresh();
  }

  /** The hosts that are connected now. */
  public ReadOnlyObjectProperty<List<HostId>> readyProperty() {
    return ready.getReadOnlyProperty();
  }

  public String label(HostId host) {
    return services.directory().label(host);
  }

  /** Asks the host again: what is free changes. */
  public void askAgain() {
    draft
        .host()
        .get()
        .ifPresent(
            host ->
                asking.follow(
                    services.offer().apply(host),
                    offer -> draft.offer().suggest(Optional.of(offer)),
                    failure -> {}));
  }

  public void close() {
    watch.unsubscribe();
    asking.forget();
  }

  private void refresh() {
    List<HostId> up =
        services.directory().hosts().stream()
            .map(host -> host.entry().id())
            .filter(host -> services.store().host(host).state().isUp())
            .toList();
    if (!up.equals(ready.get())) {
      ready.set(up);
    }
    Optional<HostId> chosen = draft.host().get().filter(up::contains);
    draft.host().suggest(chosen.or(() -> best(up)));
    takeNames();
    takeNetworks();
  }

  /** The user's own hosts before the one to play with. */
  private Optional<HostId> best(List<HostId> up) {
    return up.stream()
        .filter(host -> services.directory().find(host).map(found -> !found.isDemo()).orElse(false))
        .findFirst()
        .or(() -> up.stream().findFirst());
  }

  private void hostChanged() {
    draft.offer().suggest(Optional.empty());
    takeNames();
    takeNetworks();
    askAgain();
  }

  private void takeNames() {
    Set<String> names =
        draft
            .host()
            .get()
            .map(
                host ->
                    services.store().host(host).machines().values().stream()
                        .map(Machine::name)
                        .collect(Collectors.toUnmodifiableSet()))
            .orElse(Set.of());
    if (!names.equals(draft.takenNames().get())) {
      draft.takenNames().suggest(names);
    }
  }

  private void takeNetworks() {
    Optional<HostSnapshot> seen = draft.host().get().map(services.store()::host);
    List<VirtualNetwork> networks = seen.map(HostSnapshot::networks).orElse(List.of());
    if (!networks.equals(draft.network().known().get())) {
      draft.network().known().suggest(networks);
    }
    draft
        .network()
        .noNetworks()
        .suggest(
            seen.flatMap(HostSnapshot::facts)
                .flatMap(
                    facts ->
                        facts.can(Capability.NETWORKS)
                            ? Optional.empty()
                            : Optional.of(facts.absent().getOrDefault(Capability.NETWORKS, ""))));
    Map<String, String> macs = new HashMap<>();
    seen.ifPresent(
        host ->
            host.machines()
                .values()
                .forEach(
                    machine ->
                        machine.nics().forEach(nic -> macs.put(nic.mac(), machine.label()))));
    if (!macs.equals(draft.network().takenMacs().get())) {
      draft.network().takenMacs().suggest(Map.copyOf(macs));
    }
  }
}
