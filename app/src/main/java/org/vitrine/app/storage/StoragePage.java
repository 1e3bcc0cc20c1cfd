package org.vitrine.app.storage;

import java.util.ArrayList;
import java.util.List;
import java.util.function.Function;
import org.vitrine.app.control.ThingList;
import org.vitrine.app.i18n.Amounts;
import org.vitrine.app.i18n.Words;
import org.vitrine.app.inventory.HostDirectory;
import org.vitrine.app.inventory.InventoryStore;
import org.vitrine.app.inventory.Things;
import org.vitrine.model.explain.PowerCommands;
import org.vitrine.model.host.HostId;
import org.vitrine.model.storage.StoragePool;

/** All storage pools: where they are and what is free in them. */
public final class StoragePage extends ThingList<StoragePage.Line> {

  /** A pool on its host. */
  public record Line(HostId host, StoragePool pool) {}

  private final InventoryStore store;
  private final HostDirectory directory;

  public StoragePage(InventoryStore store, HostDirectory directory, Things things) {
    super("storage", Words.word("empty.storage"), Words.word("empty.storage.hint"));
    this.store = store;
    this.directory = directory;
    setId("storage-page");
    column("thing.name", line -> line.pool().name(), 160);
    column("thing.host", line -> directory.label(line.host()), 150);
    column(
        "thing.state",
        line -> Words.word(line.pool().active() ? "thing.active" : "thing.inactive"),
        90);
    column("storage.type", line -> line.pool().type(), 80);
    column(
        "storage.free",
        line ->
            line.pool().active()
                ? Words.word(
                    "storage.freeOf",
                    Amounts.size(line.pool().free()),
                    Amounts.size(line.pool().capacity()))
                : "",
        190);
    column("storage.path", line -> line.pool().path(), 260);
    column(
        "thing.autostart",
        line -> Words.word(line.pool().autostart() ? "word.yes" : "word.no"),
        110);
    action(
        "storage.start",
        "start",
        this::startFault,
        line ->
            things.change(
                line.host(),
                Words.word("job.startPool", line.pool().name()),
                host -> List.of(PowerCommands.startPool(host, line.pool().name())),
                session -> session.startPool(line.pool().name())));
    store.listen(hosts -> refresh());
    visibleProperty().subscribe(seen -> refresh());
    sceneProperty().subscribe(scene -> refresh());
  }

  private String startFault(Line line) {
    if (line.pool().active()) {
      return Words.word("storage.alreadyActive");
    }
    return store.host(line.host()).state().isUp()
        ? ""
        : Words.word("refusal.HOST_NOT_CONNECTED", directory.label(line.host()));
  }

  private void refresh() {
    if (!isVisible() || getScene() == null) {
      return;
    }
    List<Line> lines = new ArrayList<>();
    for (HostDirectory.Listed host : directory.hosts()) {
      HostId id = host.entry().id();
      store.host(id).pools().forEach(pool -> lines.add(new Line(id, pool)));
    }
    Function<Line, Object> key = line -> List.of(line.host(), line.pool().uuid());
    show(lines, key);
  }
}
