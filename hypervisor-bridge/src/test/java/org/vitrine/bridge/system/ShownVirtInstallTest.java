package org.vitrine.bridge.system;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.vitrine.bridge.testing.NeedsSessionDaemon;
import org.vitrine.bridge.testing.NeedsVirtInstall;
import org.vitrine.bridge.testing.OpenHosts;
import org.vitrine.bridge.testing.PlanBuilder;
import org.vitrine.bridge.testing.SessionDaemon;
import org.vitrine.bridge.testing.XmlTree;
import org.vitrine.bridge.xml.PlanXml;
import org.vitrine.model.explain.VirtInstallCommand;
import org.vitrine.model.plan.Boot;
import org.vitrine.model.plan.DiskPlan.Allocation;
import org.vitrine.model.plan.DiskPlan.Bus;
import org.vitrine.model.plan.DiskPlan.Content;
import org.vitrine.model.plan.DiskPlan.Format;
import org.vitrine.model.plan.DiskPlan.Place;
import org.vitrine.model.plan.DisplayPlan.Graphics;
import org.vitrine.model.plan.DisplayPlan.Video;
import org.vitrine.model.plan.Extras;
import org.vitrine.model.plan.NewMachinePlan;
import org.vitrine.model.plan.NicPlan.Forward;
import org.vitrine.model.plan.NicPlan.Link;
import org.vitrine.model.plan.NicPlan.Model;
import org.vitrine.model.plan.NicPlan.Protocol;
import org.vitrine.model.plan.Platform;
import org.vitrine.model.unit.ByteSize;

/** The shown virt-install line is understood by virt-install, and means the same machine. */
@NeedsSessionDaemon
@NeedsVirtInstall
class ShownVirtInstallTest {

  private static SessionDaemon daemon;

  @TempDir Path folder = Path.of("");

  @BeforeAll
  static void start() throws Exception {
    daemon = SessionDaemon.start();
  }

  @AfterAll
  static void stop() throws Exception {
    daemon.close();
  }

  /** The tool has the daemon look into the folder, which belongs to another user there. */
  @BeforeEach
  void openFolder() throws Exception {
    Files.setPosixFilePermissions(folder, PosixFilePermissions.fromString("rwxrwxrwx"));
  }

  private PlanBuilder plan() {
    return new PlanBuilder().host(OpenHosts.address(daemon.uri()));
  }

  private String file(String name) throws Exception {
    Path file = folder.resolve(name);
    if (!Files.exists(file)) {
      Files.writeString(file, "x".repeat(2048));
    }
    return file.toString();
  }

  private void means(NewMachinePlan plan) throws Exception {
    List<String> words =
        new ArrayList<>(VirtInstallCommand.of(plan).orElseThrow().command().words());
    words.addAll(List.of("--print-xml", "1", "--dry-run"));
    ProcessBuilder builder = new ProcessBuilder(words);
    builder.environment().put("HOME", folder.toString());
    Process tool = builder.start();
    tool.getOutputStream().close();
    String printed = new String(tool.getInputStream().readAllBytes(), StandardCharsets.UTF_8);
    String said = new String(tool.getErrorStream().readAllBytes(), StandardCharsets.UTF_8);
    assertEquals(0, tool.waitFor(), () -> said + words);
    // it takes a copy of what is only for the first start
    XmlTree theirs =
        XmlTree.read(printed.replaceAll("\\.cache/virt-manager/boot/virtinst-\\w+-", ""));
    XmlTree ours = XmlTree.read(new PlanXml().firstStart(plan).replace(" unit='KiB'", ""));
    for (String part :
        List.of(
            "name",
            "title",
            "description",
            "memory",
            "vcpu",
            "os",
            "clock",
            "cpu",
            "commandline")) {
      Optional<XmlTree> said1 = ours.at(part);
      if (said1.isPresent()) {
        XmlTree found =
            theirs.at(part).orElseThrow(() -> new AssertionError(part + " is missing: " + printed));
        assertEquals(Optional.empty(), said1.get().missingIn(found), printed);
      }
    }
    XmlTree devices = ours.at("devices").orElseThrow();
    XmlTree others = theirs.at("devices").orElseThrow();
    listensAlike(devices, others);
    for (String device :
        List.of(
            "disk",
            "interface",
            "channel",
            "input",
            "tpm",
            "sound",
            "video",
            "memballoon",
            "rng")) {
      List<XmlTree> wanted = devices.children(device);
      List<XmlTree> found = others.children(device);
      assertEquals(wanted.size(), found.size(), () -> device + ": " + printed);
      for (int i = 0; i < wanted.size(); i++) {
        assertEquals(Optional.empty(), wanted.get(i).missingIn(found.get(i)), printed);
      }
    }
  }

  /** The address may be an attribute or an element; libvirt takes both for the same. */
  private static void listensAlike(XmlTree ours, XmlTree theirs) {
    Optional<XmlTree> wanted = ours.at("graphics");
    Optional<XmlTree> found = theirs.at("graphics");
    assertEquals(wanted.isPresent(), found.isPresent(), theirs::toString);
    if (wanted.isPresent() && found.isPresent()) {
      assertEquals("vnc", found.get().attribute("type"));
      XmlTree listen = wanted.get().at("listen").orElseThrow();
      String there = found.get().at("listen").map(one -> one.attribute("type")).orElse("address");
      assertEquals(listen.attribute("type"), there);
      assertEquals(listen.attribute("address"), found.get().attribute("listen"));
    }
  }

  @Test
  void usualMachineIsTheSame() throws Exception {
    means(
        plan()
            .os("http://debian.org/debian/11")
            .titled("A, \"b\" 'c'", "several,\nlines \\ and \"quotes\" =")
            .compute(2, ByteSize.gib(2))
            .disk(folder.resolve("new,odd.qcow2").toString(), Format.QCOW2, Bus.VIRTIO)
            .cd(file("an, iso.iso"), Bus.SATA)
            .nic(new Link.User(List.of()), Model.VIRTIO)
            .plan());
  }

  @Test
  void windowsMachineIsTheSame() throws Exception {
    means(
        plan()
            .os("http://microsoft.com/win/10")
            .firmware(Platform.Firmware.UEFI_SECURE, true)
            .localTime()
            .disk(
                new Content.New(
                    new Place.File(folder.resolve("win.raw").toString()),
                    Format.RAW,
                    Allocation.RESERVED,
                    ByteSize.mib(1536)),
                Bus.SATA)
            .cd("", Bus.SATA)
            .floppy(file("answers.img"))
            .nic(new Link.Bridge("br0"), Model.E1000E)
            .display(Graphics.VNC_LOOPBACK, Video.BOCHS)
            .extras(new Extras(false, false, true, false, true, Extras.Sound.ICH9))
            .boot(Boot.Source.CD, Boot.Source.DISK)
            .plan());
  }

  @Test
  void unknownSystemOnTheOlderMachineIsTheSame() throws Exception {
    means(
        plan()
            .machine("pc")
            .disk(new Content.Existing(file("there.raw"), Format.RAW), Bus.IDE)
            .nic(new Link.Bridge("br0"), Model.RTL8139, false)
            .nic(new Link.User(List.of()), Model.E1000)
            .display(Graphics.NONE, Video.VGA, false)
            .extras(new Extras(false, false, false, false, false, Extras.Sound.NONE))
            .boot(Boot.Source.NETWORK, Boot.Source.DISK)
            .plan());
  }

  @Test
  void kernelAndUefiAreTheSame() throws Exception {
    means(
        plan()
            .firmware(Platform.Firmware.UEFI, false)
            .cpu(Platform.Cpu.MAXIMUM)
            .kernel(new Boot.Kernel(file("linux"), file("initrd"), "a='b c', d=\"e\""), false)
            .disk(
                new Content.Overlay(
                    new Place.File(folder.resolve("top.qcow2").toString()),
                    file("base.raw"),
                    Format.RAW,
                    ByteSize.gib(1)),
                Bus.SCSI)
            .plan());
  }

  @Test
  void forwardedPortsAndAnInstallersKernelAreTheSame() throws Exception {
    means(
        plan()
            .nic(new Link.User(List.of()), Model.VIRTIO)
            .nic(
                new Link.User(
                    List.of(
                        new Forward(Protocol.TCP, "127.0.0.1", 8080, 80),
                        new Forward(Protocol.UDP, "127.0.0.1", 5353, 53))),
                Model.VIRTIO)
            .kernel(new Boot.Kernel(file("linux"), file("initrd"), "auto url=x,y"), true)
            .plan());
  }

  @Test
  void eachOptionKnowsItsField() throws Exception {
    NewMachinePlan plan = plan().disk(file("a"), Format.RAW, Bus.VIRTIO).plan();
    VirtInstallCommand line = VirtInstallCommand.of(plan).orElseThrow();
    assertTrue(line.options().stream().allMatch(option -> !option.words().isEmpty()));
    String joined =
        String.join(
            " ",
            line.lines().stream()
                .map(shown -> shown.text().replaceAll(" \\\\$", "").strip())
                .toList());
    assertEquals(line.command().shellLine(), joined);
    assertTrue(Stream.of("--disk", "--memory").allMatch(joined::contains));
  }
}
