package org.vitrine.bridge.answer;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.TimeUnit;
import java.util.stream.Stream;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.vitrine.bridge.media.AnswerMedia;
import org.vitrine.bridge.os.OsinfoCatalogue;
import org.vitrine.bridge.os.OsinfoFolders;
import org.vitrine.bridge.testing.NeedsSessionDaemon;
import org.vitrine.bridge.testing.TinyGuest;
import org.vitrine.model.answer.AnswerSet;
import org.vitrine.model.answer.AnswerWay;
import org.vitrine.model.answer.Answers;
import org.vitrine.model.answer.Secret;
import org.vitrine.model.os.MediaReading;
import org.vitrine.model.os.OperatingSystem;
import org.vitrine.model.plan.DiskPlan;
import org.vitrine.model.plan.Setup;
import org.vitrine.model.port.AnswerWriter;
import org.vitrine.model.unit.ByteSize;

/** Real systems in the emulator read what was written for them. */
@NeedsSessionDaemon
class GuestReadsAnswersTest {

  private static final String PASSWORD = "t0p:secret $word";
  private static final String DEBIAN = "debian-installer-12-netboot-amd64";
  private static final Duration PATIENCE = Duration.ofMinutes(4);

  /** One start in two hundred hangs in the emulator; a second one has not been seen to. */
  private static final int TRIES = 2;

  @TempDir private Path temp;

  private final OsinfoAnswers writer =
      new OsinfoAnswers(
          OsinfoFolders.of(System.getenv(), Path.of("/")),
          new SystemAnswers(Path.of("/etc"), Map.of(), "ada"));

  private static Answers answers() {
    return new Answers(
        "Ada Lovelace",
        "ada",
        Secret.of(PASSWORD),
        new Answers.Administrator.UserOnly(),
        "difference-engine",
        "en_GB",
        "gb",
        "Europe/London",
        List.of("vim"),
        List.of(),
        "",
        List.of());
  }

  private static MediaReading medium(MediaReading.Kind kind) {
    return new MediaReading(
        "/x",
        kind,
        Optional.empty(),
        true,
        false,
        "",
        ByteSize.ZERO,
        "",
        "",
        Optional.of(new MediaReading.KernelOnMedia("/linux", "/initrd.gz")),
        List.of());
  }

  private AnswerSet written(Optional<OperatingSystem> os, MediaReading.Kind kind) throws Exception {
    AnswerWay way = writer.ways(os, medium(kind)).getFirst();
    return writer.write(
        way,
        new AnswerWriter.Target(os, medium(kind), DiskPlan.Bus.VIRTIO, false, "machine-1"),
        answers());
  }

  private static List<String> emulator(String memory, Path kernel, Path initrd, String words) {
    return new ArrayList<>(
        List.of(
            "qemu-system-x86_64",
            "-accel",
            "tcg",
            "-m",
            memory,
            "-display",
            "none",
            "-nodefaults",
            "-no-user-config",
            "-no-reboot",
            "-kernel",
            kernel.toString(),
            "-initrd",
            initrd.toString(),
            "-append",
            words));
  }

  /** What the guest says on its serial line until it says all of that. */
  private String said(List<String> command, String... awaited) throws Exception {
    String said = "";
    for (int i = 0; i < TRIES; i++) {
      said = once(command, awaited);
      if (Stream.of(awaited).allMatch(said::contains)) {
        return said;
      }
    }
    return said;
  }

  private String once(List<String> command, String... awaited) throws Exception {
    Path serial = Files.createTempFile(temp, "serial", ".log");
    List<String> whole = new ArrayList<>(command);
    whole.addAll(List.of("-serial", "file:" + serial));
    Process guest =
        new ProcessBuilder(whole)
            .redirectErrorStream(true)
            .redirectOutput(temp.resolve("emulator.log").toFile())
            .start();
    try {
      Instant end = Instant.now().plus(PATIENCE);
      while (Instant.now().isBefore(end) && guest.isAlive()) {
        String said = text(serial);
        if (Stream.of(awaited).allMatch(said::contains)) {
          assertNoProcessShows(PASSWORD);
          return said;
        }
        guest.waitFor(300, TimeUnit.MILLISECONDS);
      }
      return text(serial) + text(temp.resolve("emulator.log"));
    } finally {
      guest.destroyForcibly();
      guest.waitFor(20, TimeUnit.SECONDS);
    }
  }

  private static String text(Path file) throws IOException {
    return Files.exists(file)
        ? new String(Files.readAllBytes(file), StandardCharsets.ISO_8859_1)
        : "";
  }

  private static void assertNoProcessShows(String secret) throws IOException {
    try (Stream<Path> processes = Files.list(Path.of("/proc"))) {
      for (Path process : processes.toList()) {
        if (process.getFileName().toString().matches("\\d+")) {
          try {
            assertFalse(
                new String(Files.readAllBytes(process.resolve("cmdline")), StandardCharsets.UTF_8)
                    .contains(secret),
                process.toString());
          } catch (IOException ended) {
            // it went away meanwhile
          }
        }
      }
    }
  }

  @Test
  void guestReadsItsCdAndItsFloppy() throws Exception {
    AnswerSet cloud = written(Optional.empty(), MediaReading.Kind.CLOUD_IMAGE);
    Path iso = temp.resolve("seed.iso");
    new AnswerMedia().make(cloud.setup(iso.toString(), ""), iso.toString());
    Path floppy = temp.resolve("answers.img");
    new AnswerMedia()
        .make(
            new Setup.Automatic(
                new Setup.Carrier.Floppy(floppy.toString()),
                List.of(new Setup.AnswerFile("autounattend.xml", "<unattend>on a floppy\n"))),
            floppy.toString());
    Path media = TinyGuest.media();
    List<String> command =
        emulator("256", media.resolve("vmlinux"), media.resolve("initrd"), "console=ttyS0 quiet");
    command.addAll(
        List.of(
            "-drive", "file=" + iso + ",if=ide,media=cdrom,format=raw,readonly=on",
            "-drive", "file=" + floppy + ",if=floppy,format=raw,readonly=on"));
    String said = said(command, "sample: ready");
    assertTrue(
        said.contains("answers on cidata: user-data: hostname: \"difference-engine\""), said);
    assertTrue(said.contains("answers on cidata: meta-data: instance-id: \"machine-1\""), said);
    assertTrue(said.contains("answers on floppy: autounattend.xml: <unattend>on a floppy"), said);
  }

  /** The installer of Debian 12 reads the injected file before it asks anything. */
  @Tag("slow")
  @Test
  void debiansInstallerReadsTheInjectedAnswers() throws Exception {
    Path installer = installer();
    OperatingSystem debian =
        OsinfoCatalogue.ofThisComputer()
            .find("debian12")
            .or(() -> OsinfoCatalogue.ofThisComputer().find("debian11"))
            .orElseThrow();
    AnswerSet set = written(Optional.of(debian), MediaReading.Kind.ISO);
    assertEquals(AnswerWay.Carried.INITRD, set.way().carried());
    Setup.AnswerFile generated = set.files().getFirst();
    // what the user adds by hand is read like the rest
    AnswerSet edited =
        set.withFile(
            new Setup.AnswerFile(
                generated.name(),
                generated.content()
                    + "d-i preseed/early_command string echo answers-read"
                    + " $(debconf-get netcfg/get_hostname) $(debconf-get passwd/username)"
                    + " $(debconf-get time/zone) > /dev/ttyS0\n"));
    Path initrd = temp.resolve("initrd.gz");
    new AnswerMedia()
        .make(
            edited.setup(initrd.toString(), installer.resolve("initrd.gz").toString()),
            initrd.toString());
    String said =
        said(
            emulator(
                "768",
                installer.resolve("linux"),
                initrd,
                edited.kernelArguments() + " auto=true console=ttyS0"),
            "answers-read");
    assertTrue(said.contains("answers-read difference-engine ada Europe/London"), said);
  }

  /** Its kernel and first file system, out of Debian's own package, kept for the next time. */
  private static Path installer() throws IOException, InterruptedException {
    Path cache =
        Path.of(
            System.getenv()
                .getOrDefault("XDG_CACHE_HOME", System.getProperty("user.home") + "/.cache"),
            "vitrine-test");
    Path kept = cache.resolve(DEBIAN);
    Path files = Path.of("usr/lib/debian-installer/images/12/amd64/text/debian-installer/amd64");
    if (!Files.exists(kept.resolve(files))) {
      Files.createDirectories(cache);
      Path part = Files.createTempDirectory(cache, "installer");
      run(part, "apt-get", "download", "-q", DEBIAN);
      try (Stream<Path> found = Files.list(part)) {
        Path archive =
            found.filter(file -> file.toString().endsWith(".deb")).findFirst().orElseThrow();
        run(part, "dpkg-deb", "-x", archive.toString(), ".");
        Files.delete(archive);
      }
      Files.move(part, kept);
    }
    return kept.resolve(files);
  }

  private static void run(Path folder, String... command) throws IOException, InterruptedException {
    Process process =
        new ProcessBuilder(command).directory(folder.toFile()).redirectErrorStream(true).start();
    process.getOutputStream().close();
    String said = new String(process.getInputStream().readAllBytes(), StandardCharsets.UTF_8);
    assertTrue(process.waitFor(2, TimeUnit.MINUTES));
    assertEquals(0, process.exitValue(), said);
  }
}
