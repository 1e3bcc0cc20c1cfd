package org.vitrine.app.shell;

import java.time.Instant;
import java.util.List;
import java.util.Optional;
import javafx.scene.control.Button;
import javafx.scene.control.SplitPane;
import javafx.scene.layout.BorderPane;
import javafx.scene.layout.HBox;
import org.vitrine.app.connection.HostActions;
import org.vitrine.app.control.Icon;
import org.vitrine.app.control.ThingList;
import org.vitrine.app.host.HostPane;
import org.vitrine.app.i18n.Words;
import org.vitrine.app.inventory.HostDirectory;
import org.vitrine.app.inventory.InventoryStore;
import org.vitrine.app.machines.RowText;
import org.vitrine.model.host.HostId;

/** All hosts beside the chosen one's summary. */
final class HostsPage extends BorderPane {

  private final HostPane pane;
  private final Hosts list;

  HostsPage(InventoryStore store, HostDirectory directory, HostActions actions, HostPane pane) {
    this.pane = pane;
    list = new Hosts(store, directory);
    Button add = new Button(Words.word("hosts.add"), new Icon("add"));
    add.setId("hosts-add");
    add.getStyleClass().add("accent");
    add.setOnAction(event -> actions.add());
    HBox tools = new HBox(8, add);
    tools.getStyleClass().add("list-tools");
    BorderPane left = new BorderPane(list);
    left.setTop(tools);
    SplitPane split = new SplitPane(left, pane);
    split.setDividerPositions(0.5);
    setId("hosts-page");
    setCenter(split);
    store.listen(hosts -> refresh());
    directory.hosts().addListener((javafx.beans.InvalidationListener) change -> refresh());
    visibleProperty().subscribe(seen -> refresh());
    sceneProperty().subscribe(scene -> refresh());
  }

  void choose(HostId host) {
    list.choose(host);
    refresh();
  }

  private void refresh() {
    if (isVisible() && getScene() != null) {
      list.refresh();
      list.chosenHost().ifPresent(pane::show);
      pane.setVisible(list.chosenHost().isPresent());
    }
  }

  private final class Hosts extends ThingList<HostDirectory.Listed> {
    private final HostDirectory directory;

    Hosts(InventoryStore store, HostDirectory directory) {
      super("hosts", Words.word("empty.hosts"), Words.word("empty.hosts.hint"));
      this.directory = directory;
      column("thing.name", host -> host.entry().label(), 190);
      column(
          "thing.state",
          host -> {
            String words = RowText.host(store.host(host.entry().id()).state(), Instant.now());
            return words.isEmpty() ? Words.word("host.connected") : words;
          },
          150);
      column("host.group", host -> host.entry().group(), 120);
      column("hostForm.address", host -> host.entry().address().uri(), 240);
      whenChosen(host -> HostsPage.this.refresh());
    }

    void refresh() {
      show(List.copyOf(directory.hosts()), host -> host.entry().id());
      repaint();
      if (chosen().isEmpty() && !directory.hosts().isEmpty()) {
        chooseThing(directory.hosts().getFirst());
      }
    }

    void choose(HostId id) {
      refresh();
      directory.find(id).ifPresent(this::chooseThing);
    }

    Optional<HostId> chosenHost() {
      return chosen().map(host -> host.entry().id());
    }
  }
}
