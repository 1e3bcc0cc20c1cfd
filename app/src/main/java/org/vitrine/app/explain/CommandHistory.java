package org.vitrine.app.explain;

import java.time.Instant;
import java.util.List;
import javafx.collections.FXCollections;
import javafx.collections.ObservableList;
import org.vitrine.model.explain.Command;

/** Everything that was done in this run, as the commands it stands for. */
public final class CommandHistory {

  private static final int KEPT = 500;

  /**
   * What was done and when.
   *
   * @param lines as a shell reads them
   */
  public record Entry(Instant when, String title, List<String> lines) {

    public static Entry of(String title, List<Command> commands) {
      return new Entry(Instant.now(), title, commands.stream().map(Command::shellLine).toList());
    }
  }

  private final ObservableList<Entry> entries = FXCollections.observableArrayList();

  public void add(String title, List<Command> commands) {
    add(Entry.of(title, commands));
  }

  /** The same for lines that are more than commands. */
  public void addLines(String title, List<String> lines) {
    add(new Entry(Instant.now(), title, List.copyOf(lines)));
  }

  private void add(Entry entry) {
    entries.addFirst(entry);
    if (entries.size() > KEPT) {
      entries.removeLast();
    }
  }

  /** Newest first. */
  public ObservableList<Entry> entries() {
    return FXCollections.unmodifiableObservableList(entries);
  }
}
