package org.vitrine.bridge.work;

import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.UUID;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.TimeUnit;
import java.util.stream.Stream;
import org.vitrine.bridge.link.HostLink;
import org.vitrine.model.operation.CreateMachine;
import org.vitrine.model.operation.Deed;
import org.vitrine.model.operation.Journal;
import org.vitrine.model.operation.Operation;
import org.vitrine.model.operation.Report;
import org.vitrine.model.plan.NewMachinePlan;
import org.vitrine.model.port.DefinitionWriter;
import org.vitrine.model.port.ImageTool;
import org.vitrine.model.port.MediaMaker;
import org.vitrine.model.problem.Cause;
import org.vitrine.model.problem.Problem;
import org.vitrine.model.problem.ProblemException;
import org.vitrine.model.vm.Action;

/**
 * Makes machines, each on a thread of its own that holds no way to the host while it only writes.
 */
public final class MachineMaker {

  /** What a host may take for a call that makes something; volumes are written within one. */
  private static final Duration LIMIT = Duration.ofHours(12);

  private final DefinitionWriter writer;
  private final ImageTool images;
  private final MediaMaker media;
  private final String scratch;
  private final Journal journal;
  private final Journal settling;
  private final Settlements settlements;
  private final Operation.Witness witness;

  /**
   * A maker.
   *
   * @param state where the journal lies
   */
  public MachineMaker(DefinitionWriter writer, ImageTool images, MediaMaker media, Path state) {
    this(writer, images, media, state, Operation.Witness.NOBODY);
  }

  /** As above, and somebody looks on. */
  public MachineMaker(
      DefinitionWriter writer,
      ImageTool images,
      MediaMaker media,
      Path state,
      Operation.Witness witness) {
    this.writer = writer;
    this.images = images;
    this.media = media;
    this.witness = witness;
    scratch = state.resolve("sending").toString();
    journal = new FileJournal(state.resolve("operations"));
    settling = new FileJournal(state.resolve("first-starts"));
    settlements = new Settlements(settling);
  }

  /** A machine in the making. */
  public record Making(CompletableFuture<UUID> machine, Runnable cancel) {}

  /**
   * Begins at once and does not block.
   *
   * @param run whether the machine is started when it is there
   * @param report hears from another thread
   */
  public Making make(HostLink link, NewMachinePlan plan, boolean run, Report report) {
    Stop stop = new Stop();
    CompletableFuture<UUID> made =
        inBackground(
            plan.name(),
            () -> {
              host(link)
                  .ask(
                      session -> {
                        DiskOwners.refuseTaken(plan, session);
                        return true;
                      });
              Operation.run(
                  CreateMachine.of(plan, writer, scratch, run),
                  hands(link),
                  journal,
                  stop,
                  report,
                  witness);
              return plan.uuid();
            });
    return new Making(made, stop::ask);
  }

  /** Operations that were begun and never ended. Blocks on the disk. */
  public List<Journal.Left> left() {
    return journal.left();
  }

  public CompletableFuture<Boolean> undo(HostLink link, Journal.Left left) {
    return inBackground(
        left.account().subject(),
        () -> {
          Operation.undo(left, hands(link), journal);
          return true;
        });
  }

  public Making resume(HostLink link, Journal.Left left, Report report) {
    Stop stop = new Stop();
    CompletableFuture<UUID> made =
        inBackground(
            left.account().subject(),
            () -> {
              Operation.resume(left, hands(link), journal, stop, report);
              return left.account().deeds().stream()
                  .flatMap(
                      deed ->
                          deed instanceof Deed.Define define
                              ? Stream.of(define.machine())
                              : Stream.empty())
                  .findFirst()
                  .orElseThrow();
            });
    return new Making(made, stop::ask);
  }

  /** Leaves everything as it lies and forgets about it. */
  public CompletableFuture<Boolean> keep(Journal.Left left) {
    return inBackground(
        left.account().subject(),
        () -> {
          journal.takeUp(left).end();
          return true;
        });
  }

  // after the first run

  /** Machines whose first run is not over. Blocks on the disk. */
  public List<Settlements.Pending> unsettled() {
    return settlements.pending();
  }

  /** A machine that has not settled was seen running. */
  public CompletableFuture<Boolean> started(HostLink link, Settlements.Pending pending) {
    return inBackground(
        pending.settle().name(),
        () -> {
          settlements.started(pending, host(link));
          return true;
        });
  }

  /**
   * A machine that has not settled is off after its first run.
   *
   * @param restart whether it went off by itself and is wanted to go on
   */
  public CompletableFuture<Boolean> ended(
      HostLink link, Settlements.Pending pending, boolean restart) {
    return inBackground(
        pending.settle().name(),
        () -> {
          settlements.ended(pending);
          if (restart && pending.settle().startAgain()) {
            host(link)
                .ask(
                    session -> {
                      session.perform(pending.machine(), Action.START);
                      return true;
                    });
          }
          return true;
        });
  }

  /** A machine that has not settled is gone. */
  public CompletableFuture<Boolean> gone(Settlements.Pending pending) {
    return inBackground(
        pending.settle().name(),
        () -> {
          settlements.gone(pending);
          return true;
        });
  }

  private HostHands hands(HostLink link) {
    return new HostHands(host(link), images, media, settling);
  }

  private static HostHands.Host host(HostLink link) {
    return new HostHands.Host() {
      @Override
      public String address() {
        return link.entry().address().uri();
      }

      @Override
      public <T> T ask(HostHands.Question<T> question) throws ProblemException {
        return await(link.ask(question::to, LIMIT), link.entry().label());
      }
    };
  }

  private static <T> T await(CompletableFuture<T> future, String host) throws ProblemException {
    try {
      return future.get(LIMIT.toSeconds(), TimeUnit.SECONDS);
    } catch (ExecutionException failure) {
      if (failure.getCause() instanceof ProblemException problem) {
        throw problem;
      }
      throw new ProblemException(
          new Problem(
              Cause.UNEXPECTED,
              host,
              "",
              new Problem.Raw(0, 0, String.valueOf(failure.getCause()))),
          failure);
    } catch (java.util.concurrent.TimeoutException late) {
      throw new ProblemException(Problem.of(Cause.TIMED_OUT, host), late);
    } catch (InterruptedException interrupted) {
      Thread.currentThread().interrupt();
      throw new ProblemException(Problem.of(Cause.CANCELLED, host), interrupted);
    }
  }

  @FunctionalInterface
  private interface Work<T> {
    T done() throws ProblemException;
  }

  private static <T> CompletableFuture<T> inBackground(String name, Work<T> work) {
    CompletableFuture<T> future = new CompletableFuture<>();
    Thread.ofPlatform()
        .daemon()
        .name("make-" + name)
        .start(
            () -> {
              try {
                future.complete(work.done());
              } catch (ProblemException | RuntimeException | Error failure) {
                future.completeExceptionally(failure);
              }
            });
    return future;
  }
}
