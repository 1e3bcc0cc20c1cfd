package org.vitrine.model.plan;

import java.util.Optional;
import org.vitrine.model.host.HostOffer;
import org.vitrine.model.os.OperatingSystem;
import org.vitrine.model.plan.Why.Reason;

/**
 * The computer itself, and what a system has to find on it to be installed. Where this and
 * virt-install part, the reason is in the test that compares them.
 */
record Hardware(HostOffer offer, Optional<OperatingSystem> os, Wish wish) {

  static final String Q35 = "q35";
  static final String PC = "pc";

  Suggested<Boolean> accelerated() {
    if (wish.accelerated().isPresent()) {
      return Suggested.of(wish.accelerated().get(), Reason.CHOSEN);
    }
    return offer.accelerated()
        ? Suggested.of(true, Reason.HARDWARE_ACCELERATION)
        : Suggested.of(false, Reason.NO_ACCELERATION);
  }

  Suggested<Platform.Cpu> cpuModel() {
    if (accelerated().value()) {
      return has(Platform.Cpu.HOST_PASSTHROUGH)
          ? Suggested.of(Platform.Cpu.HOST_PASSTHROUGH, Reason.FASTEST_PROCESSOR)
          : Suggested.of(Platform.Cpu.DEFAULT, Reason.HYPERVISOR_CHOOSES);
    }
    // the emulator's own choice is a processor of 2003: what needs x86-64-v2 dies on it at once
    if (!has(Platform.Cpu.MAXIMUM)) {
      return Suggested.of(Platform.Cpu.DEFAULT, Reason.HYPERVISOR_CHOOSES);
    }
    return os.isPresent() && !drivers().q35()
        ? Suggested.of(Platform.Cpu.DEFAULT, Reason.OLD_OS_PLAIN_PROCESSOR)
        : Suggested.of(Platform.Cpu.MAXIMUM, Reason.NEWEST_EMULATED_PROCESSOR);
  }

  private boolean has(Platform.Cpu cpu) {
    return offer.cpuModels().contains(cpu);
  }

  Suggested<String> machine() {
    if (wish.machine().isPresent()) {
      return Suggested.of(wish.machine().get(), Reason.CHOSEN);
    }
    if (!offer.machines().contains(Q35)) {
      return Suggested.of(PC, Reason.HOST_LACKS_DEVICE, Why.text(Q35));
    }
    if (os.isEmpty()) {
      return Suggested.of(Q35, Reason.OS_UNKNOWN);
    }
    if (firmware().value() == Platform.Firmware.UEFI_SECURE) {
      // its keys are kept where only the newer chipset can lock them away
      return Suggested.of(Q35, Reason.FITS_FIRMWARE, Why.text("secure-boot"));
    }
    return drivers().q35()
        ? Suggested.of(Q35, Reason.MODERN_MACHINE, Why.text(name()))
        : Suggested.of(PC, Reason.OLD_MACHINE, Why.text(name()));
  }

  Suggested<Platform.Firmware> firmware() {
    if (wish.firmware().isPresent()) {
      return Suggested.of(wish.firmware().get(), Reason.CHOSEN);
    }
    if (os.isEmpty() || os.get().firmware().bios()) {
      return Suggested.of(Platform.Firmware.BIOS, Reason.BIOS_IS_SIMPLEST);
    }
    if (os.get().firmware().secureBoot()
        && os.get().firmware().tpmWanted()
        && offers(Platform.Firmware.UEFI_SECURE)) {
      return Suggested.of(Platform.Firmware.UEFI_SECURE, Reason.OS_WANTS_UEFI, Why.text(name()));
    }
    return offers(Platform.Firmware.UEFI)
        ? Suggested.of(Platform.Firmware.UEFI, Reason.OS_WANTS_UEFI, Why.text(name()))
        : Suggested.of(Platform.Firmware.UEFI, Reason.HOST_LACKS_WHAT_OS_WANTS, Why.text(name()));
  }

  private boolean offers(Platform.Firmware firmware) {
    return offer.firmware().contains(firmware);
  }

  Suggested<Boolean> tpm() {
    if (os.isEmpty() || !os.get().firmware().tpmWanted()) {
      return Suggested.of(false, Reason.OS_ASKS_FOR_NONE);
    }
    return offer.tpm()
        ? Suggested.of(true, Reason.OS_WANTS_TPM, Why.text(name()))
        : Suggested.of(false, Reason.HOST_LACKS_WHAT_OS_WANTS, Why.text(name()));
  }

  Suggested<Platform.Clock> clock() {
    if (os.isEmpty()) {
      return Suggested.of(Platform.Clock.UTC, Reason.OS_UNKNOWN);
    }
    if (isDos(os.get())) {
      return Suggested.of(Platform.Clock.LOCAL_TIME, Reason.OS_KEEPS_LOCAL_TIME, Why.text(name()));
    }
    return switch (os.get().family()) {
      case "winnt", "win9x", "win16", "solaris" ->
          Suggested.of(Platform.Clock.LOCAL_TIME, Reason.OS_KEEPS_LOCAL_TIME, Why.text(name()));
      default -> Suggested.of(Platform.Clock.UTC, Reason.OS_KEEPS_UTC, Why.text(name()));
    };
  }

  Suggested<DiskPlan.Bus> diskBus() {
    if (os.isPresent() && drivers().virtioBlock()) {
      return offer.buses().contains(DiskPlan.Bus.VIRTIO)
          ? Suggested.of(
              DiskPlan.Bus.VIRTIO, Reason.OS_HAS_DRIVER, Why.text(name()), Why.text("virtio"))
          : plainBus(Why.of(Reason.HOST_LACKS_DEVICE, Why.text("virtio")));
    }
    return plainBus(
        os.isEmpty()
            ? Why.of(Reason.OS_UNKNOWN)
            : Why.of(Reason.OS_LACKS_DRIVER, Why.text(name()), Why.text("virtio")));
  }

  Suggested<DiskPlan.Bus> cdBus() {
    if (wish.source() == Wish.Source.CLOUD_IMAGE
        && (os.isEmpty() || drivers().virtioScsi())
        && offer.buses().contains(DiskPlan.Bus.SCSI)) {
      return Suggested.of(DiskPlan.Bus.SCSI, Reason.CLOUD_SYSTEMS_LACK_SATA);
    }
    return plainBus(Why.of(Reason.FITS_MACHINE, Why.text(machine().value())));
  }

  /** What the chipset itself has. */
  private Suggested<DiskPlan.Bus> plainBus(Why why) {
    return new Suggested<>(isQ35() ? DiskPlan.Bus.SATA : DiskPlan.Bus.IDE, why);
  }

  boolean isQ35() {
    return machine().value().contains(Q35);
  }

  Suggested<NicPlan.Model> nic() {
    if (os.isEmpty()) {
      return Suggested.of(isQ35() ? NicPlan.Model.E1000E : NicPlan.Model.E1000, Reason.OS_UNKNOWN);
    }
    Drivers drivers = drivers();
    if (drivers.virtioNet()) {
      return nic(NicPlan.Model.VIRTIO, "virtio");
    }
    if (drivers.e1000e() && isQ35()) {
      return nic(NicPlan.Model.E1000E, "e1000e");
    }
    if (drivers.e1000()) {
      return nic(NicPlan.Model.E1000, "e1000");
    }
    if (drivers.rtl8139()) {
      return nic(NicPlan.Model.RTL8139, "rtl8139");
    }
    if (drivers.ne2k()) {
      return nic(NicPlan.Model.NE2K_PCI, "ne2k_pci");
    }
    if (drivers.pcnet()) {
      return nic(NicPlan.Model.PCNET, "pcnet");
    }
    return Suggested.of(
        isQ35() ? NicPlan.Model.E1000E : NicPlan.Model.E1000,
        Reason.OS_LACKS_DRIVER,
        Why.text(name()),
        Why.text("virtio"));
  }

  private Suggested<NicPlan.Model> nic(NicPlan.Model model, String device) {
    return Suggested.of(model, Reason.OS_HAS_DRIVER, Why.text(name()), Why.text(device));
  }

  /** The catalogue calls FreeDOS a Linux. */
  static boolean isDos(OperatingSystem os) {
    return os.family().equals("msdos") || os.shortId().startsWith("freedos");
  }

  Drivers drivers() {
    return os.map(Drivers::of).orElseGet(() -> new Drivers(java.util.Set.of()));
  }

  String name() {
    return os.map(OperatingSystem::name).orElse("");
  }
}
