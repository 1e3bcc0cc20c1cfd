package org.vitrine.app.app;

import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import javafx.scene.control.ButtonBase;
import org.vitrine.app.create.draft.CardDraft;
import org.vitrine.app.create.draft.Draft;
import org.vitrine.app.create.draft.ForwardDraft;
import org.vitrine.app.create.draft.SourceDraft;
import org.vitrine.app.create.page.Step;
import org.vitrine.model.network.NetworkChoice;
import org.vitrine.model.unit.ByteSize;

/** The stops of the tour in the wizard, page by page. */
final class WizardStops {

  private final Composition composition;
  private final List<Tour.Stop> stops = new ArrayList<>();

  WizardStops(Composition composition) {
    this.composition = composition;
  }

  List<Tour.Stop> all() {
    stop("wizard-source", () -> {});
    stop(
        "wizard-source-refused",
        () -> composition.newMachine().open(Path.of("/usr/share/common-licenses/GPL-2")));
    stop("wizard-source-system", () -> press("#os-change"));
    stop("wizard-name", () -> empty(Step.NAME));
    stop(
        "wizard-name-more",
        () -> {
          empty(Step.NAME);
          press("#name-more");
          draft().name().name().choose("web/1");
        });
    stop("wizard-compute", () -> empty(Step.COMPUTE));
    stop(
        "wizard-compute-too-much",
        () -> {
          empty(Step.COMPUTE);
          draft().compute().memory().choose(ByteSize.gib(900));
          draft().compute().cpus().choose(200);
        });
    stop("wizard-disk", () -> empty(Step.DISK));
    stop(
        "wizard-disk-more",
        () -> {
          empty(Step.DISK);
          press("#disk-0-more");
        });
    stop("wizard-network", () -> empty(Step.NETWORK));
    stop(
        "wizard-network-ports",
        () -> {
          empty(Step.NETWORK);
          CardDraft card = draft().network().cards().getFirst();
          card.choice().choose(NetworkChoice.USER);
          ForwardDraft web = new ForwardDraft();
          web.hostPort().choose("8080");
          web.guestPort().choose("80");
          ForwardDraft twice = new ForwardDraft();
          twice.hostPort().choose("8080");
          twice.guestPort().choose("8080");
          card.forwards().addAll(web, twice);
        });
    stop(
        "wizard-network-cards",
        () -> {
          empty(Step.NETWORK);
          draft().network().add().choice().choose(NetworkChoice.INTERNAL);
          press("#nic-1-more");
        });
    stop(
        "wizard-network-inactive",
        () -> {
          empty(Step.NETWORK);
          draft().network().cards().getFirst().choice().choose(NetworkChoice.HOST_ONLY);
        });
    stop("wizard-setup", () -> empty(Step.SETUP));
    stop(
        "wizard-hardware",
        () -> {
          empty(Step.COMPUTE);
          press("#hardware-more");
        });
    stop("wizard-summary", () -> empty(Step.SUMMARY));
    stop(
        "wizard-folded",
        () -> {
          composition.settings().wizardCommandsShownProperty().set(false);
          empty(Step.COMPUTE);
        },
        () -> composition.settings().wizardCommandsShownProperty().set(true));
    stop(
        "wizard-large-text",
        () -> {
          composition.settings().textScaleProperty().set(1.5);
          empty(Step.DISK);
        },
        () -> composition.settings().textScaleProperty().set(1));
    return stops;
  }

  private void stop(String name, Runnable arrive) {
    stop(name, arrive, () -> {});
  }

  private void stop(String name, Runnable arrive, Runnable leave) {
    stops.add(
        new Tour.Stop(
            name,
            () -> {
              composition.newMachine().open();
              arrive.run();
            },
            leave));
  }

  private Draft draft() {
    return composition.newMachine().draft().orElseThrow();
  }

  private void empty(Step to) {
    draft().source().kind().choose(SourceDraft.Kind.NOTHING);
    composition.newMachine().walkTo(to);
  }

  private void press(String id) {
    composition
        .newMachine()
        .page()
        .map(page -> page.lookup(id))
        .ifPresent(
            found -> {
              if (found instanceof ButtonBase button) {
                button.fire();
              }
            });
  }
}
