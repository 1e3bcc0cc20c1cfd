package org.vitrine.bridge.link;

import java.time.Duration;
import java.util.ArrayList;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ConcurrentHashMap;
import java.util.function.Consumer;
import org.vitrine.model.host.HostAddress;
import org.vitrine.model.host.HostEntry;
import org.vitrine.model.host.HostFacts;
import org.vitrine.model.host.HostId;
import org.vitrine.model.host.HostState;
import org.vitrine.model.inventory.HostSnapshot;
import org.vitrine.model.port.CredentialPrompt;
import org.vitrine.model.port.Hypervisor;
import org.vitrine.model.problem.Cause;
import org.vitrine.model.problem.Problem;

/**
 * All links. Each lives on threads of its own, so that none can hold up another. Every method
 * returns at once and may be called from any thread; only {@link #close} waits.
 */
public final class HostLinks implements AutoCloseable {

  private static final Duration CLOSE = Duration.ofSeconds(3);

  private final Hypervisor hypervisor;
  private final CredentialPrompt prompt;
  private final Consumer<HostSnapshot> publish;
  private final LinkTiming timing;
  private final Map<HostId, HostLink> links = new ConcurrentHashMap<>();
  private final SameHost same = new SameHost();

  /**
   * No links yet.
   *
   * @param publish gets all snapshots of all hosts, on their links' threads
   */
  public HostLinks(
      Hypervisor hypervisor,
      CredentialPrompt prompt,
      Consumer<HostSnapshot> publish,
      LinkTiming timing) {
    this.hypervisor = hypervisor;
    this.prompt = prompt;
    this.publish = publish;
    this.timing = timing;
  }

  /** Adds a host without connecting it; an entry with the same id is {@link #replace replaced}. */
  public HostLink add(HostEntry entry) {
    return replace(entry);
  }

  public synchronized void remove(HostId id) {
    HostLink link = links.remove(id);
    if (link != null) {
      same.left(id);
      closeAside(link);
    }
  }

  /**
   * Takes the place of the entry with the same id. Where the address is the same the link goes on
   * as it is; else the old one ends, and the new one connects if that one was wanted connected.
   */
  public synchronized HostLink replace(HostEntry entry) {
    HostLink before = links.get(entry.id());
    if (before != null && before.entry().address().equals(entry.address())) {
      before.relabel(entry);
      return before;
    }
    same.left(entry.id());
    HostLink link =
        new HostLink(
            entry, hypervisor, prompt, snapshot -> told(entry.address(), snapshot), timing);
    links.put(entry.id(), link);
    if (before != null) {
      link.watchAs(before);
      if (!(before.latest().state() instanceof HostState.Disconnected)) {
        link.connect();
      }
      closeAside(before);
    }
    return link;
  }

  public Optional<HostLink> link(HostId id) {
    return Optional.ofNullable(links.get(id));
  }

  public Collection<HostLink> all() {
    return List.copyOf(links.values());
  }

  /** Connects all that are to connect by themselves, side by side. */
  public void connectAll() {
    links.values().stream().filter(link -> link.entry().autoconnect()).forEach(HostLink::connect);
  }

  /** Opens a host that need not be in the list, asks who it is, and leaves again. */
  public CompletableFuture<HostFacts> test(HostAddress address, Duration limit) {
    return new HostTest(address).start(hypervisor, prompt, limit);
  }

  /** References the library still held after sessions were let go of; 0 is clean. */
  public int leaked() {
    return links.values().stream().mapToInt(HostLink::leaked).sum();
  }

  /** Lets all hosts go side by side, waiting at most three seconds in all. */
  @Override
  public void close() {
    long until = System.nanoTime() + CLOSE.toNanos();
    List<Thread> closing = new ArrayList<>();
    links.values().forEach(link -> closing.add(closeAside(link)));
    try {
      for (Thread thread : closing) {
        Duration left = Duration.ofNanos(until - System.nanoTime());
        if (left.isPositive()) {
          thread.join(left);
        }
      }
    } catch (InterruptedException _) {
      Thread.currentThread().interrupt();
    }
  }

  private static Thread closeAside(HostLink link) {
    return Thread.ofPlatform()
        .daemon()
        .name("vitrine-" + link.entry().id().value() + "-close")
        .start(link::close);
  }

  private void told(HostAddress from, HostSnapshot snapshot) {
    HostLink link = links.get(snapshot.host());
    if (link == null || !link.entry().address().equals(from)) {
      // the last words of one that was removed or replaced
      return;
    }
    Optional<HostEntry> first = same.seen(link.entry(), snapshot);
    if (first.isPresent()) {
      link.refuse(Problem.of(Cause.SAME_HOST_TWICE, link.entry().label(), first.get().label()));
    } else {
      publish.accept(snapshot);
    }
  }
}
