package org.vitrine.app.inventory;

import java.util.ArrayList;
import java.util.Collection;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import java.util.concurrent.atomic.AtomicBoolean;
import java.util.function.Consumer;
import javafx.animation.KeyFrame;
import javafx.animation.PauseTransition;
import javafx.animation.Timeline;
import javafx.beans.property.ReadOnlyLongProperty;
import javafx.beans.property.ReadOnlyLongWrapper;
import javafx.util.Duration;
import javafx.util.Subscription;
import org.vitrine.app.job.FxThread;
import org.vitrine.model.host.HostId;
import org.vitrine.model.inventory.HostSnapshot;
import org.vitrine.model.vm.Machine;
import org.vitrine.model.vm.MachineKey;
import org.vitrine.model.vm.MachineState;

/**
 * What is known of every host, on the window's thread. Snapshots may come from any thread; they are
 * gathered and brought over together, the first at once and then at most ten times a second.
 */
public final class InventoryStore implements Consumer<HostSnapshot> {

  private static final long GAP_NANOS = 100_000_000L;

  private final Object gate = new Object();
  private Map<HostId, HostSnapshot> waiting = new LinkedHashMap<>();
  private final AtomicBoolean hopping = new AtomicBoolean();

  private final Map<HostId, HostSnapshot> hosts = new LinkedHashMap<>();
  private final Map<MachineKey, Machine> expected = new LinkedHashMap<>();
  private final Map<MachineKey, UsageHistory> histories = new HashMap<>();
  private final List<Consumer<Set<HostId>>> listeners = new ArrayList<>();
  private final ReadOnlyLongWrapper ticks = new ReadOnlyLongWrapper();
  private final Timeline sampler = new Timeline();
  private Set<MachineKey> sampled = Set.of();
  private long appliedAt = System.nanoTime() - GAP_NANOS;

  @Override
  public void accept(HostSnapshot snapshot) {
    synchronized (gate) {
      waiting.put(snapshot.host(), snapshot);
    }
    if (hopping.compareAndSet(false, true)) {
      FxThread.later(this::arrive);
    }
  }

  /** Told on the window's thread which hosts changed, until unsubscribed. */
  public Subscription listen(Consumer<Set<HostId>> listener) {
    listeners.add(listener);
    return () -> listeners.remove(listener);
  }

  public HostSnapshot host(HostId host) {
    HostSnapshot known = hosts.get(host);
    return known == null ? HostSnapshot.unseen(host) : known;
  }

  public Collection<HostSnapshot> hosts() {
    return hosts.values();
  }

  public Optional<Machine> machine(MachineKey key) {
    return Optional.ofNullable(host(key.host()).machines().get(key.uuid()));
  }

  public void forget(HostId host) {
    FxThread.assertHere();
    synchronized (gate) {
      waiting.remove(host);
    }
    if (hosts.remove(host) != null) {
      tell(Set.of(host));
    }
  }

  public UsageHistory history(MachineKey key) {
    return histories.getOrDefault(key, UsageHistory.EMPTY);
  }

  /** Grows by one whenever the curves have a new point. */
  public ReadOnlyLongProperty ticksProperty() {
    return ticks.getReadOnlyProperty();
  }

  /** Keeps curves of these machines, one point a cadence; the others' are let go. */
  public void sample(Set<MachineKey> machines, Duration cadence) {
    FxThread.assertHere();
    sampled = Set.copyOf(machines);
    histories.keySet().removeIf(key -> !sampled.contains(key) && machine(key).isEmpty());
    sampler.stop();
    if (!sampled.isEmpty()) {
      sampler.getKeyFrames().setAll(new KeyFrame(cadence, tick -> takeSample()));
      sampler.setCycleCount(Timeline.INDEFINITE);
      sampler.play();
    }
  }

  private void takeSample() {
    boolean any = false;
    for (MachineKey key : sampled) {
      Optional<Machine> machine = machine(key);
      if (machine.isPresent()
          && machine.get().state() == MachineState.RUNNING
          && host(key.host())
              .facts()
              .map(facts -> facts.can(org.vitrine.model.host.Capability.USAGE))
              .orElse(false)) {
        histories.merge(
            key,
            UsageHistory.EMPTY.with(machine.get().usage()),
            (old, one) -> old.with(machine.get().usage()));
        any = true;
      }
    }
    if (any) {
      ticks.set(ticks.get() + 1);
    }
  }

  private void arrive() {
    long sinceLast = System.nanoTime() - appliedAt;
    if (sinceLast >= GAP_NANOS) {
      apply();
    } else {
      PauseTransition wait = new PauseTransition(Duration.millis((GAP_NANOS - sinceLast) / 1e6));
      wait.setOnFinished(end -> apply());
      wait.play();
    }
  }

  /** Brings over what waits, without waiting for the next turn. */
  public void applyNow() {
    FxThread.assertHere();
    apply();
  }

  private void apply() {
    appliedAt = System.nanoTime();
    hopping.set(false);
    Map<HostId, HostSnapshot> arrived;
    synchronized (gate) {
      arrived = waiting;
      waiting = new LinkedHashMap<>();
    }
    if (!arrived.isEmpty()) {
      arrived.forEach((host, snapshot) -> hosts.put(host, withExpected(snapshot)));
      tell(arrived.keySet());
    }
  }

  /** Lists a machine that its host does not know yet, until the host names it itself. */
  void expect(Machine machine) {
    expected.put(machine.key(), machine);
    HostId host = machine.key().host();
    hosts.put(host, withExpected(host(host)));
    tell(Set.of(host));
  }

  /** Lists it no longer, unless its host has named it. */
  void expectNoLonger(MachineKey key) {
    Machine machine = expected.remove(key);
    HostSnapshot known = host(key.host());
    if (machine != null && machine.equals(known.machines().get(key.uuid()))) {
      Map<UUID, Machine> without = new LinkedHashMap<>(known.machines());
      without.remove(key.uuid());
      hosts.put(key.host(), with(known, without));
      tell(Set.of(key.host()));
    }
  }

  private HostSnapshot withExpected(HostSnapshot snapshot) {
    // one that its host has named is its host's matter from then on
    expected
        .values()
        .removeIf(
            machine ->
                machine.key().host().equals(snapshot.host())
                    && snapshot.machines().containsKey(machine.key().uuid())
                    && !machine.equals(snapshot.machines().get(machine.key().uuid())));
    Map<UUID, Machine> machines = new LinkedHashMap<>(snapshot.machines());
    expected.values().stream()
        .filter(machine -> machine.key().host().equals(snapshot.host()))
        .forEach(machine -> machines.putIfAbsent(machine.key().uuid(), machine));
    return machines.size() == snapshot.machines().size() ? snapshot : with(snapshot, machines);
  }

  private static HostSnapshot with(HostSnapshot snapshot, Map<UUID, Machine> machines) {
    return new HostSnapshot(
        snapshot.host(),
        snapshot.state(),
        snapshot.facts(),
        machines,
        snapshot.networks(),
        snapshot.pools());
  }

  private void tell(Set<HostId> changed) {
    for (Consumer<Set<HostId>> listener : List.copyOf(listeners)) {
      listener.accept(changed);
    }
  }
}
