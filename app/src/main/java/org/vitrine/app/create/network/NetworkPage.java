package org.vitrine.app.create.network;

import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import javafx.beans.value.ObservableValue;
import javafx.collections.ListChangeListener;
import javafx.scene.Node;
import javafx.scene.control.Button;
import javafx.scene.layout.VBox;
import org.jspecify.annotations.Nullable;
import org.vitrine.app.control.Icon;
import org.vitrine.app.create.draft.CardDraft;
import org.vitrine.app.create.draft.Draft;
import org.vitrine.app.create.draft.NetworkDraft;
import org.vitrine.app.create.page.Form;
import org.vitrine.app.create.page.HostModel;
import org.vitrine.app.create.page.Services;
import org.vitrine.app.create.page.Spotlight;
import org.vitrine.app.create.page.Step;
import org.vitrine.app.create.page.WizardPage;
import org.vitrine.app.i18n.Words;

/** Where the machine is plugged in, and who reaches whom there. */
public final class NetworkPage implements WizardPage {

  private final NetworkDraft network;
  private final NetworkModel model;
  private final HostModel hosts;
  private final Spotlight spotlight;
  private final Services services;
  private final VBox cards = new VBox(16);
  private final Map<CardDraft, CardView> views = new LinkedHashMap<>();
  private final Button add = new Button(Words.word("networkPage.add"), new Icon("add", 14));
  private @Nullable VBox node;

  public NetworkPage(
      Draft draft, NetworkModel model, HostModel hosts, Services services, Spotlight spotlight) {
    this.services = services;
    network = draft.network();
    this.model = model;
    this.hosts = hosts;
    this.spotlight = spotlight;
    model.whenRefreshed(() -> views.values().forEach(CardView::refresh));
    network
        .cards()
        .addListener(
            (ListChangeListener<CardDraft>)
                change -> {
                  if (node != null) {
                    showCards();
                    focusLast();
                  }
                });
  }

  @Override
  public Step step() {
    return Step.NETWORK;
  }

  @Override
  public Node node() {
    VBox made = node == null ? make() : node;
    node = made;
    return made;
  }

  private VBox make() {
    add.setId("nic-add");
    add.setOnAction(event -> network.add());
    showCards();
    return Form.column(Form.heading(Words.word("networkPage.heading")), cards, add);
  }

  /** Made anew each time: their numbers change, and whether they can be taken away. */
  private void showCards() {
    views.clear();
    List<CardDraft> all = network.cards();
    for (CardDraft card : all) {
      Optional<Runnable> remove =
          all.size() > 1 ? Optional.of(() -> network.remove(card)) : Optional.empty();
      views.put(card, new CardView(model.of(card), model, spotlight, remove, services, hosts));
    }
    cards.getChildren().setAll(views.values());
    add.setDisable(all.size() >= NetworkDraft.MOST_CARDS);
  }

  private void focusLast() {
    views.values().stream()
        .reduce((one, next) -> next)
        .ifPresent(view -> view.firstFocus().requestFocus());
  }

  @Override
  public ObservableValue<String> problem() {
    return model.problemProperty();
  }

  @Override
  public void focusFirst() {
    views.values().stream().findFirst().ifPresent(view -> view.firstFocus().requestFocus());
  }

  @Override
  public void shown() {
    // networks come and go while the wizard is open
    hosts.askAgain();
  }
}
