package org.vitrine.app.machines;

import java.util.Optional;
import java.util.Set;
import java.util.function.Consumer;
import javafx.scene.control.Button;
import javafx.scene.control.ContextMenu;
import javafx.scene.control.MenuItem;
import javafx.scene.layout.BorderPane;
import javafx.scene.layout.HBox;
import javafx.scene.layout.Priority;
import javafx.scene.layout.StackPane;
import org.vitrine.app.control.EmptyState;
import org.vitrine.app.control.Icon;
import org.vitrine.app.control.Tips;
import org.vitrine.app.i18n.Words;
import org.vitrine.app.inventory.HostDirectory;
import org.vitrine.app.inventory.InventoryStore;
import org.vitrine.model.host.HostState;
import org.vitrine.model.vm.Machine;

/** The page of machines: search above, the list below, and words where the list is empty. */
public final class MachinesView extends BorderPane {

  private final MachinesViewModel model;
  private final HostDirectory directory;
  private final InventoryStore store;
  private final MachineTable table;
  private final FilterBar filter;
  private final EmptyState noHosts;
  private final EmptyState noMatch;
  private final EmptyState noMachines;
  private final StackPane center = new StackPane();
  private boolean troubleShown;

  /** What an empty list offers. */
  public record FirstSteps(Runnable addHost, Runnable newMachine, Runnable sample) {}

  public MachinesView(
      MachinesViewModel model,
      InventoryStore store,
      HostDirectory directory,
      WorkingMachines working,
      ActionBar actions,
      FirstSteps first) {
    this.model = model;
    this.directory = directory;
    this.store = store;
    table = new MachineTable(model, store, working);
    filter = new FilterBar(model, () -> table.focusTarget().requestFocus());
    Button add = new Button(Words.word("hosts.add"), new Icon("add"));
    add.getStyleClass().add("accent");
    add.setOnAction(event -> first.addHost().run());
    noHosts =
        new EmptyState(
            "hosts", Words.word("empty.hosts"), Words.word("empty.hosts.hint"), Optional.of(add));
    noMatch =
        new EmptyState(
            "search",
            Words.word("empty.match"),
            Words.word("empty.match.hint"),
            Optional.of(filter.clearButton()));
    noMachines =
        new EmptyState(
            "machines",
            Words.word("empty.machines"),
            Words.word("empty.machines.hint"),
            Optional.of(newMachineButton(first.newMachine())));
    noMachines.getChildren().addAll(sampleButton(first.sample()), demoButton());
    // the hosts above stay in reach
    noMachines.setPickOnBounds(false);
    createView();
    ContextMenu menu = new ContextMenu(new MenuItem());
    menu.setOnShowing(event -> actions.fill(menu.getItems()));
    table.list().setContextMenu(menu);
    store.listen(hosts -> refresh());
    model.filterProperty().subscribe(value -> refresh());
    directory.hosts().addListener((javafx.beans.InvalidationListener) change -> refresh());
    refresh();
  }

  private void createView() {
    getStyleClass().add("machines-view");
    Button columns = new Button();
    columns.setId("columns");
    columns.setGraphic(new Icon("columns"));
    columns.getStyleClass().add("quiet");
    Tips.on(columns, Words.word("columns.choose"));
    columns.setAccessibleText(Words.word("columns.choose"));
    columns.setOnAction(event -> ((TableHeader) table.getTop()).openMenu(columns));
    HBox top = new HBox(4, filter, columns);
    HBox.setHgrow(filter, Priority.ALWAYS);
    top.setAlignment(javafx.geometry.Pos.CENTER_LEFT);
    top.getStyleClass().add("list-tools");
    setTop(top);
    center.getChildren().add(table);
    center.setMinWidth(0);
    setCenter(center);
    setMinWidth(240);
  }

  private void refresh() {
    boolean empty = directory.hosts().isEmpty();
    present(noHosts, empty);
    boolean unmatched = !empty && model.isEmptyForFilter();
    present(noMatch, unmatched);
    table.setVisible(!empty && !unmatched);
    boolean without = !empty && !unmatched && isEveryHostEmpty();
    present(noMachines, without);
    if (without) {
      showTroubleOnce();
    }
  }

  /** Takes words in when they are first needed, so that a start does not dress what nobody sees. */
  private void present(EmptyState words, boolean there) {
    if (there && !center.getChildren().contains(words)) {
      center.getChildren().add(words);
    }
    words.setVisible(there);
  }

  /** Whether no host has a machine, and none of them is still on its way. */
  private boolean isEveryHostEmpty() {
    boolean settled =
        directory.hosts().stream()
            .filter(host -> host.entry().autoconnect())
            .map(host -> store.host(host.entry().id()).state())
            .allMatch(state -> !(state instanceof HostState.Connecting));
    return settled && store.hosts().stream().allMatch(host -> host.machines().isEmpty());
  }

  private static Button newMachineButton(Runnable newMachine) {
    Button button = new Button(Words.word("wizard.title"), new Icon("add"));
    button.setId("empty-new-machine");
    button.setOnAction(event -> newMachine.run());
    return button;
  }

  private static Button sampleButton(Runnable sample) {
    Button button = new Button(Words.word("sample.make"), new Icon("machines"));
    button.setId("make-sample");
    button.setOnAction(event -> sample.run());
    return button;
  }

  private Button demoButton() {
    Button button = new Button(Words.word("empty.machines.demo"), new Icon("connect"));
    button.setId("open-demo");
    button.setOnAction(
        event ->
            directory.hosts().stream()
                .filter(HostDirectory.Listed::isDemo)
                .forEach(host -> directory.connect(host.entry().id())));
    return button;
  }

  /** A first look with nothing in it but a host in trouble: that host says what is the matter. */
  private void showTroubleOnce() {
    if (troubleShown || !model.chosenProperty().get().isEmpty()) {
      return;
    }
    directory.hosts().stream()
        .map(host -> store.host(host.entry().id()))
        .filter(
            host ->
                host.state() instanceof HostState.Lost || host.state() instanceof HostState.Refused)
        .findFirst()
        .ifPresent(
            host -> {
              troubleShown = true;
              model.choose(Set.of(new Row.Key.OfHost(host.host())));
            });
  }

  public void whenOpened(Consumer<Machine> action) {
    table.whenOpened(action);
  }

  public void focusSearch() {
    filter.focusSearch();
  }

  public void focusList() {
    table.focusTarget().requestFocus();
  }

  public MachineTable table() {
    return table;
  }
}
