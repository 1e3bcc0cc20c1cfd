package org.vitrine.app.create.network;

import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CompletionException;
import java.util.stream.Collectors;
import javafx.scene.Node;
import javafx.scene.control.Button;
import javafx.scene.control.ComboBox;
import javafx.scene.control.Label;
import javafx.scene.control.TextField;
import javafx.scene.input.Clipboard;
import javafx.scene.input.ClipboardContent;
import javafx.scene.layout.HBox;
import javafx.scene.layout.Region;
import javafx.scene.layout.VBox;
import org.vitrine.app.control.Icon;
import org.vitrine.app.create.page.FieldRow;
import org.vitrine.app.create.page.Form;
import org.vitrine.app.create.page.HostModel;
import org.vitrine.app.create.page.MoreOptions;
import org.vitrine.app.create.page.Services;
import org.vitrine.app.i18n.Words;
import org.vitrine.app.job.Newest;
import org.vitrine.app.problem.ProblemText;
import org.vitrine.model.explain.BridgeCommands;
import org.vitrine.model.explain.Command;
import org.vitrine.model.host.HostOffer;
import org.vitrine.model.host.HostOffer.HostInterface;
import org.vitrine.model.network.BridgeName;
import org.vitrine.model.plan.BridgePlan;
import org.vitrine.model.problem.ProblemException;

/**
 * How to come by a bridge over one of the host's cards: the exact commands, and the ones that take
 * it back. They are the user's to run, as the host's own network hangs on them.
 */
final class BridgeMaking extends VBox {

  /** How long a script waits for the gateway to answer over the bridge. */
  private static final int PATIENCE_SECONDS = 20;

  private final NetworkModel model;
  private final Services services;
  private final HostModel hosts;
  private final Newest surveying;
  private final MoreOptions folded;
  private final ComboBox<String> cards = new ComboBox<>();
  private final TextField name = new TextField();
  private final Label nameFault = Form.line("field-message");
  private final Label wireless = Form.line("quiet-text");
  private final Label keeper = Form.line("quiet-text");
  private final Label make = Form.line("mono-box");
  private final Label undo = Form.line("mono-box");
  private final VBox commands = new VBox(8);
  private Optional<BridgePlan> plan = Optional.empty();

  BridgeMaking(String id, NetworkModel model, Services services, HostModel hosts) {
    this.model = model;
    this.services = services;
    this.hosts = hosts;
    surveying = new Newest(services.elsewhere());
    folded = new MoreOptions(id, Words.word("bridge.hint"), this::content);
    getChildren().add(folded);
  }

  /** There only where it could be done: on this computer, for the whole of it, over a card. */
  void refresh(boolean wanted) {
    List<String> found = offered();
    Form.present(
        this,
        wanted
            && model
                .host()
                .map(host -> host.offer().privileged() && host.offer().local())
                .orElse(false)
            && !found.isEmpty());
    if (!cards.getItems().equals(found)) {
      cards.getItems().setAll(found);
      cards.getSelectionModel().selectFirst();
    }
  }

  private List<String> offered() {
    return interfaces().stream()
        .filter(card -> card.kind() == HostInterface.Kind.CARD && card.master().isEmpty())
        .map(HostInterface::name)
        .toList();
  }

  private List<HostInterface> interfaces() {
    return model.host().map(host -> host.offer()).map(HostOffer::interfaces).orElse(List.of());
  }

  private Set<String> taken() {
    return interfaces().stream().map(HostInterface::name).collect(Collectors.toSet());
  }

  private Node content() {
    cards.setId("bridge-card");
    name.setId("bridge-name");
    name.setText(BridgeName.free("br", taken()).orElse(""));
    wireless.setText(Words.word("bridge.wireless"));
    Form.present(
        wireless,
        interfaces().stream().anyMatch(card -> card.kind() == HostInterface.Kind.WIRELESS));
    FieldRow nameRow = new FieldRow(Words.word("networkPage.bridgeName"), name);
    nameRow.getChildren().add(nameFault);
    Button script = copying("bridge-script", "bridge.copyScript", this::script);
    Button again = new Button(Words.word("bridge.again"), new Icon("refresh", 14));
    again.setId("bridge-again");
    again.getStyleClass().add("small");
    again.setOnAction(event -> hosts.askAgain());
    make.setId("bridge-make");
    undo.setId("bridge-undo");
    Label warning = Form.line("zone-caution");
    warning.setText(Words.word("bridge.warning"));
    Label scriptHint = Form.line("quiet-text");
    scriptHint.setText(Words.word("bridge.script", PATIENCE_SECONDS));
    commands
        .getChildren()
        .setAll(
            keeper,
            head("bridge.make", copying("bridge-copy-make", "bridge.copy", make::getText)),
            make,
            head("bridge.undo", copying("bridge-copy-undo", "bridge.copy", undo::getText)),
            undo,
            scriptHint,
            new HBox(8, script, again));
    cards.valueProperty().subscribe(card -> survey());
    name.textProperty().subscribe(typed -> survey());
    return new VBox(
        10, warning, new FieldRow(Words.word("bridge.card"), cards), wireless, nameRow, commands);
  }

  private static HBox head(String key, Button copy) {
    Label title = new Label(Words.word(key));
    Region gap = new Region();
    HBox.setHgrow(gap, javafx.scene.layout.Priority.ALWAYS);
    return new HBox(8, title, gap, copy);
  }

  private static Button copying(String id, String key, java.util.function.Supplier<String> text) {
    Button button = new Button(Words.word(key), new Icon("copy", 14));
    button.setId(id);
    button.getStyleClass().add("small");
    button.setOnAction(
        event -> {
          ClipboardContent content = new ClipboardContent();
          content.putString(text.get());
          Clipboard.getSystemClipboard().setContent(content);
        });
    return button;
  }

  private String script() {
    return plan.map(found -> BridgeCommands.script(found, PATIENCE_SECONDS)).orElse("");
  }

  private void survey() {
    String card = cards.getValue();
    String bridge = name.getText().strip();
    Optional<BridgeName.Fault> fault = BridgeName.check(bridge, taken());
    nameFault.setText(
        fault.map(why -> Words.word("bridgeName." + why, ProblemText.shown(bridge))).orElse(""));
    Form.present(nameFault, fault.isPresent());
    if (card == null || fault.isPresent()) {
      surveying.forget();
      show(Optional.empty());
      return;
    }
    surveying.follow(
        CompletableFuture.supplyAsync(() -> look(card, bridge), services.elsewhere()),
        found -> show(Optional.of(found)),
        failure -> {
          show(Optional.empty());
          nameFault.setText(Words.word("bridge.notSurveyed", card));
          Form.present(nameFault, true);
        });
  }

  private BridgePlan look(String card, String bridge) {
    try {
      return services.bridges().survey(card, bridge);
    } catch (ProblemException failure) {
      throw new CompletionException(failure);
    }
  }

  private void show(Optional<BridgePlan> found) {
    plan = found;
    make.setText(found.map(BridgeCommands::make).map(BridgeMaking::lines).orElse(""));
    undo.setText(found.map(BridgeCommands::undo).map(BridgeMaking::lines).orElse(""));
    keeper.setText(found.map(each -> Words.word("bridgeKeeper", each.keeper())).orElse(""));
    Form.present(commands, found.isPresent());
  }

  private static String lines(List<Command> commands) {
    return commands.stream()
        .map(command -> "sudo " + command.shellLine())
        .collect(Collectors.joining("\n"));
  }
}
