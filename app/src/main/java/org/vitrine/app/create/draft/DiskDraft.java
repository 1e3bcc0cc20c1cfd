package org.vitrine.app.create.draft;

import java.util.List;
import java.util.Optional;
import java.util.function.Supplier;
import org.vitrine.model.os.MediaReading;
import org.vitrine.model.plan.DiskPlan;
import org.vitrine.model.plan.PlanField;
import org.vitrine.model.unit.ByteSize;

/** One disk of the machine. What does not belong to its kind is kept and not used. */
public final class DiskDraft implements DraftPart {

  /** The ways to a disk. */
  public enum Kind {
    NEW,
    /** A copy of an image, as of one for the cloud. */
    COPY,
    EXISTING,
    OVERLAY,
    DEVICE
  }

  private final Field<Kind> kind;
  private final Field<String> path;
  private final Field<Optional<MediaReading>> reading;
  private final Field<String> fileName;
  private final Field<ByteSize> size;
  private final Field<DiskPlan.Format> format;
  private final Field<DiskPlan.Allocation> allocation;
  private final Field<DiskPlan.Bus> bus;
  private final Field<String> confirmation;

  private int index;

  DiskDraft(int index) {
    this.index = index;
    Supplier<PlanField> key = () -> PlanField.of(PlanField.Part.DISK, this.index);
    kind = new Field<>(key, Kind.NEW);
    path = new Field<>(key, "");
    reading = new Field<>(key, Optional.empty());
    fileName = new Field<>(key, "");
    size = new Field<>(key, ByteSize.gib(20));
    format = new Field<>(key, DiskPlan.Format.QCOW2);
    allocation = new Field<>(key, DiskPlan.Allocation.GROWING);
    bus = new Field<>(key, DiskPlan.Bus.VIRTIO);
    confirmation = new Field<>(key, "");
  }

  /** Its place among the disks, from 0. */
  public int index() {
    return index;
  }

  void moveTo(int place) {
    index = place;
  }

  public Field<Kind> kind() {
    return kind;
  }

  /** The image or device that is used, copied or built upon. */
  public Field<String> path() {
    return path;
  }

  /** What the path turned out to be. */
  public Field<Optional<MediaReading>> reading() {
    return reading;
  }

  /** The new image's name, without a folder. */
  public Field<String> fileName() {
    return fileName;
  }

  public Field<ByteSize> size() {
    return size;
  }

  public Field<DiskPlan.Format> format() {
    return format;
  }

  public Field<DiskPlan.Allocation> allocation() {
    return allocation;
  }

  public Field<DiskPlan.Bus> bus() {
    return bus;
  }

  /** The device's path once more, typed by hand. */
  public Field<String> confirmation() {
    return confirmation;
  }

  /** Whether a new image is made for it. */
  public boolean makesImage() {
    return switch (kind.get()) {
      case NEW, COPY, OVERLAY -> true;
      case EXISTING, DEVICE -> false;
    };
  }

  @Override
  public List<Field<?>> fields() {
    return List.of(kind, path, reading, fileName, size, format, allocation, bus, confirmation);
  }
}
