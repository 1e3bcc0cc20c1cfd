package org.vitrine.model.plan;

import java.util.ArrayList;
import java.util.EnumMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.vitrine.model.host.HostOffer;
import org.vitrine.model.os.OperatingSystem;
import org.vitrine.model.plan.DiskPlan.Content;
import org.vitrine.model.plan.PlanFault.Kind;
import org.vitrine.model.plan.PlanField.Part;
import org.vitrine.model.unit.ByteSize;

/** What speaks against a plan's disks and drives, without a look at the files. */
final class DiskCheck {

  private static final int SECTOR = 512;
  private static final ByteSize LARGEST = ByteSize.gib(64 * 1024);

  /** As large as the geometry in its header can tell. */
  private static final ByteSize LARGEST_VPC = ByteSize.gib(2040);

  private static final int IDE_PLACES = 4;

  private final NewMachinePlan plan;
  private final HostOffer offer;
  private final Optional<OperatingSystem> os;
  private final List<PlanFault> faults = new ArrayList<>();
  private final Set<String> files = new HashSet<>();
  private final Map<DiskPlan.Bus, Integer> used = new EnumMap<>(DiskPlan.Bus.class);
  private long promised;

  private DiskCheck(NewMachinePlan plan, HostOffer offer, Optional<OperatingSystem> os) {
    this.plan = plan;
    this.offer = offer;
    this.os = os;
  }

  static List<PlanFault> of(NewMachinePlan plan, HostOffer offer, Optional<OperatingSystem> os) {
    DiskCheck check = new DiskCheck(plan, offer, os);
    for (int i = 0; i < plan.disks().size(); i++) {
      check.disk(PlanField.of(Part.DISK, i), plan.disks().get(i));
    }
    for (int i = 0; i < plan.drives().size(); i++) {
      check.drive(PlanField.of(Part.DRIVE, i), plan.drives().get(i));
    }
    return check.faults;
  }

  private void add(PlanField field, Kind kind, Why.Detail... details) {
    faults.add(PlanFault.of(field, kind, details));
  }

  private void disk(PlanField field, DiskPlan disk) {
    switch (disk.content()) {
      case Content.New made -> {
        path(field, made.place().path(), true);
        format(field, made.format());
        allocation(field, made);
        size(field, made);
      }
      case Content.Existing there -> {
        path(field, there.path(), true);
        format(field, there.format());
      }
      case Content.Overlay overlay -> {
        path(field, overlay.place().path(), true);
        path(field, overlay.base(), false);
        sectors(field, overlay.size());
      }
      case Content.Copy copy -> {
        path(field, copy.place().path(), true);
        path(field, copy.source(), false);
        format(field, copy.format());
        sectors(field, copy.size());
      }
      case Content.Device device -> path(field, device.path(), true);
    }
    bus(field, disk.bus());
  }

  private void drive(PlanField field, DrivePlan drive) {
    if (!drive.path().isEmpty()) {
      path(field, drive.path(), false);
    }
    if (drive.kind() == DrivePlan.Kind.CD) {
      bus(field, drive.bus());
    }
  }

  /**
   * Absolute, and nothing that a line of text or a tool could take for something else.
   *
   * @param written whether the machine writes to it, so that it may be there only once
   */
  private void path(PlanField field, String path, boolean written) {
    boolean odd =
        !path.startsWith("/")
            || path.endsWith("/")
            || path.contains("//")
            || path.contains("/../")
            || path.endsWith("/..")
            || path.contains("/./")
            || path.codePoints().anyMatch(Character::isISOControl);
    if (odd) {
      add(field, Kind.PATH_NOT_POSSIBLE, Why.text(path));
    } else if (written && !files.add(path)) {
      add(field, Kind.FILE_TWICE, Why.text(path));
    }
  }

  private void format(PlanField field, DiskPlan.Format format) {
    // libvirt has no name for it
    if (format == DiskPlan.Format.VHDX) {
      add(field, Kind.DISK_FORMAT_NOT_TAKEN, Why.text(format.name()));
    }
  }

  private void allocation(PlanField field, Content.New made) {
    boolean onlyGrows =
        made.format() == DiskPlan.Format.VMDK || made.format() == DiskPlan.Format.QED;
    if (onlyGrows && made.allocation() != DiskPlan.Allocation.GROWING) {
      add(field, Kind.DISK_FORMAT_ONLY_GROWS, Why.text(made.format().name()));
    }
  }

  private void size(PlanField field, Content.New made) {
    ByteSize size = made.size();
    ByteSize largest = made.format() == DiskPlan.Format.VPC ? LARGEST_VPC : LARGEST;
    if (size.bytes() <= 0) {
      add(field, Kind.DISK_SIZE_ZERO);
      return;
    }
    if (size.compareTo(largest) > 0) {
      add(field, Kind.DISK_SIZE_TOO_LARGE, Why.size(largest));
      return;
    }
    sectors(field, size);
    promised += size.bytes();
    if (promised > offer.freeDisk().bytes()) {
      boolean grows = made.allocation() == DiskPlan.Allocation.GROWING;
      add(
          field,
          grows ? Kind.DISK_LARGER_THAN_FREE : Kind.DISK_HAS_NO_SPACE,
          Why.size(size),
          Why.size(offer.freeDisk()));
    }
    boolean first = field.index() == 0;
    if (first && os.isPresent() && size.compareTo(os.get().minimum().storage()) < 0) {
      add(
          field,
          Kind.DISK_LESS_THAN_OS_NEEDS,
          Why.text(os.get().name()),
          Why.size(os.get().minimum().storage()));
    }
  }

  private void sectors(PlanField field, ByteSize size) {
    if (size.bytes() % SECTOR != 0) {
      add(field, Kind.DISK_SIZE_NOT_IN_SECTORS);
    }
  }

  private void bus(PlanField field, DiskPlan.Bus bus) {
    if (!offer.buses().contains(bus)) {
      add(field, Kind.BUS_NOT_OFFERED, Why.text(bus.name()));
      return;
    }
    String machine = plan.platform().machine();
    if (bus == DiskPlan.Bus.IDE && machine.contains(Hardware.Q35)) {
      add(field, Kind.BUS_NOT_ON_THIS_MACHINE, Why.text(bus.name()), Why.text(machine));
    }
    int number = used.merge(bus, 1, Integer::sum);
    if (bus == DiskPlan.Bus.IDE && number > IDE_PLACES) {
      add(field, Kind.BUS_FULL, Why.text(bus.name()), Why.count(IDE_PLACES));
    }
  }
}
