package org.vitrine.bridge.xml;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.vitrine.model.plan.BootOrder;
import org.vitrine.model.plan.DiskPlan;
import org.vitrine.model.plan.DiskPlan.Allocation;
import org.vitrine.model.plan.DrivePlan;
import org.vitrine.model.plan.NewMachinePlan;
import org.vitrine.model.plan.PlanField.Part;
import org.vitrine.model.plan.Setup;

/** Disks and drives. */
final class DiskXml {

  private static final String FLOPPY_BUS = "fdc";

  private final XmlLines xml;
  private final NewMachinePlan plan;
  private final BootOrder order;
  private final Targets targets = new Targets();

  DiskXml(XmlLines xml, NewMachinePlan plan, BootOrder order) {
    this.xml = xml;
    this.plan = plan;
    this.order = order;
  }

  /** Each disk's name on its bus; the buses that look alike to a guest share theirs. */
  private static final class Targets {
    private int virtio;
    private int ide;
    private int others;
    private int floppies;

    String next(String bus) {
      return switch (bus) {
        case "virtio" -> "vd" + letters(virtio++);
        case "ide" -> "hd" + letters(ide++);
        case FLOPPY_BUS -> "fd" + letters(floppies++);
        default -> "sd" + letters(others++);
      };
    }

    /** As a spreadsheet counts its columns. */
    private static String letters(int number) {
      StringBuilder letters = new StringBuilder();
      for (int rest = number; rest >= 0; rest = rest / 26 - 1) {
        letters.insert(0, (char) ('a' + rest % 26));
      }
      return letters.toString();
    }
  }

  void write(boolean first) {
    for (int i = 0; i < plan.disks().size(); i++) {
      xml.by(Part.DISK, i);
      disk(plan.disks().get(i), order.disk(i));
    }
    for (int i = 0; i < plan.drives().size(); i++) {
      DrivePlan drive = plan.drives().get(i);
      xml.by(Part.DRIVE, i);
      drive(drive.kind(), drive.path(), bus(drive.bus()), order.drive(i));
    }
    if (first && plan.setup() instanceof Setup.Automatic automatic) {
      xml.by(Part.SETUP);
      switch (automatic.carrier()) {
        case Setup.Carrier.SeedCd seed ->
            drive(DrivePlan.Kind.CD, seed.path(), bus(seed.bus()), Optional.empty());
        case Setup.Carrier.Floppy floppy ->
            drive(DrivePlan.Kind.FLOPPY, floppy.path(), FLOPPY_BUS, Optional.empty());
        case Setup.Carrier.Initrd _ -> {
          // takes the place of the kernel's own
        }
      }
    }
  }

  private void disk(DiskPlan disk, Optional<Integer> boot) {
    String bus = bus(disk.bus());
    switch (disk.content()) {
      case DiskPlan.Content.New made ->
          file(made.place().path(), made.format(), made.allocation() == Allocation.GROWING);
      case DiskPlan.Content.Existing there -> file(there.path(), there.format(), false);
      case DiskPlan.Content.Overlay overlay ->
          file(overlay.place().path(), DiskPlan.Format.QCOW2, true);
      case DiskPlan.Content.Copy copy -> file(copy.place().path(), copy.format(), true);
      case DiskPlan.Content.Device device ->
          xml.open("disk", "type", "block", "device", "disk")
              .empty(
                  "driver", "name", "qemu", "type", "raw", "cache", "none", "io", "native",
                  "discard", "unmap")
              .empty("source", "dev", device.path());
    }
    xml.empty("target", "dev", targets.next(bus), "bus", bus);
    boot(boot);
    xml.close();
  }

  /** What the guest frees is given back where the disk took it only as it was written. */
  private void file(String path, DiskPlan.Format format, boolean givesBack) {
    List<String> driver = new ArrayList<>(List.of("name", "qemu", "type", name(format)));
    if (givesBack) {
      driver.addAll(List.of("discard", "unmap"));
    }
    xml.open("disk", "type", "file", "device", "disk")
        .empty("driver", driver.toArray(String[]::new))
        .empty("source", "file", path);
  }

  private void drive(DrivePlan.Kind kind, String path, String wishedBus, Optional<Integer> boot) {
    boolean cd = kind == DrivePlan.Kind.CD;
    String bus = cd ? wishedBus : FLOPPY_BUS;
    boolean device = path.startsWith("/dev/");
    xml.open("disk", "type", device ? "block" : "file", "device", cd ? "cdrom" : "floppy");
    if (!path.isEmpty()) {
      xml.empty("driver", "name", "qemu", "type", "raw")
          .empty("source", device ? "dev" : "file", path);
    }
    xml.empty("target", "dev", targets.next(bus), "bus", bus);
    if (cd) {
      xml.empty("readonly");
    }
    boot(boot);
    xml.close();
  }

  private void boot(Optional<Integer> number) {
    number.ifPresent(order -> xml.empty("boot", "order", Integer.toString(order)));
  }

  private static String bus(DiskPlan.Bus bus) {
    return switch (bus) {
      case VIRTIO -> "virtio";
      case SCSI -> "scsi";
      case SATA -> "sata";
      case IDE -> "ide";
      case USB -> "usb";
    };
  }

  static String name(DiskPlan.Format format) {
    return switch (format) {
      case QCOW2 -> "qcow2";
      case RAW -> "raw";
      case VMDK -> "vmdk";
      case VDI -> "vdi";
      case VHDX -> "vhdx";
      case VPC -> "vpc";
      case QED -> "qed";
    };
  }
}
