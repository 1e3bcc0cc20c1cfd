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
import org.vitrine.app.create.draft.Suggestions;
import org.vitrine.app.create.page.ComputeModel;
import org.vitrine.app.create.page.ComputePage;
import org.vitrine.app.create.page.DiskPage;
import org.vitrine.app.create.page.HostModel;
import org.vitrine.app.create.page.NamePage;
import org.vitrine.app.create.page.PlaceholderPage;
import org.vitrine.app.create.page.Sentence;
import org.vitrine.app.create.page.Services;
import org.vitrine.app.create.page.SourceModel;
import org.vitrine.app.create.page.SourcePage;
import org.vitrine.app.create.page.Spotlight;
import org.vitrine.app.create.page.Step;
import org.vitrine.app.create.page.SummaryPage;
import org.vitrine.app.create.page.SummaryWords;
import org.vitrine.app.create.page.WizardPage;
import org.vitrine.app.dialog.Layers;
import org.vitrine.app.job.Newest;
import org.vitrine.app.settings.Settings;
import org.vitrine.model.plan.NewMachinePlan;
import org.vitrine.model.problem.Problem;

/**
 * The way from nothing to a machine. Nothing exists on any host before the last button, and what
 * was filled in stays until a machine was made of it or the user starts anew.
 */
public final class NewMachineWizard {

  /** Everything that belongs to one opening of the wizard. */
  private record Open(
      Draft draft, Steps steps, WizardFrame frame, SourceModel source, HostModel hosts) {}

  private final Services services;
  private final Settings settings;
  private final Explainer explainer;
  private final Consumer<Problem> failed;
  private @Nullable Open open;

  public NewMachineWizard(
      Services services, Settings settings, Explainer explainer, Consumer<Problem> failed) {
    this.services = services;
    this.settings = settings;
    this.explainer = explainer;
    this.failed = failed;
  }

  /** Opens it on an empty form. */
  public void open() {
    show(new Draft());
  }

  /** Opens it with a medium that is there already, or gives the medium to the one that is open. */
  public void open(Path medium) {
    Open there = open;
    Open shown = there == null ? show(new Draft()) : there;
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

  private Open show(Draft draft) {
    close();
    Layers layers = services.layers();
    new Suggestions(draft);
    Spotlight spotlight = new Spotlight();
    HostModel hosts = new HostModel(draft, services);
    SourceModel source = new SourceModel(draft, services);
    // the summary's links lead through the steps, which are made of the pages
    List<Consumer<Step>> go = new ArrayList<>();
    Steps steps =
        new Steps(
            pages(draft, spotlight, hosts, source, step -> go.forEach(each -> each.accept(step))));
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
                close();
              }

              @Override
              public void create(boolean start) {
                close();
              }
            });
    draft.whenChanged(
        () -> {
          frame.showSentence(Sentence.of(draft));
          commands.later();
        });
    frame.fitInto(layers);
    Open shown = new Open(draft, steps, frame, source, hosts);
    open = shown;
    layers.open(frame, frame.firstFocus(), this::escape);
    steps.page().focusFirst();
    return shown;
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
      close();
    }
  }

  private void close() {
    Open there = open;
    if (there != null) {
      there.hosts().close();
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
        new ComputePage(draft, compute, hosts, spotlight, Optional.empty()),
        new DiskPage(draft, hosts, services, spotlight),
        new PlaceholderPage(Step.NETWORK),
        new PlaceholderPage(Step.SETUP),
        new SummaryPage(draft, new SummaryWords(services.directory(), compute), go));
  }
}
