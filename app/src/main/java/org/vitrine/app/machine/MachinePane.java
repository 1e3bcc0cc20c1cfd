package org.vitrine.app.machine;

import java.time.Instant;
import java.util.Optional;
import java.util.function.BooleanSupplier;
import javafx.geometry.Pos;
import javafx.scene.control.Button;
import javafx.scene.control.Label;
import javafx.scene.control.ScrollPane;
import javafx.scene.layout.ColumnConstraints;
import javafx.scene.layout.FlowPane;
import javafx.scene.layout.GridPane;
import javafx.scene.layout.HBox;
import javafx.scene.layout.Region;
import javafx.scene.layout.VBox;
import org.jspecify.annotations.Nullable;
import org.vitrine.app.control.Facts;
import org.vitrine.app.control.Icon;
import org.vitrine.app.control.StateLook;
import org.vitrine.app.control.StatePicture;
import org.vitrine.app.i18n.Amounts;
import org.vitrine.app.i18n.Words;
import org.vitrine.app.inventory.HostDirectory;
import org.vitrine.app.inventory.InventoryStore;
import org.vitrine.app.inventory.UsageHistory;
import org.vitrine.model.host.Capability;
import org.vitrine.model.vm.Machine;
import org.vitrine.model.vm.MachineKey;
import org.vitrine.model.vm.MachineState;
import org.vitrine.model.vm.Nic;
import org.vitrine.model.vm.StateReason;

/** One machine: what it is, what it does now, what people wrote on it. */
public final class MachinePane extends ScrollPane {

  private final InventoryStore store;
  private final HostDirectory directory;
  private final MachineEdits edits;
  private final StatePicture picture = new StatePicture(18);
  private final Label title = label("detail-title");
  private final Label subtitle = label("detail-subtitle");
  private final Label notice = label("detail-notice");
  private final LiveScreen screen;
  private final Facts facts = new Facts();
  private final FlowPane tags = new FlowPane(6, 6);
  private final Label description = label("detail-description");
  private final UsageChart cpu = new UsageChart(Words.word("column.CPU"));
  private final UsageChart memory = new UsageChart(Words.word("column.MEMORY"));
  private final UsageChart disk = new UsageChart(Words.word("column.DISK"));
  private final UsageChart network = new UsageChart(Words.word("column.NETWORK"));
  private final GridPane charts = new GridPane(16, 16);
  private final Label noCharts = label("quiet-text");
  private @Nullable MachineKey shown;

  public MachinePane(
      InventoryStore store, HostDirectory directory, MachineEdits edits, BooleanSupplier hidden) {
    this.store = store;
    this.directory = directory;
    this.edits = edits;
    screen = new LiveScreen(directory, hidden);
    createView();
    store.listen(hosts -> refresh());
    store.ticksProperty().subscribe(tick -> refreshCharts());
  }

  private void createView() {
    getStyleClass().add("detail");
    setFitToWidth(true);
    setId("machine-detail");
    title.setMinWidth(0);
    Button rename = button("rename", "machine.rename", () -> current().ifPresent(edits::rename));
    Button labels = button("edit", "machine.labels", () -> current().ifPresent(edits::labels));
    HBox head = new HBox(10, picture, title);
    FlowPane buttons = new FlowPane(8, 8, labels, rename);
    head.setAlignment(Pos.CENTER_LEFT);
    notice.setWrapText(true);
    description.setWrapText(true);
    charts.add(cpu, 0, 0);
    charts.add(memory, 1, 0);
    charts.add(disk, 0, 1);
    charts.add(network, 1, 1);
    ColumnConstraints half = new ColumnConstraints();
    half.setPercentWidth(50);
    charts.getColumnConstraints().addAll(half, half);
    noCharts.setWrapText(true);
    VBox content =
        new VBox(
            16,
            new VBox(4, head, subtitle),
            buttons,
            notice,
            screen,
            tags,
            charts,
            noCharts,
            facts,
            description);
    content.getStyleClass().add("detail-content");
    setContent(content);
  }

  private static Button button(String icon, String key, Runnable action) {
    Button button = new Button(Words.word(key), new Icon(icon));
    button.setId(key);
    button.getStyleClass().add("small");
    button.setMinWidth(Region.USE_PREF_SIZE);
    button.setOnAction(event -> action.run());
    return button;
  }

  public void show(MachineKey machine) {
    if (!machine.equals(shown)) {
      shown = machine;
      setVvalue(0);
    }
    refresh();
  }

  private Optional<Machine> current() {
    return shown == null ? Optional.empty() : store.machine(shown);
  }

  private void refresh() {
    if (!isVisible() || getScene() == null) {
      return;
    }
    current().ifPresent(this::showMachine);
  }

  private void showMachine(Machine machine) {
    boolean stale = !store.host(machine.key().host()).state().isUp();
    picture.show(stale ? StateLook.SILENT : StateLook.of(machine.state()));
    title.setText(machine.label());
    subtitle.setText(subtitle(machine));
    screen.show(machine, !stale);
    String words = notice(machine, stale);
    notice.setText(words);
    notice.setVisible(!words.isEmpty());
    notice.setManaged(!words.isEmpty());
    tags.getChildren().setAll(machine.labels().tags().stream().map(MachinePane::tag).toList());
    tags.setManaged(!machine.labels().tags().isEmpty());
    showFacts(machine);
    description.setText(machine.labels().description());
    description.setManaged(!machine.labels().description().isBlank());
    refreshCharts();
  }

  private String subtitle(Machine machine) {
    StringBuilder text = new StringBuilder(Words.word("state", machine.state()));
    if (!machine.addresses().isEmpty()) {
      text.append(" · ").append(machine.addresses().getFirst());
    }
    if (machine.state().isActive()) {
      machine
          .uptime()
          .ifPresent(
              uptime ->
                  text.append(" · ")
                      .append(Words.word("machine.up", Amounts.uptime(uptime, Instant.now()))));
    }
    return text.append(" · ").append(directory.label(machine.key().host())).toString();
  }

  private static String notice(Machine machine, boolean stale) {
    if (stale) {
      return Words.word("machine.stale");
    }
    if (machine.state() == MachineState.PAUSED && machine.reason() == StateReason.DISK_ERROR) {
      return Words.word("machine.diskError");
    }
    if (machine.state() == MachineState.CRASHED) {
      return Words.word(
          machine.reason() == StateReason.GUEST_PANIC ? "machine.crashedHeld" : "machine.crashed");
    }
    if (!machine.persistent()) {
      return Words.word("machine.transient");
    }
    return "";
  }

  private void showFacts(Machine machine) {
    facts.clear();
    if (!machine.label().equals(machine.name())) {
      facts.add(Words.word("fact.name"), machine.name());
    }
    facts.add(Words.word("fact.os"), machine.operatingSystem());
    facts.add(Words.word("fact.cpus"), String.valueOf(machine.cpus()));
    facts.add(Words.word("fact.memory"), Amounts.size(machine.memory()));
    facts.add(Words.word("fact.addresses"), String.join("\n", machine.addresses()));
    facts.add(
        Words.word("fact.networks"),
        String.join("\n", machine.nics().stream().map(MachinePane::nic).toList()));
    facts.add(Words.word("fact.group"), machine.labels().group().text());
    facts.add(
        Words.word("fact.snapshots"),
        machine.snapshots() == 0 ? "" : String.valueOf(machine.snapshots()));
    facts.add(
        Words.word("fact.autostart"), Words.word(machine.autostart() ? "word.yes" : "word.no"));
    facts.add(Words.word("fact.uuid"), machine.key().uuid().toString());
  }

  private static String nic(Nic nic) {
    return nic.network().isEmpty() ? nic.mac() : nic.network() + " · " + nic.mac();
  }

  private void refreshCharts() {
    Optional<Machine> machine = current();
    if (machine.isEmpty() || getScene() == null) {
      return;
    }
    Machine now = machine.get();
    boolean running = now.state() == MachineState.RUNNING;
    Optional<String> cannot =
        store
            .host(now.key().host())
            .facts()
            .flatMap(facts -> Optional.ofNullable(facts.absent().get(Capability.USAGE)));
    boolean drawn = running && cannot.isEmpty();
    charts.setVisible(drawn);
    charts.setManaged(drawn);
    noCharts.setVisible(running && cannot.isPresent());
    noCharts.setManaged(noCharts.isVisible());
    noCharts.setText(cannot.isPresent() ? Words.word("machine.noUsage") : "");
    if (!drawn) {
      return;
    }
    UsageHistory history = store.history(now.key());
    cpu.show(history.cpu(), 1, Amounts.percent(now.usage().cpu()));
    memory.show(
        history.memory(),
        (double) now.memory().bytes(),
        Words.word(
            "machine.memoryOf", Amounts.size(now.usage().memory()), Amounts.size(now.memory())));
    disk.show(history.disk(), UsageChart.top(history.disk()), rate(now.usage().diskRate()));
    network.show(
        history.network(), UsageChart.top(history.network()), rate(now.usage().networkRate()));
  }

  private static String rate(double bytes) {
    String text = Amounts.rate(bytes);
    return text.isEmpty() ? Words.word("machine.still") : text;
  }

  private static Label tag(String text) {
    Label tag = label("tag");
    tag.setText(text);
    return tag;
  }

  private static Label label(String style) {
    Label label = new Label();
    label.getStyleClass().add(style);
    return label;
  }
}
