package org.vitrine.app.host;

import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import javafx.geometry.Pos;
import javafx.scene.control.Button;
import javafx.scene.control.Label;
import javafx.scene.control.ProgressBar;
import javafx.scene.control.ScrollPane;
import javafx.scene.layout.FlowPane;
import javafx.scene.layout.HBox;
import javafx.scene.layout.VBox;
import org.jspecify.annotations.Nullable;
import org.vitrine.app.control.Facts;
import org.vitrine.app.control.Icon;
import org.vitrine.app.i18n.Amounts;
import org.vitrine.app.i18n.HostWords;
import org.vitrine.app.i18n.Words;
import org.vitrine.app.inventory.HostDirectory;
import org.vitrine.app.inventory.InventoryStore;
import org.vitrine.app.problem.ProblemCard;
import org.vitrine.app.problem.ProblemText;
import org.vitrine.model.host.Acceleration;
import org.vitrine.model.host.HostFacts;
import org.vitrine.model.host.HostId;
import org.vitrine.model.host.HostState;
import org.vitrine.model.inventory.HostSnapshot;
import org.vitrine.model.problem.Problem;
import org.vitrine.model.unit.ByteSize;
import org.vitrine.model.vm.Machine;

/** One host: how the way to it stands, what it is, and what is free on it. */
public final class HostPane extends ScrollPane {

  /** What the buttons do that belongs to another room. */
  public record Doors(
      java.util.function.Consumer<HostId> edit, java.util.function.Consumer<HostId> remove) {}

  private final InventoryStore store;
  private final HostDirectory directory;
  private final ProblemCard problems;
  private final Doors doors;
  private final Label title = styled("detail-title");
  private final Label subtitle = styled("detail-subtitle");
  private final VBox trouble = new VBox(8);
  private final FlowPane buttons = new FlowPane(8, 8);
  private final Facts facts = new Facts();
  private final VBox capacity = new VBox(12);
  private @Nullable HostId shown;
  private @Nullable HostState buttonsFor;

  public HostPane(
      InventoryStore store, HostDirectory directory, ProblemCard problems, Doors doors) {
    this.store = store;
    this.directory = directory;
    this.problems = problems;
    this.doors = doors;
    getStyleClass().add("detail");
    setId("host-detail");
    setFitToWidth(true);
    HBox head = new HBox(10, new Icon("hosts", 20), title);
    head.setAlignment(Pos.CENTER_LEFT);
    VBox content = new VBox(16, new VBox(4, head, subtitle), trouble, buttons, capacity, facts);
    content.getStyleClass().add("detail-content");
    setContent(content);
    store.listen(hosts -> refresh());
    visibleProperty().subscribe(seen -> refresh());
    sceneProperty().subscribe(scene -> refresh());
  }

  public void show(HostId host) {
    if (!host.equals(shown)) {
      shown = host;
      buttonsFor = null;
      setVvalue(0);
    }
    refresh();
  }

  private void refresh() {
    HostId host = shown;
    if (host == null || getScene() == null || !isVisible()) {
      return;
    }
    directory.find(host).ifPresent(listed -> showHost(listed, store.host(host)));
  }

  private void showHost(HostDirectory.Listed listed, HostSnapshot snapshot) {
    title.setText(listed.entry().label());
    subtitle.setText(
        HostWords.of(snapshot.state(), Instant.now()) + " · " + listed.entry().address().uri());
    showTrouble(snapshot.state());
    if (buttonsFor == null || !buttonsFor.getClass().equals(snapshot.state().getClass())) {
      buttonsFor = snapshot.state();
      showButtons(listed, snapshot.state());
    }
    facts.clear();
    capacity.getChildren().clear();
    snapshot.facts().ifPresent(known -> showFacts(known, snapshot));
  }

  private void showTrouble(HostState state) {
    Optional<Problem> problem =
        switch (state) {
          case HostState.Lost(Problem lost, Instant next) -> Optional.of(lost);
          case HostState.Refused(Problem refused) -> Optional.of(refused);
          case HostState.Connected(), HostState.Disconnected() -> Optional.empty();
          case HostState.Connecting(int attempt) -> Optional.empty();
          case HostState.Silent(Instant since) -> Optional.empty();
        };
    trouble.getChildren().clear();
    trouble.setManaged(problem.isPresent());
    problem.ifPresent(
        met -> {
          ProblemText text = ProblemText.of(met);
          Label what = styled("trouble-title");
          what.setText(text.what());
          Label why = new Label(text.why() + " " + text.remedy());
          Button details = new Button(Words.word("button.details"));
          details.getStyleClass().add("small");
          details.setOnAction(event -> problems.show(met, Optional.empty()));
          what.setWrapText(true);
          why.setWrapText(true);
          VBox box = new VBox(8, what, why, details);
          box.getStyleClass().add("trouble");
          trouble.getChildren().add(box);
        });
  }

  private void showButtons(HostDirectory.Listed listed, HostState state) {
    HostId id = listed.entry().id();
    List<Button> fitting = new ArrayList<>();
    switch (state) {
      case HostState.Disconnected() ->
          fitting.add(
              button("host-connect", "host.connect", "connect", () -> directory.connect(id)));
      case HostState.Lost(Problem problem, Instant next) -> {
        fitting.add(button("host-retry", "host.retry", "retry", () -> directory.retry(id)));
        fitting.add(
            button(
                "host-disconnect",
                "host.stopTrying",
                "disconnect",
                () -> directory.disconnect(id)));
      }
      case HostState.Refused(Problem problem) ->
          fitting.add(button("host-retry", "host.retry", "retry", () -> directory.connect(id)));
      case HostState.Connecting(int attempt) ->
          fitting.add(
              button(
                  "host-disconnect",
                  "host.stopTrying",
                  "disconnect",
                  () -> directory.disconnect(id)));
      case HostState.Connected() ->
          fitting.add(
              button(
                  "host-disconnect",
                  "host.disconnect",
                  "disconnect",
                  () -> directory.disconnect(id)));
      case HostState.Silent(Instant since) ->
          fitting.add(
              button(
                  "host-disconnect",
                  "host.disconnect",
                  "disconnect",
                  () -> directory.disconnect(id)));
    }
    fitting.add(button("host-edit", "host.edit", "edit", () -> doors.edit().accept(id)));
    fitting.add(button("host-remove", "host.remove", "delete", () -> doors.remove().accept(id)));
    buttons.getChildren().setAll(fitting);
  }

  private static Button button(String id, String key, String icon, Runnable action) {
    Button button = new Button(Words.word(key), new Icon(icon));
    button.setId(id);
    button.getStyleClass().add("small");
    button.setOnAction(event -> action.run());
    return button;
  }

  private void showFacts(HostFacts known, HostSnapshot snapshot) {
    long running =
        snapshot.machines().values().stream().filter(machine -> machine.state().isActive()).count();
    ByteSize held =
        snapshot.machines().values().stream()
            .filter(machine -> machine.state().isActive())
            .map(Machine::memory)
            .reduce(ByteSize.ZERO, ByteSize::plus);
    int promised =
        snapshot.machines().values().stream()
            .filter(machine -> machine.state().isActive())
            .mapToInt(Machine::cpus)
            .sum();
    if (known.memory().bytes() > 0) {
      // a host that does not say what is free is judged by what its machines hold
      boolean told = known.freeMemory().bytes() > 0;
      double all = (double) known.memory().bytes();
      double used = told ? 1 - known.freeMemory().bytes() / all : held.bytes() / all;
      String words =
          told
              ? Words.word(
                  "host.memory.free",
                  Amounts.size(known.freeMemory()),
                  Amounts.size(known.memory()),
                  running,
                  Amounts.size(held))
              : Words.word(
                  "host.memory.held", Amounts.size(known.memory()), running, Amounts.size(held));
      String colour = used > 0.9 ? "bar-red" : used > 0.75 ? "bar-amber" : "bar-green";
      capacity.getChildren().add(bar(Words.word("host.memory"), used, words, colour));
    }
    if (known.cpus() > 0) {
      // more promised than there are is usual and only slow, so it never turns red
      double used = (double) promised / known.cpus();
      String words = Words.word("host.cpus.promised", promised, known.cpus());
      capacity
          .getChildren()
          .add(bar(Words.word("host.cpus"), used, words, used > 1 ? "bar-amber" : "bar-green"));
    }
    facts.add(Words.word("host.name"), known.hostname());
    facts.add(Words.word("host.hypervisor"), known.hypervisor() + " " + known.hypervisorVersion());
    facts.add(Words.word("host.libvirt"), known.libvirtVersion());
    facts.add(Words.word("host.cpuModel"), known.cpuModel());
    facts.add(Words.word("host.acceleration"), acceleration(known.acceleration()));
    facts.add(
        Words.word("host.machines"),
        Words.word("list.counts", running, snapshot.machines().size()));
    facts.add(Words.word("host.networks"), String.valueOf(snapshot.networks().size()));
    facts.add(Words.word("host.pools"), String.valueOf(snapshot.pools().size()));
    facts.add(
        Words.word("host.cannot"),
        String.join(
            "\n",
            known.absent().keySet().stream()
                .sorted()
                .map(capability -> Words.word("capability", capability))
                .toList()));
  }

  private static String acceleration(Acceleration acceleration) {
    return switch (acceleration) {
      case Acceleration.Hardware() -> Words.word("acceleration.hardware");
      case Acceleration.Emulated(Acceleration.Reason reason) ->
          Words.word("acceleration.emulated", Words.word("acceleration", reason));
      case Acceleration.NotApplicable() -> "";
    };
  }

  private static VBox bar(String name, double used, String words, String colour) {
    Label title = styled("fact-name");
    title.setText(name);
    ProgressBar bar = new ProgressBar(Math.clamp(used, 0, 1));
    bar.setMaxWidth(Double.MAX_VALUE);
    bar.getStyleClass().add(colour);
    Label text = new Label(words);
    text.setWrapText(true);
    return new VBox(4, title, bar, text);
  }

  private static Label styled(String style) {
    Label label = new Label();
    label.getStyleClass().add(style);
    return label;
  }
}
