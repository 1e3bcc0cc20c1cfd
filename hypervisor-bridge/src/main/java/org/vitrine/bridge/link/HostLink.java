package org.vitrine.bridge.link;

import java.time.Duration;
import java.time.InstantSource;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;
import java.util.function.Consumer;
import java.util.random.RandomGenerator;
import org.jspecify.annotations.Nullable;
import org.vitrine.model.host.HostEntry;
import org.vitrine.model.host.HostState;
import org.vitrine.model.inventory.HostSnapshot;
import org.vitrine.model.port.CredentialPrompt;
import org.vitrine.model.port.Hypervisor;
import org.vitrine.model.problem.Cause;
import org.vitrine.model.problem.Problem;
import org.vitrine.model.problem.ProblemException;

/**
 * The life of one host. Every method returns at once and may be called from any thread; only {@link
 * #close} waits, at most three seconds. Snapshots and answers are handed out on threads of the
 * link, which must not be kept: whoever takes them passes them on.
 */
public final class HostLink implements AutoCloseable {

  private static final Duration CLOSE = Duration.ofMillis(2800);

  private volatile HostEntry entry;
  private final Desk desk;
  private final Publisher publisher;
  private final Farewells farewells;
  private final LinkStates states;
  private volatile Set<UUID> watched = Set.of();
  private volatile Duration cadence = Duration.ofSeconds(1);

  public HostLink(
      HostEntry entry,
      Hypervisor hypervisor,
      CredentialPrompt prompt,
      Consumer<HostSnapshot> publish,
      LinkTiming timing) {
    this(
        entry,
        hypervisor,
        prompt,
        publish,
        timing,
        RandomGenerator.getDefault(),
        InstantSource.system());
  }

  /**
   * With a hand on chance and time.
   *
   * @param publish gets every snapshot, in order, on a thread of the link
   * @param random for the jitter of the backoff
   * @param clock the wall clock; all durations are measured on the monotonic one
   */
  public HostLink(
      HostEntry entry,
      Hypervisor hypervisor,
      CredentialPrompt prompt,
      Consumer<HostSnapshot> publish,
      LinkTiming timing,
      RandomGenerator random,
      InstantSource clock) {
    this.entry = entry;
    desk = new Desk(entry.id().value());
    HostPicture picture = new HostPicture(entry.id(), clock);
    publisher = new Publisher(desk, timing.publish(), picture::snapshot, publish);
    farewells = new Farewells(entry.id().value(), timing.grace());
    Room room = new Room(() -> this.entry, timing, clock, desk, picture, publisher, farewells);
    states = new LinkStates(room, hypervisor, prompt, new Backoff(timing.backoff(), random));
  }

  public HostEntry entry() {
    return entry;
  }

  /** Takes another label, group or wish to be connected; the address stays. */
  void relabel(HostEntry next) {
    entry = next;
  }

  /** The snapshot that was handed out last. */
  public HostSnapshot latest() {
    return publisher.latest();
  }

  /** References the library still held after sessions were let go of; 0 is clean. */
  public int leaked() {
    return farewells.leaked();
  }

  /** Does nothing while the way stands or is being opened. */
  public void connect() {
    desk.put(() -> states.wanted(false));
  }

  /** As {@link #connect}, and gives up a way on which nothing comes back. */
  public void retryNow() {
    desk.put(() -> states.wanted(true));
  }

  public void disconnect() {
    desk.put(() -> states.leave(new HostState.Disconnected()));
  }

  /** Reads everything again. */
  public void refresh() {
    desk.put(states::refresh);
  }

  /** Whose usage and addresses are polled, and how often. */
  public void watch(Set<UUID> onScreen, Duration every) {
    Set<UUID> copy = Set.copyOf(onScreen);
    watched = copy;
    cadence = every;
    desk.put(() -> states.watch(copy, every));
  }

  /** Looks at what the other one looked at. */
  void watchAs(HostLink other) {
    watch(other.watched, other.cadence);
  }

  /**
   * Runs a task beside others. The future fails with a {@link ProblemException}, after the limit at
   * the latest, even while the host still holds the call.
   */
  public <T extends @Nullable Object> CompletableFuture<T> ask(Task<T> task, Duration limit) {
    return put(Optional.empty(), task, limit);
  }

  /**
   * As {@link #ask}, but after all changes of the same machine that were asked for before. The
   * machine is read again when it is done, whether it went well or not.
   */
  public <T extends @Nullable Object> CompletableFuture<T> change(
      UUID machine, Task<T> task, Duration limit) {
    return put(Optional.of(machine), task, limit);
  }

  private <T extends @Nullable Object> CompletableFuture<T> put(
      Optional<UUID> machine, Task<T> task, Duration limit) {
    CompletableFuture<T> future = new CompletableFuture<>();
    if (!desk.put(() -> states.put(machine, task, limit, future))) {
      Problem gone = Problem.of(Cause.CONNECTION_LOST, entry.label());
      future.completeExceptionally(new ProblemException(gone));
    }
    return future;
  }

  /** Lets everything go, waiting at most three seconds; what still hangs then is left behind. */
  @Override
  public void close() {
    CountDownLatch left = new CountDownLatch(1);
    long until = System.nanoTime() + CLOSE.toNanos();
    boolean taken =
        desk.put(
            () -> {
              states.close();
              left.countDown();
            });
    if (!taken) {
      return;
    }
    try {
      if (left.await(CLOSE.toNanos(), TimeUnit.NANOSECONDS)) {
        farewells.await(Duration.ofNanos(until - System.nanoTime()));
      }
    } catch (InterruptedException _) {
      Thread.currentThread().interrupt();
    }
    desk.close();
  }

  /** Ends the way for a reason that the host itself did not give. */
  void refuse(Problem problem) {
    desk.put(() -> states.refuse(problem));
  }
}
