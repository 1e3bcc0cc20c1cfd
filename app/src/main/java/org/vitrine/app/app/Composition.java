package org.vitrine.app.app;

import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.function.Consumer;
import java.util.function.Supplier;
import javafx.scene.Scene;
import javafx.scene.layout.Region;
import org.vitrine.app.connection.HostActions;
import org.vitrine.app.create.Creation;
import org.vitrine.app.create.Explainer;
import org.vitrine.app.create.MachineMaking;
import org.vitrine.app.create.MediaDrop;
import org.vitrine.app.create.NewMachineWizard;
import org.vitrine.app.create.PlanExplainer;
import org.vitrine.app.create.page.Services;
import org.vitrine.app.dialog.Dialogs;
import org.vitrine.app.dialog.Layers;
import org.vitrine.app.dialog.Toasts;
import org.vitrine.app.explain.CommandHistory;
import org.vitrine.app.host.HostPane;
import org.vitrine.app.i18n.Words;
import org.vitrine.app.inventory.HostDirectory;
import org.vitrine.app.inventory.InventoryStore;
import org.vitrine.app.inventory.MachinesInMaking;
import org.vitrine.app.inventory.Things;
import org.vitrine.app.inventory.Watching;
import org.vitrine.app.job.JobRunner;
import org.vitrine.app.machine.MachineEdits;
import org.vitrine.app.machine.MachinePane;
import org.vitrine.app.machines.ActionBar;
import org.vitrine.app.machines.ActionReports;
import org.vitrine.app.machines.MachineFilter;
import org.vitrine.app.machines.MachinesViewModel;
import org.vitrine.app.machines.PowerActions;
import org.vitrine.app.machines.Row;
import org.vitrine.app.machines.WorkingMachines;
import org.vitrine.app.network.NetworksPage;
import org.vitrine.app.problem.ProblemCard;
import org.vitrine.app.problem.ProblemText;
import org.vitrine.app.sample.SampleMachine;
import org.vitrine.app.settings.Settings;
import org.vitrine.app.shell.Parts;
import org.vitrine.app.shell.Rail;
import org.vitrine.app.shell.Shell;
import org.vitrine.app.storage.StoragePage;
import org.vitrine.app.theme.Theme;
import org.vitrine.app.unfinished.FirstRuns;
import org.vitrine.app.unfinished.Unfinished;
import org.vitrine.bridge.keep.Notice;
import org.vitrine.bridge.keep.XdgFolders;
import org.vitrine.bridge.link.HostLinks;
import org.vitrine.bridge.sample.SampleMedia;
import org.vitrine.bridge.work.MachineMaker;
import org.vitrine.model.host.HostEntry;
import org.vitrine.model.host.HostId;
import org.vitrine.model.host.HostOffer;
import org.vitrine.model.port.AnswerWriter;
import org.vitrine.model.port.BridgeSurvey;
import org.vitrine.model.port.DefinitionWriter;
import org.vitrine.model.port.HypervisorSession;
import org.vitrine.model.port.MediaChecker;
import org.vitrine.model.port.MediaInspector;
import org.vitrine.model.port.OsCatalogue;
import org.vitrine.model.problem.Cause;
import org.vitrine.model.problem.Problem;
import org.vitrine.model.problem.ProblemException;
import org.vitrine.model.vm.MachineKey;

/** All wiring, in one place. Made on the window's thread. */
public final class Composition implements AutoCloseable {

  private final Layers layers = new Layers();
  private final Dialogs dialogs = new Dialogs(layers);
  private final Toasts toasts = new Toasts();
  private final ProblemCard problemCard = new ProblemCard(layers);
  private final ExecutorService elsewhere =
      Executors.newThreadPerTaskExecutor(Thread.ofVirtual().name("elsewhere-", 0).factory());
  private final JobRunner jobs = new JobRunner();
  private final CommandHistory history = new CommandHistory();
  private final WorkingMachines working;
  private final InventoryStore store;
  private final HostLinks links;
  private final Outside outside;
  private final HostDirectory directory;
  private final MachinesViewModel machines;
  private final Settings settings;
  private final PowerActions power;
  private final HostActions hostActions;
  private final NewMachineWizard newMachine;
  private final MachineEdits edits;
  private final Shell shell;
  private final Scene scene;
  private final Theme theme;

  /** What the wizard asks beyond the hosts. */
  public record Outside(
      OsCatalogue catalogue,
      MediaInspector inspector,
      MediaChecker checker,
      AnswerWriter answers,
      Supplier<List<String>> publicKeys,
      BridgeSurvey bridges,
      DefinitionWriter writer,
      MachineMaker maker) {}

  /**
   * Wires a window.
   *
   * @param links the ways to the hosts; theirs is to publish to {@link #store}
   * @param keep writes the user's hosts down
   * @param hidden whether the window cannot be seen just now
   * @param outside what is known of systems and media, and how plans are said
   */
  public Composition(
      HostLinks links,
      Settings settings,
      Consumer<List<HostEntry>> keep,
      java.util.function.BooleanSupplier hidden,
      Outside outside) {
    this.links = links;
    this.settings = settings;
    this.outside = outside;
    store = new InventoryStore();
    MachinesInMaking making = new MachinesInMaking(store);
    working = new WorkingMachines(making);
    directory = new HostDirectory(links, store, keep);
    machines = new MachinesViewModel(store, directory);
    ActionReports reports =
        new ActionReports(
            store,
            toasts,
            problemCard,
            () -> javafx.util.Duration.seconds(settings.patienceSecondsProperty().get()));
    power = new PowerActions(store, directory, jobs, dialogs, history, working, reports);
    Consumer<Problem> failed = this::tell;
    hostActions = new HostActions(dialogs, directory);
    Explainer explainer = new PlanExplainer(outside.writer());
    newMachine =
        new NewMachineWizard(
            new Services(
                directory,
                store,
                layers,
                outside.catalogue(),
                outside.inspector(),
                outside.checker(),
                outside.answers(),
                outside.publicKeys(),
                outside.bridges(),
                this::offer,
                elsewhere,
                settings.recentMedia()),
            settings,
            explainer,
            new Creation(
                new MachineMaking(outside.maker(), directory, failed),
                explainer,
                jobs,
                making,
                history,
                toasts,
                this::showMachine),
            failed);
    edits = new MachineEdits(layers, store, directory, jobs, toasts, history);
    Things things = new Things(directory, jobs, history, dialogs, failed);
    Watching watching =
        new Watching(
            store,
            directory,
            () -> java.time.Duration.ofSeconds(settings.cadenceSecondsProperty().get()),
            hidden);
    Parts.Pages pages =
        new Parts.Pages(
            () -> new MachinePane(store, directory, edits, hidden),
            this::hostPane,
            () -> new NetworksPage(store, directory, things),
            () -> new StoragePage(store, directory, things));
    shell =
        new Shell(
            new Parts(
                layers,
                settings,
                store,
                directory,
                machines,
                working,
                power,
                new ActionBar(machines, power, store),
                edits,
                hostActions,
                newMachine,
                sampleMachine(outside.maker(), failed),
                jobs,
                history,
                watching,
                failed,
                pages));
    layers.setContent(shell);
    layers.addOverlay(toasts);
    MediaDrop.onto(layers, newMachine);
    scene = new Scene(layers, 1240, 760);
    theme = new Theme(scene);
    settings.themeProperty().subscribe(theme::choose);
    settings.textScaleProperty().subscribe(scale -> theme.scaleText(scale.doubleValue()));
    shell.attach(scene);
  }

  private SampleMachine sampleMachine(MachineMaker maker, Consumer<Problem> failed) {
    return new SampleMachine(
        maker,
        new SampleMedia(XdgFolders.ofThisProcess().data()),
        directory,
        store,
        jobs,
        elsewhere,
        new SampleMachine.Reports(toasts, failed, this::showMachine));
  }

  private void showMachine(MachineKey machine) {
    machines.filterProperty().set(MachineFilter.ALL);
    shell.go(Rail.Place.MACHINES);
    machines.choose(Set.of(new Row.Key.OfMachine(machine)));
  }

  private CompletableFuture<HostOffer> offer(HostId host) {
    return directory
        .link(host)
        .map(link -> link.ask(HypervisorSession::offer, HostDirectory.READING))
        .orElseGet(
            () ->
                CompletableFuture.failedFuture(
                    new ProblemException(
                        Problem.of(Cause.CONNECTION_LOST, directory.label(host)))));
  }

  /** Takes care of what earlier runs left; only for the one instance whose journal it is. */
  public void takeCareOfUnfinished() {
    new Unfinished(outside.maker(), directory, store, toasts, jobs, this::tell).begin();
    new FirstRuns(outside.maker(), directory, store, this::tell).begin();
  }

  private HostPane hostPane() {
    return new HostPane(
        store, directory, problemCard, new HostPane.Doors(hostActions::edit, hostActions::remove));
  }

  /** Says what went wrong, where nobody else does. */
  public void tell(Problem problem) {
    ProblemText text = ProblemText.of(problem);
    toasts.bad(
        text.what(),
        text.why() + " " + text.remedy(),
        List.of(
            new Toasts.Choice(
                Words.word("button.details"), () -> problemCard.show(problem, Optional.empty()))));
  }

  /** Says what was found about the app's own files. */
  public void tell(Notice notice) {
    toasts.question(
        Words.word(
            "notice." + notice.kind(), notice.file().toString(), ProblemText.shown(notice.about())),
        Words.word("notice." + notice.kind() + ".hint", notice.kept().toString()),
        List.of());
  }

  public Scene scene() {
    return scene;
  }

  public Region root() {
    return layers;
  }

  public Shell shell() {
    return shell;
  }

  public HostDirectory directory() {
    return directory;
  }

  public InventoryStore store() {
    return store;
  }

  public MachinesViewModel machines() {
    return machines;
  }

  public Settings settings() {
    return settings;
  }

  public JobRunner jobs() {
    return jobs;
  }

  public Toasts toasts() {
    return toasts;
  }

  public Dialogs dialogs() {
    return dialogs;
  }

  public PowerActions power() {
    return power;
  }

  public HostActions hostActions() {
    return hostActions;
  }

  public NewMachineWizard newMachine() {
    return newMachine;
  }

  public MachineEdits edits() {
    return edits;
  }

  public CommandHistory history() {
    return history;
  }

  public ProblemCard problemCard() {
    return problemCard;
  }

  /** Blocks for at most the time the links take to say goodbye; not for the window's thread. */
  @Override
  public void close() {
    elsewhere.shutdownNow();
    links.close();
  }
}
