package org.vitrine.bridge.link;

import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import java.util.Random;
import java.util.UUID;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;
import java.util.concurrent.atomic.AtomicBoolean;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.function.BooleanSupplier;
import java.util.function.Predicate;
import org.junit.jupiter.api.Assertions;
import org.vitrine.bridge.fake.FakeHost;
import org.vitrine.bridge.fake.FakeHypervisor;
import org.vitrine.model.host.Driver;
import org.vitrine.model.host.HostAddress;
import org.vitrine.model.host.HostEntry;
import org.vitrine.model.host.HostId;
import org.vitrine.model.host.HostState;
import org.vitrine.model.inventory.HostSnapshot;
import org.vitrine.model.port.CredentialPrompt;
import org.vitrine.model.problem.Cause;
import org.vitrine.model.problem.ProblemException;
import org.vitrine.model.vm.Action;
import org.vitrine.model.vm.Machine;
import org.vitrine.model.vm.MachineState;

/** One link to one host in memory, with all it ever told. */
final class Rig implements AutoCloseable {

  /** Twenty times as fast as in life: silence is noticed after 300 ms. */
  static final LinkTiming FAST = LinkTiming.DEFAULT.faster(20);

  static final Duration SOON = Duration.ofSeconds(5);
  private static final AtomicInteger NUMBER = new AtomicInteger();

  record Told(long nanos, HostSnapshot snapshot) {}

  final FakeHypervisor fake = new FakeHypervisor();
  final HostEntry entry;
  final FakeHost host;
  final HostLink link;
  private final List<Told> told = new ArrayList<>();
  private volatile Duration wallShift = Duration.ZERO;

  Rig() {
    this(FAST, CredentialPrompt.NONE);
  }

  Rig(LinkTiming timing, CredentialPrompt prompt) {
    entry = entry("/rig" + NUMBER.incrementAndGet());
    host = fake.host(entry.address());
    InstantSource clock = () -> Instant.now().plus(wallShift);
    link = new HostLink(entry, fake, prompt, this::take, timing, new Random(7), clock);
  }

  static HostEntry entry(String path) {
    HostAddress address = HostAddress.local(Driver.QEMU, path);
    return new HostEntry(
        new HostId("h" + path.replace('/', '-')), "Host " + path, address, "", true);
  }

  private synchronized void take(HostSnapshot snapshot) {
    told.add(new Told(System.nanoTime(), snapshot));
    notifyAll();
  }

  synchronized List<Told> told() {
    return List.copyOf(told);
  }

  List<HostState> states() {
    List<HostState> states = new ArrayList<>();
    for (Told one : told()) {
      if (states.isEmpty() || !states.getLast().equals(one.snapshot().state())) {
        states.add(one.snapshot().state());
      }
    }
    return states;
  }

  void shiftWall(Duration by) {
    wallShift = wallShift.plus(by);
  }

  Rig connected() {
    link.connect();
    await(HostState.Connected.class);
    return this;
  }

  /** The first snapshot, told already or still to come, that is so. */
  HostSnapshot await(Predicate<HostSnapshot> wanted) {
    return await(wanted, 0, SOON);
  }

  HostSnapshot await(Class<? extends HostState> state) {
    return await(snapshot -> state.isInstance(snapshot.state()));
  }

  /** As {@link #await}, but looks only at what is told from that mark on. */
  synchronized HostSnapshot await(Predicate<HostSnapshot> wanted, int mark, Duration limit) {
    long until = System.nanoTime() + limit.toNanos();
    int next = mark;
    while (true) {
      for (; next < told.size(); next++) {
        if (wanted.test(told.get(next).snapshot())) {
          return told.get(next).snapshot();
        }
      }
      long left = (until - System.nanoTime()) / 1_000_000;
      if (left <= 0) {
        Assertions.fail("not told; last was " + (told.isEmpty() ? "nothing" : told.getLast()));
      }
      try {
        wait(left);
      } catch (InterruptedException e) {
        throw new AssertionError(e);
      }
    }
  }

  HostSnapshot awaitNext(Class<? extends HostState> state, int mark) {
    return await(snapshot -> state.isInstance(snapshot.state()), mark, SOON);
  }

  /** Connected again, after a loss that came after that mark. */
  HostSnapshot awaitBack(int mark) {
    AtomicBoolean lost = new AtomicBoolean();
    return await(
        snapshot -> {
          lost.compareAndSet(false, snapshot.state() instanceof HostState.Lost);
          return lost.get() && snapshot.state().isUp();
        },
        mark,
        SOON);
  }

  synchronized int mark() {
    return told.size();
  }

  static Predicate<HostSnapshot> machine(UUID uuid, Predicate<Machine> wanted) {
    return snapshot -> {
      Machine machine = snapshot.machines().get(uuid);
      return machine != null && wanted.test(machine);
    };
  }

  static Machine of(HostSnapshot snapshot, UUID uuid) {
    return Objects.requireNonNull(snapshot.machines().get(uuid));
  }

  static Predicate<HostSnapshot> inState(UUID uuid, MachineState state) {
    return machine(uuid, machine -> machine.state() == state);
  }

  CompletableFuture<Boolean> perform(UUID machine, Action action, Duration limit) {
    return link.change(
        machine,
        session -> {
          session.perform(machine, action);
          return true;
        },
        limit);
  }

  /** What the future failed with. */
  static Cause causeOf(CompletableFuture<?> future) {
    try {
      Object value = future.get(SOON.toMillis(), TimeUnit.MILLISECONDS);
      return Assertions.fail("went well: " + value);
    } catch (ExecutionException e) {
      return Optional.ofNullable(e.getCause())
          .filter(ProblemException.class::isInstance)
          .map(ProblemException.class::cast)
          .map(problem -> problem.problem().cause())
          .orElseThrow(() -> new AssertionError(e));
    } catch (InterruptedException | TimeoutException e) {
      throw new AssertionError(e);
    }
  }

  static void until(String what, BooleanSupplier so) {
    long until = System.nanoTime() + SOON.toNanos();
    while (!so.getAsBoolean()) {
      if (System.nanoTime() > until) {
        Assertions.fail("never came: " + what);
      }
      try {
        TimeUnit.MILLISECONDS.sleep(2);
      } catch (InterruptedException e) {
        throw new AssertionError(e);
      }
    }
  }

  /** Threads of this host's link that live. */
  static List<String> threads(HostEntry entry) {
    return Thread.getAllStackTraces().keySet().stream()
        .map(Thread::getName)
        .filter(name -> name.startsWith("vitrine-" + entry.id().value() + "-"))
        .toList();
  }

  @Override
  public void close() {
    host.script().clear();
    link.close();
    // one that was still being opened comes late, and is let go of then
    until("sessions let go", () -> host.openSessions() == 0 && host.opened() == host.releases());
    Assertions.assertEquals(0, host.doubleReleases(), "let go of twice");
  }
}
