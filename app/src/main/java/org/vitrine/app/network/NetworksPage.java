package org.vitrine.app.network;

import java.util.ArrayList;
import java.util.List;
import java.util.function.Function;
import org.vitrine.app.control.ThingList;
import org.vitrine.app.i18n.Words;
import org.vitrine.app.inventory.HostDirectory;
import org.vitrine.app.inventory.InventoryStore;
import org.vitrine.app.inventory.Things;
import org.vitrine.model.explain.PowerCommands;
import org.vitrine.model.host.HostId;
import org.vitrine.model.network.VirtualNetwork;

/** All virtual networks: where they are, who can reach whom, and a way to start them. */
public final class NetworksPage extends ThingList<NetworksPage.Line> {

  /** A network on its host. */
  public record Line(HostId host, VirtualNetwork network) {}

  private final InventoryStore store;
  private final HostDirectory directory;

  public NetworksPage(InventoryStore store, HostDirectory directory, Things things) {
    super("networks", Words.word("empty.networks"), Words.word("empty.networks.hint"));
    this.store = store;
    this.directory = directory;
    setId("networks-page");
    column("thing.name", line -> line.network().name(), 180);
    column("thing.host", line -> directory.label(line.host()), 150);
    column(
        "thing.state",
        line -> Words.word(line.network().active() ? "thing.active" : "thing.inactive"),
        90);
    column("network.mode", line -> Words.word("network.mode", line.network().mode()), 260);
    column("network.subnet", line -> line.network().subnet(), 150);
    column("network.bridge", line -> line.network().bridge(), 100);
    column(
        "thing.autostart",
        line -> Words.word(line.network().autostart() ? "word.yes" : "word.no"),
        110);
    action(
        "network.start",
        "start",
        line ->
            line.network().active() ? Words.word("network.alreadyActive") : hostFault(line.host()),
        line ->
            things.change(
                line.host(),
                Words.word("job.startNetwork", line.network().name()),
                host -> List.of(PowerCommands.startNetwork(host, line.network().name())),
                session -> session.startNetwork(line.network().name())));
    action(
        "network.stop",
        "force-off",
        line ->
            line.network().active()
                ? hostFault(line.host())
                : Words.word("network.alreadyInactive"),
        line ->
            things.confirmChange(
                line.host(),
                users(line),
                new Things.Question(
                    Words.word("network.stop.title", line.network().name()),
                    Words.word("network.stop.text"),
                    Words.word("network.stop.verb")),
                Words.word("job.stopNetwork", line.network().name()),
                host -> List.of(PowerCommands.stopNetwork(host, line.network().name())),
                session -> session.stopNetwork(line.network().name())));
    store.listen(hosts -> refresh());
    visibleProperty().subscribe(seen -> refresh());
    sceneProperty().subscribe(scene -> refresh());
  }

  private String hostFault(HostId host) {
    return store.host(host).state().isUp()
        ? ""
        : Words.word("refusal.HOST_NOT_CONNECTED", directory.label(host));
  }

  /** The running machines that would be cut off. */
  private List<String> users(Line line) {
    return store.host(line.host()).machines().values().stream()
        .filter(machine -> machine.state().isActive())
        .filter(
            machine ->
                machine.nics().stream()
                    .anyMatch(nic -> nic.network().equals(line.network().name())))
        .map(machine -> machine.label())
        .sorted()
        .toList();
  }

  private void refresh() {
    if (!isVisible() || getScene() == null) {
      return;
    }
    List<Line> lines = new ArrayList<>();
    for (HostDirectory.Listed host : directory.hosts()) {
      HostId id = host.entry().id();
      store.host(id).networks().forEach(network -> lines.add(new Line(id, network)));
    }
    Function<Line, Object> key = line -> List.of(line.host(), line.network().uuid());
    show(lines, key);
  }
}
