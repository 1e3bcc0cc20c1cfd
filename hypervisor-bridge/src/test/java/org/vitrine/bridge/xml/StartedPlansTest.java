package org.vitrine.bridge.xml;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.net.Socket;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.UUID;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;
import org.vitrine.bridge.testing.NeedsSessionDaemon;
import org.vitrine.bridge.testing.PlanBuilder;
import org.vitrine.bridge.testing.SessionDaemon;
import org.vitrine.model.plan.Boot;
import org.vitrine.model.plan.DiskPlan.Bus;
import org.vitrine.model.plan.DiskPlan.Content;
import org.vitrine.model.plan.DiskPlan.Format;
import org.vitrine.model.plan.DisplayPlan.Graphics;
import org.vitrine.model.plan.DisplayPlan.Video;
import org.vitrine.model.plan.Extras;
import org.vitrine.model.plan.NewMachinePlan;
import org.vitrine.model.plan.NicPlan.Forward;
import org.vitrine.model.plan.NicPlan.Link;
import org.vitrine.model.plan.NicPlan.Model;
import org.vitrine.model.plan.NicPlan.Protocol;
import org.vitrine.model.plan.Platform.Cpu;
import org.vitrine.model.plan.Platform.Firmware;
import org.vitrine.model.plan.Setup;

/** A definition that libvirt takes may still be none that QEMU starts: the ones most at risk. */
@NeedsSessionDaemon
class StartedPlansTest {

  private static SessionDaemon daemon;

  @BeforeAll
  static void start() throws Exception {
    daemon = SessionDaemon.start();
  }

  @AfterAll
  static void stop() throws Exception {
    daemon.close();
  }

  private static Content file(String name) throws Exception {
    return new Content.Existing(daemon.file(name, 1 << 20).toString(), Format.RAW);
  }

  private static PlanBuilder plan() {
    return new PlanBuilder().uuid(UUID.randomUUID());
  }

  /** Starts it as it starts first, and hands over what runs. */
  private static void starts(NewMachinePlan plan, Check check) throws Exception {
    daemon.give("define", new PlanXml().firstStart(plan));
    String uuid = plan.uuid().toString();
    try {
      daemon.virsh("start", uuid);
      check.on(daemon.virsh("dumpxml", uuid));
      daemon.virsh("destroy", uuid);
    } finally {
      daemon.virsh("undefine", "--nvram", uuid);
    }
  }

  private interface Check {
    void on(String live) throws Exception;
  }

  @Test
  void everyBusAndDriveStarts() throws Exception {
    starts(
        plan()
            .disk(file("a.raw"), Bus.VIRTIO)
            .disk(file("b.raw"), Bus.SCSI)
            .disk(file("c.raw"), Bus.SATA)
            .disk(file("d.raw"), Bus.USB)
            .cd("", Bus.SATA)
            .floppy(daemon.file("f.img", 1_474_560).toString())
            .setup(
                new Setup.Carrier.SeedCd(
                    daemon.file("seed.iso", 1 << 20).toString(), "cidata", Bus.SCSI))
            .plan(),
        live -> assertTrue(live.contains("seed.iso")));
  }

  @Test
  void olderMachineStarts() throws Exception {
    starts(
        plan()
            .machine("pc")
            .disk(file("old.raw"), Bus.IDE)
            .cd("", Bus.IDE)
            .nic(new Link.User(List.of()), Model.NE2K_PCI)
            .nic(new Link.User(List.of()), Model.PCNET)
            .nic(new Link.User(List.of()), Model.RTL8139, false)
            .display(Graphics.VNC_LOOPBACK, Video.CIRRUS)
            .extras(new Extras(false, false, true, false, false, Extras.Sound.ICH6))
            .plan(),
        live -> assertTrue(live.contains("listen='127.0.0.1'")));
  }

  @ParameterizedTest
  @EnumSource(names = {"UEFI", "UEFI_SECURE"})
  void firmwareIsTheOneThatWasSaid(Firmware firmware) throws Exception {
    starts(
        plan().firmware(firmware, firmware == Firmware.UEFI_SECURE).cpu(Cpu.MAXIMUM).plan(),
        live ->
            assertEquals(
                firmware == Firmware.UEFI_SECURE,
                live.contains("secure='yes'") && live.contains(".ms.fd"),
                live));
  }

  @ParameterizedTest
  @EnumSource(
      value = Video.class,
      names = {"NONE", "RAMFB"},
      mode = EnumSource.Mode.EXCLUDE)
  void screenIsOnlyReachedThroughItsSocket(Video video) throws Exception {
    starts(
        plan().display(Graphics.VNC_PRIVATE, video).plan(),
        live -> {
          assertTrue(live.contains("<listen type='socket' socket="), live);
          assertFalse(live.contains("listen='127.0.0.1'"), live);
        });
  }

  @Test
  void forwardedPortLeadsIntoTheMachine() throws Exception {
    for (String machine : List.of("q35", "pc")) {
      int port = freePort();
      starts(
          plan()
              .machine(machine)
              .nic(new Link.User(List.of()), Model.VIRTIO)
              .nic(
                  new Link.User(List.of(new Forward(Protocol.TCP, "127.0.0.1", port, 80))),
                  machine.equals("pc") ? Model.E1000 : Model.VIRTIO)
              .boot(Boot.Source.NETWORK)
              .plan(),
          live -> {
            // nobody answers inside; that the emulator takes the call shows that it listens
            try (Socket call = new Socket(InetAddress.getLoopbackAddress(), port)) {
              assertTrue(call.isConnected());
            }
          });
    }
  }

  private static int freePort() throws IOException {
    try (ServerSocket socket = new ServerSocket(0)) {
      return socket.getLocalPort();
    }
  }

  @Test
  void sparePortTakesADeviceLater() throws Exception {
    NewMachinePlan plan = plan().disk(file("root.raw"), Bus.VIRTIO).plan();
    Path extra = daemon.file("extra.raw", 1 << 20);
    starts(
        plan,
        live -> {
          String uuid = plan.uuid().toString();
          daemon.virsh("attach-disk", uuid, extra.toString(), "vdb", "--live");
          assertTrue(daemon.virsh("domblklist", uuid).contains("vdb"));
        });
  }

  /** What an installer does at its end: in the first start the machine goes off then. */
  @Test
  void guestThatRestartsGoesOffInItsFirstStartOnly() throws Exception {
    Path kernel = daemon.file("kernel", 0);
    Files.write(kernel, restartingKernel());
    Boot.Kernel restarts = new Boot.Kernel(kernel.toString(), "", "");
    NewMachinePlan once = plan().kernel(restarts, true).plan();
    starts(
        once,
        live -> {
          String uuid = once.uuid().toString();
          for (int i = 0; i < 200 && !daemon.virsh("domstate", uuid).equals("shut off"); i++) {
            Thread.sleep(50);
          }
          assertEquals("shut off", daemon.virsh("domstate", uuid));
          daemon.give("define", new PlanXml().machine(once));
          daemon.virsh("start", uuid);
          assertFalse(daemon.virsh("dumpxml", uuid).contains(kernel.toString()), "the disk's turn");
        });
    NewMachinePlan always = plan().named("again").kernel(restarts, false).plan();
    starts(
        always,
        live -> {
          Thread.sleep(2000);
          assertEquals("running", daemon.virsh("domstate", always.uuid().toString()));
        });
  }

  /** A kernel of the oldest kind, whose first instructions have the keyboard reset the computer. */
  private static byte[] restartingKernel() {
    byte[] kernel = new byte[16 * 1024];
    int setupSectorsAt = 0x1f1;
    kernel[setupSectorsAt] = 4;
    byte[] code = {(byte) 0xb0, (byte) 0xfe, (byte) 0xe6, 0x64, (byte) 0xf4};
    System.arraycopy(code, 0, kernel, 512, code.length);
    return kernel;
  }
}
