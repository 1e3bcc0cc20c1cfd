package org.vitrine.app.app;

import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;
import java.util.function.Consumer;
import org.jspecify.annotations.Nullable;
import org.vitrine.app.inventory.HostDirectory.Listed;
import org.vitrine.app.job.FxThread;
import org.vitrine.bridge.demo.DemoHypervisor;
import org.vitrine.bridge.event.EventLoop;
import org.vitrine.bridge.keep.PreferencesFile;
import org.vitrine.bridge.keep.XdgFolders;
import org.vitrine.bridge.libvirt.LibvirtHypervisor;
import org.vitrine.bridge.link.HostLinks;
import org.vitrine.bridge.link.LinkTiming;
import org.vitrine.bridge.xml.DomainXml;
import org.vitrine.model.host.HostId;
import org.vitrine.model.inventory.HostSnapshot;
import org.vitrine.model.port.CredentialPrompt;
import org.vitrine.model.port.Hypervisor;

/**
 * What can be under way before there is a window: settings are read and hosts are connected while
 * the toolkit still wakes up, so that the first picture already has machines in it.
 */
final class HeadStart implements Consumer<HostSnapshot> {

  private final Keeping keeping;
  private final PreferencesFile.Reading preferences;
  private final FirstHosts firstHosts;
  private final List<Listed> hosts;
  private final HostLinks links;
  private final CompletableFuture<CredentialPrompt> prompt = new CompletableFuture<>();
  private final Map<HostId, HostSnapshot> early = new LinkedHashMap<>();
  private final CountDownLatch listed;
  private @Nullable Consumer<HostSnapshot> reader;

  private HeadStart(Options options) {
    XdgFolders folders = XdgFolders.ofThisProcess();
    Hypervisor hypervisor =
        new DemoHypervisor(
            new LibvirtHypervisor(new EventLoop(), DomainXml::read, FxThread.guard()));
    links =
        new HostLinks(
            hypervisor, question -> prompt.join().answer(question), this, LinkTiming.DEFAULT);
    keeping = new Keeping(folders, !options.unattended());
    firstHosts = new FirstHosts(folders, keeping, options);
    hosts = firstHosts.read();
    listed =
        new CountDownLatch((int) hosts.stream().filter(host -> host.entry().autoconnect()).count());
    for (Listed host : hosts) {
      links.add(host.entry());
    }
    links.connectAll();
    preferences = keeping.preferences();
  }

  static HeadStart begin(Options options) {
    return new HeadStart(options);
  }

  /** Keeps what comes before anyone reads it, and hands on what comes after. */
  @Override
  public void accept(HostSnapshot snapshot) {
    Optional<Consumer<HostSnapshot>> now;
    synchronized (early) {
      now = Optional.ofNullable(reader);
      if (now.isEmpty()) {
        HostSnapshot before = early.put(snapshot.host(), snapshot);
        if (snapshot.state().isUp() && (before == null || !before.state().isUp())) {
          listed.countDown();
        }
      }
    }
    now.ifPresent(to -> to.accept(snapshot));
  }

  /** Waits a moment for the hosts that answer at once; a slow one is not waited for. */
  void awaitQuickHosts(long millis) {
    try {
      // late ones come to the reader, so it does not matter which they were
      if (!listed.await(millis, TimeUnit.MILLISECONDS)) {
        return;
      }
    } catch (InterruptedException interrupted) {
      Thread.currentThread().interrupt();
    }
  }

  /** Gives everything on to the window's parts, what came early first. */
  void handOver(Consumer<HostSnapshot> to, CredentialPrompt asking) {
    synchronized (early) {
      early.values().forEach(to);
      reader = to;
    }
    prompt.complete(asking);
  }

  HostLinks links() {
    return links;
  }

  Keeping keeping() {
    return keeping;
  }

  PreferencesFile.Reading preferences() {
    return preferences;
  }

  FirstHosts firstHosts() {
    return firstHosts;
  }

  List<Listed> hosts() {
    return hosts;
  }
}
