package org.vitrine.app.create.network;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import javafx.collections.ListChangeListener;
import javafx.geometry.Pos;
import javafx.scene.control.Button;
import javafx.scene.control.ComboBox;
import javafx.scene.control.Label;
import javafx.scene.control.TextField;
import javafx.scene.layout.HBox;
import javafx.scene.layout.Priority;
import javafx.scene.layout.Region;
import javafx.scene.layout.VBox;
import org.vitrine.app.control.Icon;
import org.vitrine.app.create.draft.CardDraft;
import org.vitrine.app.create.draft.Field;
import org.vitrine.app.create.draft.ForwardDraft;
import org.vitrine.app.create.page.Form;
import org.vitrine.app.i18n.Words;
import org.vitrine.model.plan.NicPlan;

/** The ports of the host that lead into the machine, one line each. */
final class ForwardTable extends VBox {

  private static final int MOST = 64;

  private final CardModel model;
  private final CardDraft card;
  private final VBox lines = new VBox(6);
  private final Button add = new Button(Words.word("forward.add"), new Icon("add", 14));
  private final Map<ForwardDraft, VBox> shown = new HashMap<>();
  private final List<Runnable> checks = new ArrayList<>();

  ForwardTable(CardModel model) {
    super(8);
    this.model = model;
    card = model.card();
    add.setId("nic-" + card.index() + "-forward-add");
    add.getStyleClass().add("small");
    add.setOnAction(event -> card.forwards().add(new ForwardDraft()));
    Label title = new Label(Words.word("forward.title"));
    Label hint = Form.line("quiet-text");
    hint.setText(Words.word("forward.hint"));
    getChildren().addAll(title, hint, lines, add);
    card.forwards().addListener((ListChangeListener<ForwardDraft>) change -> show());
    model.forwardProblemProperty().addListener(changed -> checks.forEach(Runnable::run));
    show();
  }

  private void show() {
    shown.keySet().retainAll(card.forwards());
    lines
        .getChildren()
        .setAll(
            card.forwards().stream().map(each -> shown.computeIfAbsent(each, this::line)).toList());
    add.setDisable(card.forwards().size() >= MOST);
    checks.forEach(Runnable::run);
  }

  private VBox line(ForwardDraft forward) {
    String id = "nic-" + card.index() + "-forward-" + card.forwards().indexOf(forward);
    ComboBox<NicPlan.Protocol> protocol =
        Form.choice(
            id + "-protocol", "protocol", forward.protocol(), List.of(NicPlan.Protocol.values()));
    protocol.setAccessibleText(Words.word("forward.protocol"));
    protocol.setMinWidth(Region.USE_PREF_SIZE);
    TextField address = cell(id + "-address", "forward.address", forward.address(), 9);
    TextField hostPort = cell(id + "-host", "forward.hostPort", forward.hostPort(), 5);
    TextField guestPort = cell(id + "-guest", "forward.guestPort", forward.guestPort(), 5);
    HBox.setHgrow(address, Priority.ALWAYS);
    Label leads = new Label("\u2192");
    leads.setMinWidth(Region.USE_PREF_SIZE);
    Button remove = new Button("", new Icon("close", 14));
    remove.setId(id + "-remove");
    remove.getStyleClass().addAll("small", "quiet");
    remove.setAccessibleText(Words.word("forward.remove"));
    remove.setMinWidth(Region.USE_PREF_SIZE);
    remove.setOnAction(event -> card.forwards().remove(forward));
    HBox cells = new HBox(6, protocol, address, hostPort, leads, guestPort, remove);
    cells.setAlignment(Pos.CENTER_LEFT);
    Label fault = Form.line("field-message");
    Label caution = Form.line("zone-caution");
    Runnable check =
        () -> {
          tell(fault, model.forwardFault(forward));
          tell(caution, ForwardModel.caution(forward));
        };
    checks.add(check);
    forward.fields().forEach(field -> field.valueProperty().addListener(changed -> check.run()));
    check.run();
    return new VBox(2, cells, fault, caution);
  }

  private static TextField cell(String id, String key, Field<String> field, int columns) {
    TextField cell = Form.text(id, field);
    cell.setPromptText(Words.word(key));
    cell.setAccessibleText(Words.word(key));
    cell.setPrefColumnCount(columns);
    cell.setMinWidth(60);
    return cell;
  }

  private static void tell(Label label, String text) {
    label.setText(text);
    Form.present(label, !text.isEmpty());
  }
}
