package org.vitrine.bridge.link;

import java.time.Duration;
import java.util.EnumSet;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.Future;
import java.util.concurrent.atomic.AtomicInteger;
import org.jspecify.annotations.Nullable;
import org.vitrine.model.host.HostState;
import org.vitrine.model.port.CredentialPrompt;
import org.vitrine.model.port.Hypervisor;
import org.vitrine.model.port.HypervisorSession;
import org.vitrine.model.problem.Cause;
import org.vitrine.model.problem.Problem;
import org.vitrine.model.problem.ProblemException;

/**
 * From one {@link HostState} to the next. Connected means: the list is there. Desk only.
 *
 * <pre>
 * Disconnected -> Connecting -> Connected <-> Silent
 *                   |    ^          |           |
 *                   |    +- Lost <--+-----------+
 *                   +-> Refused
 * </pre>
 */
final class LinkStates {

  /** Tries that may hang in the library at one time: each holds a thread that nothing can end. */
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

  private final Room room;
  private final Hypervisor hypervisor;
  private final CredentialPrompt prompt;
  private final Backoff backoff;
  private final ClockWatch clockWatch;
  private final AtomicInteger openings = new AtomicInteger();
  private int attempt;
  private @Nullable Opening opening;
  private @Nullable Stay stay;
  private @Nullable Future<?> retry;
  private @Nullable Future<?> ticking;
  private Set<UUID> watched = Set.of();
  private Duration cadence = Duration.ofSeconds(1);
  private boolean closed;

  LinkStates(Room room, Hypervisor hypervisor, CredentialPrompt prompt, Backoff backoff) {
    this.room = room;
    this.hypervisor = hypervisor;
    this.prompt = prompt;
    this.backoff = backoff;
    this.clockWatch = new ClockWatch(room.clock(), room.timing().jump());
  }

  // what the user wants

  void wanted(boolean impatient) {
    switch (state()) {
      case HostState.Disconnected _, HostState.Refused _, HostState.Lost _ -> startAfresh();
      case HostState.Silent _ -> {
        if (impatient) {
          endStay();
          startAfresh();
        }
      }
      case HostState.Connecting _, HostState.Connected _ -> {}
    }
  }

  void leave(HostState into) {
    cancelRetry();
    if (opening != null) {
      opening.abandon();
      opening = null;
    }
    endStay();
    if (ticking != null) {
      ticking.cancel(false);
      ticking = null;
    }
    if (!into.equals(state())) {
      to(into);
    }
  }

  void refuse(Problem problem) {
    room.picture().forgetMachines();
    leave(new HostState.Refused(problem));
  }

  void close() {
    closed = true;
    room.publisher().stop();
    leave(new HostState.Disconnected());
  }

  void refresh() {
    if (stay != null) {
      stay.visit().refresh();
    }
  }

  void watch(Set<UUID> onScreen, Duration every) {
    watched = onScreen;
    cadence = every;
    if (stay != null) {
      stay.visit().watch(onScreen, every);
    }
  }

  <T extends @Nullable Object> void put(
      Optional<UUID> machine, Task<T> task, Duration limit, CompletableFuture<T> future) {
    if (stay != null) {
      stay.board().put(machine, task, limit, future);
    } else {
      Problem why = state() instanceof HostState.Refused(Problem problem) ? problem : wayLost();
      future.completeExceptionally(new ProblemException(why));
    }
  }

  // opening

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
    if (openings.get() >= OPENINGS_AT_ONCE) {
      lost(Problem.of(Cause.TIMED_OUT, room.label()));
      return;
    }
    attempt++;
    to(new HostState.Connecting(attempt));
    if (ticking == null) {
      clockWatch.jumped();
      ticking = room.desk().after(room.timing().tick(), this::tick);
    }
    NewsDesk news = new NewsDesk(room.clock());
    Opening next = new Opening(room, (from, reply) -> opened(from, reply, news));
    opening = next;
    openings.incrementAndGet();
    next.start(hypervisor, prompt, news, openings::decrementAndGet);
  }

  private void opened(Opening from, Reply<HypervisorSession> reply, NewsDesk news) {
    boolean expected = opening == from;
    if (expected) {
      opening = null;
    }
    switch (reply) {
      case Reply.Got<HypervisorSession>(HypervisorSession session) -> {
        if (expected) {
          begin(session, news);
        } else {
          room.farewells().bid(session);
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
    Stay next = new Stay(room, session, news, new Heard());
    stay = next;
    next.visit().watch(watched, cadence);
    next.visit().begin();
  }

  /** Only ever told by the stay of now: an ended one is mute. */
  private final class Heard implements Stay.Events {
    @Override
    public void listed() {
      attempt = 0;
      to(new HostState.Connected());
    }

    @Override
    public void notListed(Problem problem) {
      failed(problem.about(room.label()));
    }

    @Override
    public void lost(Problem problem) {
      LinkStates.this.lost(problem.about(room.label()));
    }

    @Override
    public void heard() {
      if (state() instanceof HostState.Silent) {
        to(new HostState.Connected());
      }
    }

    @Override
    public void doubted() {
      probe();
    }
  }

  // losing

  private void lost(Problem problem) {
    if (stay != null && stay.isStable()) {
      backoff.reset();
    }
    endStay();
    Duration wait = backoff.next();
    to(new HostState.Lost(problem, room.clock().instant().plus(wait)));
    cancelRetry();
    retry = room.desk().after(wait, this::open);
  }

  private void endStay() {
    if (stay != null) {
      Stay ending = stay;
      stay = null;
      ending.end(wayLost());
    }
  }

  private Problem wayLost() {
    return Problem.of(Cause.CONNECTION_LOST, room.label());
  }

  private void cancelRetry() {
    if (retry != null) {
      retry.cancel(false);
      retry = null;
    }
  }

  private HostState state() {
    return room.picture().state();
  }

  private void to(HostState next) {
    room.picture().state(next);
    room.publisher().now();
  }

  // looking after itself

  private void tick() {
    ticking = room.desk().after(room.timing().tick(), this::tick);
    if (clockWatch.jumped()) {
      woke();
    }
    if (stay != null) {
      look(stay);
    }
  }

  private void look(Stay here) {
    LinkTiming timing = room.timing();
    Duration owing = here.owing();
    if (state() instanceof HostState.Connecting) {
      if (owing.compareTo(timing.open()) > 0) {
        lost(Problem.of(Cause.TIMED_OUT, room.label()));
      }
      return;
    }
    if (owing.compareTo(timing.giveUp()) > 0) {
      lost(Problem.of(Cause.HOST_SILENT, room.label()));
      return;
    }
    if (owing.compareTo(timing.silent()) > 0) {
      if (state() instanceof HostState.Connected) {
        to(new HostState.Silent(room.clock().instant().minus(owing)));
      }
    } else if (owing.compareTo(timing.silent().dividedBy(2)) > 0) {
      // one machine that does not answer is not yet a host that does not: the list tells
      here.visit().relist();
    }
    here.visit().tick();
  }

  private void woke() {
    switch (state()) {
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

  private void probe() {
    Stay asked = stay;
    if (asked != null) {
      asked.probe(alive -> probed(asked, alive));
    }
  }

  private void probed(Stay asked, boolean alive) {
    if (stay == asked) {
      if (alive) {
        asked.visit().refresh();
      } else {
        lost(wayLost());
      }
    }
  }
}
