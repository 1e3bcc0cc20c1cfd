package org.vitrine.app.sample;

import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.SplittableRandom;
import java.util.UUID;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.Executor;
import java.util.concurrent.atomic.AtomicReference;
import java.util.function.Consumer;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import org.vitrine.app.dialog.Toasts;
import org.vitrine.app.i18n.Words;
import org.vitrine.app.inventory.HostDirectory;
import org.vitrine.app.inventory.InventoryStore;
import org.vitrine.app.job.JobRunner;
import org.vitrine.app.job.Outcome;
import org.vitrine.app.job.Progress;
import org.vitrine.bridge.link.HostLink;
import org.vitrine.bridge.sample.SampleMedia;
import org.vitrine.bridge.work.MachineMaker;
import org.vitrine.bridge.work.Stop;
import org.vitrine.model.host.Driver;
import org.vitrine.model.host.HostEntry;
import org.vitrine.model.host.Transport;
import org.vitrine.model.operation.Cancel;
import org.vitrine.model.port.HypervisorSession;
import org.vitrine.model.problem.Cause;
import org.vitrine.model.problem.Problem;
import org.vitrine.model.problem.ProblemException;
import org.vitrine.model.unit.ByteSize;
import org.vitrine.model.unit.MacAddress;
import org.vitrine.model.vm.Machine;
import org.vitrine.model.vm.MachineKey;

/** Makes the sample machine on this computer, runs it and opens it. */
public final class SampleMachine {

  private static final String NAME = "sample";
  private static final int MOST = 1000;

  private final MachineMaker maker;
  private final SampleMedia media;
  private final HostDirectory directory;
  private final InventoryStore store;
  private final JobRunner jobs;
  private final Executor elsewhere;
  private final Reports reports;

  /** Who hears of it. */
  public record Reports(Toasts toasts, Consumer<Problem> failed, Consumer<MachineKey> open) {}

  public SampleMachine(
      MachineMaker maker,
      SampleMedia media,
      HostDirectory directory,
      InventoryStore store,
      JobRunner jobs,
      Executor elsewhere,
      Reports reports) {
    this.maker = maker;
    this.media = media;
    this.directory = directory;
    this.store = store;
    this.jobs = jobs;
    this.elsewhere = elsewhere;
    this.reports = reports;
  }

  /** Begins; the job area shows how far it is. */
  public void make() {
    Optional<HostEntry> host = thisComputer();
    if (host.isEmpty()) {
      reports.failed().accept(Problem.of(Cause.SAMPLE_IMPOSSIBLE, "", Words.word("sample.noHost")));
      return;
    }
    Stop stop = new Stop();
    AtomicReference<MachineKey> made = new AtomicReference<>();
    jobs.follow(
        Words.word("sample.job"),
        Optional.of(stop::ask),
        report ->
            CompletableFuture.supplyAsync(() -> disk(report, stop), elsewhere)
                .thenCompose(disk -> create(host.get(), disk, report, stop))
                .thenAccept(uuid -> made.set(new MachineKey(host.get().id(), uuid))),
        outcome -> {
          switch (outcome) {
            case Outcome.Done() -> {
              reports.toasts().good(Words.word("sample.done"));
              Optional.ofNullable(made.get()).ifPresent(reports.open());
            }
            case Outcome.Failed(Problem problem) -> reports.failed().accept(problem);
            case Outcome.Cancelled() -> {
              // nothing is left of it
            }
          }
        });
  }

  /** The user's own machines rather than the system's: no rights are asked for. */
  private Optional<HostEntry> thisComputer() {
    List<HostEntry> local =
        directory.hosts().stream()
            .map(HostDirectory.Listed::entry)
            .filter(entry -> entry.address().driver() == Driver.QEMU)
            .filter(
                entry ->
                    entry.address().transport() == Transport.LOCAL
                        || entry.address().transport() == Transport.UNIX)
            .filter(entry -> store.host(entry.id()).state().isUp())
            .toList();
    return local.stream()
        .filter(entry -> entry.address().path().equals("/session"))
        .findFirst()
        .or(() -> local.stream().findFirst());
  }

  private Path disk(Consumer<Progress> report, Cancel cancel) {
    try {
      return media.disk(
          (step, of) -> report.accept(new Progress(new ByteSize(step), new ByteSize(of + 1L))),
          cancel);
    } catch (ProblemException failure) {
      throw new java.util.concurrent.CompletionException(failure);
    }
  }

  private CompletableFuture<UUID> create(
      HostEntry host, Path disk, Consumer<Progress> report, Stop stop) {
    HostLink link = directory.link(host.id()).orElseThrow();
    Set<String> taken =
        store.host(host.id()).machines().values().stream()
            .map(Machine::name)
            .collect(Collectors.toSet());
    String name =
        IntStream.range(1, MOST)
            .mapToObj(n -> n == 1 ? NAME : NAME + "-" + n)
            .filter(each -> !taken.contains(each))
            .findFirst()
            .orElse(NAME + "-" + UUID.randomUUID());
    return link.ask(HypervisorSession::offer, HostDirectory.READING)
        .thenCompose(
            offer -> {
              if (!offer.writesDisks()) {
                return CompletableFuture.failedFuture(
                    new ProblemException(
                        Problem.of(Cause.SAMPLE_IMPOSSIBLE, "", offer.diskFolder())));
              }
              MachineMaker.Making making =
                  maker.make(
                      link,
                      SamplePlan.of(host.address(), offer, name, disk.toString(), mac()),
                      true,
                      (deed, number, of, done, total) ->
                          report.accept(
                              new Progress(new ByteSize(number + 1L), new ByteSize(of + 1L))));
              stop.onAsk(making.cancel());
              return making.machine();
            });
  }

  private static String mac() {
    return MacAddress.random(new SplittableRandom()).toString();
  }
}
