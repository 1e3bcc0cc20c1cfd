package org.vitrine.model.explain;

import java.util.List;
import java.util.Locale;
import org.vitrine.model.explain.VirtInstallCommand.Option;
import org.vitrine.model.plan.BootOrder;
import org.vitrine.model.plan.DiskPlan;
import org.vitrine.model.plan.DiskPlan.Content;
import org.vitrine.model.plan.DrivePlan;
import org.vitrine.model.plan.NewMachinePlan;
import org.vitrine.model.plan.PlanField;
import org.vitrine.model.plan.PlanField.Part;
import org.vitrine.model.plan.Setup;

/** Disks and drives as options of virt-install. */
final class VirtInstallDisks {

  private static final double GIB = 1024.0 * 1024 * 1024;

  private final NewMachinePlan plan;
  private final List<Option> options;
  private final BootOrder order;

  VirtInstallDisks(NewMachinePlan plan, List<Option> options) {
    this.plan = plan;
    this.options = options;
    this.order = BootOrder.of(plan);
  }

  void write() {
    for (int i = 0; i < plan.disks().size(); i++) {
      DiskPlan disk = plan.disks().get(i);
      Values values = content(disk.content());
      values.with("bus", disk.bus().name().toLowerCase(Locale.ROOT));
      order.disk(i).ifPresent(turn -> values.with("boot.order", Integer.toString(turn)));
      add(PlanField.of(Part.DISK, i), values.text());
    }
    for (int i = 0; i < plan.drives().size(); i++) {
      DrivePlan drive = plan.drives().get(i);
      Values values = drive(drive.kind(), drive.path(), drive.bus());
      order.drive(i).ifPresent(turn -> values.with("boot.order", Integer.toString(turn)));
      add(PlanField.of(Part.DRIVE, i), values.text());
    }
    if (plan.setup() instanceof Setup.Automatic automatic) {
      PlanField field = PlanField.of(Part.SETUP);
      switch (automatic.carrier()) {
        case Setup.Carrier.SeedCd seed ->
            add(field, drive(DrivePlan.Kind.CD, seed.path(), seed.bus()).text());
        case Setup.Carrier.Floppy floppy ->
            add(field, drive(DrivePlan.Kind.FLOPPY, floppy.path(), DiskPlan.Bus.IDE).text());
        case Setup.Carrier.Initrd _ -> {
          // in the place of the kernel's own
        }
      }
    }
    if (plan.disks().isEmpty() && plan.drives().isEmpty()) {
      add(PlanField.of(Part.DISK), "none");
    }
  }

  private void add(PlanField field, String value) {
    options.add(new Option(field, List.of("--disk", value)));
  }

  private static Values content(Content content) {
    return switch (content) {
      case Content.New made -> {
        boolean grows = made.allocation() == DiskPlan.Allocation.GROWING;
        Values values =
            new Values("path", made.place().path())
                .with("format", ImageCommands.name(made.format()))
                .with("size", size(made.size().bytes()))
                .with("sparse", grows ? "yes" : "no");
        yield grows ? values.with("driver.discard", "unmap") : values;
      }
      case Content.Existing there ->
          new Values("path", there.path()).with("format", ImageCommands.name(there.format()));
      case Content.Overlay overlay -> {
        Values values =
            new Values("path", overlay.place().path())
                .with("format", "qcow2")
                .with("backing_store", overlay.base())
                .with("backing_format", ImageCommands.name(overlay.baseFormat()))
                .with("driver.discard", "unmap");
        yield overlay.size().bytes() > 0
            ? values.with("size", size(overlay.size().bytes()))
            : values;
      }
      case Content.Copy copy ->
          new Values("path", copy.place().path())
              .with("format", ImageCommands.name(copy.format()))
              .with("driver.discard", "unmap");
      case Content.Device device -> new Values("path", device.path());
    };
  }

  /** In GiB; as many digits as it takes, with a point in every language. */
  private static String size(long bytes) {
    double gib = bytes / GIB;
    return gib == Math.rint(gib) ? Long.toString((long) gib) : Double.toString(gib);
  }

  private static Values drive(DrivePlan.Kind kind, String path, DiskPlan.Bus bus) {
    boolean cd = kind == DrivePlan.Kind.CD;
    Values values = new Values("device", cd ? "cdrom" : "floppy");
    if (!path.isEmpty()) {
      values.with("path", path);
    }
    return values.with("bus", cd ? bus.name().toLowerCase(Locale.ROOT) : "fdc");
  }
}
