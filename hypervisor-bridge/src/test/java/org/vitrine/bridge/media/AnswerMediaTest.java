package org.vitrine.bridge.media;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Random;
import java.util.concurrent.TimeUnit;
import java.util.zip.GZIPInputStream;
import java.util.zip.GZIPOutputStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.vitrine.model.plan.DiskPlan;
import org.vitrine.model.plan.Setup;
import org.vitrine.model.problem.Cause;
import org.vitrine.model.problem.ProblemException;

/** The media are read back by the programs that everybody uses. */
class AnswerMediaTest {

  private static final String UMLAUTS = "größe: ключ 密\n";

  @TempDir private Path temp;

  private final AnswerMedia media = new AnswerMedia();

  private static List<Setup.AnswerFile> files() {
    List<Setup.AnswerFile> files = new ArrayList<>();
    files.add(new Setup.AnswerFile("user-data", "#cloud-config\n" + UMLAUTS));
    files.add(new Setup.AnswerFile("meta-data", ""));
    files.add(new Setup.AnswerFile("user-data-of-the-same-beginning.yaml", "2"));
    files.add(new Setup.AnswerFile("AUTOEXEC.BAT", "3"));
    files.add(new Setup.AnswerFile("autounattend.xml", "x".repeat(70_000)));
    for (int i = 0; i < 20; i++) {
      files.add(new Setup.AnswerFile("a-rather-long-name-of-a-file-number-" + i + ".txt", "n" + i));
    }
    return files;
  }

  private static Setup.Automatic on(Setup.Carrier carrier) {
    return new Setup.Automatic(carrier, files());
  }

  private Path made(Setup.Carrier carrier) throws ProblemException {
    media.make(on(carrier), carrier.path());
    return Path.of(carrier.path());
  }

  private Path iso(String label) throws ProblemException {
    String path = temp.resolve("seed.iso").toString();
    return made(new Setup.Carrier.SeedCd(path, label, DiskPlan.Bus.SCSI));
  }

  private Path floppy() throws ProblemException {
    return made(new Setup.Carrier.Floppy(temp.resolve("floppy.img").toString()));
  }

  private static byte[] run(Path folder, String... command) throws Exception {
    Process process = new ProcessBuilder(command).directory(folder.toFile()).start();
    process.getOutputStream().close();
    byte[] out = process.getInputStream().readAllBytes();
    String err = new String(process.getErrorStream().readAllBytes(), StandardCharsets.UTF_8);
    assertTrue(process.waitFor(30, TimeUnit.SECONDS));
    assertEquals(0, process.exitValue(), String.join(" ", command) + "\n" + err);
    return out;
  }

  private static String text(byte[] bytes) {
    return new String(bytes, StandardCharsets.UTF_8);
  }

  @ParameterizedTest
  @ValueSource(strings = {"any", "norock", "ecma119"})
  void everyFileOfTheCdIsReadBack(String names) throws Exception {
    Path iso = iso("cidata");
    Path out = temp.resolve("out");
    List<String> command =
        new ArrayList<>(List.of("xorriso", "-no_rc", "-abort_on", "WARNING", "-read_fs"));
    command.add(names);
    command.addAll(
        List.of("-indev", iso.toString(), "-osirrox", "on", "-extract", "/", out.toString()));
    run(temp, command.toArray(String[]::new));
    try (var stream = Files.list(out)) {
      assertEquals(files().size(), stream.count());
    }
    if (!names.equals("ecma119")) {
      for (Setup.AnswerFile file : files()) {
        assertEquals(file.content(), Files.readString(out.resolve(file.name())), file.name());
      }
    }
  }

  @Test
  void cdHasItsLabelAndIsTakenForAnIso() throws Exception {
    Path iso = iso("cidata");
    assertEquals(
        "cidata",
        text(run(temp, "blkid", "-p", "-s", "LABEL", "-o", "value", iso.toString())).strip());
    assertEquals(
        "iso9660",
        text(run(temp, "blkid", "-p", "-s", "TYPE", "-o", "value", iso.toString())).strip());
  }

  @Test
  void everyFileOfTheFloppyIsReadBack() throws Exception {
    Path image = floppy();
    assertEquals(1440 * 1024, Files.size(image));
    for (Setup.AnswerFile file : files()) {
      assertEquals(
          file.content(),
          text(run(temp, "mtype", "-i", image.toString(), "::" + file.name())),
          file.name());
    }
    String list = text(run(temp, "mdir", "-b", "-i", image.toString(), "::"));
    assertEquals(files().size(), list.lines().filter(line -> !line.isBlank()).count(), list);
    assertTrue(text(run(temp, "mlabel", "-s", "-i", image.toString(), "::")).contains("ANSWERS"));
  }

  @Test
  void injectedFilesComeAfterTheInstallersOwn() throws Exception {
    // of a length that is no multiple of four, as a compressed archive's mostly is
    Path original = temp.resolve("initrd.gz");
    Path tree = Files.createDirectories(temp.resolve("tree"));
    Files.writeString(tree.resolve("init"), "#!/bin/sh\n");
    byte[] packed = run(tree, "sh", "-c", "echo init | cpio -o -H newc --quiet");
    ByteArrayOutputStream zipped = new ByteArrayOutputStream();
    try (GZIPOutputStream zip = new GZIPOutputStream(zipped)) {
      zip.write(packed);
    }
    while (zipped.size() % 4 != 1) {
      zipped.write(0);
    }
    Files.write(original, zipped.toByteArray());
    Path image =
        made(new Setup.Carrier.Initrd(temp.resolve("copy").toString(), original.toString()));
    byte[] whole = Files.readAllBytes(image);
    int length = zipped.size();
    assertArrayEquals(zipped.toByteArray(), Arrays.copyOf(whole, length));
    byte[] added = Arrays.copyOfRange(whole, (length + 3) / 4 * 4, whole.length);
    Path archive = temp.resolve("added.cpio");
    Files.write(archive, new GZIPInputStream(new ByteArrayInputStream(added)).readAllBytes());
    Path out = Files.createDirectories(temp.resolve("unpacked"));
    run(out, "cpio", "-i", "--quiet", "--no-absolute-filenames", "-F", archive.toString());
    for (Setup.AnswerFile file : files()) {
      assertEquals(file.content(), Files.readString(out.resolve(file.name())), file.name());
      assertEquals(
          "rw-------",
          PosixFilePermissions.toString(Files.getPosixFilePermissions(out.resolve(file.name()))));
    }
  }

  @Test
  void mediaArePrivateFromTheirFirstMomentAndTheSameEachTime() throws Exception {
    byte[] first = Files.readAllBytes(iso("OEMDRV"));
    assertEquals(
        "rw-------",
        PosixFilePermissions.toString(Files.getPosixFilePermissions(temp.resolve("seed.iso"))));
    Files.delete(temp.resolve("seed.iso"));
    assertArrayEquals(first, Files.readAllBytes(iso("OEMDRV")));
    byte[] disk = Files.readAllBytes(floppy());
    Files.delete(temp.resolve("floppy.img"));
    assertArrayEquals(disk, Files.readAllBytes(floppy()));
  }

  @Test
  void fileThatIsThereStaysAsItIs() throws Exception {
    Path there = temp.resolve("seed.iso");
    Files.writeString(there, "mine");
    ProblemException refused = assertThrows(ProblemException.class, () -> iso("cidata"));
    assertEquals(Cause.ALREADY_EXISTS, refused.problem().cause());
    assertEquals("mine", Files.readString(there));
    Path target = temp.resolve("target");
    Files.createSymbolicLink(temp.resolve("floppy.img"), target);
    assertEquals(
        Cause.ALREADY_EXISTS, assertThrows(ProblemException.class, this::floppy).problem().cause());
    assertFalse(Files.exists(target));
  }

  @ParameterizedTest
  @ValueSource(strings = {"../x", "a/b", "", ".hidden", "a\nb", "TRAILER!!!", "ü"})
  void nameThatReachesOutOfTheMediumIsRefused(String name) {
    Setup.Automatic setup =
        new Setup.Automatic(
            new Setup.Carrier.SeedCd(temp.resolve("x").toString(), "cidata", DiskPlan.Bus.SCSI),
            List.of(new Setup.AnswerFile(name, "x")));
    ProblemException refused =
        assertThrows(ProblemException.class, () -> media.make(setup, temp.resolve("x").toString()));
    assertEquals(Cause.ARGUMENT_REFUSED, refused.problem().cause());
    assertFalse(Files.exists(temp.resolve("x")));
  }

  @Test
  void whatDoesNotFitOnAFloppyIsRefusedBeforeAnythingIsWritten() {
    Path path = temp.resolve("floppy.img");
    Setup.Automatic setup =
        new Setup.Automatic(
            new Setup.Carrier.Floppy(path.toString()),
            List.of(new Setup.AnswerFile("big", "x".repeat(1_500_000))));
    assertThrows(ProblemException.class, () -> media.make(setup, path.toString()));
    assertFalse(Files.exists(path));
  }

  @Test
  void fullFloppyIsStillReadBack() throws Exception {
    byte[] letters = new byte[2847 * 512];
    Random random = new Random(1);
    for (int i = 0; i < letters.length; i++) {
      letters[i] = (byte) ('a' + random.nextInt(26));
    }
    String content = new String(letters, StandardCharsets.US_ASCII);
    Path path = temp.resolve("floppy.img");
    media.make(
        new Setup.Automatic(
            new Setup.Carrier.Floppy(path.toString()),
            List.of(new Setup.AnswerFile("full", content))),
        path.toString());
    assertEquals(content, text(run(temp, "mtype", "-i", path.toString(), "::full")));
  }

  @Test
  void missingInitrdIsTold() {
    ProblemException missing =
        assertThrows(
            ProblemException.class,
            () ->
                made(
                    new Setup.Carrier.Initrd(
                        temp.resolve("x").toString(), temp.resolve("none").toString())));
    assertEquals(Cause.DISK_MISSING, missing.problem().cause());
    assertFalse(Files.exists(temp.resolve("x")));
  }

  private Path installerIso() throws Exception {
    Path tree = Files.createDirectories(temp.resolve("iso/install.amd/a-folder-with-a-long-name"));
    byte[] kernel = new byte[700_001];
    new Random(2).nextBytes(kernel);
    Files.write(tree.resolveSibling("vmlinuz"), kernel);
    Files.write(tree.resolve("initrd.of-the-installer.gz"), kernel);
    for (int i = 0; i < 100; i++) {
      Files.writeString(tree.resolve("filler-" + i), "x");
    }
    Path iso = temp.resolve("installer.iso");
    run(
        temp,
        "xorriso",
        "-as",
        "mkisofs",
        "-quiet",
        "-R",
        "-J",
        "-o",
        iso.toString(),
        temp.resolve("iso").toString());
    return iso;
  }

  @Test
  void kernelComesOutOfAnIsoAsItIs() throws Exception {
    Path iso = installerIso();
    byte[] kernel = Files.readAllBytes(temp.resolve("iso/install.amd/vmlinuz"));
    media.copyOut(iso + "/install.amd/vmlinuz", temp.resolve("k1").toString());
    assertArrayEquals(kernel, Files.readAllBytes(temp.resolve("k1")));
    media.copyOut(
        iso + "/install.amd/a-folder-with-a-long-name/initrd.of-the-installer.gz",
        temp.resolve("k2").toString());
    assertArrayEquals(kernel, Files.readAllBytes(temp.resolve("k2")));
    Path image =
        made(
            new Setup.Carrier.Initrd(
                temp.resolve("copy").toString(), iso + "/install.amd/vmlinuz"));
    assertArrayEquals(kernel, Arrays.copyOf(Files.readAllBytes(image), kernel.length));
    assertEquals(
        "rw-------",
        PosixFilePermissions.toString(Files.getPosixFilePermissions(temp.resolve("k1"))));
  }

  @ParameterizedTest
  @ValueSource(
      strings = {"/install.amd", "/install.amd/none", "/none/vmlinuz", "/install.amd/vmlinuz/x"})
  void whatIsNotInTheIsoIsToldAndLeavesNothing(String inside) throws Exception {
    Path iso = installerIso();
    Path target = temp.resolve("k");
    assertThrows(ProblemException.class, () -> media.copyOut(iso + inside, target.toString()));
    assertFalse(Files.exists(target));
  }

  @Test
  void everyDamagedIsoFailsWithoutHarm() throws Exception {
    byte[] whole = Files.readAllBytes(installerIso());
    Random random = new Random(3);
    Path damaged = temp.resolve("damaged.iso");
    for (int i = 0; i < 300; i++) {
      byte[] bytes =
          i % 3 == 0 ? Arrays.copyOf(whole, random.nextInt(whole.length)) : whole.clone();
      for (int hit = 0; hit < 200; hit++) {
        // mostly where descriptors and folders lie
        int at = random.nextInt(Math.min(bytes.length, 200_000) + 1);
        if (at < bytes.length) {
          bytes[at] = (byte) random.nextInt();
        }
      }
      Files.write(damaged, bytes);
      Path target = temp.resolve("out-" + i);
      try {
        media.copyOut(damaged + "/install.amd/vmlinuz", target.toString());
      } catch (ProblemException told) {
        assertFalse(Files.exists(target));
      }
    }
  }
}
