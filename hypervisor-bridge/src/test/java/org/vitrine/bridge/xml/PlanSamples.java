package org.vitrine.bridge.xml;

import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import org.vitrine.bridge.testing.PlanBuilder;
import org.vitrine.model.plan.Boot;
import org.vitrine.model.plan.DiskPlan;
import org.vitrine.model.plan.DiskPlan.Allocation;
import org.vitrine.model.plan.DiskPlan.Bus;
import org.vitrine.model.plan.DiskPlan.Format;
import org.vitrine.model.plan.DisplayPlan.Graphics;
import org.vitrine.model.plan.DisplayPlan.Video;
import org.vitrine.model.plan.Extras;
import org.vitrine.model.plan.NewMachinePlan;
import org.vitrine.model.plan.NicPlan;
import org.vitrine.model.plan.NicPlan.Forward;
import org.vitrine.model.plan.NicPlan.Link;
import org.vitrine.model.plan.NicPlan.Model;
import org.vitrine.model.plan.NicPlan.Protocol;
import org.vitrine.model.plan.Platform.Cpu;
import org.vitrine.model.plan.Platform.Firmware;
import org.vitrine.model.plan.Setup;
import org.vitrine.model.unit.ByteSize;

/** One plan for each thing that can be chosen, and some that come together in real life. */
final class PlanSamples {

  private static final String IMAGES = "/srv/images/";
  private static final String ISO = "/srv/iso/installer.iso";
  private static final Boot.Kernel KERNEL =
      new Boot.Kernel("/srv/tree/linux", "/srv/tree/initrd.gz", "auto=true priority=critical");
  private static final Setup.AnswerFile ANSWERS = new Setup.AnswerFile("preseed.cfg", "d-i x\n");

  private final Map<String, NewMachinePlan> plans = new LinkedHashMap<>();

  static Map<String, NewMachinePlan> all() {
    PlanSamples samples = new PlanSamples();
    samples.wholeMachines();
    samples.firmware();
    samples.disks();
    samples.drives();
    samples.cards();
    samples.displays();
    samples.starts();
    samples.texts();
    return samples.plans;
  }

  static NewMachinePlan named(String name) {
    return Objects.requireNonNull(all().get(name), name);
  }

  private void add(String name, PlanBuilder builder) {
    plans.put(name, builder.plan());
  }

  /** A disk, a CD and a card, as most have. */
  private static PlanBuilder usual() {
    return new PlanBuilder()
        .disk(IMAGES + "machine.qcow2", Format.QCOW2, Bus.VIRTIO)
        .cd(ISO, Bus.SATA)
        .nic(new Link.Network("default"), Model.VIRTIO);
  }

  private void wholeMachines() {
    add(
        "debian-12",
        usual().named("web").os("http://debian.org/debian/12").compute(2, ByteSize.gib(2)));
    add("emulated-newest-processor", usual().cpu(Cpu.MAXIMUM));
    add("accelerated", usual().accelerated(Cpu.HOST_PASSTHROUGH).compute(4, ByteSize.gib(8)));
    add("accelerated-host-model", usual().accelerated(Cpu.HOST_MODEL));
    add("windows-10", windows("http://microsoft.com/win/10"));
    add(
        "windows-11",
        windows("http://microsoft.com/win/11")
            .firmware(Firmware.UEFI_SECURE, true)
            .compute(4, ByteSize.gib(4)));
    add(
        "windows-11-accelerated",
        windows("http://microsoft.com/win/11")
            .accelerated(Cpu.HOST_PASSTHROUGH)
            .firmware(Firmware.UEFI_SECURE, true)
            .compute(4, ByteSize.gib(8)));
    add(
        "old-linux",
        new PlanBuilder()
            .machine("pc")
            .os("http://redhat.com/rhel/3")
            .disk(IMAGES + "old.qcow2", Format.QCOW2, Bus.IDE)
            .cd(ISO, Bus.IDE)
            .nic(new Link.Network("default"), Model.E1000)
            .display(Graphics.VNC_PRIVATE, Video.VGA)
            .extras(new Extras(false, false, true, false, false, Extras.Sound.NONE)));
    add(
        "unknown-system",
        new PlanBuilder()
            .disk(IMAGES + "unknown.qcow2", Format.QCOW2, Bus.SATA)
            .cd(ISO, Bus.SATA)
            .nic(new Link.User(List.of()), Model.E1000E)
            .display(Graphics.VNC_PRIVATE, Video.VGA)
            .extras(new Extras(true, true, true, true, false, Extras.Sound.NONE)));
    add(
        "nothing-at-all",
        new PlanBuilder()
            .boot()
            .display(Graphics.NONE, Video.NONE, false)
            .extras(new Extras(false, false, false, false, true, Extras.Sound.NONE)));
    add("many-processors", usual().compute(32, ByteSize.mib(1025)));
  }

  private static PlanBuilder windows(String id) {
    return new PlanBuilder()
        .os(id)
        .localTime()
        .compute(2, ByteSize.gib(4))
        .disk(IMAGES + "windows.qcow2", Format.QCOW2, Bus.SATA)
        .cd(ISO, Bus.SATA)
        .nic(new Link.Network("default"), Model.E1000E)
        .display(Graphics.VNC_PRIVATE, Video.VGA)
        .extras(new Extras(false, false, true, false, true, Extras.Sound.NONE));
  }

  private void firmware() {
    add("uefi", usual().firmware(Firmware.UEFI, false));
    add("uefi-pc", usual().machine("pc").firmware(Firmware.UEFI, false));
    add("uefi-secure", usual().firmware(Firmware.UEFI_SECURE, false));
    add("tpm-with-bios", usual().firmware(Firmware.BIOS, true));
    add("machine-by-version", usual().machine("pc-q35-6.2"));
  }

  private void disks() {
    for (Format format : List.of(Format.RAW, Format.VMDK, Format.VDI, Format.VPC, Format.QED)) {
      String name = format.name().toLowerCase(java.util.Locale.ROOT);
      add("disk-" + name, new PlanBuilder().disk(IMAGES + "a." + name, format, Bus.VIRTIO));
    }
    for (Bus bus : Bus.values()) {
      PlanBuilder builder = new PlanBuilder().machine(bus == Bus.IDE ? "pc" : "q35");
      add(
          "bus-" + bus.name().toLowerCase(java.util.Locale.ROOT),
          builder
              .disk(IMAGES + "a.qcow2", Format.QCOW2, bus)
              .disk(IMAGES + "b.raw", Format.RAW, bus));
    }
    add(
        "disk-reserved",
        new PlanBuilder()
            .disk(
                new DiskPlan.Content.New(
                    new DiskPlan.Place.File(IMAGES + "reserved.raw"),
                    Format.RAW,
                    Allocation.RESERVED,
                    ByteSize.gib(1)),
                Bus.VIRTIO));
    add(
        "disk-volume",
        new PlanBuilder()
            .disk(
                new DiskPlan.Content.New(
                    new DiskPlan.Place.Volume("default", "v.qcow2", IMAGES + "v.qcow2"),
                    Format.QCOW2,
                    Allocation.GROWING,
                    ByteSize.gib(1)),
                Bus.VIRTIO));
    add(
        "disk-existing",
        new PlanBuilder()
            .disk(new DiskPlan.Content.Existing(IMAGES + "mine.vdi", Format.VDI), Bus.SATA));
    add(
        "disk-overlay",
        new PlanBuilder()
            .disk(
                new DiskPlan.Content.Overlay(
                    new DiskPlan.Place.File(IMAGES + "top.qcow2"),
                    IMAGES + "base.raw",
                    Format.RAW,
                    ByteSize.ZERO),
                Bus.VIRTIO));
    add(
        "disk-copy",
        new PlanBuilder()
            .disk(
                new DiskPlan.Content.Copy(
                    new DiskPlan.Place.File(IMAGES + "copy.qcow2"),
                    Format.QCOW2,
                    "/srv/in/appliance.vmdk",
                    Format.VMDK,
                    ByteSize.gib(20)),
                Bus.VIRTIO));
    add(
        "disk-of-the-host",
        new PlanBuilder().disk(new DiskPlan.Content.Device("/dev/sdz"), Bus.VIRTIO));
    add("disks-on-every-bus", everyBus());
    PlanBuilder many = new PlanBuilder();
    for (int i = 0; i < 28; i++) {
      many.disk(IMAGES + i + ".qcow2", Format.QCOW2, Bus.VIRTIO);
    }
    add("disks-28", many);
  }

  private static PlanBuilder everyBus() {
    return new PlanBuilder()
        .disk(IMAGES + "a.qcow2", Format.QCOW2, Bus.VIRTIO)
        .disk(IMAGES + "b.qcow2", Format.QCOW2, Bus.SCSI)
        .disk(IMAGES + "c.qcow2", Format.QCOW2, Bus.SATA)
        .disk(IMAGES + "d.qcow2", Format.QCOW2, Bus.USB)
        .cd(ISO, Bus.SATA)
        .cd("", Bus.SCSI);
  }

  private void drives() {
    add("drive-empty", new PlanBuilder().cd("", Bus.SATA));
    add("drive-of-the-host", new PlanBuilder().cd("/dev/sr0", Bus.SATA));
    add("drives-two", new PlanBuilder().cd(ISO, Bus.SATA).cd("/srv/iso/drivers.iso", Bus.SATA));
    add("floppy", new PlanBuilder().floppy("/srv/floppy.img").boot(Boot.Source.FLOPPY));
    add("floppy-empty-pc", new PlanBuilder().machine("pc").floppy(""));
  }

  private void cards() {
    for (Model model : Model.values()) {
      add(
          "card-" + model.name().toLowerCase(java.util.Locale.ROOT),
          new PlanBuilder().nic(new Link.User(List.of()), model));
    }
    add("card-bridge", new PlanBuilder().nic(new Link.Bridge("br0"), Model.VIRTIO));
    add("card-of-the-host", new PlanBuilder().nic(new Link.HostCard("eth0"), Model.VIRTIO));
    add("card-unplugged", new PlanBuilder().nic(new Link.Network("lab"), Model.VIRTIO, false));
    add(
        "cards-of-all-kinds",
        new PlanBuilder()
            .nic(new Link.Network("default"), Model.VIRTIO)
            .nic(new Link.Network("internal & <odd>"), Model.E1000E)
            .nic(new Link.User(List.of(forward(8080, 80))), Model.VIRTIO)
            .nic(new Link.User(List.of(forward(2222, 22))), Model.E1000)
            .boot(Boot.Source.NETWORK, Boot.Source.DISK));
    add(
        "forwards",
        new PlanBuilder()
            .nic(
                new Link.User(
                    List.of(forward(18080, 80), new Forward(Protocol.UDP, "127.0.0.1", 5353, 53))),
                Model.VIRTIO)
            .boot(Boot.Source.NETWORK));
    add(
        "forwards-pc",
        new PlanBuilder()
            .machine("pc")
            .nic(new Link.User(List.of(forward(18081, 80))), Model.E1000));
    add(
        "forwards-unplugged",
        new PlanBuilder().nic(new Link.User(List.of(forward(18082, 80))), Model.VIRTIO, false));
  }

  private static Forward forward(int hostPort, int guestPort) {
    return new NicPlan.Forward(Protocol.TCP, "127.0.0.1", hostPort, guestPort);
  }

  private void displays() {
    for (Video video : Video.values()) {
      add(
          "video-" + video.name().toLowerCase(java.util.Locale.ROOT),
          new PlanBuilder().display(Graphics.VNC_PRIVATE, video));
    }
    add("display-loopback", new PlanBuilder().display(Graphics.VNC_LOOPBACK, Video.VIRTIO));
    add("display-none", new PlanBuilder().display(Graphics.NONE, Video.VGA));
    add("pointer-of-old", new PlanBuilder().display(Graphics.VNC_PRIVATE, Video.VGA, false));
    for (Extras.Sound sound : Extras.Sound.values()) {
      add(
          "sound-" + sound.name().toLowerCase(java.util.Locale.ROOT),
          new PlanBuilder().extras(new Extras(true, true, true, true, false, sound)));
    }
  }

  private void starts() {
    add("kernel", usual().kernel(KERNEL, false));
    add("kernel-without-initrd", usual().kernel(new Boot.Kernel("/srv/vmlinux", "", ""), false));
    add("kernel-of-an-installer", usual().kernel(KERNEL, true));
    add(
        "answers-in-initrd",
        usual()
            .kernel(KERNEL, true)
            .setup(new Setup.Carrier.Initrd("/srv/answers/initrd.gz", KERNEL.initrd()), ANSWERS));
    add(
        "answers-on-cd",
        usual()
            .setup(new Setup.Carrier.SeedCd("/srv/answers/seed.iso", "cidata", Bus.SCSI), ANSWERS));
    add(
        "answers-on-cd-pc",
        usual()
            .machine("pc")
            .setup(new Setup.Carrier.SeedCd("/srv/answers/s.iso", "cidata", Bus.IDE), ANSWERS));
    add(
        "answers-on-floppy",
        usual().setup(new Setup.Carrier.Floppy("/srv/answers/f.img"), ANSWERS));
    add("network-first", usual().boot(Boot.Source.NETWORK, Boot.Source.DISK, Boot.Source.NETWORK));
    add("cd-first", usual().boot(Boot.Source.CD, Boot.Source.DISK));
  }

  private void texts() {
    add("name-odd", usual().named("subVm#Test.1, a:b 'c' \"d\" $(id);x ünï☃"));
    add("name-like-an-element", usual().named("<name><x a='1'>&amp;]]>"));
    add(
        "notes-odd",
        usual()
            .titled(
                "A <title> & more\nin two lines",
                "]]> & &amp; <b>'\"\n\ttabbed 😀 end\u0007\ud800\uffff\u0000."));
    add(
        "paths-odd",
        new PlanBuilder()
            .disk(IMAGES + "it's, a=b & <c> \"d\" 😀.qcow2", Format.QCOW2, Bus.VIRTIO)
            .cd("/srv/a  b.iso", Bus.SATA)
            .kernel(new Boot.Kernel("/srv/k&k", "/srv/i<i", "a='b' c=\"d\" <e>"), false));
  }
}
