package org.vitrine.app.testing;

import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.function.BooleanSupplier;
import java.util.function.Predicate;
import java.util.stream.Stream;
import javafx.animation.AnimationTimer;
import javafx.event.Event;
import javafx.scene.Node;
import javafx.scene.Parent;
import javafx.scene.control.ButtonBase;
import javafx.scene.control.Control;
import javafx.scene.control.Labeled;
import javafx.scene.control.ListView;
import javafx.scene.control.TextArea;
import javafx.scene.control.TextInputControl;
import javafx.scene.control.TitledPane;
import javafx.scene.input.KeyCode;
import javafx.scene.input.KeyEvent;
import javafx.scene.text.Text;
import javafx.stage.Stage;
import org.jspecify.annotations.Nullable;
import org.vitrine.app.app.Composition;
import org.vitrine.app.machines.Row;
import org.vitrine.app.machines.Slot;
import org.vitrine.app.settings.Settings;
import org.vitrine.bridge.demo.DemoHypervisor;
import org.vitrine.bridge.event.EventLoop;
import org.vitrine.bridge.libvirt.LibvirtHypervisor;
import org.vitrine.bridge.link.HostLinks;
import org.vitrine.bridge.link.LinkTiming;
import org.vitrine.bridge.xml.DomainXml;
import org.vitrine.model.host.HostEntry;
import org.vitrine.model.host.HostState;
import org.vitrine.model.port.Hypervisor;
import org.vitrine.model.vm.Machine;
import org.vitrine.model.vm.MachineState;

/**
 * The whole window on a hypervisor of the test's choice, used as its user would: by what stands on
 * it and by keys. Waits for what is to come true, never for a time.
 */
public final class TestWindow implements AutoCloseable {

  private static final Duration LIMIT = Duration.ofSeconds(10);

  /** One for the process: libvirt has one event loop. */
  private static final EventLoop LOOP = new EventLoop();

  private final HostLinks links;
  private final Composition composition;
  private final Stage stage;
  private final Settings settings = new Settings();
  private final FakeSystems systems = new FakeSystems();
  private final List<HostEntry> kept = new CopyOnWriteArrayList<>();
  private final Duration showing;

  private TestWindow(Hypervisor hypervisor, List<HostEntry> hosts, boolean connect) {
    CompletableFuture<Composition> made = new CompletableFuture<>();
    links =
        new HostLinks(
            hypervisor,
            question -> made.join().dialogs().credentialPrompt().answer(question),
            snapshot -> made.join().store().accept(snapshot),
            LinkTiming.DEFAULT);
    long before = System.nanoTime();
    stage = OnFxThread.get(Stage::new);
    composition =
        OnFxThread.get(
            () -> {
              Composition wired =
                  new Composition(
                      links,
                      settings,
                      list -> {
                        kept.clear();
                        kept.addAll(list);
                      },
                      () -> stage.isIconified() || !stage.isShowing(),
                      systems.outside());
              made.complete(wired);
              hosts.forEach(host -> wired.directory().add(host, true));
              stage.setScene(wired.scene());
              stage.setWidth(1240);
              stage.setHeight(760);
              stage.show();
              return wired;
            });
    showing = Duration.ofNanos(System.nanoTime() - before);
    if (connect) {
      OnFxThread.run(composition.directory()::connectAll);
    }
  }

  /** A window whose hosts connect at once. */
  public static TestWindow on(Hypervisor hypervisor, HostEntry... hosts) {
    return new TestWindow(hypervisor, List.of(hosts), true);
  }

  /** A hypervisor that reaches real hosts and the demo host, as the app's own does. */
  public static Hypervisor libvirt() {
    return new DemoHypervisor(
        new LibvirtHypervisor(LOOP, DomainXml::read, org.vitrine.app.job.FxThread.guard()));
  }

  /** How long it took to be made and shown. */
  public Duration showing() {
    return showing;
  }

  // the parts

  public Composition parts() {
    return composition;
  }

  /** The systems and media that the wizard knows here. */
  public FakeSystems systems() {
    return systems;
  }

  public Settings settings() {
    return settings;
  }

  public Stage stage() {
    return stage;
  }

  public HostLinks links() {
    return links;
  }

  /** The hosts as they were last written down. */
  public List<HostEntry> kept() {
    return kept;
  }

  // waiting

  public static void await(String what, BooleanSupplier so) {
    await(LIMIT, what, so);
  }

  /** Looks on the window's thread again and again, leaving it free in between. */
  public static void await(Duration limit, String what, BooleanSupplier so) {
    long until = System.nanoTime() + limit.toNanos();
    while (!OnFxThread.get(so::getAsBoolean)) {
      if (System.nanoTime() > until) {
        throw new AssertionError("Never came true: " + what);
      }
      java.util.concurrent.locks.LockSupport.parkNanos(TimeUnit.MILLISECONDS.toNanos(5));
    }
  }

  /** Waits until the window was drawn a few times, and is as warm as one in use. */
  public TestWindow awaitPicture() {
    AtomicInteger pulses = new AtomicInteger();
    AnimationTimer count =
        new AnimationTimer() {
          @Override
          public void handle(long now) {
            pulses.incrementAndGet();
          }
        };
    OnFxThread.run(count::start);
    await("the window is drawn", () -> pulses.get() > 4);
    OnFxThread.run(count::stop);
    return this;
  }

  public TestWindow awaitConnected(HostEntry... hosts) {
    for (HostEntry host : hosts) {
      await(
          host.label() + " is connected and read",
          () -> {
            var snapshot = composition.store().host(host.id());
            return snapshot.state().isUp()
                && snapshot.machines().values().stream().allMatch(Machine::known);
          });
    }
    return this;
  }

  public void awaitState(String name, MachineState state) {
    await(
        name + " is " + state,
        () -> now(name).map(machine -> machine.state() == state).orElse(false));
  }

  public void awaitText(String words) {
    await("there is to be read: " + words, () -> texts().stream().anyMatch(t -> t.contains(words)));
  }

  public void awaitNoText(String words) {
    await(
        "is no longer to be read: " + words,
        () -> texts().stream().noneMatch(t -> t.contains(words)));
  }

  // looking

  /** The machine as the window knows it; asked on its thread. */
  public Optional<Machine> now(String name) {
    return composition.store().hosts().stream()
        .flatMap(host -> host.machines().values().stream())
        .filter(machine -> machine.name().equals(name))
        .findFirst();
  }

  public Machine machine(String name) {
    return OnFxThread.get(() -> now(name).orElseThrow(() -> new AssertionError("no " + name)));
  }

  public HostState state(HostEntry host) {
    return OnFxThread.get(() -> composition.store().host(host.id()).state());
  }

  /** Names in the list, from top to bottom. */
  public List<String> listed() {
    return OnFxThread.get(this::listedNow);
  }

  /** The same, asked on the window's thread. */
  public List<String> listedNow() {
    return composition.machines().slots().stream().flatMap(TestWindow::name).toList();
  }

  private static Stream<String> name(Slot slot) {
    return slot.row() instanceof Row.MachineRow row
        ? Stream.of(row.machine().name())
        : Stream.empty();
  }

  /** What the actions would hit. */
  public List<String> chosen() {
    return OnFxThread.get(
        () -> composition.machines().chosenMachines().stream().map(Machine::name).toList());
  }

  /** What the list shows as chosen. */
  public List<String> highlighted() {
    return OnFxThread.get(
        () ->
            list().getSelectionModel().getSelectedItems().stream()
                .flatMap(TestWindow::name)
                .toList());
  }

  @SuppressWarnings("unchecked") // the list of machines has no other items
  public ListView<Slot> list() {
    return (ListView<Slot>) composition.root().lookup("#machines");
  }

  /** Everything of the window that can be seen now and fits. */
  public List<Node> seen(Predicate<Node> wanted) {
    return OnFxThread.get(() -> seenNow(wanted));
  }

  private List<Node> seenNow(Predicate<Node> wanted) {
    List<Node> found = new ArrayList<>();
    collect(composition.root(), wanted, found);
    return found;
  }

  private static void collect(Node node, Predicate<Node> wanted, List<Node> found) {
    if (!node.isVisible()) {
      return;
    }
    if (wanted.test(node)) {
      found.add(node);
    }
    if (node instanceof Parent parent) {
      parent.getChildrenUnmodifiable().forEach(child -> collect(child, wanted, found));
    }
  }

  /** Every piece of text that can be read now. */
  public List<String> texts() {
    return textsIn(composition.root());
  }

  public static List<String> textsIn(Node root) {
    return OnFxThread.get(
        () -> {
          List<String> texts = new ArrayList<>();
          List<Node> found = new ArrayList<>();
          collect(root, each -> each instanceof Labeled || each instanceof Text, found);
          for (Node node : found) {
            String text = node instanceof Labeled label ? label.getText() : ((Text) node).getText();
            if (text != null && !text.isBlank()) {
              texts.add(text);
            }
          }
          return texts;
        });
  }

  public boolean isThere(String id) {
    return !seen(node -> id.equals(node.getId())).isEmpty();
  }

  /** The one visible node of that id. */
  public Node node(String id) {
    await("there is #" + id, () -> seenNow(node -> id.equals(node.getId())).size() == 1);
    return seen(node -> id.equals(node.getId())).getFirst();
  }

  public <T extends Node> T node(String id, Class<T> type) {
    return type.cast(node(id));
  }

  /** The reason that a disabled control gives to whoever cannot see it. */
  public String help(String id) {
    Node node = node(id);
    return OnFxThread.get(() -> node.getAccessibleHelp() == null ? "" : node.getAccessibleHelp());
  }

  public String text(String id) {
    Node node = node(id);
    return OnFxThread.get(
        () ->
            node instanceof TextInputControl field ? field.getText() : ((Labeled) node).getText());
  }

  /** What the host's library said, behind the fold of the card. */
  public String rawWords() {
    return OnFxThread.get(
        () -> {
          TitledPane fold = (TitledPane) composition.root().lookup("#problem .titled-pane");
          return ((TextArea) fold.getContent()).getText();
        });
  }

  public String focused() {
    return OnFxThread.get(
        () -> {
          Node owner = composition.scene().getFocusOwner();
          return owner == null || owner.getId() == null ? "" : owner.getId();
        });
  }

  // doing

  public void choose(String... names) {
    List<Row.Key> keys = new ArrayList<>();
    for (String name : names) {
      keys.add(new Row.Key.OfMachine(machine(name).key()));
    }
    OnFxThread.run(() -> composition.machines().choose(keys));
  }

  public void chooseHost(HostEntry host) {
    OnFxThread.run(() -> composition.machines().choose(Set.of(new Row.Key.OfHost(host.id()))));
  }

  /** Presses a button that is there and can be pressed. */
  public void press(String id) {
    ButtonBase button = node(id, ButtonBase.class);
    await("#" + id + " can be pressed", () -> !button.isDisabled());
    OnFxThread.run(button::fire);
  }

  /** Presses the visible button with these words. */
  public void pressText(String words) {
    Predicate<Node> fits =
        node ->
            node instanceof ButtonBase button
                && words.equals(button.getText())
                && !button.isDisabled();
    await("a button says " + words, () -> !seenNow(fits).isEmpty());
    OnFxThread.run(() -> ((ButtonBase) seenNow(fits).getLast()).fire());
  }

  public void type(String id, String text) {
    TextInputControl field = node(id, TextInputControl.class);
    OnFxThread.run(() -> field.setText(text));
  }

  /** Chooses from the menu of all actions. */
  public void menu(String id) {
    OnFxThread.run(
        () -> {
          var more = (javafx.scene.control.MenuButton) composition.root().lookup("#more-actions");
          more.getOnShowing().handle(new Event(Event.ANY));
          var item =
              more.getItems().stream()
                  .filter(each -> id.equals(each.getId()))
                  .findFirst()
                  .orElseThrow(() -> new AssertionError("no " + id));
          if (item.isDisable()) {
            throw new AssertionError(item.getText());
          }
          item.fire();
        });
  }

  /** Gives a key to whatever has the focus. */
  public void key(KeyCode code, KeyCode... held) {
    List<KeyCode> with = List.of(held);
    await("what has the focus was drawn", () -> isDrawn(composition.scene().getFocusOwner()));
    OnFxThread.run(
        () -> {
          Node target = composition.scene().getFocusOwner();
          for (var type : List.of(KeyEvent.KEY_PRESSED, KeyEvent.KEY_RELEASED)) {
            Event.fireEvent(
                target == null ? composition.root() : target,
                new KeyEvent(
                    type,
                    KeyEvent.CHAR_UNDEFINED,
                    code.getName(),
                    code,
                    with.contains(KeyCode.SHIFT),
                    with.contains(KeyCode.CONTROL),
                    with.contains(KeyCode.ALT),
                    false));
          }
        });
  }

  private static boolean isDrawn(@Nullable Node node) {
    return !(node instanceof Control control) || control.getSkin() != null;
  }

  /** Types into whatever has the focus. */
  public void typed(String text) {
    await("what has the focus was drawn", () -> isDrawn(composition.scene().getFocusOwner()));
    OnFxThread.run(
        () -> {
          for (int i = 0; i < text.length(); i++) {
            Event.fireEvent(
                composition.scene().getFocusOwner(),
                new KeyEvent(
                    KeyEvent.KEY_TYPED,
                    text.substring(i, i + 1),
                    "",
                    KeyCode.UNDEFINED,
                    false,
                    false,
                    false,
                    false));
          }
        });
  }

  /** Closes the window and lets the hosts go, and holds that nothing of them was kept. */
  @Override
  public void close() {
    OnFxThread.run(stage::close);
    links.close();
    if (links.leaked() != 0) {
      throw new AssertionError(links.leaked() + " references that a library still held");
    }
  }
}
