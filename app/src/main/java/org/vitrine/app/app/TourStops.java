package org.vitrine.app.app;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.function.Predicate;
import javafx.scene.Node;
import javafx.scene.control.TextField;
import org.vitrine.app.connection.HostFormViewModel;
import org.vitrine.app.dialog.Toasts;
import org.vitrine.app.i18n.Words;
import org.vitrine.app.machines.MachineFilter;
import org.vitrine.app.machines.Row;
import org.vitrine.app.shell.Rail;
import org.vitrine.bridge.demo.DemoHost;
import org.vitrine.model.problem.Cause;
import org.vitrine.model.problem.Problem;
import org.vitrine.model.vm.Action;
import org.vitrine.model.vm.Machine;
import org.vitrine.model.vm.MachineState;

/** The stops of the tour, in the order a newcomer would meet them. */
final class TourStops {

  private static void nothing() {}

  private final Composition composition;
  private final List<Tour.Stop> stops = new ArrayList<>();

  TourStops(Composition composition) {
    this.composition = composition;
  }

  List<Tour.Stop> all() {
    stop("machines", () -> choose(machine -> false));
    stop("machine", () -> choose(machine -> machine.name().equals("shop-web-1")));
    stop(
        "machine-off",
        () -> choose(machine -> machine.state() == MachineState.OFF && machine.snapshots() > 0));
    stop("machine-crashed", () -> choose(machine -> machine.state() == MachineState.CRASHED));
    stop("many-machines", () -> choose(machine -> machine.name().startsWith("student")));
    stop("host", () -> composition.machines().choose(Set.of(new Row.Key.OfHost(DemoHost.ID))));
    stop(
        "list-alone",
        () -> composition.settings().detailShownProperty().set(false),
        () -> composition.settings().detailShownProperty().set(true));
    stop("search", () -> filter("web"), () -> filter(""));
    stop("search-nothing", () -> filter("zebra"), () -> filter(""));
    stop(
        "filter-state",
        () ->
            composition
                .machines()
                .filterProperty()
                .set(
                    new MachineFilter(
                        "", Set.of(MachineState.PAUSED, MachineState.SAVED), Set.of())),
        () -> filter(""));
    stop("networks", () -> composition.shell().go(Rail.Place.NETWORKS), this::home);
    stop("storage", () -> composition.shell().go(Rail.Place.STORAGE), this::home);
    stop("hosts", () -> composition.shell().showHost(DemoHost.ID), this::home);
    stops.addAll(new WizardStops(composition).all());
    stop("add-host", () -> composition.hostActions().add());
    stop("add-host-refused", this::refusedHost);
    stop("edit-host", () -> composition.hostActions().edit(DemoHost.ID));
    stop("remove-host", () -> composition.hostActions().remove(DemoHost.ID));
    stop(
        "force-off",
        () -> request(machine -> machine.name().startsWith("student"), Action.FORCE_OFF));
    stop(
        "start-fresh",
        () -> request(machine -> machine.state() == MachineState.SAVED, Action.START_FRESH));
    stop(
        "notes",
        () ->
            first(machine -> machine.name().equals("shop-web-1"))
                .ifPresent(composition.edits()::labels));
    stop("rename-refused", this::refusedName);
    stop(
        "problem",
        () -> composition.problemCard().show(problem(), Optional.of(TourStops::nothing)));
    stop(
        "problem-command",
        () ->
            composition
                .problemCard()
                .show(
                    new Problem(
                        Cause.ACCESS_DENIED,
                        Words.word("host.this.system"),
                        "",
                        new Problem.Raw(
                            38,
                            7,
                            "Failed to connect socket to '/run/libvirt/libvirt-sock': Permission denied")),
                    Optional.empty()));
    stop("notes-in-the-corner", this::toasts);
    stop(
        "commands",
        this::commands,
        () -> composition.settings().commandsShownProperty().set(false));
    stop("jobs", () -> composition.shell().toggleJobs(), () -> composition.shell().toggleJobs());
    stop("palette", () -> composition.shell().openPalette());
    stop("shortcuts", () -> composition.shell().openShortcuts());
    stop("settings", () -> composition.shell().openSettings());
    stop(
        "large-text",
        () -> {
          composition.settings().textScaleProperty().set(1.4);
          choose(machine -> machine.name().equals("shop-web-1"));
        },
        () -> composition.settings().textScaleProperty().set(1));
    return stops;
  }

  private void stop(String name, Runnable arrive) {
    stop(name, arrive, TourStops::nothing);
  }

  private void stop(String name, Runnable arrive, Runnable leave) {
    stops.add(new Tour.Stop(name, arrive, leave));
  }

  private void home() {
    composition.shell().go(Rail.Place.MACHINES);
  }

  private void filter(String text) {
    composition.machines().filterProperty().set(new MachineFilter(text, Set.of(), Set.of()));
  }

  private List<Machine> machines(Predicate<Machine> wanted) {
    return composition.store().hosts().stream()
        .flatMap(host -> host.machines().values().stream())
        .filter(wanted)
        .toList();
  }

  private Optional<Machine> first(Predicate<Machine> wanted) {
    return machines(wanted).stream().findFirst();
  }

  private void choose(Predicate<Machine> wanted) {
    List<Row.Key> keys = new ArrayList<>();
    List<Machine> found = machines(wanted);
    boolean many =
        found.size() > 1
            && found.stream().allMatch(machine -> machine.name().startsWith("student"));
    found.stream()
        .limit(many ? Long.MAX_VALUE : 1)
        .forEach(machine -> keys.add(new Row.Key.OfMachine(machine.key())));
    composition.machines().choose(keys);
  }

  private void request(Predicate<Machine> wanted, Action action) {
    composition.power().request(machines(wanted), action);
  }

  private void refusedHost() {
    HostFormViewModel form = composition.hostActions().newForm();
    form.kindProperty().set(HostFormViewModel.Kind.BY_ADDRESS);
    form.typedProperty().set("qemu+ssh://-oProxyCommand=x/system");
    composition.hostActions().open(form);
  }

  private void refusedName() {
    first(machine -> machine.state() == MachineState.OFF).ifPresent(composition.edits()::rename);
    Node field = composition.root().lookup("#rename-name");
    if (field instanceof TextField text) {
      text.setText("web/1");
    }
  }

  private static Problem problem() {
    return new Problem(
        Cause.NETWORK_INACTIVE,
        "vpn-gateway",
        "old-office",
        new Problem.Raw(
            55, 19, "Requested operation is not valid: network 'old-office' is not active"));
  }

  private void toasts() {
    composition.toasts().good(Words.word("done.START", 3, ""));
    composition
        .toasts()
        .question(
            Words.word("shutDown.ignored", "shop-db"),
            Words.word("shutDown.ignored.hint"),
            List.of(
                new Toasts.Choice(Words.word("action.FORCE_OFF"), TourStops::nothing),
                new Toasts.Choice(Words.word("shutDown.wait"), TourStops::nothing)));
    composition.tell(problem());
  }

  private void commands() {
    choose(machine -> machine.name().equals("shop-web-1"));
    composition.settings().commandsShownProperty().set(true);
  }
}
