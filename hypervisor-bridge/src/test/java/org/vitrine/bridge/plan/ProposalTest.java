package org.vitrine.bridge.plan;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.vitrine.bridge.testing.OfferBuilder;
import org.vitrine.model.host.HostOffer;
import org.vitrine.model.os.OperatingSystem;
import org.vitrine.model.plan.DiskPlan;
import org.vitrine.model.plan.DisplayPlan;
import org.vitrine.model.plan.NicPlan;
import org.vitrine.model.plan.Platform;
import org.vitrine.model.plan.Proposal;
import org.vitrine.model.plan.Suggested;
import org.vitrine.model.plan.Why;
import org.vitrine.model.plan.Why.Reason;
import org.vitrine.model.plan.Wish;
import org.vitrine.model.unit.ByteSize;

class ProposalTest {

  private static final Wish ISO = Wish.of(Wish.Source.ISO);
  private static final HostOffer PLENTY = new OfferBuilder().offer();

  private static Proposal of(HostOffer offer, OperatingSystem os) {
    return Proposal.of(offer, Optional.of(os), ISO);
  }

  private static <T> void suggests(T value, Reason reason, Suggested<T> suggested) {
    assertEquals(value, suggested.value());
    assertEquals(reason, suggested.why().reason());
  }

  @Test
  void modernLinuxGetsWhatItHasDriversFor() {
    Proposal proposal = of(PLENTY, Systems.MODERN_LINUX);
    suggests("q35", Reason.MODERN_MACHINE, proposal.machine());
    suggests(DiskPlan.Bus.VIRTIO, Reason.OS_HAS_DRIVER, proposal.diskBus());
    suggests(DiskPlan.Bus.SATA, Reason.FITS_MACHINE, proposal.cdBus());
    suggests(NicPlan.Model.VIRTIO, Reason.OS_HAS_DRIVER, proposal.nic());
    suggests(DisplayPlan.Video.VIRTIO, Reason.OS_HAS_DRIVER, proposal.video());
    suggests(Platform.Firmware.BIOS, Reason.BIOS_IS_SIMPLEST, proposal.firmware());
    suggests(Platform.Clock.UTC, Reason.OS_KEEPS_UTC, proposal.clock());
    suggests(Platform.Cpu.HOST_PASSTHROUGH, Reason.FASTEST_PROCESSOR, proposal.cpuModel());
    suggests(2, Reason.OS_RECOMMENDS, proposal.cpus());
    suggests(ByteSize.gib(2), Reason.OS_RECOMMENDS, proposal.memory());
    suggests(ByteSize.gib(20), Reason.OS_RECOMMENDS, proposal.diskSize());
    suggests(true, Reason.OS_HAS_DRIVER, proposal.usb3());
    suggests(true, Reason.AGENT_TELLS_MORE, proposal.agent());
    assertEquals(
        List.of(Why.text("http://debian.org/debian/12"), Why.size(ByteSize.gib(2))),
        proposal.memory().why().details());
  }

  @Test
  void firstVirtioNeedsTheOlderMachine() {
    Proposal proposal = of(PLENTY, Systems.FIRST_VIRTIO_LINUX);
    suggests("pc", Reason.OLD_MACHINE, proposal.machine());
    suggests(DiskPlan.Bus.VIRTIO, Reason.OS_HAS_DRIVER, proposal.diskBus());
    suggests(DiskPlan.Bus.IDE, Reason.FITS_MACHINE, proposal.cdBus());
    suggests(ByteSize.gib(1), Reason.OS_MINIMUM_DOUBLED, proposal.memory());
    suggests(1, Reason.OS_ASKS_FOR_NONE, proposal.cpus());
  }

  @Test
  void windows11GetsSecureBootAndTpm() {
    Proposal proposal = of(PLENTY, Systems.WINDOWS_11);
    suggests(Platform.Firmware.UEFI_SECURE, Reason.OS_WANTS_UEFI, proposal.firmware());
    suggests(true, Reason.OS_WANTS_TPM, proposal.tpm());
    suggests("q35", Reason.FITS_FIRMWARE, proposal.machine());
    suggests(DiskPlan.Bus.SATA, Reason.OS_LACKS_DRIVER, proposal.diskBus());
    suggests(NicPlan.Model.E1000E, Reason.OS_HAS_DRIVER, proposal.nic());
    suggests(Platform.Clock.LOCAL_TIME, Reason.OS_KEEPS_LOCAL_TIME, proposal.clock());
    suggests(DisplayPlan.Video.BOCHS, Reason.FITS_FIRMWARE, proposal.video());
    suggests(ByteSize.gib(8), Reason.OS_MINIMUM_DOUBLED, proposal.memory());
  }

  @Test
  void windows11OnAHostWithoutUefiSaysSo() {
    HostOffer bare = new OfferBuilder().firmware(Platform.Firmware.BIOS).withoutTpm().offer();
    Proposal proposal = of(bare, Systems.WINDOWS_11);
    assertEquals(Reason.HOST_LACKS_WHAT_OS_WANTS, proposal.firmware().why().reason());
    suggests(false, Reason.HOST_LACKS_WHAT_OS_WANTS, proposal.tpm());
  }

  @Test
  void oldWindowsGetsTheCardItKnows() {
    Proposal proposal = of(PLENTY, Systems.WINDOWS_XP);
    suggests("pc", Reason.OLD_MACHINE, proposal.machine());
    suggests(DiskPlan.Bus.IDE, Reason.OS_LACKS_DRIVER, proposal.diskBus());
    suggests(NicPlan.Model.RTL8139, Reason.OS_HAS_DRIVER, proposal.nic());
    suggests(DisplayPlan.Video.VGA, Reason.OS_LACKS_DRIVER, proposal.video());
    suggests(false, Reason.OS_LACKS_DRIVER, proposal.agent());
    suggests(false, Reason.OS_LACKS_DRIVER, proposal.balloon());
  }

  @Test
  void nothingIsAssumedOfAnUnknownSystem() {
    Proposal proposal = Proposal.of(PLENTY, Optional.empty(), ISO);
    suggests("q35", Reason.OS_UNKNOWN, proposal.machine());
    suggests(DiskPlan.Bus.SATA, Reason.OS_UNKNOWN, proposal.diskBus());
    suggests(NicPlan.Model.E1000E, Reason.OS_UNKNOWN, proposal.nic());
    suggests(DisplayPlan.Video.VGA, Reason.OS_UNKNOWN, proposal.video());
    suggests(ByteSize.gib(2), Reason.OS_UNKNOWN, proposal.memory());
    suggests(ByteSize.gib(20), Reason.OS_UNKNOWN, proposal.diskSize());
  }

  @Test
  void machineTypeChosenChangesTheBuses() {
    Proposal proposal = Proposal.of(PLENTY, Optional.empty(), ISO.withMachine("pc-i440fx-7.2"));
    suggests("pc-i440fx-7.2", Reason.CHOSEN, proposal.machine());
    assertEquals(DiskPlan.Bus.IDE, proposal.diskBus().value());
    assertEquals(NicPlan.Model.E1000, proposal.nic().value());
  }

  @Test
  void cloudImageHasItsSeedWhereItLooks() {
    Wish cloud = Wish.of(Wish.Source.CLOUD_IMAGE).withImage(ByteSize.gib(30));
    Proposal proposal = Proposal.of(PLENTY, Optional.of(Systems.MODERN_LINUX), cloud);
    suggests(DiskPlan.Bus.SCSI, Reason.CLOUD_SYSTEMS_LACK_SATA, proposal.cdBus());
    suggests(ByteSize.gib(30), Reason.IMAGE_NEEDS, proposal.diskSize());
  }

  @Test
  void emulatedMachineGetsTheNewestProcessor() {
    HostOffer slow = new OfferBuilder().emulated().offer();
    Proposal proposal = of(slow, Systems.MODERN_LINUX);
    suggests(false, Reason.NO_ACCELERATION, proposal.accelerated());
    suggests(Platform.Cpu.MAXIMUM, Reason.NEWEST_EMULATED_PROCESSOR, proposal.cpuModel());
    suggests(
        Platform.Cpu.DEFAULT,
        Reason.OLD_OS_PLAIN_PROCESSOR,
        of(slow, Systems.WINDOWS_XP).cpuModel());
  }

  @Test
  void scarceMemoryIsSharedNotOvercommitted() {
    HostOffer scarce = new OfferBuilder().memory(ByteSize.mib(1700), ByteSize.mib(100)).offer();
    Suggested<ByteSize> memory = of(scarce, Systems.MODERN_LINUX).memory();
    suggests(ByteSize.mib(1536), Reason.HOST_HAS_LESS, memory);
    HostOffer full = new OfferBuilder().memory(ByteSize.mib(300), ByteSize.mib(300)).offer();
    assertTrue(of(full, Systems.MODERN_LINUX).memory().value().compareTo(ByteSize.mib(512)) >= 0);
    HostOffer little = new OfferBuilder().memory(ByteSize.mib(400), ByteSize.ZERO).offer();
    suggests(ByteSize.mib(512), Reason.OS_MINIMUM, of(little, Systems.MODERN_LINUX).memory());
  }

  @Test
  void screenOfARemoteHostComesThroughItsConnection() {
    assertEquals(
        DisplayPlan.Graphics.VNC_LOOPBACK,
        Proposal.of(new OfferBuilder().remote().offer(), Optional.empty(), ISO).graphics().value());
    assertEquals(
        DisplayPlan.Graphics.VNC_PRIVATE,
        Proposal.of(PLENTY, Optional.empty(), ISO).graphics().value());
  }

  @Test
  void hostWithoutTheDeviceGetsThePlainOne() {
    HostOffer plain =
        new OfferBuilder()
            .buses(DiskPlan.Bus.SATA, DiskPlan.Bus.IDE)
            .videos(DisplayPlan.Video.VGA)
            .machines("pc")
            .offer();
    Proposal proposal = of(plain, Systems.MODERN_LINUX);
    suggests("pc", Reason.HOST_LACKS_DEVICE, proposal.machine());
    suggests(DiskPlan.Bus.IDE, Reason.HOST_LACKS_DEVICE, proposal.diskBus());
    suggests(DisplayPlan.Video.VGA, Reason.HOST_LACKS_DEVICE, proposal.video());
  }

  @Test
  void processorsStayWithinTheHost() {
    suggests(
        1, Reason.HOST_CPUS, of(new OfferBuilder().cpus(1).offer(), Systems.MODERN_LINUX).cpus());
    assertFalse(
        Proposal.of(new OfferBuilder().cpus(2).offer(), Optional.empty(), ISO).cpus().value() > 1);
  }
}
