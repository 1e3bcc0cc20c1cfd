package org.vitrine.app.unfinished;

import java.util.List;
import java.util.Optional;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.atomic.AtomicBoolean;
import java.util.concurrent.atomic.AtomicReference;
import java.util.function.Consumer;
import javafx.scene.layout.Region;
import javafx.util.Subscription;
import org.vitrine.app.dialog.Toasts;
import org.vitrine.app.i18n.Words;
import org.vitrine.app.inventory.HostDirectory;
import org.vitrine.app.inventory.InventoryStore;
import org.vitrine.app.job.FxThread;
import org.vitrine.app.job.JobRunner;
import org.vitrine.app.job.Outcome;
import org.vitrine.bridge.link.HostLink;
import org.vitrine.bridge.work.MachineMaker;
import org.vitrine.model.operation.Deed;
import org.vitrine.model.operation.Journal;
import org.vitrine.model.operation.Report;
import org.vitrine.model.operation.Trace;
import org.vitrine.model.problem.Problem;

/**
 * Offers to take back, finish or keep what an earlier run began and did not end. Nothing happens to
 * it before somebody chose.
 */
public final class Unfinished {

  private static final int NAMED = 4;

  private final MachineMaker maker;
  private final HostDirectory directory;
  private final InventoryStore store;
  private final Toasts toasts;
  private final JobRunner jobs;
  private final Consumer<Problem> failed;

  public Unfinished(
      MachineMaker maker,
      HostDirectory directory,
      InventoryStore store,
      Toasts toasts,
      JobRunner jobs,
      Consumer<Problem> failed) {
    this.maker = maker;
    this.directory = directory;
    this.store = store;
    this.toasts = toasts;
    this.jobs = jobs;
    this.failed = failed;
  }

  /** Looks once, before this run begins anything itself. */
  public void begin() {
    var _ =
        CompletableFuture.supplyAsync(maker::left)
            .thenAccept(found -> FxThread.later(() -> found.forEach(this::offerOnceReachable)));
  }

  private Optional<HostLink> reachable(Journal.Left left) {
    return directory.hosts().stream()
        .filter(host -> host.entry().address().uri().equals(left.account().host()))
        .filter(host -> store.host(host.entry().id()).state().isUp())
        .findFirst()
        .flatMap(host -> directory.link(host.entry().id()));
  }

  /** Without its host there is nothing to decide yet. */
  private void offerOnceReachable(Journal.Left left) {
    Optional<HostLink> link = reachable(left);
    if (link.isPresent()) {
      offer(left, link.get());
      return;
    }
    AtomicBoolean offered = new AtomicBoolean();
    AtomicReference<Subscription> waiting = new AtomicReference<>(Subscription.EMPTY);
    waiting.set(
        store.listen(
            hosts ->
                reachable(left)
                    .ifPresent(
                        now -> {
                          if (offered.compareAndSet(false, true)) {
                            // not now: the listeners are being gone through
                            FxThread.later(
                                () ->
                                    Optional.ofNullable(waiting.get())
                                        .ifPresent(Subscription::unsubscribe));
                            offer(left, now);
                          }
                        })));
  }

  private void offer(Journal.Left left, HostLink link) {
    String name = left.account().subject();
    Region note =
        toasts.question(
            Words.word("unfinished.title", name),
            Words.word("unfinished.hint", made(left)),
            List.of(
                new Toasts.Choice(
                    Words.word("unfinished.undo"),
                    () -> follow(Words.word("unfinished.job.undo", name), maker.undo(link, left))),
                new Toasts.Choice(
                    Words.word("unfinished.finish"),
                    () ->
                        follow(
                            Words.word("unfinished.job.finish", name),
                            maker.resume(link, left, Report.NOBODY).machine())),
                new Toasts.Choice(
                    Words.word("unfinished.keep"),
                    () -> follow(Words.word("unfinished.job.keep", name), maker.keep(left)))));
    note.setId("unfinished");
  }

  private void follow(String title, CompletableFuture<?> work) {
    jobs.follow(
        title,
        work,
        outcome -> {
          if (outcome instanceof Outcome.Failed(Problem problem)) {
            failed.accept(problem);
          }
        });
  }

  /** The names of what may be there, for somebody who has to decide about it. */
  private static String made(Journal.Left left) {
    List<String> names =
        java.util.stream.IntStream.range(0, left.traces().size())
            .filter(
                i ->
                    left.traces().get(i).mark() != Trace.Mark.NONE
                        && left.traces().get(i).mark() != Trace.Mark.UNDONE)
            .mapToObj(i -> left.account().deeds().get(i))
            .filter(
                deed ->
                    deed instanceof Deed.MakeImage
                        || deed instanceof Deed.MakeVolume
                        || deed instanceof Deed.MakeMedium
                        || deed instanceof Deed.MakeNetwork
                        || deed instanceof Deed.Define)
            .map(Deed::subject)
            .distinct()
            .toList();
    if (names.isEmpty()) {
      return Words.word("unfinished.nothing");
    }
    String shown = String.join(", ", names.stream().limit(NAMED).toList());
    return names.size() > NAMED
        ? shown + " " + Words.word("dialog.more", names.size() - NAMED)
        : shown;
  }
}
