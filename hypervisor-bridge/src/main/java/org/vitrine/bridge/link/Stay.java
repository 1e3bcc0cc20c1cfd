package org.vitrine.bridge.link;

import java.time.Duration;
import java.util.Set;
import java.util.concurrent.Future;
import java.util.function.Consumer;
import org.vitrine.bridge.link.LinkWorkers.Lane;
import org.vitrine.model.port.HypervisorSession;
import org.vitrine.model.problem.Cause;
import org.vitrine.model.problem.Problem;

/** One session with all that lives as long as it. Desk only. */
final class Stay {

  /** What the link has to know of a stay. */
  interface Events {
    /** The first list is in the picture. */
    void listed();

    /** The first list could not be had. */
    void notListed(Problem problem);

    void lost(Problem problem);

    /** The host said or answered something. */
    void heard();

    /** A piece of work says that the way is gone; it may mean another way. */
    void doubted();
  }

  private final Room room;
  private final Calls calls;
  private final Pulse pulse = new Pulse();
  private final Visit visit;
  private final WorkBoard board;
  private final long since = System.nanoTime();

  Stay(Room room, HypervisorSession session, NewsDesk news, Events events) {
    this.room = room;
    calls =
        new Calls(
            session,
            new LinkWorkers(room.name()),
            pulse,
            room.desk(),
            problem -> {
              if (problem.isPresent() && problem.get().cause() == Cause.CONNECTION_LOST) {
                events.lost(problem.get());
              } else {
                events.heard();
              }
            });
    visit = new Visit(room, calls, pulse, news, events);
    board =
        new WorkBoard(
            room,
            calls,
            machine -> news.suspect(Set.of(machine)),
            problem -> {
              if (problem.isPresent() && problem.get().cause() == Cause.CONNECTION_LOST) {
                events.doubted();
              } else {
                events.heard();
              }
            });
  }

  Visit visit() {
    return visit;
  }

  WorkBoard board() {
    return board;
  }

  /** How long the host has owed an answer. */
  Duration owing() {
    return pulse.owing();
  }

  boolean isStable() {
    return System.nanoTime() - since >= room.timing().stable().toNanos();
  }

  /** Asks whether the way still stands; no answer in time is an answer too. */
  void probe(Consumer<Boolean> then) {
    Future<?> deadline = room.desk().after(room.timing().alive(), () -> then.accept(false));
    calls.ask(
        Lane.PROBE,
        HypervisorSession::isAlive,
        reply -> {
          if (deadline.cancel(false)) {
            then.accept(reply instanceof Reply.Got<Boolean>(Boolean alive) && alive);
          }
        });
  }

  void end(Problem problem) {
    visit.end();
    calls.end();
    board.end(problem);
    room.farewells().bid(calls);
  }
}
