package org.vitrine.bridge.plan;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;
import org.vitrine.bridge.testing.OfferBuilder;
import org.vitrine.bridge.testing.PlanBuilder;
import org.vitrine.model.network.VirtualNetwork.Mode;
import org.vitrine.model.plan.Boot;
import org.vitrine.model.plan.DiskPlan;
import org.vitrine.model.plan.DiskPlan.Allocation;
import org.vitrine.model.plan.DiskPlan.Bus;
import org.vitrine.model.plan.DiskPlan.Format;
import org.vitrine.model.plan.DisplayPlan;
import org.vitrine.model.plan.NewMachinePlan;
import org.vitrine.model.plan.NicPlan;
import org.vitrine.model.plan.NicPlan.Link;
import org.vitrine.model.plan.PlanCheck;
import org.vitrine.model.plan.PlanFault;
import org.vitrine.model.plan.PlanFault.Kind;
import org.vitrine.model.plan.PlanField;
import org.vitrine.model.plan.PlanField.Part;
import org.vitrine.model.plan.Platform;
import org.vitrine.model.plan.Why;
import org.vitrine.model.unit.ByteSize;

class PlanCheckTest {

  private static PlanBuilder sound() {
    return new PlanBuilder()
        .accelerated(Platform.Cpu.HOST_PASSTHROUGH)
        .disk("/srv/a.qcow2", Format.QCOW2, Bus.VIRTIO);
  }

  private static List<PlanFault> faults(NewMachinePlan plan) {
    return PlanCheck.of(plan, new OfferBuilder().offer(), Optional.empty(), PlanCheck.Others.NONE);
  }

  private static void finds(Part part, Kind kind, NewMachinePlan plan, Why.Detail... details) {
    assertEquals(List.of(PlanFault.of(PlanField.of(part), kind, details)), faults(plan));
  }

  @Test
  void soundPlanHasNoFault() {
    assertEquals(List.of(), faults(sound().plan()));
  }

  @ParameterizedTest
  @ValueSource(strings = {"", " ", "a/b", "-rf", "..", ".hidden", "a\tb", "a\u202eb"})
  void nameThatNobodyCouldUseIsRefused(String name) {
    finds(Part.NAME, Kind.NAME_NOT_POSSIBLE, sound().named(name).plan());
  }

  @Test
  void notesEndAtSixtyFourKib() {
    assertEquals(List.of(), faults(sound().titled("", "x".repeat(64 * 1024)).plan()));
    int tooMany = 64 * 1024 + 2;
    finds(
        Part.NOTES,
        Kind.NOTES_TOO_LONG,
        sound().titled("", "ü".repeat(tooMany / 2)).plan(),
        Why.count(tooMany),
        Why.count(64 * 1024));
  }

  @ParameterizedTest
  @CsvSource({
    "0,CPUS_NONE",
    "-1,CPUS_NONE",
    "9,CPUS_MORE_THAN_HOST",
    "256,CPUS_TOO_MANY",
    "100000,CPUS_TOO_MANY"
  })
  void processorsAreCounted(int cpus, Kind kind) {
    List<PlanFault> found = faults(sound().compute(cpus, ByteSize.gib(1)).plan());
    assertEquals(List.of(kind), found.stream().map(PlanFault::kind).toList());
    assertEquals(kind != Kind.CPUS_MORE_THAN_HOST, found.getFirst().refuses());
  }

  @ParameterizedTest
  @CsvSource({
    "0,MEMORY_TOO_LITTLE",
    "-1,MEMORY_TOO_LITTLE",
    "20480,MEMORY_MORE_THAN_HOST",
    "9728,MEMORY_MORE_THAN_SPARE",
    "8796093022207,MEMORY_TOO_MUCH"
  })
  void memoryIsWeighed(long mib, Kind kind) {
    NewMachinePlan plan = sound().compute(1, new ByteSize(mib * 1024 * 1024)).plan();
    assertEquals(List.of(kind), faults(plan).stream().map(PlanFault::kind).toList());
  }

  @Test
  void systemsMinimumIsNamed() {
    List<PlanFault> found =
        PlanCheck.of(
            sound().compute(1, ByteSize.mib(256)).plan(),
            new OfferBuilder().offer(),
            Optional.of(Systems.MODERN_LINUX),
            PlanCheck.Others.NONE);
    assertTrue(
        found.contains(
            PlanFault.of(
                PlanField.of(Part.MEMORY),
                Kind.MEMORY_LESS_THAN_OS_NEEDS,
                Why.text(Systems.MODERN_LINUX.name()),
                Why.size(ByteSize.mib(512)))),
        found::toString);
  }

  private static NewMachinePlan disk(Format format, Allocation allocation, long bytes) {
    return new PlanBuilder()
        .accelerated(Platform.Cpu.DEFAULT)
        .disk(
            new DiskPlan.Content.New(
                new DiskPlan.Place.File("/srv/d"), format, allocation, new ByteSize(bytes)),
            Bus.VIRTIO)
        .plan();
  }

  @Test
  void diskSizesAreChecked() {
    finds(Part.DISK, Kind.DISK_SIZE_ZERO, disk(Format.QCOW2, Allocation.GROWING, 0));
    finds(Part.DISK, Kind.DISK_SIZE_ZERO, disk(Format.QCOW2, Allocation.GROWING, -512));
    finds(Part.DISK, Kind.DISK_SIZE_NOT_IN_SECTORS, disk(Format.RAW, Allocation.GROWING, 1000));
    finds(
        Part.DISK,
        Kind.DISK_SIZE_TOO_LARGE,
        disk(Format.RAW, Allocation.GROWING, Long.MAX_VALUE),
        Why.size(ByteSize.gib(64 * 1024)));
    finds(
        Part.DISK,
        Kind.DISK_SIZE_TOO_LARGE,
        disk(Format.VPC, Allocation.GROWING, ByteSize.gib(2041).bytes()),
        Why.size(ByteSize.gib(2040)));
    ByteSize huge = ByteSize.gib(60 * 1024);
    finds(
        Part.DISK,
        Kind.DISK_LARGER_THAN_FREE,
        disk(Format.QCOW2, Allocation.GROWING, huge.bytes()),
        Why.size(huge),
        Why.size(ByteSize.gib(100)));
    finds(
        Part.DISK,
        Kind.DISK_HAS_NO_SPACE,
        disk(Format.RAW, Allocation.WRITTEN, huge.bytes()),
        Why.size(huge),
        Why.size(ByteSize.gib(100)));
    finds(
        Part.DISK,
        Kind.DISK_FORMAT_ONLY_GROWS,
        disk(Format.VMDK, Allocation.RESERVED, 1 << 20),
        Why.text("VMDK"));
    finds(
        Part.DISK,
        Kind.DISK_FORMAT_NOT_TAKEN,
        disk(Format.VHDX, Allocation.GROWING, 1 << 20),
        Why.text("VHDX"));
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "relative.img",
        "~/a.img",
        "json:{}",
        "nbd://h/x",
        "/srv//a",
        "/srv/../etc/x",
        "/srv/a/",
        "/srv/a\nb"
      })
  void pathThatAToolCouldMisreadIsRefused(String path) {
    NewMachinePlan plan =
        new PlanBuilder()
            .accelerated(Platform.Cpu.DEFAULT)
            .disk(path, Format.QCOW2, Bus.VIRTIO)
            .plan();
    finds(Part.DISK, Kind.PATH_NOT_POSSIBLE, plan, Why.text(path));
  }

  @Test
  void oneFileIsNotTwoDisks() {
    List<PlanFault> found = faults(sound().disk("/srv/a.qcow2", Format.QCOW2, Bus.SATA).plan());
    assertEquals(
        List.of(
            PlanFault.of(PlanField.of(Part.DISK, 1), Kind.FILE_TWICE, Why.text("/srv/a.qcow2"))),
        found);
  }

  @Test
  void ideIsOnlyOnTheOlderMachineAndHasFourPlaces() {
    PlanBuilder builder = new PlanBuilder().accelerated(Platform.Cpu.DEFAULT);
    builder.disk("/srv/a", Format.RAW, Bus.IDE);
    assertEquals(Kind.BUS_NOT_ON_THIS_MACHINE, faults(builder.plan()).getFirst().kind());
    builder.machine("pc").cd("", Bus.IDE).cd("", Bus.IDE).cd("", Bus.IDE);
    assertEquals(List.of(), faults(builder.plan()));
    builder.cd("", Bus.IDE);
    assertEquals(Kind.BUS_FULL, faults(builder.plan()).getFirst().kind());
  }

  @ParameterizedTest
  @CsvSource({
    "01:00:00:00:00:01,MAC_MULTICAST", "00:00:00:00:00:00,MAC_ZERO",
        "52:54:00:00:00,MAC_NOT_POSSIBLE",
    "'',MAC_NOT_POSSIBLE", "52:54:00:00:00:0g,MAC_NOT_POSSIBLE",
        "52:54-00:00:00:01,MAC_NOT_POSSIBLE",
    "'52:54:00:00:00:01,id=x',MAC_NOT_POSSIBLE"
  })
  void macsAreChecked(String mac, Kind kind) {
    NewMachinePlan plan =
        withNic(new NicPlan(new Link.Network("n"), mac, NicPlan.Model.VIRTIO, true));
    finds(Part.NETWORK, kind, plan);
  }

  private static NewMachinePlan withNic(NicPlan... nics) {
    NewMachinePlan base = sound().plan();
    return new NewMachinePlan(
        base.host(),
        base.uuid(),
        base.name(),
        base.title(),
        base.notes(),
        base.os(),
        base.platform(),
        base.compute(),
        base.boot(),
        base.disks(),
        base.drives(),
        List.of(nics),
        base.networks(),
        base.display(),
        base.extras(),
        base.setup());
  }

  @Test
  void macOfAnotherMachineNamesIt() {
    NewMachinePlan plan =
        withNic(
            new NicPlan(new Link.Network("n"), "52-54-00-00-00-0A", NicPlan.Model.VIRTIO, true),
            new NicPlan(new Link.Network("n"), "52:54:00:00:00:0a", NicPlan.Model.VIRTIO, true));
    List<PlanFault> found =
        PlanCheck.of(
            plan,
            new OfferBuilder().offer(),
            Optional.empty(),
            new PlanCheck.Others(List.of(), Map.of("52:54:00:00:00:0a", "twin")));
    assertEquals(
        List.of(
            PlanFault.of(PlanField.of(Part.NETWORK, 0), Kind.MAC_TAKEN, Why.text("twin")),
            PlanFault.of(PlanField.of(Part.NETWORK, 1), Kind.MAC_TWICE)),
        found);
  }

  @Test
  void forwardsAreChecked() {
    Link.User odd =
        new Link.User(
            List.of(
                new NicPlan.Forward(NicPlan.Protocol.TCP, "127.0.0.1,smb=/", 80, 0),
                new NicPlan.Forward(NicPlan.Protocol.TCP, "127.0.0.1", 8080, 70_000),
                new NicPlan.Forward(NicPlan.Protocol.TCP, "127.0.0.1", 8080, 80),
                new NicPlan.Forward(NicPlan.Protocol.UDP, "127.0.0.1", 8080, 80)));
    NewMachinePlan plan =
        withNic(new NicPlan(odd, "52:54:00:00:00:01", NicPlan.Model.VIRTIO, true));
    assertEquals(
        List.of(
            Kind.PORT_NOT_POSSIBLE,
            Kind.FORWARD_ADDRESS_NOT_POSSIBLE,
            Kind.PORT_NOT_POSSIBLE,
            Kind.PORT_TWICE),
        faults(plan).stream().map(PlanFault::kind).toList());
  }

  @Test
  void portsOfAnUnpluggedCardAreWarnedOf() {
    Link.User user =
        new Link.User(List.of(new NicPlan.Forward(NicPlan.Protocol.TCP, "127.0.0.1", 80, 80)));
    finds(
        Part.NETWORK,
        Kind.FORWARDS_OF_UNPLUGGED_CARD,
        withNic(new NicPlan(user, "52:54:00:00:00:01", NicPlan.Model.VIRTIO, false)));
  }

  @ParameterizedTest
  @ValueSource(strings = {"10.0.0.0/33", "10.0.0.0/30", "0.0.0.0/0", "fe80::/64", "x", ""})
  void subnetMustHaveRoomForMachines(String subnet) {
    NewMachinePlan plan =
        sound()
            .nic(new Link.Bridge("br0"), NicPlan.Model.VIRTIO)
            .nic(new Link.Network("lab"), NicPlan.Model.VIRTIO)
            .network("lab", Mode.NAT, subnet)
            .plan();
    assertEquals(
        List.of(
            PlanFault.of(
                PlanField.of(Part.NETWORK, 1), Kind.SUBNET_NOT_POSSIBLE, Why.text(subnet))),
        faults(plan));
  }

  @Test
  void whatTheHostLacksNamesItsPackage() {
    List<PlanFault> found =
        PlanCheck.of(
            sound().firmware(Platform.Firmware.UEFI, true).plan(),
            new OfferBuilder().firmware(Platform.Firmware.BIOS).withoutTpm().offer(),
            Optional.empty(),
            PlanCheck.Others.NONE);
    assertEquals(
        List.of(
            PlanFault.of(PlanField.of(Part.FIRMWARE), Kind.UEFI_NOT_OFFERED, Why.text("ovmf")),
            PlanFault.of(PlanField.of(Part.TPM), Kind.TPM_NOT_OFFERED, Why.text("swtpm"))),
        found);
  }

  @Test
  void secureBootNeedsTheNewerMachine() {
    finds(
        Part.FIRMWARE,
        Kind.SECURE_BOOT_NEEDS_Q35,
        sound().machine("pc").firmware(Platform.Firmware.UEFI_SECURE, false).plan());
  }

  @Test
  void emulationIsSaidNotRefused() {
    NewMachinePlan emulated = new PlanBuilder().disk("/srv/a", Format.RAW, Bus.VIRTIO).plan();
    List<PlanFault> found = faults(emulated);
    assertEquals(Kind.EMULATION_IS_SLOW, found.getFirst().kind());
    assertEquals(PlanFault.Severity.NOTE, found.getFirst().kind().severity());
    List<PlanFault> slowHost =
        PlanCheck.of(
            sound().plan(),
            new OfferBuilder().emulated().offer(),
            Optional.empty(),
            PlanCheck.Others.NONE);
    assertEquals(Kind.ACCELERATION_NOT_OFFERED, slowHost.getFirst().kind());
    assertTrue(slowHost.getFirst().refuses());
  }

  @Test
  void otherArchitecturesAndUnknownMachinesAreRefused() {
    Platform arm =
        new Platform(
            true,
            "aarch64",
            "virt",
            Platform.Cpu.DEFAULT,
            Platform.Firmware.BIOS,
            false,
            Platform.Clock.UTC);
    assertEquals(
        List.of(Kind.ARCHITECTURE_NOT_OFFERED, Kind.MACHINE_TYPE_NOT_OFFERED),
        faults(sound().platform(arm).plan()).stream().map(PlanFault::kind).toList());
  }

  @Test
  void machineWithNothingToStartFromIsWarnedOf() {
    finds(
        Part.BOOT_ORDER,
        Kind.NOTHING_TO_START_FROM,
        new PlanBuilder()
            .accelerated(Platform.Cpu.DEFAULT)
            .cd("", Bus.SATA)
            .boot(Boot.Source.DISK, Boot.Source.CD)
            .plan());
  }

  @Test
  void videoTheHostLacksIsRefused() {
    List<PlanFault> found =
        PlanCheck.of(
            sound().plan(),
            new OfferBuilder().videos(DisplayPlan.Video.VGA).offer(),
            Optional.empty(),
            PlanCheck.Others.NONE);
    assertEquals(Kind.VIDEO_NOT_OFFERED, found.getFirst().kind());
  }
}
