package org.vitrine.model.plan;

import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.vitrine.model.host.Driver;
import org.vitrine.model.host.HostOffer;
import org.vitrine.model.os.OperatingSystem;
import org.vitrine.model.plan.PlanFault.Kind;
import org.vitrine.model.plan.PlanField.Part;
import org.vitrine.model.unit.ByteSize;
import org.vitrine.model.vm.MachineName;

/** Finds what speaks against a plan, before anything is made. */
public final class PlanCheck {

  /**
   * What else there is on the host.
   *
   * @param names of its machines
   * @param macs of their cards, with the machine's name
   */
  public record Others(List<String> names, Map<String, String> macs) {
    public static final Others NONE = new Others(List.of(), Map.of());

    public Others {
      names = List.copyOf(names);
      macs = Map.copyOf(macs);
    }
  }

  /** What libvirt keeps of a description, and a list can still show. */
  static final int LONGEST_NOTES = 64 * 1024;

  /** More needs an interrupt remapper that older guests do not know. */
  static final int MOST_CPUS = 255;

  static final ByteSize LEAST_MEMORY = ByteSize.mib(1);
  static final ByteSize MOST_MEMORY = ByteSize.gib(16 * 1024);

  /** With 256 MiB nothing follows the loader's screen. */
  static final ByteSize UEFI_MEMORY = ByteSize.mib(320);

  private final NewMachinePlan plan;
  private final HostOffer offer;
  private final Optional<OperatingSystem> os;
  private final List<PlanFault> faults = new ArrayList<>();

  private PlanCheck(NewMachinePlan plan, HostOffer offer, Optional<OperatingSystem> os) {
    this.plan = plan;
    this.offer = offer;
    this.os = os;
  }

  /** In the order of the form; empty where nothing is wrong. */
  public static List<PlanFault> of(
      NewMachinePlan plan, HostOffer offer, Optional<OperatingSystem> os, Others others) {
    PlanCheck check = new PlanCheck(plan, offer, os);
    check.texts(others);
    check.processors();
    check.memory();
    check.platform();
    check.faults.addAll(DiskCheck.of(plan, offer, os));
    check.faults.addAll(NetworkCheck.of(plan, offer, others));
    check.display();
    check.start();
    return List.copyOf(check.faults);
  }

  private void add(Part part, Kind kind, Why.Detail... details) {
    faults.add(PlanFault.of(PlanField.of(part), kind, details));
  }

  private void texts(Others others) {
    if (MachineName.check(plan.name(), others.names()) instanceof MachineName.Result.Refused) {
      add(Part.NAME, Kind.NAME_NOT_POSSIBLE);
    }
    int bytes = plan.notes().getBytes(StandardCharsets.UTF_8).length;
    if (bytes > LONGEST_NOTES) {
      add(Part.NOTES, Kind.NOTES_TOO_LONG, Why.count(bytes), Why.count(LONGEST_NOTES));
    }
  }

  private void processors() {
    int cpus = plan.compute().cpus();
    if (cpus < 1) {
      add(Part.CPU, Kind.CPUS_NONE);
    } else if (cpus > MOST_CPUS) {
      add(Part.CPU, Kind.CPUS_TOO_MANY, Why.count(MOST_CPUS));
    } else if (cpus > offer.cpus()) {
      add(Part.CPU, Kind.CPUS_MORE_THAN_HOST, Why.count(offer.cpus()));
    }
  }

  private void memory() {
    ByteSize memory = plan.compute().memory();
    if (memory.compareTo(LEAST_MEMORY) < 0) {
      add(Part.MEMORY, Kind.MEMORY_TOO_LITTLE);
      return;
    }
    if (memory.compareTo(MOST_MEMORY) > 0) {
      add(Part.MEMORY, Kind.MEMORY_TOO_MUCH, Why.size(MOST_MEMORY));
      return;
    }
    if (memory.compareTo(offer.memory()) > 0) {
      add(Part.MEMORY, Kind.MEMORY_MORE_THAN_HOST, Why.size(offer.memory()));
    } else if (memory.compareTo(offer.spareMemory()) > 0) {
      add(Part.MEMORY, Kind.MEMORY_MORE_THAN_SPARE, Why.size(offer.spareMemory()));
    }
    if (os.isPresent() && memory.compareTo(os.get().minimum().memory()) < 0) {
      add(
          Part.MEMORY,
          Kind.MEMORY_LESS_THAN_OS_NEEDS,
          Why.text(os.get().name()),
          Why.size(os.get().minimum().memory()));
    }
    if (plan.platform().firmware() != Platform.Firmware.BIOS && memory.compareTo(UEFI_MEMORY) < 0) {
      add(Part.MEMORY, Kind.MEMORY_LITTLE_FOR_UEFI, Why.size(UEFI_MEMORY));
    }
  }

  private void platform() {
    Platform platform = plan.platform();
    if (!platform.architecture().equals(offer.architecture())) {
      add(
          Part.MACHINE_TYPE,
          Kind.ARCHITECTURE_NOT_OFFERED,
          Why.text(platform.architecture()),
          Why.text(offer.architecture()));
    }
    if (!offer.machines().contains(platform.machine())) {
      add(Part.MACHINE_TYPE, Kind.MACHINE_TYPE_NOT_OFFERED, Why.text(platform.machine()));
    }
    if (plan.host().driver() == Driver.QEMU) {
      if (platform.accelerated() && !offer.accelerated()) {
        add(Part.ACCELERATION, Kind.ACCELERATION_NOT_OFFERED);
      } else if (!platform.accelerated()) {
        add(Part.ACCELERATION, Kind.EMULATION_IS_SLOW);
      }
    }
    firmware(platform);
    if (platform.tpm() && !offer.tpm()) {
      add(Part.TPM, Kind.TPM_NOT_OFFERED, Why.text("swtpm"));
    }
    if (!platform.tpm() && os.map(one -> one.firmware().tpmWanted()).orElse(false)) {
      add(Part.TPM, Kind.OS_NEEDS_TPM, Why.text(os.get().name()));
    }
  }

  private void firmware(Platform platform) {
    boolean offered = offer.firmware().contains(platform.firmware());
    switch (platform.firmware()) {
      case BIOS -> {
        if (os.isPresent() && !os.get().firmware().bios()) {
          add(Part.FIRMWARE, Kind.OS_NEEDS_UEFI, Why.text(os.get().name()));
        }
      }
      case UEFI -> {
        if (!offered) {
          add(Part.FIRMWARE, Kind.UEFI_NOT_OFFERED, Why.text("ovmf"));
        }
      }
      case UEFI_SECURE -> {
        if (!offered) {
          add(Part.FIRMWARE, Kind.SECURE_BOOT_NOT_OFFERED, Why.text("ovmf"));
        } else if (!platform.machine().contains(Hardware.Q35)) {
          add(Part.FIRMWARE, Kind.SECURE_BOOT_NEEDS_Q35);
        }
      }
    }
  }

  private void display() {
    DisplayPlan.Video video = plan.display().video();
    if (video != DisplayPlan.Video.NONE && !offer.videos().contains(video)) {
      add(Part.VIDEO, Kind.VIDEO_NOT_OFFERED, Why.text(video.name()));
    }
  }

  private void start() {
    boolean starts =
        plan.boot().kernel().isPresent()
            || plan.boot().order().stream()
                .anyMatch(
                    source ->
                        switch (source) {
                          case DISK -> !plan.disks().isEmpty();
                          case CD -> hasMedium(DrivePlan.Kind.CD);
                          case FLOPPY -> hasMedium(DrivePlan.Kind.FLOPPY);
                          case NETWORK -> !plan.nics().isEmpty();
                        });
    if (!starts) {
      add(Part.BOOT_ORDER, Kind.NOTHING_TO_START_FROM);
    }
  }

  private boolean hasMedium(DrivePlan.Kind kind) {
    return plan.drives().stream()
        .anyMatch(drive -> drive.kind() == kind && !drive.path().isEmpty());
  }
}
