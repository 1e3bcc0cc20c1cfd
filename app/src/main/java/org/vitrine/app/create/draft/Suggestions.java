package org.vitrine.app.create.draft;

import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.Set;
import org.vitrine.model.os.MediaReading;
import org.vitrine.model.os.OperatingSystem;
import org.vitrine.model.plan.DiskPlan;
import org.vitrine.model.plan.Proposal;
import org.vitrine.model.plan.Wish;
import org.vitrine.model.unit.ByteSize;

/**
 * Keeps what the form suggests in step with the system, the medium and the host. What the user set
 * stays as it is.
 */
public final class Suggestions {

  private final Draft draft;

  public Suggestions(Draft draft) {
    this.draft = draft;
    SourceDraft source = draft.source();
    draft.storage().whenAdded(this::follow);
    source.os().valueProperty().subscribe(os -> refresh());
    draft.offer().valueProperty().subscribe(offer -> refresh());
    source.kind().valueProperty().subscribe(kind -> refresh());
    source.location().valueProperty().subscribe(location -> refresh());
    source.reading().valueProperty().subscribe(reading -> refresh());
    draft.takenNames().valueProperty().subscribe(names -> suggestName());
    draft.name().name().valueProperty().subscribe(name -> suggestFiles());
    for (Field<?> decides :
        List.of(
            draft.display().firmware(), draft.display().machine(), draft.compute().accelerated())) {
      decides.touchedProperty().subscribe(touched -> refresh());
      decides
          .valueProperty()
          .subscribe(
              value -> {
                if (decides.isTouched()) {
                  refresh();
                }
              });
    }
  }

  /** A disk's own choices decide on its others. */
  private void follow(DiskDraft disk) {
    disk.kind().valueProperty().subscribe(kind -> suggestDisk(disk));
    disk.format().valueProperty().subscribe(format -> suggestFile(disk));
    disk.reading().valueProperty().subscribe(reading -> suggestDisk(disk));
    suggestDisk(disk);
  }

  private void refresh() {
    draft
        .offer()
        .get()
        .ifPresent(
            offer -> {
              Proposal proposal = Proposal.of(offer, draft.source().os().get(), wish());
              draft.proposal().suggest(Optional.of(proposal));
              suggest(proposal);
            });
    draft.storage().disks().forEach(this::suggestDisk);
    suggestName();
  }

  private Wish wish() {
    Wish wish = Wish.of(draft.source().wishSource());
    Optional<ByteSize> image =
        draft.source().reading().get().filter(Suggestions::isImage).map(MediaReading::size);
    if (image.isPresent()) {
      wish = wish.withImage(image.get());
    }
    if (draft.display().machine().isTouched()) {
      wish = wish.withMachine(draft.display().machine().get());
    }
    if (draft.display().firmware().isTouched()) {
      wish = wish.withFirmware(draft.display().firmware().get());
    }
    if (draft.compute().accelerated().isTouched()) {
      wish = wish.withAcceleration(draft.compute().accelerated().get());
    }
    return wish;
  }

  private static boolean isImage(MediaReading reading) {
    return reading.kind() == MediaReading.Kind.DISK_IMAGE
        || reading.kind() == MediaReading.Kind.CLOUD_IMAGE;
  }

  private void suggest(Proposal proposal) {
    draft.compute().memory().suggest(proposal.memory());
    draft.compute().cpus().suggest(proposal.cpus());
    draft.compute().accelerated().suggest(proposal.accelerated());
    DisplayDraft display = draft.display();
    display.machine().suggest(proposal.machine());
    display.firmware().suggest(proposal.firmware());
    display.tpm().suggest(proposal.tpm());
    display.clock().suggest(proposal.clock());
    display.graphics().suggest(proposal.graphics());
    display.video().suggest(proposal.video());
    display.tablet().suggest(proposal.tablet());
    display.sound().suggest(proposal.sound());
    display.usb3().suggest(proposal.usb3());
    display.agent().suggest(proposal.agent());
    display.random().suggest(proposal.random());
    display.balloon().suggest(proposal.balloon());
    display.serial().suggest(proposal.serial());
    draft.storage().cdBus().suggest(proposal.cdBus());
  }

  private void suggestDisk(DiskDraft disk) {
    SourceDraft source = draft.source();
    if (disk.index() == 0) {
      disk.kind().suggest(firstDisk(source.kind().get()));
      boolean image =
          source.kind().get() == SourceDraft.Kind.DISK_IMAGE
              || source.kind().get() == SourceDraft.Kind.CLOUD_IMAGE;
      disk.path().suggest(image ? source.location().get() : "");
      disk.reading().suggest(image ? source.reading().get() : Optional.empty());
    }
    draft
        .proposal()
        .get()
        .ifPresent(
            proposal -> {
              disk.bus().suggest(proposal.diskBus());
              disk.allocation().suggest(proposal.allocation());
              disk.size().suggest(proposal.diskSize());
              if (disk.kind().get() == DiskDraft.Kind.EXISTING) {
                disk.format().suggest(formatOf(disk.reading().get()));
              } else {
                disk.format().suggest(proposal.diskFormat());
              }
            });
    suggestFile(disk);
  }

  private static DiskDraft.Kind firstDisk(SourceDraft.Kind source) {
    return switch (source) {
      case ISO, NETWORK_TREE, NOTHING, APPLIANCE -> DiskDraft.Kind.NEW;
      case DISK_IMAGE -> DiskDraft.Kind.EXISTING;
      case CLOUD_IMAGE -> DiskDraft.Kind.COPY;
    };
  }

  /** What the image really is; raw where nobody could tell. */
  static DiskPlan.Format formatOf(Optional<MediaReading> reading) {
    return reading
        .map(MediaReading::format)
        .flatMap(
            name ->
                List.of(DiskPlan.Format.values()).stream()
                    .filter(format -> format.name().equalsIgnoreCase(name))
                    .findFirst())
        .orElse(DiskPlan.Format.RAW);
  }

  private void suggestName() {
    String base =
        draft
            .source()
            .os()
            .get()
            .map(OperatingSystem::shortId)
            .filter(id -> !id.isBlank())
            .orElse("new-machine");
    Set<String> taken = draft.takenNames().get();
    String name = base;
    for (int number = 2; isTaken(taken, name); number++) {
      name = base + "-" + number;
    }
    draft.name().name().suggest(name);
    suggestFiles();
  }

  private static boolean isTaken(Set<String> taken, String name) {
    return taken.stream().anyMatch(name::equalsIgnoreCase);
  }

  private void suggestFiles() {
    draft.storage().disks().forEach(this::suggestFile);
  }

  private void suggestFile(DiskDraft disk) {
    String name = draft.name().name().get().strip();
    String number = disk.index() == 0 ? "" : "-" + (disk.index() + 1);
    disk.fileName().suggest((name.isEmpty() ? "disk" : name) + number + "." + ending(disk));
  }

  private static String ending(DiskDraft disk) {
    DiskPlan.Format format =
        disk.kind().get() == DiskDraft.Kind.OVERLAY ? DiskPlan.Format.QCOW2 : disk.format().get();
    return format == DiskPlan.Format.RAW ? "img" : format.name().toLowerCase(Locale.ROOT);
  }
}
