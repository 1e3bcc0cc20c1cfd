package org.vitrine.bridge.testing;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import org.vitrine.model.host.Driver;
import org.vitrine.model.host.HostAddress;
import org.vitrine.model.network.VirtualNetwork;
import org.vitrine.model.plan.Boot;
import org.vitrine.model.plan.Compute;
import org.vitrine.model.plan.DiskPlan;
import org.vitrine.model.plan.DisplayPlan;
import org.vitrine.model.plan.DrivePlan;
import org.vitrine.model.plan.Extras;
import org.vitrine.model.plan.NetworkPlan;
import org.vitrine.model.plan.NewMachinePlan;
import org.vitrine.model.plan.NicPlan;
import org.vitrine.model.plan.Platform;
import org.vitrine.model.plan.Setup;
import org.vitrine.model.unit.ByteSize;

/** A plan for tests, a small Linux machine on q35 unless said otherwise. */
public final class PlanBuilder {

  private HostAddress host = HostAddress.local(Driver.QEMU, "/session");
  private UUID uuid = new UUID(0x4b6f_f5d2_61c8_4d11L, 0x9d1f_3c2a_77aa_0001L);
  private String name = "machine";
  private String title = "";
  private String notes = "";
  private String os = "";
  private Platform platform =
      new Platform(
          false,
          "x86_64",
          "q35",
          Platform.Cpu.DEFAULT,
          Platform.Firmware.BIOS,
          false,
          Platform.Clock.UTC);
  private Compute compute = new Compute(1, ByteSize.mib(512));
  private Boot boot = new Boot(List.of(Boot.Source.DISK, Boot.Source.CD), Optional.empty(), false);
  private final List<DiskPlan> disks = new ArrayList<>();
  private final List<DrivePlan> drives = new ArrayList<>();
  private final List<NicPlan> nics = new ArrayList<>();
  private final List<NetworkPlan> networks = new ArrayList<>();
  private DisplayPlan display =
      new DisplayPlan(DisplayPlan.Graphics.VNC_PRIVATE, DisplayPlan.Video.VIRTIO, true);
  private Extras extras = new Extras(true, true, true, true, true, Extras.Sound.NONE);
  private Setup setup = new Setup.Manual();

  public PlanBuilder host(HostAddress value) {
    host = value;
    return this;
  }

  public PlanBuilder uuid(UUID value) {
    uuid = value;
    return this;
  }

  public PlanBuilder named(String value) {
    name = value;
    return this;
  }

  public PlanBuilder titled(String value, String text) {
    title = value;
    notes = text;
    return this;
  }

  public PlanBuilder os(String id) {
    os = id;
    return this;
  }

  public PlanBuilder platform(Platform value) {
    platform = value;
    return this;
  }

  public PlanBuilder machine(String machine) {
    return platform(
        new Platform(
            platform.accelerated(),
            platform.architecture(),
            machine,
            platform.cpu(),
            platform.firmware(),
            platform.tpm(),
            platform.clock()));
  }

  public PlanBuilder accelerated(Platform.Cpu cpu) {
    return platform(
        new Platform(
            true,
            platform.architecture(),
            platform.machine(),
            cpu,
            platform.firmware(),
            platform.tpm(),
            platform.clock()));
  }

  public PlanBuilder cpu(Platform.Cpu cpu) {
    return platform(
        new Platform(
            platform.accelerated(),
            platform.architecture(),
            platform.machine(),
            cpu,
            platform.firmware(),
            platform.tpm(),
            platform.clock()));
  }

  public PlanBuilder firmware(Platform.Firmware firmware, boolean tpm) {
    return platform(
        new Platform(
            platform.accelerated(),
            platform.architecture(),
            platform.machine(),
            platform.cpu(),
            firmware,
            tpm,
            platform.clock()));
  }

  public PlanBuilder localTime() {
    return platform(
        new Platform(
            platform.accelerated(),
            platform.architecture(),
            platform.machine(),
            platform.cpu(),
            platform.firmware(),
            platform.tpm(),
            Platform.Clock.LOCAL_TIME));
  }

  public PlanBuilder compute(int cpus, ByteSize memory) {
    compute = new Compute(cpus, memory);
    return this;
  }

  public PlanBuilder boot(Boot.Source... order) {
    boot = new Boot(List.of(order), boot.kernel(), boot.kernelOnce());
    return this;
  }

  public PlanBuilder kernel(Boot.Kernel kernel, boolean once) {
    boot = new Boot(boot.order(), Optional.of(kernel), once);
    return this;
  }

  public PlanBuilder disk(DiskPlan.Content content, DiskPlan.Bus bus) {
    disks.add(new DiskPlan(content, bus));
    return this;
  }

  /** A new growing disk of 1 GiB. */
  public PlanBuilder disk(String path, DiskPlan.Format format, DiskPlan.Bus bus) {
    return disk(
        new DiskPlan.Content.New(
            new DiskPlan.Place.File(path), format, DiskPlan.Allocation.GROWING, ByteSize.gib(1)),
        bus);
  }

  public PlanBuilder cd(String path, DiskPlan.Bus bus) {
    drives.add(new DrivePlan(DrivePlan.Kind.CD, path, bus));
    return this;
  }

  public PlanBuilder floppy(String path) {
    drives.add(new DrivePlan(DrivePlan.Kind.FLOPPY, path, DiskPlan.Bus.IDE));
    return this;
  }

  public PlanBuilder nic(NicPlan.Link link, NicPlan.Model model) {
    return nic(link, model, true);
  }

  public PlanBuilder nic(NicPlan.Link link, NicPlan.Model model, boolean plugged) {
    String mac = "52:54:00:00:00:%02x".formatted(nics.size() + 1);
    nics.add(new NicPlan(link, mac, model, plugged));
    return this;
  }

  public PlanBuilder network(String network, VirtualNetwork.Mode mode, String subnet) {
    networks.add(new NetworkPlan(network, mode, true, subnet, ""));
    return this;
  }

  public PlanBuilder display(DisplayPlan.Graphics graphics, DisplayPlan.Video video) {
    return display(graphics, video, display.tablet());
  }

  public PlanBuilder display(
      DisplayPlan.Graphics graphics, DisplayPlan.Video video, boolean tablet) {
    display = new DisplayPlan(graphics, video, tablet);
    return this;
  }

  public PlanBuilder extras(Extras value) {
    extras = value;
    return this;
  }

  public PlanBuilder setup(Setup.Carrier carrier, Setup.AnswerFile... files) {
    setup = new Setup.Automatic(carrier, List.of(files));
    return this;
  }

  public NewMachinePlan plan() {
    return new NewMachinePlan(
        host, uuid, name, title, notes, os, platform, compute, boot, disks, drives, nics, networks,
        display, extras, setup);
  }
}
