package org.vitrine.app.shell;

import java.util.ArrayList;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import javafx.animation.PauseTransition;
import javafx.geometry.Pos;
import javafx.scene.Node;
import javafx.scene.Scene;
import javafx.scene.control.Button;
import javafx.scene.control.ContentDisplay;
import javafx.scene.control.SplitPane;
import javafx.scene.control.ToggleButton;
import javafx.scene.layout.BorderPane;
import javafx.scene.layout.HBox;
import javafx.scene.layout.Priority;
import javafx.scene.layout.Region;
import javafx.scene.layout.StackPane;
import javafx.util.Duration;
import org.vitrine.app.control.Icon;
import org.vitrine.app.control.Tips;
import org.vitrine.app.explain.CommandHistory;
import org.vitrine.app.explain.CommandPanel;
import org.vitrine.app.i18n.Words;
import org.vitrine.app.inventory.Watching;
import org.vitrine.app.job.JobBar;
import org.vitrine.app.machines.ActionLook;
import org.vitrine.app.machines.MachinesView;
import org.vitrine.app.settings.SettingsCard;
import org.vitrine.model.explain.PowerCommands;
import org.vitrine.model.host.HostId;
import org.vitrine.model.vm.Action;
import org.vitrine.model.vm.Machine;

/** The window's content: the rail, the place one is at, what was done, and the jobs below. */
public final class Shell extends BorderPane {

  private static final double NARROW = 1000;

  /** A toolbar as wide as this, at the usual size of text, has room for all of its words. */
  private static final double ROOMY = 800;

  private final Parts parts;
  private final Rail rail;
  private final BorderPane middle = new BorderPane();
  private final SplitPane machinesAndDetail = new SplitPane();
  private final MachinesView machines;
  private final DetailPane detail;
  private final StackPane pages = new StackPane();
  private final Map<Rail.Place, Node> pageOf = new EnumMap<>(Rail.Place.class);
  private final Button back = new Button(Words.word("detail.back"), new Icon("back"));
  private final CommandPanel commands;
  private final JobBar jobBar;
  private final Keys keys;
  private final Palette palette;
  private Rail.Place place = Rail.Place.MACHINES;
  private boolean detailInFront;

  public Shell(Parts parts) {
    this.parts = parts;
    keys = new Keys(parts.layers());
    palette = new Palette(parts.layers(), this::deeds);
    rail = new Rail(this::go, this::openSettings, keys::openCard);
    machines =
        new MachinesView(
            parts.machines(),
            parts.store(),
            parts.directory(),
            parts.working(),
            parts.actionBar(),
            new MachinesView.FirstSteps(
                parts.hostActions()::add, parts.newMachine()::open, parts.sample()::make));
    detail =
        new DetailPane(
            parts.machines(), parts.store(), parts.pages().machine(), parts.pages().host());
    commands = new CommandPanel(parts.history(), this::possibleCommands, parts.failed());
    jobBar = new JobBar(parts.jobs());
    createView();
    bindKeys();
    initListeners();
    go(Rail.Place.MACHINES);
  }

  private void createView() {
    getStyleClass().add("shell");
    SplitPane.setResizableWithParent(detail, Boolean.TRUE);
    machinesAndDetail.setDividerPositions(0.56);
    pageOf.put(Rail.Place.MACHINES, machinesAndDetail);
    pages.getChildren().add(machinesAndDetail);
    middle.setTop(toolbar());
    middle.setCenter(pages);
    commands.setVisible(false);
    setLeft(rail);
    setCenter(middle);
    setBottom(bottom());
  }

  private HBox toolbar() {
    back.setId("detail-back");
    back.getStyleClass().add("small");
    back.setOnAction(event -> showDetailInFront(false));
    Region gap = new Region();
    HBox.setHgrow(gap, Priority.ALWAYS);
    Button find = new Button(Words.word("palette.button"), new Icon("search"));
    find.setId("palette-button");
    find.getStyleClass().add("palette-button");
    find.setOnAction(event -> palette.open());
    Button addHost = new Button(Words.word("hosts.add"), new Icon("add"));
    addHost.setId("add-host");
    addHost.setOnAction(event -> parts.hostActions().add());
    Button create = new Button(Words.word("wizard.title"), new Icon("add"));
    create.setId("new-machine");
    create.setAccessibleText(Words.word("wizard.title"));
    Tips.on(create, Words.word("wizard.title"));
    create.getStyleClass().add("accent");
    create.setOnAction(event -> parts.newMachine().open());
    HBox bar = new HBox(8, create, back, parts.actionBar(), gap, find, addHost);
    bar.setAlignment(Pos.CENTER_LEFT);
    bar.getStyleClass().add("toolbar");
    // where words would be cut off, the one that the hosts' page and the palette have too goes
    // first
    bar.widthProperty().subscribe(width -> makeRoom(bar, addHost, create));
    parts.settings().textScaleProperty().subscribe(scale -> makeRoom(bar, addHost, create));
    return bar;
  }

  private void makeRoom(HBox bar, Button addHost, Button create) {
    double width = bar.getWidth();
    boolean roomy = width <= 0 || width >= ROOMY * parts.settings().textScaleProperty().get();
    addHost.setVisible(roomy);
    addHost.setManaged(roomy);
    create.setContentDisplay(roomy ? ContentDisplay.LEFT : ContentDisplay.GRAPHIC_ONLY);
  }

  private HBox bottom() {
    ToggleButton toggle = new ToggleButton(Words.word("commands.button"), new Icon("commands"));
    toggle.setId("commands-toggle");
    toggle.getStyleClass().add("quiet");
    Tips.on(toggle, Words.word("commands.hint"));
    toggle.selectedProperty().bindBidirectional(parts.settings().commandsShownProperty());
    HBox.setHgrow(jobBar, Priority.ALWAYS);
    HBox bottom = new HBox(8, jobBar, toggle);
    bottom.setAlignment(Pos.BOTTOM_LEFT);
    bottom.getStyleClass().add("status-bar");
    return bottom;
  }

  private void bindKeys() {
    keys.bind("Shortcut+K", Words.word("palette.title"), palette::open);
    keys.bind(
        "Shortcut+F",
        Words.word("key.search"),
        () -> {
          go(Rail.Place.MACHINES);
          machines.focusSearch();
        });
    for (Rail.Place each : Rail.Place.values()) {
      keys.bind("Shortcut+" + each.digit(), Words.word("place", each), () -> go(each));
    }
    for (List<Action> group : ActionLook.MENU) {
      for (Action action : group) {
        ActionLook.keys(action)
            .ifPresent(
                text -> keys.bind(text, Words.word("action", action), () -> request(action)));
      }
    }
    keys.bind(
        "Shortcut+J",
        Words.word("commands.title"),
        () -> toggle(parts.settings().commandsShownProperty()));
    keys.bind("Shortcut+I", Words.word("key.detail"), this::toggleDetail);
    keys.bind("Shortcut+L", Words.word("jobs.title"), jobBar::toggle);
    keys.bind("Shortcut+N", Words.word("wizard.title"), parts.newMachine()::open);
    keys.bind("Shortcut+Shift+N", Words.word("hosts.add"), parts.hostActions()::add);
    keys.bind(
        "F2",
        Words.word("machine.rename"),
        () -> parts.machines().onlyChosen().ifPresent(parts.edits()::rename));
    keys.bind(
        "Shortcut+E",
        Words.word("machine.labels"),
        () -> parts.machines().onlyChosen().ifPresent(parts.edits()::labels));
    keys.bind("F5", Words.word("key.refresh"), this::refreshAll);
    keys.bind("Shortcut+COMMA", Words.word("settings.title"), this::openSettings);
    keys.bind("F1", Words.word("shortcuts.title"), keys::openCard);
  }

  private void initListeners() {
    machines.whenOpened(machine -> showDetailInFront(true));
    widthProperty().subscribe(width -> arrange());
    parts.settings().detailShownProperty().subscribe(shown -> arrange());
    parts
        .settings()
        .textScaleProperty()
        .subscribe(scale -> machines.table().scale(scale.doubleValue()));
    parts.settings().commandsShownProperty().subscribe(shown -> showCommands(shown));
    parts.machines().chosenProperty().subscribe(chosen -> commands.refresh());
    // the first look comes as soon as there is something to see, the others now and then
    PauseTransition look = new PauseTransition(Duration.millis(30));
    Watching watching = parts.watching();
    look.setOnFinished(
        end -> {
          watching.look(
              place == Rail.Place.MACHINES ? machines.table().onScreen() : java.util.Set.of(),
              parts.machines().chosenMachines().stream().map(Machine::key).toList());
          look.setDuration(Duration.millis(400));
          look.playFromStart();
        });
    look.play();
  }

  /** Binds the keys to the window. */
  public void attach(Scene scene) {
    keys.attach(scene);
    machines.focusList();
  }

  public void go(Rail.Place to) {
    place = to;
    rail.show(to);
    Node page = pageOf.computeIfAbsent(to, this::makePage);
    if (!pages.getChildren().contains(page)) {
      pages.getChildren().add(page);
    }
    pages.getChildren().forEach(each -> each.setVisible(each.equals(page)));
    parts.actionBar().setVisible(to == Rail.Place.MACHINES);
    arrange();
  }

  private Node makePage(Rail.Place which) {
    return switch (which) {
      case MACHINES -> machinesAndDetail;
      case NETWORKS -> parts.pages().networks().get();
      case STORAGE -> parts.pages().storage().get();
      case HOSTS ->
          new HostsPage(
              parts.store(), parts.directory(), parts.hostActions(), parts.pages().host().get());
    };
  }

  /**
   * Half a screen has no room for both: the detail then takes the list's place, with a way back.
   */
  private void arrange() {
    boolean narrow = getWidth() > 0 && getWidth() < NARROW;
    boolean wanted = parts.settings().detailShownProperty().get();
    List<Node> shown =
        narrow
            ? List.of(detailInFront ? detail : machines)
            : wanted ? List.of(machines, detail) : List.of(machines);
    if (!machinesAndDetail.getItems().equals(shown)) {
      machinesAndDetail.getItems().setAll(shown);
      if (shown.size() == 2) {
        machinesAndDetail.setDividerPositions(0.56);
      }
    }
    boolean way = narrow && detailInFront && place == Rail.Place.MACHINES;
    back.setVisible(way);
    back.setManaged(way);
  }

  private void showDetailInFront(boolean front) {
    detailInFront = front;
    if (front) {
      parts.settings().detailShownProperty().set(true);
    }
    arrange();
  }

  private void toggleDetail() {
    if (getWidth() < NARROW) {
      showDetailInFront(!detailInFront);
    } else {
      toggle(parts.settings().detailShownProperty());
    }
  }

  private static void toggle(javafx.beans.property.BooleanProperty property) {
    property.set(!property.get());
  }

  private void showCommands(boolean shown) {
    commands.setVisible(shown);
    middle.setRight(shown ? commands : null);
    commands.refresh();
  }

  public void openSettings() {
    new SettingsCard(parts.layers(), parts.settings()).open();
  }

  public void toggleJobs() {
    jobBar.toggle();
  }

  public void openPalette() {
    palette.open();
  }

  public void openShortcuts() {
    keys.openCard();
  }

  public void showHost(HostId host) {
    go(Rail.Place.HOSTS);
    if (pageOf.get(Rail.Place.HOSTS) instanceof HostsPage page) {
      page.choose(host);
    }
  }

  private void request(Action action) {
    List<Machine> chosen = parts.machines().chosenMachines();
    if (!chosen.isEmpty()) {
      parts.power().request(chosen, action);
    }
  }

  private void refreshAll() {
    parts
        .directory()
        .hosts()
        .forEach(
            host -> parts.directory().link(host.entry().id()).ifPresent(link -> link.refresh()));
  }

  private List<CommandHistory.Entry> possibleCommands() {
    List<CommandHistory.Entry> entries = new ArrayList<>();
    parts
        .machines()
        .onlyChosen()
        .ifPresent(
            machine ->
                parts
                    .directory()
                    .address(machine.key().host())
                    .ifPresent(
                        host -> {
                          for (Action action : Action.values()) {
                            if (parts.power().hindrance(List.of(machine), action).isEmpty()) {
                              entries.add(
                                  CommandHistory.Entry.of(
                                      Words.word("action", action),
                                      PowerCommands.of(host, machine.name(), action)));
                            }
                          }
                        }));
    return entries;
  }

  private List<Palette.Deed> deeds() {
    List<Palette.Deed> deeds = new ArrayList<>();
    for (Rail.Place each : Rail.Place.values()) {
      deeds.add(
          new Palette.Deed(
              "machines",
              Words.word("palette.go", Words.word("place", each)),
              "Ctrl+" + each.digit(),
              () -> go(each)));
    }
    deeds.add(
        new Palette.Deed("add", Words.word("wizard.title"), "Ctrl+N", parts.newMachine()::open));
    deeds.add(new Palette.Deed("add", Words.word("sample.make"), "", parts.sample()::make));
    deeds.add(
        new Palette.Deed("add", Words.word("hosts.add"), "Ctrl+Shift+N", parts.hostActions()::add));
    deeds.add(
        new Palette.Deed("settings", Words.word("settings.title"), "Ctrl+,", this::openSettings));
    deeds.add(new Palette.Deed("keyboard", Words.word("shortcuts.title"), "F1", keys::openCard));
    deeds.add(
        new Palette.Deed(
            "commands",
            Words.word("commands.title"),
            "Ctrl+J",
            () -> toggle(parts.settings().commandsShownProperty())));
    addMachineDeeds(deeds);
    return deeds;
  }

  private void addMachineDeeds(List<Palette.Deed> deeds) {
    for (var host : parts.store().hosts()) {
      for (Machine machine : host.machines().values()) {
        for (Action action : Action.values()) {
          if (parts.power().hindrance(List.of(machine), action).isEmpty()) {
            deeds.add(
                new Palette.Deed(
                    ActionLook.icon(action),
                    Words.word("palette.deed", Words.word("action", action), machine.label()),
                    "",
                    () -> parts.power().request(List.of(machine), action)));
          }
        }
      }
    }
  }
}
