package org.vitrine.bridge.link;

import java.time.Duration;
import java.time.InstantSource;
import java.util.EnumSet;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.Future;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.function.Consumer;
import java.util.random.RandomGenerator;
import org.jspecify.annotations.Nullable;
import org.vitrine.bridge.link.LinkWorkers.Lane;
import org.vitrine.model.host.HostEntry;
import org.vitrine.model.host.HostState;
import org.vitrine.model.inventory.HostSnapshot;
import org.vitrine.model.port.CredentialPrompt;
import org.vitrine.model.port.Hypervisor;
import org.vitrine.model.port.HypervisorSession;
import org.vitrine.model.problem.Cause;
import org.vitrine.model.problem.Problem;
import org.vitrine.model.problem.ProblemException;

/**
 * The life of one host. Every method returns at once and may be called from any thread; only {@link
 * #close} waits, at most three seconds. Snapshots and answers are handed out on threads of the
 * link, which must not be kept: whoever takes them passes them on.
 */
public final class HostLink implements AutoCloseable {

  private static final Duration CLOSE = Duration.ofMillis(2900);
  private static final int OPENINGS_AT_ONCE = 3;

  /** Trying again by itself would not help, or would do harm: lock an account, ask once more. */
  private static final Set<Cause> REFUSALS =
      EnumSet.of(
          Cause.DAEMON_MISSING,
          Cause.ACCESS_DENIED,
          Cause.AUTHENTICATION_FAILED,
          Cause.AUTHENTICATION_CANCELLED,
          Cause.HOST_KEY_UNKNOWN,
          Cause.HOST_KEY_CHANGED,
          Cause.SSH_MISSING,
          Cause.SSH_KEY_LOCKED,
          Cause.CERTIFICATE_REFUSED,
          Cause.ADDRESS_REFUSED,
          Cause.DRIVER_MISSING,
          Cause.VERSION_TOO_OLD,
          Cause.SAME_HOST_TWICE,
          Cause.LIBRARY_MISSING,
          Cause.RUNTIME_FOLDER_MISSING,
          Cause.NOT_SUPPORTED_HERE,
          Cause.ARGUMENT_REFUSED,
          Cause.CANCELLED);

  private final HostEntry entry;
  private final Hypervisor hypervisor;
  private final CredentialPrompt prompt;
  private final LinkTiming timing;
  private final InstantSource clock;
  private final Desk desk;
  private final HostPicture picture;
  private final Publisher publisher;
  private final Backoff backoff;
  private final Farewells farewells;
  private final AtomicInteger opening = new AtomicInteger();
  private final ClockWatch clockWatch;

  // desk only
  private int attempt;
  private @Nullable Opening current;
  private @Nullable Stay stay;
  private @Nullable Future<?> retry;
  private @Nullable Future<?> ticking;
  private Set<UUID> watched = Set.of();
  private Duration cadence = Duration.ofSeconds(1);
  private boolean closed;

  /** One session with all that lives as long as it. */
  private record Stay(Calls calls, Pulse pulse, Visit visit, WorkBoard board, long since) {}

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

  public HostLink(
      HostEntry entry,
      Hypervisor hypervisor,
      CredentialPrompt prompt,
      Consumer<HostSnapshot> publish,
      LinkTiming timing,
      RandomGenerator random,
      InstantSource clock) {
    this.entry = entry;
    this.hypervisor = hypervisor;
    this.prompt = prompt;
    this.timing = timing;
    this.clock = clock;
    this.desk = new Desk(entry.id().value());
    this.picture = new HostPicture(entry.id(), clock);
    this.publisher = new Publisher(desk, timing.publish(), picture::snapshot, publish);
    this.backoff = new Backoff(timing.backoff(), random);
    this.farewells = new Farewells(entry.id().value(), timing.grace());
    this.clockWatch = new ClockWatch(clock, timing.jump());
  }

  public HostEntry entry() {
    return entry;
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
    desk.put(() -> wanted(false));
  }

  /** As {@link #connect}, and gives up a way on which nothing comes back. */
  public void retryNow() {
    desk.put(() -> wanted(true));
  }

  public void disconnect() {
    desk.put(() -> leave(new HostState.Disconnected()));
  }

  /** Reads everything again. */
  public void refresh() {
    desk.put(
        () -> {
          if (stay != null) {
            stay.visit().refresh();
          }
        });
  }

  /** Whose usage and addresses are polled, and how often. */
  public void watch(Set<UUID> onScreen, Duration every) {
    Set<UUID> copy = Set.copyOf(onScreen);
    desk.put(
        () -> {
          watched = copy;
          cadence = every;
          if (stay != null) {
            stay.visit().watch(copy, every);
          }
        });
  }

  /**
   * Runs a task beside others. The future fails with a {@link ProblemException}, after the limit at
   * the latest, even while the host still holds the call.
   */
  public <T extends @Nullable Object> CompletableFuture<T> ask(Task<T> task, Duration limit) {
    return put(Optional.empty(), task, limit);
  }

  /** As {@link #ask}, but after all changes of the same machine that were asked for before. */
  public <T extends @Nullable Object> CompletableFuture<T> change(
      UUID machine, Task<T> task, Duration limit) {
    return put(Optional.of(machine), task, limit);
  }

  private <T extends @Nullable Object> CompletableFuture<T> put(
      Optional<UUID> machine, Task<T> task, Duration limit) {
    CompletableFuture<T> future = new CompletableFuture<>();
    boolean taken =
        desk.put(
            () -> {
              if (stay == null) {
                future.completeExceptionally(new ProblemException(noWay()));
              } else {
                stay.board().put(machine, task, limit, future);
              }
            });
    if (!taken) {
      future.completeExceptionally(new ProblemException(lostWay()));
    }
    return future;
  }

  /** Lets everything go, waiting at most three seconds; what still hangs then is left behind. */
  @Override
  public void close() {
    CountDownLatch left = new CountDownLatch(1);
    long until = System.nanoTime() + CLOSE.toNanos();
    desk.put(
        () -> {
          closed = true;
          publisher.stop();
          leave(new HostState.Disconnected());
          left.countDown();
        });
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
    desk.put(
        () -> {
          picture.forgetMachines();
          leave(new HostState.Refused(problem));
        });
  }

  // the states; desk only

  private void wanted(boolean impatient) {
    switch (picture.state()) {
      case HostState.Disconnected _, HostState.Refused _, HostState.Lost _ -> startAfresh();
      case HostState.Silent _ -> {
        if (impatient) {
          endStay(lostWay());
          startAfresh();
        }
      }
      case HostState.Connecting _, HostState.Connected _ -> {}
    }
  }

  private void startAfresh() {
    backoff.reset();
    attempt = 0;
    open();
  }

  private void open() {
    cancelRetry();
    if (closed) {
      return;
    }
    if (opening.get() >= OPENINGS_AT_ONCE) {
      // the library still hangs in earlier tries: one more thread in it would not help
      lost(Problem.of(Cause.TIMED_OUT, entry.label()));
      return;
    }
    attempt++;
    to(new HostState.Connecting(attempt));
    startTicking();
    NewsDesk news = new NewsDesk(clock);
    Opening next =
        new Opening(
            entry.address(),
            desk,
            timing.open(),
            farewells,
            (from, reply) -> opened(from, reply, news));
    current = next;
    opening.incrementAndGet();
    next.start(hypervisor, prompt, news, entry.id().value(), opening::decrementAndGet);
  }

  private void opened(Opening from, Reply<HypervisorSession> reply, NewsDesk news) {
    boolean expected = current == from;
    if (expected) {
      current = null;
    }
    switch (reply) {
      case Reply.Got<HypervisorSession>(HypervisorSession session) -> {
        if (expected) {
          begin(session, news);
        } else {
          farewells.bid(session);
        }
      }
      case Reply.Failed<HypervisorSession> bad -> {
        if (expected) {
          failed(bad.problem());
        }
      }
    }
  }

  private void failed(Problem problem) {
    if (REFUSALS.contains(problem.cause())) {
      leave(new HostState.Refused(problem));
    } else {
      lost(problem);
    }
  }

  private void begin(HypervisorSession session, NewsDesk news) {
    Pulse pulse = new Pulse();
    Calls calls = new Calls(session, new LinkWorkers(entry.id().value()), pulse, desk);
    VisitEvents events = new VisitEvents();
    Visit visit = new Visit(calls, desk, picture, publisher, timing, news, events);
    WorkBoard board =
        new WorkBoard(
            calls,
            desk,
            machine -> news.suspect(Set.of(machine)),
            problem -> events.failed(calls, problem),
            this::lateWork,
            () -> Problem.of(Cause.OUT_OF_RESOURCES, entry.label()));
    stay = new Stay(calls, pulse, visit, board, System.nanoTime());
    visit.watch(watched, cadence);
    visit.begin();
  }

  private final class VisitEvents implements Visit.Events {
    @Override
    public void listed() {
      attempt = 0;
      to(new HostState.Connected());
    }

    @Override
    public void lost(Problem problem) {
      if (stay != null) {
        HostLink.this.lost(problem.about(entry.label()));
      }
    }

    @Override
    public void heard() {
      if (stay != null) {
        stay.pulse().heard();
        if (picture.state() instanceof HostState.Silent) {
          to(new HostState.Connected());
        }
      }
    }

    void failed(Calls calls, Problem problem) {
      if (problem.cause() == Cause.CONNECTION_LOST && stay != null && stay.calls() == calls) {
        probe();
      } else {
        heard();
      }
    }
  }

  private void lost(Problem problem) {
    if (stay != null && System.nanoTime() - stay.since() >= timing.stable().toNanos()) {
      backoff.reset();
    }
    endStay(lostWay());
    Duration wait = backoff.next();
    to(new HostState.Lost(problem, clock.instant().plus(wait)));
    cancelRetry();
    retry = desk.after(wait, this::open);
  }

  private void leave(HostState into) {
    cancelRetry();
    if (current != null) {
      current.abandon();
      current = null;
    }
    endStay(lostWay());
    if (ticking != null) {
      ticking.cancel(false);
      ticking = null;
    }
    if (!into.equals(picture.state())) {
      to(into);
    }
  }

  private void endStay(Problem problem) {
    if (stay != null) {
      Stay ending = stay;
      stay = null;
      ending.visit().end();
      ending.calls().end();
      ending.board().end(problem);
      farewells.bid(ending.calls());
    }
  }

  private void to(HostState next) {
    picture.state(next);
    publisher.now();
  }

  private void cancelRetry() {
    if (retry != null) {
      retry.cancel(false);
      retry = null;
    }
  }

  // looking after itself

  private void startTicking() {
    if (ticking == null) {
      clockWatch.jumped();
      ticking = desk.after(timing.tick(), this::tick);
    }
  }

  private void tick() {
    ticking = desk.after(timing.tick(), this::tick);
    if (clockWatch.jumped()) {
      woke();
    }
    Stay here = stay;
    if (here == null) {
      return;
    }
    Duration owing = here.pulse().owing();
    if (picture.state() instanceof HostState.Connecting) {
      if (owing.compareTo(timing.open()) > 0) {
        lost(Problem.of(Cause.TIMED_OUT, entry.label()));
      }
    } else if (owing.compareTo(timing.giveUp()) > 0) {
      lost(Problem.of(Cause.HOST_SILENT, entry.label()));
    } else {
      if (owing.compareTo(timing.silent()) > 0) {
        if (picture.state() instanceof HostState.Connected) {
          to(new HostState.Silent(clock.instant().minus(owing)));
        }
      } else if (owing.compareTo(timing.silent().dividedBy(2)) > 0) {
        // one machine that does not answer is not yet a host that does not: the list tells
        here.visit().relist();
      }
      here.visit().tick();
    }
  }

  private void woke() {
    switch (picture.state()) {
      case HostState.Lost _ -> startAfresh();
      case HostState.Connected _, HostState.Silent _ -> {
        if (stay != null) {
          stay.visit().slept();
          probe();
        }
      }
      case HostState.Connecting _, HostState.Disconnected _, HostState.Refused _ -> {}
    }
  }

  /** Asks whether the way still stands; no answer in time is an answer too. */
  private void probe() {
    Stay here = stay;
    if (here == null) {
      return;
    }
    Future<?> deadline = desk.after(timing.alive(), () -> probed(here, false));
    here.calls()
        .ask(
            Lane.PROBE,
            HypervisorSession::isAlive,
            reply -> {
              deadline.cancel(false);
              probed(here, reply instanceof Reply.Got<Boolean>(Boolean alive) && alive);
            });
  }

  private void probed(Stay asked, boolean alive) {
    if (stay != null && stay.calls() == asked.calls()) {
      if (alive) {
        asked.visit().refresh();
      } else {
        lost(Problem.of(Cause.CONNECTION_LOST, entry.label()));
      }
    }
  }

  // words for what cannot be done

  private Problem lateWork() {
    boolean silent = picture.state() instanceof HostState.Silent;
    return Problem.of(silent ? Cause.HOST_SILENT : Cause.TIMED_OUT, entry.label());
  }

  private Problem lostWay() {
    return Problem.of(Cause.CONNECTION_LOST, entry.label());
  }

  private Problem noWay() {
    return picture.state() instanceof HostState.Refused(Problem problem) ? problem : lostWay();
  }
}
