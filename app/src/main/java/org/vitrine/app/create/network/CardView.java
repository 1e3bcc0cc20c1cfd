package org.vitrine.app.create.network;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import javafx.scene.Node;
import javafx.scene.control.Button;
import javafx.scene.control.CheckBox;
import javafx.scene.control.ComboBox;
import javafx.scene.control.Label;
import javafx.scene.control.ListCell;
import javafx.scene.control.TextField;
import javafx.scene.control.ToggleGroup;
import javafx.scene.layout.HBox;
import javafx.scene.layout.Priority;
import javafx.scene.layout.Region;
import javafx.scene.layout.VBox;
import org.jspecify.annotations.Nullable;
import org.vitrine.app.control.Icon;
import org.vitrine.app.control.ReachPicture;
import org.vitrine.app.create.draft.CardDraft;
import org.vitrine.app.create.draft.Field;
import org.vitrine.app.create.page.FieldRow;
import org.vitrine.app.create.page.Form;
import org.vitrine.app.create.page.HostModel;
import org.vitrine.app.create.page.MoreOptions;
import org.vitrine.app.create.page.Services;
import org.vitrine.app.create.page.Spotlight;
import org.vitrine.app.i18n.Words;
import org.vitrine.model.network.HostNetworks;
import org.vitrine.model.network.NetworkChoice;
import org.vitrine.model.plan.NicPlan;
import org.vitrine.model.plan.NicPlan.Link;
import org.vitrine.model.plan.PlanField;

/** One network card: for the first every choice is spread out, for the others it is a list. */
final class CardView extends VBox {

  private final CardModel model;
  private final CardDraft card;
  private final NetworkModel all;
  private final Spotlight spotlight;
  private final List<ChoiceLine> lines = new ArrayList<>();
  private final ComboBox<Link> target = new ComboBox<>();
  private final FieldRow targetRow = new FieldRow(Words.word("networkPage.target"), target);
  private final VBox ports;
  private final ReachPicture picture = new ReachPicture();
  private final Label sentence = Form.line("quiet-text");
  private final NewNetworkRows made;
  private final BridgeMaking bridges;
  private final VBox choices = new VBox(2);
  private final VBox details = new VBox(8);
  private @Nullable Node first;
  private boolean showing;

  CardView(
      CardModel model,
      NetworkModel all,
      Spotlight spotlight,
      Optional<Runnable> remove,
      Services services,
      HostModel hosts) {
    super(10);
    this.model = model;
    this.all = all;
    this.spotlight = spotlight;
    card = model.card();
    made = new NewNetworkRows(all);
    bridges = new BridgeMaking(id("bridge"), all, services, hosts);
    ports = new ForwardTable(model);
    if (remove.isPresent()) {
      getStyleClass().add("disk-card");
    }
    if (card.index() == 0) {
      spreadOut();
      remove.ifPresent(drop -> getChildren().addFirst(head(drop)));
    } else {
      list(remove);
    }
    target.setId(id("target"));
    target.setCellFactory(list -> new LinkCell(model, all));
    target.setButtonCell(new LinkCell(model, all));
    target
        .valueProperty()
        .subscribe(
            link -> {
              if (link != null && !showing) {
                card.link(card.choice().get()).choose(Optional.of(link));
              }
            });
    details
        .getChildren()
        .addAll(
            tied(targetRow),
            told(model.outcomeProperty(), "field-good"),
            told(model.cautionProperty(), "zone-caution"),
            ports,
            bridges);
    details.getStyleClass().add("choice-details");
    if (lines.isEmpty()) {
      getChildren().add(details);
    }
    getChildren().add(new MoreOptions(id("more"), Words.word("networkPage.more"), this::more));
    refresh();
  }

  private String id(String what) {
    return "nic-" + card.index() + "-" + what;
  }

  private FieldRow tied(FieldRow row) {
    return row.tie(spotlight, () -> PlanField.of(PlanField.Part.NETWORK, card.index()));
  }

  Node firstFocus() {
    return first == null ? target : first;
  }

  private HBox head(Runnable drop) {
    Label title = new Label(Words.word("networkPage.card", card.index() + 1));
    Region gap = new Region();
    HBox.setHgrow(gap, Priority.ALWAYS);
    return new HBox(8, title, gap, removeButton(drop));
  }

  private Button removeButton(Runnable drop) {
    Button button = new Button(Words.word("networkPage.remove"), new Icon("close", 14));
    button.setId(id("remove"));
    button.getStyleClass().addAll("small", "quiet");
    button.setOnAction(event -> drop.run());
    return button;
  }

  private void spreadOut() {
    ToggleGroup group = new ToggleGroup();
    for (NetworkChoice choice : NetworkChoice.values()) {
      ChoiceLine line = new ChoiceLine(choice, model, group);
      lines.add(line);
      choices.getChildren().add(line);
    }
    FieldRow row =
        tied(new FieldRow(Words.word("networkPage.choice"), choices))
            .why(card.choice())
            .problem(model.choiceProblemProperty());
    getChildren().add(row);
  }

  private void list(Optional<Runnable> remove) {
    ComboBox<NetworkChoice> choice =
        Form.choice(id("choice"), "networkChoice", card.choice(), List.of(NetworkChoice.values()));
    first = choice;
    FieldRow row =
        tied(new FieldRow(Words.word("networkPage.card", card.index() + 1), choice))
            .why(card.choice());
    remove.ifPresent(drop -> row.beside(removeButton(drop)));
    row.problem(model.choiceProblemProperty());
    HBox seen = new HBox(12, sentence, picture);
    seen.setAlignment(javafx.geometry.Pos.CENTER_LEFT);
    HBox.setHgrow(sentence, Priority.ALWAYS);
    getChildren().addAll(row, seen);
  }

  private static Label told(javafx.beans.value.ObservableValue<String> words, String style) {
    Label label = Form.line(style);
    words.subscribe(
        text -> {
          label.setText(text);
          Form.present(label, !text.isEmpty());
        });
    return label;
  }

  /** Shows what belongs to the choice, and nothing else. */
  void refresh() {
    NetworkChoice choice = card.choice().get();
    lines.forEach(ChoiceLine::refresh);
    lines.stream().filter(line -> line.radio().isSelected()).findFirst().ifPresent(this::unfold);
    picture.show(model.reachProperty().get());
    sentence.setText(Words.word("reach", model.reachProperty().get().kind()));
    List<Link> links = all.host().map(host -> host.links(choice)).orElse(List.of());
    boolean several = links.size() > 1 || choice == NetworkChoice.BRIDGED;
    showing = true;
    if (!target.getItems().equals(links)) {
      target.getItems().setAll(links);
    }
    Field<Optional<Link>> chosen = card.link(choice);
    target.setValue(chosen.get().orElse(null));
    showing = false;
    Form.present(targetRow, several && !links.isEmpty() && choice != NetworkChoice.USER);
    Form.present(ports, choice == NetworkChoice.USER);
    bridges.refresh(choice == NetworkChoice.BRIDGED);
    Form.present(details, details.getChildren().stream().anyMatch(Node::isVisible));
    made.show(choice);
  }

  /** What belongs to a choice stands right below it. */
  private void unfold(ChoiceLine line) {
    first = line.radio();
    int place = lines.indexOf(line) + 1;
    List<Node> shown = choices.getChildren();
    if (shown.indexOf(details) != place) {
      // the lines themselves stay, and with them the focus
      shown.remove(details);
      shown.add(place, details);
    }
  }

  private Node more() {
    ComboBox<NicPlan.Model> kind =
        Form.choice(id("model"), "nicModel", card.model(), List.of(NicPlan.Model.values()));
    FieldRow kindRow = tied(new FieldRow(Words.word("networkPage.model"), kind)).why(card.model());
    TextField mac = Form.text(id("mac"), card.mac());
    Button another = new Button(Words.word("networkPage.newMac"), new Icon("refresh", 14));
    another.setId(id("mac-new"));
    another.setMinWidth(Region.USE_PREF_SIZE);
    another.setOnAction(event -> card.newMac());
    HBox.setHgrow(mac, Priority.ALWAYS);
    FieldRow macRow =
        tied(new FieldRow(Words.word("networkPage.mac"), new HBox(8, mac, another)))
            .why(card.mac())
            .problem(model.macProblemProperty())
            .below(model.macCautionProperty(), "zone-caution");
    CheckBox plugged = Form.check(id("plugged"), Words.word("networkPage.plugged"), card.plugged());
    return new VBox(12, kindRow, macRow, plugged, made);
  }

  /** What it is plugged into, named for a person. */
  private static final class LinkCell extends ListCell<Link> {
    private final CardModel model;
    private final NetworkModel all;

    LinkCell(CardModel model, NetworkModel all) {
      this.model = model;
      this.all = all;
    }

    @Override
    protected void updateItem(@Nullable Link item, boolean empty) {
      super.updateItem(item, empty);
      setText(empty || item == null ? "" : LinkWords.of(item, all.host(), model));
    }
  }

  /** How each thing to plug into is called in a list. */
  private static final class LinkWords {
    private LinkWords() {}

    static String of(Link link, Optional<HostNetworks> host, CardModel model) {
      return switch (link) {
        case Link.Network(String name) ->
            host.flatMap(has -> has.network(name))
                .map(
                    network ->
                        Words.word(
                            network.active() ? "link.network" : "link.network.inactive",
                            name,
                            Words.word("network.mode", network.mode())))
                .orElse(name);
        case Link.Bridge(String name) -> Words.word("link.bridge", name);
        case Link.HostCard(String name) -> Words.word("link.card", name);
        case Link.User user -> Words.word("networkChoice", model.card().choice().get());
      };
    }
  }
}
