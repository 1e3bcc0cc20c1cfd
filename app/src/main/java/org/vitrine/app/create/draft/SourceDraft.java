package org.vitrine.app.create.draft;

import java.util.List;
import java.util.Optional;
import org.vitrine.model.os.MediaReading;
import org.vitrine.model.os.OperatingSystem;
import org.vitrine.model.plan.PlanField.Part;
import org.vitrine.model.plan.Wish;

/** What the machine gets its system from. */
public final class SourceDraft implements DraftPart {

  /** The ways to a system. */
  public enum Kind {
    ISO,
    DISK_IMAGE,
    CLOUD_IMAGE,
    NETWORK_TREE,
    APPLIANCE,
    NOTHING;

    /** Whether a file or an address has to be given. */
    public boolean needsLocation() {
      return this != NOTHING;
    }
  }

  private final Field<Kind> kind = Field.of(Part.MEDIUM, Kind.ISO);
  private final Field<String> location = Field.of(Part.MEDIUM, "");
  private final Field<Optional<MediaReading>> reading = Field.of(Part.MEDIUM, Optional.empty());
  private final Field<Optional<OperatingSystem>> os = Field.of(Part.OS, Optional.empty());
  private final Field<Boolean> usedAnyway = Field.of(Part.MEDIUM, false);

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

  Wish.Source wishSource() {
    return switch (kind.get()) {
      case ISO -> Wish.Source.ISO;
      case DISK_IMAGE, APPLIANCE -> Wish.Source.DISK_IMAGE;
      case CLOUD_IMAGE -> Wish.Source.CLOUD_IMAGE;
      case NETWORK_TREE -> Wish.Source.NETWORK_TREE;
      case NOTHING -> Wish.Source.NONE;
    };
  }

  @Override
  public List<Field<?>> fields() {
    return List.of(kind, location, reading, os, usedAnyway);
  }
}
