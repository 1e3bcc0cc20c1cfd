package org.vitrine.app.inventory;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.CompletableFuture;
import java.util.function.Consumer;
import javafx.collections.FXCollections;
import javafx.collections.ObservableList;
import org.vitrine.app.job.FxThread;
import org.vitrine.bridge.demo.DemoHost;
import org.vitrine.bridge.link.HostLink;
import org.vitrine.bridge.link.HostLinks;
import org.vitrine.model.host.HostAddress;
import org.vitrine.model.host.HostEntry;
import org.vitrine.model.host.HostFacts;
import org.vitrine.model.host.HostId;

/** The user's hosts and the ways to them. */
public final class HostDirectory {

  /** Longest wait for the form's test and for anything that only reads. */
  public static final java.time.Duration READING = java.time.Duration.ofSeconds(20);

  /**
   * A host of the list.
   *
   * @param kept false for one given for this run only, which is not written down
   */
  public record Listed(HostEntry entry, boolean kept) {
    /** Whether it is the host to play with. */
    public boolean isDemo() {
      return DemoHost.isDemo(entry.address());
    }
  }

  private final HostLinks links;
  private final InventoryStore store;
  private final Consumer<List<HostEntry>> keep;
  private final ObservableList<Listed> hosts = FXCollections.observableArrayList();

  /** One for all: a view is held weakly, so a new one would be gone with its listeners. */
  private final ObservableList<Listed> view = FXCollections.unmodifiableObservableList(hosts);

  public HostDirectory(HostLinks links, InventoryStore store, Consumer<List<HostEntry>> keep) {
    this.links = links;
    this.store = store;
    this.keep = keep;
  }

  public ObservableList<Listed> hosts() {
    return view;
  }

  public Optional<Listed> find(HostId id) {
    return hosts.stream().filter(host -> host.entry().id().equals(id)).findFirst();
  }

  public String label(HostId id) {
    return find(id).map(host -> host.entry().label()).orElse(id.value());
  }

  public Optional<HostAddress> address(HostId id) {
    return find(id).map(host -> host.entry().address());
  }

  /** Takes a host into the list without connecting it. */
  public void add(HostEntry entry, boolean kept) {
    FxThread.assertHere();
    links.add(entry);
    hosts.add(new Listed(entry, kept));
    write(kept);
  }

  /** Takes in hosts whose links are there already. */
  public void adopt(List<Listed> known) {
    FxThread.assertHere();
    hosts.addAll(known);
  }

  public void replace(HostEntry entry) {
    FxThread.assertHere();
    for (int i = 0; i < hosts.size(); i++) {
      Listed old = hosts.get(i);
      if (old.entry().id().equals(entry.id())) {
        boolean sameWay = old.entry().address().equals(entry.address());
        if (!sameWay) {
          links.replace(entry);
          store.forget(entry.id());
        }
        hosts.set(i, new Listed(entry, old.kept()));
        write(old.kept());
        return;
      }
    }
  }

  public void remove(HostId id) {
    FxThread.assertHere();
    find(id)
        .ifPresent(
            host -> {
              hosts.remove(host);
              links.remove(id);
              store.forget(id);
              write(host.kept());
            });
  }

  public void connectAll() {
    links.connectAll();
  }

  public void connect(HostId id) {
    link(id).ifPresent(HostLink::connect);
  }

  public void disconnect(HostId id) {
    link(id).ifPresent(HostLink::disconnect);
  }

  public void retry(HostId id) {
    link(id).ifPresent(HostLink::retryNow);
  }

  public Optional<HostLink> link(HostId id) {
    return links.link(id);
  }

  public CompletableFuture<HostFacts> test(HostAddress address) {
    return links.test(address, READING);
  }

  private void write(boolean changedKept) {
    if (changedKept) {
      List<HostEntry> kept = new ArrayList<>();
      hosts.stream().filter(Listed::kept).forEach(host -> kept.add(host.entry()));
      keep.accept(kept);
    }
  }
}
