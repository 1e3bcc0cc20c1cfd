package org.vitrine.app.explain;

import java.time.Instant;
import java.util.List;
import javafx.collections.FXCollections;
import javafx.collections.ObservableList;
import org.vitrine.model.explain.Command;

/** Everything that was done in this run, as the commands it stands for. */
public final class CommandHistory {

  private static final int KEPT = 500;

  /** What was done and when. */
  public record Entry(Instant when, String title, List<Command> commands) {}

  private final ObservableList<Entry> entries = FXCollections.observableArrayList();

  public void add(String title, List<Command> commands) {
    entries.addFirst(new Entry(Instant.now(), title, List.copyOf(commands)));
    if (entries.size() > KEPT) {
      entries.removeLast();
    }
  }

  /** Newest first. */
  public ObservableList<Entry> entries() {
    return FXCollections.unmodifiableObservableList(entries);
  }
}
