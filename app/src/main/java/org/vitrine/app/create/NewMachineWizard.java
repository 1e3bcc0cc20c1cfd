package org.vitrine.app.create;

import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.function.Consumer;
import javafx.scene.Node;
import javafx.scene.control.ComboBoxBase;
import org.jspecify.annotations.Nullable;
import org.vitrine.app.create.draft.Draft;
import org.vitrine.app.create.draft.DraftPlan;
import org.vitrine.app.create.draft.SourceDraft;
import org.vitrine.app.create.draft.Suggestions;
import org.vitrine.app.create.hardware.HardwareSection;
import org.vitrine.app.create.network.NetworkModel;
import org.vitrine.app.create.network.NetworkPage;
import org.vitrine.app.create.page.ComputeModel;
import org.vitrine.app.create.page.ComputePage;
import org.vitrine.app.create.page.DiskPage;
import org.vitrine.app.create.page.Faults;
import org.vitrine.app.create.page.HostModel;
import org.vitrine.app.create.page.NameModel;
import org.vitrine.app.create.page.NamePage;
import org.vitrine.app.create.page.Sentence;
import org.vitrine.app.create.page.Services;
import org.vitrine.app.create.page.SourceModel;
import org.vitrine.app.create.page.SourcePage;
import org.vitrine.app.create.page.Spotlight;
import org.vitrine.app.create.page.Step;
import org.vitrine.app.create.page.SummaryPage;
import org.vitrine.app.create.page.SummaryWords;
import org.vitrine.app.create.page.WizardPage;
import org.vitrine.app.create.setup.SetupModel;
import org.vitrine.app.create.setup.SetupPage;
import org.vitrine.app.dialog.Layers;
import org.vitrine.app.i18n.Words;
import org.vitrine.app.job.Newest;
import org.vitrine.app.problem.ProblemText;
import org.vitrine.app.settings.Settings;
import org.vitrine.model.host.HostId;
import org.vitrine.model.plan.NewMachinePlan;
import org.vitrine.model.problem.Problem;

/**
 * The way from nothing to a machine. Nothing exists on any host before the last button, and what
 * was filled in stays until a machine was made of it or the user starts anew.
 */
public final class NewMachineWizard {

  private static final int RECENT = 8;

  /** Everything that belongs to one opening of the wizard. */
  private record Open(
      Draft draft,
      Steps steps,
      WizardFrame frame,
      SourceModel source,
      HostModel hosts,
      Faults faults) {}

  private final Services services;
  private final Settings settings;
  private final Explainer explainer;
  private final Creation creation;
  private final Consumer<Problem> failed;
  private @Nullable Open open;

  public NewMachineWizard(
      Services services,
      Settings settings,
      Explainer explainer,
      Creation creation,
      Consumer<Problem> failed) {
    this.creation = creation;
    this.services = services;
    this.settings = settings;
    this.explainer = explainer;
    this.failed = failed;
  }

  /** Opens it on an empty form. */
  public void open() {
    show(fresh());
  }

  /** Opens it with a medium that is there already, or gives the medium to the one that is open. */
  public void open(Path medium) {
    Open there = open;
    Open shown = there == null ? show(fresh()) : there;
    shown.source().take(medium.toString());
    shown.steps().go(Step.SOURCE);
  }

  public boolean isOpen() {
    return open != null;
  }

  /** Where the open one is. */
  public Optional<Draft> draft() {
    return Optional.ofNullable(open).map(Open::draft);
  }

  /** The page in sight. */
  public Optional<Node> page() {
    return Optional.ofNullable(open).map(there -> there.steps().page().node());
  }

  /** Goes to a step of the open one, as far as the form allows. */
  public void walkTo(Step step) {
    Open there = open;
    if (there != null) {
      while (there.steps().currentProperty().get() != step
          && there.steps().problemProperty().get().isEmpty()
          && !there.steps().isLast()) {
        there.steps().next();
      }
    }
  }

  private static Draft fresh() {
    Draft draft = new Draft();
    var _ = new Suggestions(draft);
    return draft;
  }

  private Open show(Draft draft) {
    close();
    Layers layers = services.layers();
    Faults faults = new Faults(draft, services.directory(), services.store());
    Spotlight spotlight = new Spotlight(faults);
    HostModel hosts = new HostModel(draft, services);
    SourceModel source = new SourceModel(draft, services);
    // the summary's links lead through the steps, which are made of the pages
    List<Consumer<Step>> go = new ArrayList<>();
    Steps steps =
        new Steps(
            pages(draft, spotlight, hosts, source, step -> go.forEach(each -> each.accept(step))),
            faults);
    go.add(steps::go);
    CommandsBeside commands =
        new CommandsBeside(
            explainer, spotlight, () -> plan(draft), new Newest(services.elsewhere()), failed);
    WizardFrame frame =
        new WizardFrame(
            steps,
            commands,
            settings.wizardCommandsShownProperty(),
            new WizardFrame.Doors() {
              @Override
              public void cancel() {
                putAside();
              }

              @Override
              public void create(boolean start) {
                make(draft, start);
              }
            });
    draft.whenChanged(
        () -> {
          frame.showSentence(Sentence.of(draft));
          commands.later();
        });
    frame.fitInto(layers);
    Open shown = new Open(draft, steps, frame, source, hosts, faults);
    open = shown;
    layers.open(frame, frame.firstFocus(), this::escape);
    steps.page().focusFirst();
    return shown;
  }

  private void make(Draft draft, boolean start) {
    Optional<HostId> host = draft.host().get();
    Optional<NewMachinePlan> plan = plan(draft);
    if (host.isEmpty() || plan.isEmpty()) {
      return;
    }
    close();
    remember(draft.source());
    creation.begin(
        new Creation.Order(draft, host.get(), plan.get(), NameModel.labels(draft.name()), start),
        new Creation.Ended() {
          @Override
          public void made() {
            // nothing is left to be done with the form
          }

          @Override
          public void notMade(Optional<Problem> why) {
            comeBack(draft, why);
          }
        });
  }

  /** The form as it was filled in, with the reason on top; offered where something else is open. */
  private void comeBack(Draft draft, Optional<Problem> why) {
    String what =
        why.map(problem -> ProblemText.of(problem).what())
            .orElse(Words.word("wizard.cancelled", draft.name().name().get().strip()));
    if (services.layers().isCardOpen()) {
      creation.offerForm(what, "", () -> showAgain(draft, why));
    } else {
      showAgain(draft, why);
    }
  }

  private void showAgain(Draft draft, Optional<Problem> why) {
    Open shown = show(draft);
    shown.steps().beAtTheEnd();
    shown
        .frame()
        .showNotice(why.map(FailureNote::of).orElseGet(() -> FailureNote.cancelled(draft)));
  }

  private void remember(SourceDraft source) {
    String location = source.location().get().strip();
    if (source.kind().get().needsLocation() && !location.isEmpty()) {
      services.recentMedia().remove(location);
      services.recentMedia().addFirst(location);
      if (services.recentMedia().size() > RECENT) {
        services.recentMedia().remove(RECENT, services.recentMedia().size());
      }
    }
  }

  private Optional<NewMachinePlan> plan(Draft draft) {
    return draft
        .host()
        .get()
        .flatMap(services.directory()::address)
        .flatMap(address -> DraftPlan.of(draft, address));
  }

  /** What has dropped down closes first. */
  private void escape() {
    if (services.layers().getScene().getFocusOwner() instanceof ComboBoxBase<?> box
        && box.isShowing()) {
      box.hide();
    } else {
      putAside();
    }
  }

  /** Closes it without asking; what was filled in can be taken up again. */
  private void putAside() {
    Optional<Draft> draft = draft().filter(Draft::isTouched);
    close();
    draft.ifPresent(form -> creation.offerAgain(() -> show(form)));
  }

  private void close() {
    Open there = open;
    if (there != null) {
      there.hosts().close();
      there.faults().close();
      services.layers().close(there.frame());
    }
    open = null;
  }

  private List<WizardPage> pages(
      Draft draft, Spotlight spotlight, HostModel hosts, SourceModel source, Consumer<Step> go) {
    ComputeModel compute = new ComputeModel(draft);
    return List.of(
        new SourcePage(draft, source, hosts, services, spotlight),
        new NamePage(draft, spotlight),
        new ComputePage(
            draft, compute, hosts, spotlight, Optional.of(HardwareSection.of(draft, spotlight))),
        new DiskPage(draft, hosts, services, spotlight),
        new NetworkPage(draft, new NetworkModel(draft), hosts, services, spotlight),
        new SetupPage(draft, new SetupModel(draft, services), services, spotlight),
        new SummaryPage(draft, new SummaryWords(services.directory(), spotlight.faults()), go));
  }
}
