package org.vitrine.bridge.system;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.net.ServerSocket;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.UUID;
import java.util.concurrent.TimeUnit;
import java.util.regex.Pattern;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.vitrine.bridge.image.QemuImg;
import org.vitrine.bridge.media.AnswerMedia;
import org.vitrine.bridge.testing.GuestShell;
import org.vitrine.bridge.testing.NeedsSessionDaemon;
import org.vitrine.bridge.testing.OpenHosts;
import org.vitrine.bridge.testing.PlanBuilder;
import org.vitrine.bridge.testing.SessionDaemon;
import org.vitrine.bridge.testing.TinyGuest;
import org.vitrine.bridge.testing.WatchedHost;
import org.vitrine.bridge.work.MachineMaker;
import org.vitrine.bridge.xml.PlanXml;
import org.vitrine.model.operation.Report;
import org.vitrine.model.plan.Boot;
import org.vitrine.model.plan.DiskPlan;
import org.vitrine.model.plan.NewMachinePlan;
import org.vitrine.model.plan.NicPlan;
import org.vitrine.model.plan.Platform;
import org.vitrine.model.plan.Setup;
import org.vitrine.model.port.BlockingGuard;
import org.vitrine.model.port.MediaMaker;
import org.vitrine.model.problem.Cause;
import org.vitrine.model.problem.Problem;
import org.vitrine.model.problem.ProblemException;
import org.vitrine.model.unit.ByteSize;

/** Machines as plans make them, with a real guest on them: one user's own host. */
@NeedsSessionDaemon
@Tag("slow")
class MadeMachinesTest {

  private static SessionDaemon daemon;
  private static Path images;
  private static Path media;

  @TempDir Path state;

  @BeforeAll
  static void start() throws Exception {
    daemon = SessionDaemon.start();
    images = daemon.folder("images");
    media = daemon.folder("media");
    for (String file : List.of("sample.iso", "sample.qcow2")) {
      // a copy where the daemon's user may read it
      Files.copy(TinyGuest.media().resolve(file), media.resolve(file));
      daemon.own(media.resolve(file));
    }
  }

  @AfterAll
  static void stop() throws Exception {
    daemon.close();
  }

  private static MediaMaker answers() {
    return (setup, path) -> {
      new AnswerMedia().make(setup, path);
      try {
        daemon.own(Path.of(path));
      } catch (IOException | InterruptedException failure) {
        throw new ProblemException(Problem.of(Cause.FILES_NOT_WRITABLE, path), failure);
      }
    };
  }

  private void make(WatchedHost host, NewMachinePlan plan) throws Exception {
    new MachineMaker(
            new PlanXml(),
            new QemuImg(daemon.asUser("qemu-img"), BlockingGuard.NONE),
            answers(),
            state)
        .make(host.link(), plan, true, Report.NOBODY)
        .machine()
        .get(60, TimeUnit.SECONDS);
  }

  private static int freePort() throws IOException {
    try (ServerSocket socket = new ServerSocket(0)) {
      return socket.getLocalPort();
    }
  }

  @Test
  void installedFromItsCdItStartsFromItsDiskAndIsReachedFromOutside() throws Exception {
    Path floppy = images.resolve("answers.img");
    answers()
        .make(
            new Setup.Automatic(
                new Setup.Carrier.Floppy(floppy.toString()),
                List.of(new Setup.AnswerFile("answers.txt", "from the floppy\n"))),
            floppy.toString());
    int port = freePort();
    NewMachinePlan plan =
        new PlanBuilder()
            .host(OpenHosts.address(daemon.uri()))
            .uuid(UUID.randomUUID())
            .named("web")
            .disk(
                images.resolve("web.qcow2").toString(), DiskPlan.Format.QCOW2, DiskPlan.Bus.VIRTIO)
            .cd(media.resolve("sample.iso").toString(), DiskPlan.Bus.SATA)
            .floppy(floppy.toString())
            .boot(Boot.Source.DISK, Boot.Source.CD)
            .nic(
                new NicPlan.Link.User(
                    List.of(new NicPlan.Forward(NicPlan.Protocol.TCP, "127.0.0.1", port, 80))),
                NicPlan.Model.VIRTIO)
            .setup(
                new Setup.Carrier.SeedCd(
                    images.resolve("web-seed.iso").toString(), "cidata", DiskPlan.Bus.SATA),
                new Setup.AnswerFile("meta-data", "instance-id: web\n"),
                new Setup.AnswerFile("user-data", "#cloud-config\nhostname: from-the-seed\n"))
            .plan();
    try (WatchedHost host = new WatchedHost(daemon.uri())) {
      make(host, plan);
      GuestShell guest = new GuestShell(daemon::virsh, "web").awaitUp();

      assertEquals("rootfs", guest.run("awk '$2 == \"/\" {print $3}' /proc/mounts | head -n 1"));
      assertEquals(
          "from the floppy",
          guest.run(
              "mkdir -p /tmp/f && mount -t vfat -o ro /dev/fd0 /tmp/f && cat /tmp/f/answers.txt"));
      String seed =
          guest.run(
              "for d in /dev/sr0 /dev/sr1; do mkdir -p /tmp/s;"
                  + " mount -t iso9660 -o ro $d /tmp/s && cat /tmp/s/user-data; umount /tmp/s; done");
      assertTrue(seed.contains("hostname: from-the-seed"), seed);
      assertEquals(200, get(port));

      String installed = guest.run("install-sample");
      assertTrue(installed.contains("installed to /dev/vda"), installed);
      daemon.virsh("reset", "web");
      Thread.sleep(1000);
      guest.awaitUp();
      guest.await("awk '$2 == \"/\" {print $3}' /proc/mounts", Pattern.compile("ext4"));
      assertEquals(200, get(port), "the port still leads in");
      daemon.virsh("destroy", "web");
    }
  }

  private static int get(int port) throws Exception {
    try (HttpClient client =
        HttpClient.newBuilder().connectTimeout(Duration.ofSeconds(10)).build()) {
      HttpResponse<String> answer =
          client.send(
              HttpRequest.newBuilder(URI.create("http://127.0.0.1:" + port + "/"))
                  .timeout(Duration.ofSeconds(20))
                  .build(),
              HttpResponse.BodyHandlers.ofString());
      assertTrue(answer.body().contains("sample machine"), answer.body());
      return answer.statusCode();
    }
  }

  @Test
  void uefiStartsACopyOfAnImage() throws Exception {
    NewMachinePlan plan =
        new PlanBuilder()
            .host(OpenHosts.address(daemon.uri()))
            .uuid(UUID.randomUUID())
            .named("uefi")
            .firmware(Platform.Firmware.UEFI, false)
            .disk(
                new DiskPlan.Content.Copy(
                    new DiskPlan.Place.File(images.resolve("uefi.qcow2").toString()),
                    DiskPlan.Format.QCOW2,
                    media.resolve("sample.qcow2").toString(),
                    DiskPlan.Format.QCOW2,
                    ByteSize.ZERO),
                DiskPlan.Bus.VIRTIO)
            .boot(Boot.Source.DISK)
            .nic(new NicPlan.Link.User(List.of()), NicPlan.Model.E1000E)
            .plan();
    try (WatchedHost host = new WatchedHost(daemon.uri())) {
      make(host, plan);
      GuestShell guest = new GuestShell(daemon::virsh, "uefi").awaitUp();
      assertEquals("yes", guest.run("test -d /sys/firmware/efi && echo yes"));
      guest.await("ip -4 addr show eth0", Pattern.compile("10\\.0\\.2\\.15"));
      daemon.virsh("destroy", "uefi");
    }
  }
}
