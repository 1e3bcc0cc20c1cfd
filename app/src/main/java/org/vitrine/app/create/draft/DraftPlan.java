package org.vitrine.app.create.draft;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.vitrine.model.answer.AnswerSet;
import org.vitrine.model.answer.AnswerWay;
import org.vitrine.model.host.HostAddress;
import org.vitrine.model.host.HostOffer;
import org.vitrine.model.os.MediaReading;
import org.vitrine.model.os.OperatingSystem;
import org.vitrine.model.plan.Boot;
import org.vitrine.model.plan.Compute;
import org.vitrine.model.plan.DiskPlan;
import org.vitrine.model.plan.DisplayPlan;
import org.vitrine.model.plan.DrivePlan;
import org.vitrine.model.plan.Extras;
import org.vitrine.model.plan.NewMachinePlan;
import org.vitrine.model.plan.Platform;
import org.vitrine.model.plan.Proposal;
import org.vitrine.model.plan.Setup;
import org.vitrine.model.unit.ByteSize;

/** Makes the plan of what was filled in. */
public final class DraftPlan {

  private final Draft draft;
  private final HostAddress host;
  private final HostOffer offer;
  private final Proposal proposal;

  private DraftPlan(Draft draft, HostAddress host, HostOffer offer, Proposal proposal) {
    this.draft = draft;
    this.host = host;
    this.offer = offer;
    this.proposal = proposal;
  }

  /** Empty while the host has not said what it has. */
  public static Optional<NewMachinePlan> of(Draft draft, HostAddress host) {
    return draft
        .offer()
        .get()
        .flatMap(
            offer ->
                draft
                    .proposal()
                    .get()
                    .map(proposal -> new DraftPlan(draft, host, offer, proposal).plan()));
  }

  private NewMachinePlan plan() {
    NameDraft name = draft.name();
    return new NewMachinePlan(
        host,
        draft.uuid(),
        name.name().get().strip(),
        name.title().get().strip(),
        name.notes().get().strip(),
        draft.source().os().get().map(OperatingSystem::id).orElse(""),
        platform(),
        new Compute(draft.compute().cpus().get(), draft.compute().memory().get()),
        boot(),
        draft.storage().disks().stream().map(this::disk).toList(),
        drives(),
        draft.network().nics().get(),
        draft.network().networks().get(),
        new DisplayPlan(
            draft.display().graphics().get(),
            draft.display().video().get(),
            draft.display().tablet().get()),
        extras(),
        draft.setup().setup().get());
  }

  private Platform platform() {
    DisplayDraft display = draft.display();
    return new Platform(
        draft.compute().accelerated().get(),
        offer.architecture(),
        display.machine().get(),
        proposal.cpuModel().value(),
        display.firmware().get(),
        display.tpm().get(),
        display.clock().get());
  }

  private Extras extras() {
    DisplayDraft display = draft.display();
    return new Extras(
        display.agent().get(),
        display.random().get(),
        display.serial().get(),
        display.balloon().get(),
        display.usb3().get(),
        display.sound().get());
  }

  private Boot boot() {
    SourceDraft.Kind source = draft.source().kind().get();
    List<Boot.Source> order = new ArrayList<>();
    boolean disks = !draft.storage().disks().isEmpty();
    if (hasCd()) {
      order.add(Boot.Source.CD);
    }
    if (disks) {
      // an empty disk is passed over the first time, and what was installed starts the next
      boolean diskFirst = isFirstDiskEmpty() || source != SourceDraft.Kind.ISO;
      order.add(diskFirst ? 0 : order.size(), Boot.Source.DISK);
    }
    if (source == SourceDraft.Kind.NOTHING && !draft.network().nics().get().isEmpty()) {
      order.add(Boot.Source.NETWORK);
    }
    if (!floppy().isEmpty() && source == SourceDraft.Kind.NOTHING) {
      order.add(Boot.Source.FLOPPY);
    }
    return new Boot(order, kernelWithAnswers(), draft.setup().kernelOnce().get());
  }

  private boolean isFirstDiskEmpty() {
    return draft.storage().disks().getFirst().kind().get() == DiskDraft.Kind.NEW;
  }

  /** An installer that is given answers is told of them by its kernel. */
  private Optional<Boot.Kernel> kernelWithAnswers() {
    boolean automatic = draft.setup().setup().get() instanceof Setup.Automatic;
    String more =
        automatic ? draft.setup().written().get().map(AnswerSet::kernelArguments).orElse("") : "";
    return kernel(draft)
        .map(
            kernel ->
                new Boot.Kernel(
                    kernel.path(),
                    kernel.initrd(),
                    (kernel.arguments() + " " + more).strip(),
                    kernel.origin()));
  }

  /** The kernel that is started directly: the user's own, or the one of an installer's tree. */
  public static Optional<Boot.Kernel> kernel(Draft draft) {
    SetupDraft setup = draft.setup();
    SourceDraft source = draft.source();
    String arguments = setup.kernelArguments().get().strip();
    if (!setup.kernel().get().isBlank()) {
      return Optional.of(
          new Boot.Kernel(setup.kernel().get().strip(), setup.initrd().get().strip(), arguments));
    }
    if (source.kind().get() == SourceDraft.Kind.ISO) {
      return installersKernel(draft, arguments);
    }
    if (source.kind().get() != SourceDraft.Kind.NETWORK_TREE) {
      return Optional.empty();
    }
    String tree = source.location().get().strip();
    String base = tree.endsWith("/") ? tree : tree + "/";
    return source
        .reading()
        .get()
        .flatMap(MediaReading::kernel)
        .map(found -> new Boot.Kernel(base + found.kernel(), base + found.initrd(), arguments));
  }

  /** Answers in the initrd want the installer's own kernel, which is on the ISO. */
  private static Optional<Boot.Kernel> installersKernel(Draft draft, String arguments) {
    boolean byInitrd =
        draft.setup().automatic().get()
            && draft
                .setup()
                .way()
                .get()
                .map(way -> way.carried() == AnswerWay.Carried.INITRD)
                .orElse(false);
    Optional<HostOffer> offer = draft.offer().get().filter(HostOffer::writesDisks);
    if (!byInitrd || offer.isEmpty()) {
      return Optional.empty();
    }
    String iso = draft.source().location().get().strip();
    String kept = offer.get().diskFolder() + "/" + draft.name().name().get().strip() + "-kernel";
    return draft
        .source()
        .reading()
        .get()
        .flatMap(MediaReading::kernel)
        .map(
            found ->
                new Boot.Kernel(
                    kept, inside(iso, found.initrd()), arguments, inside(iso, found.kernel())));
  }

  private static String inside(String iso, String path) {
    return path.startsWith("/") ? iso + path : iso + "/" + path;
  }

  private DiskPlan disk(DiskDraft disk) {
    return new DiskPlan(content(disk), disk.bus().get());
  }

  private DiskPlan.Content content(DiskDraft disk) {
    String path = disk.path().get().strip();
    return switch (disk.kind().get()) {
      case NEW ->
          new DiskPlan.Content.New(
              place(disk), disk.format().get(), disk.allocation().get(), disk.size().get());
      case COPY ->
          new DiskPlan.Content.Copy(
              place(disk),
              disk.format().get(),
              path,
              Suggestions.formatOf(disk.reading().get()),
              disk.size().get());
      case EXISTING -> new DiskPlan.Content.Existing(path, disk.format().get());
      case OVERLAY ->
          new DiskPlan.Content.Overlay(
              place(disk), path, Suggestions.formatOf(disk.reading().get()), ByteSize.ZERO);
      case DEVICE -> new DiskPlan.Content.Device(path);
    };
  }

  private DiskPlan.Place place(DiskDraft disk) {
    String name = disk.fileName().get().strip();
    String path = offer.diskFolder() + "/" + name;
    return offer.writesDisks() || offer.diskPool().isEmpty()
        ? new DiskPlan.Place.File(path)
        : new DiskPlan.Place.Volume(offer.diskPool().get(), name, path);
  }

  private List<DrivePlan> drives() {
    List<DrivePlan> drives = new ArrayList<>();
    if (hasCd()) {
      drives.add(new DrivePlan(DrivePlan.Kind.CD, medium(), draft.storage().cdBus().get()));
    }
    if (draft.storage().floppyDrive().get()) {
      drives.add(new DrivePlan(DrivePlan.Kind.FLOPPY, floppy(), draft.storage().cdBus().get()));
    }
    return drives;
  }

  private boolean hasCd() {
    return !medium().isEmpty() || draft.storage().cdDrive().get();
  }

  private String medium() {
    return draft.source().kind().get() == SourceDraft.Kind.ISO
        ? draft.source().location().get().strip()
        : "";
  }

  private String floppy() {
    return draft.storage().floppyDrive().get() ? draft.storage().floppy().get().strip() : "";
  }
}
