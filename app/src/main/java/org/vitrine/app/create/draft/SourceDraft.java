package org.vitrine.app.create.draft;

import java.util.Optional;
import org.vitrine.model.os.MediaReading;
import org.vitrine.model.os.OperatingSystem;

/** What the machine gets its system from. */
public final class SourceDraft {

  /** The ways to a system. */
  public enum Kind {
    ISO,
    DISK_IMAGE,
    CLOUD_IMAGE,
    NETWORK_TREE,
    APPLIANCE,
    NOTHING
  }

  private final Field<Kind> kind = new Field<>("source", Kind.ISO);
  private final Field<String> location = new Field<>("location", "");
  private final Field<Optional<MediaReading>> reading = new Field<>("reading", Optional.empty());
  private final Field<Optional<OperatingSystem>> os = new Field<>("os", Optional.empty());
  private final Field<Boolean> usedAnyway = new Field<>("usedAnyway", false);

  public Field<Kind> kind() {
    return kind;
  }

  /** A path on the host or an address; empty where nothing was chosen yet. */
  public Field<String> location() {
    return location;
  }

  /** What the location turned out to be; empty while it is not known. */
  public Field<Optional<MediaReading>> reading() {
    return reading;
  }

  /** The system; empty where nobody knows it, which holds nothing up. */
  public Field<Optional<OperatingSystem>> os() {
    return os;
  }

  /** Whether the user wants the medium in spite of what speaks against it. */
  public Field<Boolean> usedAnyway() {
    return usedAnyway;
  }
}
