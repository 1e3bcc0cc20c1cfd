package org.vitrine.bridge.system;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertNotEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;
import java.util.List;
import java.util.UUID;
import java.util.stream.Stream;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.vitrine.bridge.testing.NeedsSessionDaemon;
import org.vitrine.bridge.testing.OpenHosts;
import org.vitrine.bridge.testing.PlanBuilder;
import org.vitrine.bridge.testing.SessionDaemon;
import org.vitrine.bridge.xml.PlanXml;
import org.vitrine.model.explain.CreateCommands;
import org.vitrine.model.plan.Boot;
import org.vitrine.model.plan.DiskPlan.Allocation;
import org.vitrine.model.plan.DiskPlan.Bus;
import org.vitrine.model.plan.DiskPlan.Content;
import org.vitrine.model.plan.DiskPlan.Format;
import org.vitrine.model.plan.DiskPlan.Place;
import org.vitrine.model.plan.NewMachinePlan;
import org.vitrine.model.plan.NicPlan;
import org.vitrine.model.plan.Setup;
import org.vitrine.model.unit.ByteSize;

/** The script that is shown for a new machine makes that machine, on a clean host. */
@NeedsSessionDaemon
class ShownCreationTest {

  private static SessionDaemon daemon;
  private Path folder = Path.of("");

  @BeforeAll
  static void start() throws Exception {
    daemon = SessionDaemon.start();
  }

  @AfterAll
  static void stop() throws Exception {
    daemon.close();
  }

  @BeforeEach
  void makeFolder() throws Exception {
    folder = Files.createTempDirectory("it's & $HOME ");
  }

  @AfterEach
  void removeFolder() throws Exception {
    for (String name : daemon.virsh("list", "--all", "--name").lines().toList()) {
      if (!name.isBlank()) {
        daemon.virsh("undefine", "--nvram", "--", name);
      }
    }
    try (Stream<Path> files = Files.walk(folder)) {
      files.sorted((a, b) -> b.compareTo(a)).forEach(file -> file.toFile().delete());
    }
  }

  private PlanBuilder plan() throws Exception {
    return new PlanBuilder()
        .host(OpenHosts.address(daemon.uri()))
        .uuid(UUID.randomUUID())
        .named("it's $(touch x); \"so\"");
  }

  private static String run(String script) throws Exception {
    Process shell = new ProcessBuilder("sh", "-s").redirectErrorStream(true).start();
    shell.getOutputStream().write(script.getBytes(StandardCharsets.UTF_8));
    shell.getOutputStream().close();
    String said = new String(shell.getInputStream().readAllBytes(), StandardCharsets.UTF_8);
    assertEquals(0, shell.waitFor(), () -> said + "\n" + script);
    return said;
  }

  private static String dump(String name) throws Exception {
    return daemon.virsh("dumpxml", "--inactive", "--", name);
  }

  /** Makes it by the script, then by the definition itself, and compares the two. */
  private void makesTheSame(NewMachinePlan plan) throws Exception {
    run(CreateCommands.script(plan, new PlanXml(), false));
    String typed = dump(plan.name());
    daemon.virsh("undefine", "--nvram", "--", plan.name());
    daemon.give("define", new PlanXml().firstStart(plan));
    assertEquals(dump(plan.name()), typed);
  }

  private String image(String name) {
    return folder.resolve(name).toString();
  }

  private static String info(String path) throws Exception {
    Process tool = new ProcessBuilder("qemu-img", "info", path).redirectErrorStream(true).start();
    return new String(tool.getInputStream().readAllBytes(), StandardCharsets.UTF_8);
  }

  @Test
  void scriptMakesEveryKindOfDisk() throws Exception {
    NewMachinePlan first =
        plan().disk(image("base, odd.raw"), Format.RAW, Bus.VIRTIO).named("base").plan();
    run(CreateCommands.script(first, new PlanXml(), false));
    String base = image("base, odd.raw");
    makesTheSame(
        plan()
            .titled("A & <b>", "END\nEND_1\n$HOME `id` ]]>\n  and so on")
            .disk(
                new Content.New(
                    new Place.File(image("deep/er/full.qcow2")),
                    Format.QCOW2,
                    Allocation.WRITTEN,
                    ByteSize.mib(4)),
                Bus.VIRTIO)
            .disk(
                new Content.New(
                    new Place.File(image("held.raw")),
                    Format.RAW,
                    Allocation.RESERVED,
                    ByteSize.mib(3)),
                Bus.VIRTIO)
            .disk(image("other.vmdk"), Format.VMDK, Bus.SATA)
            .disk(image("other.vdi"), Format.VDI, Bus.SATA)
            .disk(
                new Content.Overlay(
                    new Place.File(image("top.qcow2")), base, Format.RAW, ByteSize.ZERO),
                Bus.VIRTIO)
            .disk(
                new Content.Copy(
                    new Place.File(image("copy.qcow2")),
                    Format.QCOW2,
                    base,
                    Format.RAW,
                    ByteSize.gib(2)),
                Bus.VIRTIO)
            .disk(new Content.Existing(base, Format.RAW), Bus.SATA)
            .nic(new NicPlan.Link.User(List.of()), NicPlan.Model.VIRTIO)
            .plan());
    assertTrue(info(image("deep/er/full.qcow2")).contains("virtual size: 4 MiB"));
    assertEquals(3 << 20, Files.size(folder.resolve("held.raw")));
    assertTrue(info(image("other.vmdk")).contains("file format: vmdk"));
    assertTrue(info(image("other.vdi")).contains("file format: vdi"));
    assertTrue(info(image("top.qcow2")).contains("backing file: " + base));
    assertTrue(info(image("copy.qcow2")).contains("virtual size: 2 GiB"));
    assertFalse(Files.exists(Path.of("x")), "nothing in a name was run");
  }

  @Test
  void scriptMakesVolumesInAPool() throws Exception {
    Path place = daemon.file("marker", 0).resolveSibling("pool");
    daemon.virsh("pool-define-as", "p", "dir", "--target", place.toString());
    daemon.virsh("pool-build", "p");
    daemon.virsh("pool-start", "p");
    String path = place.resolve("v.qcow2").toString();
    makesTheSame(
        plan()
            .disk(
                new Content.New(
                    new Place.Volume("p", "v.qcow2", path),
                    Format.QCOW2,
                    Allocation.GROWING,
                    ByteSize.gib(3)),
                Bus.VIRTIO)
            .disk(
                new Content.Overlay(
                    new Place.Volume("p", "o.qcow2", place.resolve("o.qcow2").toString()),
                    path,
                    Format.QCOW2,
                    ByteSize.ZERO),
                Bus.VIRTIO)
            .plan());
    String told = daemon.virsh("vol-info", "--pool", "p", "v.qcow2", "--bytes");
    assertTrue(told.contains("3221225472"), told);
    assertTrue(Files.size(place.resolve("v.qcow2")) < ByteSize.mib(1).bytes(), "it grows");
    assertTrue(daemon.virsh("vol-dumpxml", "--pool", "p", "o.qcow2").contains(path));
    daemon.virsh("pool-destroy", "p");
    daemon.virsh("pool-undefine", "p");
  }

  @Test
  void scriptMakesTheMediaWithTheAnswers() throws Exception {
    Setup.AnswerFile end = new Setup.AnswerFile("user-data", "#cloud-config\nEND\n$(id) 'x'\n");
    Setup.AnswerFile open = new Setup.AnswerFile("meta-data", "no line's end");
    makesTheSame(
        plan()
            .setup(new Setup.Carrier.SeedCd(image("seed.iso"), "cidata", Bus.SATA), end, open)
            .plan());
    assertEquals(
        end.content(),
        tool(
            "xorriso",
            "-osirrox",
            "on",
            "-indev",
            image("seed.iso"),
            "-extract",
            "/user-data",
            image("out")));
    makesTheSame(
        plan()
            .named("floppy")
            .setup(new Setup.Carrier.Floppy(image("answers.img")), end, open)
            .plan());
    assertEquals(
        open.content(), tool("mcopy", "-i", image("answers.img"), "::/meta-data", image("out")));
    Files.writeString(folder.resolve("linux"), "kernel");
    Files.writeString(folder.resolve("initrd"), "initrd");
    makesTheSame(
        plan()
            .named("initrd")
            .kernel(new Boot.Kernel(image("linux"), image("initrd"), "a='b' c"), true)
            .setup(
                new Setup.Carrier.Initrd(image("initrd.answers"), image("initrd")),
                new Setup.AnswerFile("preseed.cfg", "d-i a\n"),
                new Setup.AnswerFile("etc/deep.cfg", "x\n"))
            .plan());
    for (String medium : List.of("seed.iso", "answers.img", "initrd.answers")) {
      assertEquals(
          "rw-------",
          PosixFilePermissions.toString(Files.getPosixFilePermissions(folder.resolve(medium))),
          medium);
    }
    byte[] made = Files.readAllBytes(folder.resolve("initrd.answers"));
    assertEquals("initrd", new String(made, 0, 6, StandardCharsets.UTF_8));
    String names =
        run(
            "tail -c +9 '"
                + image("initrd.answers").replace("'", "'\\''")
                + "' | gzip -d | cpio -t");
    assertTrue(names.contains("preseed.cfg") && names.contains("etc/deep.cfg"), names);
    assertEquals("initrd", Files.readString(folder.resolve("initrd")), "the original stays");
    try (Stream<Path> left = Files.list(folder)) {
      assertTrue(left.noneMatch(file -> file.toString().endsWith(".files")));
    }
  }

  private String tool(String... words) throws Exception {
    Files.deleteIfExists(folder.resolve("out"));
    Process tool = new ProcessBuilder(words).redirectErrorStream(true).start();
    tool.getInputStream().readAllBytes();
    assertEquals(0, tool.waitFor());
    return Files.readString(folder.resolve("out"));
  }

  @Test
  void scriptWritesOverNothing() throws Exception {
    Files.writeString(folder.resolve("mine.qcow2"), "precious");
    NewMachinePlan plan = plan().disk(image("mine.qcow2"), Format.QCOW2, Bus.VIRTIO).plan();
    Process shell = new ProcessBuilder("sh", "-s").redirectErrorStream(true).start();
    shell
        .getOutputStream()
        .write(CreateCommands.script(plan, new PlanXml(), false).getBytes(StandardCharsets.UTF_8));
    shell.getOutputStream().close();
    shell.getInputStream().readAllBytes();
    assertNotEquals(0, shell.waitFor());
    assertEquals("precious", Files.readString(folder.resolve("mine.qcow2")));
    assertEquals("", daemon.virsh("list", "--all", "--name"));
  }
}
