package org.vitrine.bridge.media;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTimeoutPreemptively;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.RandomAccessFile;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.vitrine.bridge.os.OsinfoCatalogue;
import org.vitrine.model.os.MediaReading;
import org.vitrine.model.os.MediaReading.Fault;
import org.vitrine.model.os.MediaReading.Kind;

/** Files of all kinds, good and bad ones. */
class FileMediaInspectorTest {

  @TempDir private Path folder;

  private final FileMediaInspector inspector =
      new FileMediaInspector(OsinfoCatalogue.ofThisComputer());

  private MediaReading inspect(String name) {
    return inspector.inspect(folder.resolve(name).toString());
  }

  private MediaReading inspect(String name, byte[] content) throws Exception {
    Files.write(folder.resolve(name), content);
    return inspect(name);
  }

  private static byte[] bytes(String text) {
    return text.getBytes(StandardCharsets.ISO_8859_1);
  }

  @Test
  void isoThatStartsMachinesIsBootable() throws Exception {
    new SyntheticIso().volume("ONE").bootable(0, -1).write(folder.resolve("bios.iso"));
    new SyntheticIso().volume("TWO").bootable(0, 0xef).write(folder.resolve("both.iso"));
    new SyntheticIso().volume("THREE").bootable(0xef, -1).write(folder.resolve("efi.iso"));
    new SyntheticIso().volume("FOUR").write(folder.resolve("none.iso"));
    for (String name : List.of("bios.iso", "both.iso", "efi.iso")) {
      assertTrue(inspect(name).bootable(), name);
      assertEquals(List.of(), inspect(name).faults());
    }
    MediaReading none = inspect("none.iso");
    assertFalse(none.bootable());
    assertEquals(List.of(Fault.NOT_BOOTABLE), none.faults());
    assertEquals("FOUR", none.label());
    assertEquals(Optional.empty(), none.os());
    assertTrue(none.isUsable());
  }

  @Test
  void isoWithoutItsEndIsTruncated() throws Exception {
    new SyntheticIso().blocks(1024, 2048).bootable(0, -1).write(folder.resolve("cut.iso"));
    assertEquals(List.of(Fault.TRUNCATED), inspect("cut.iso").faults());
  }

  @Test
  void hostileLabelIsShownWithoutItsTricks() throws Exception {
    new SyntheticIso()
        .volume("a\u001b[31m\u202e\u200bDebian\n  11")
        .write(folder.resolve("evil.iso"));
    assertEquals("a[31mDebian 11", inspect("evil.iso").label());
    assertTrue(inspect("evil.iso").decidedBy().chars().noneMatch(Character::isISOControl));

    new SyntheticIso().volume(bytes("Debian \u00ff\u00fe 11")).write(folder.resolve("latin.iso"));
    assertEquals(Optional.empty(), inspect("latin.iso").os());
    assertTrue(inspect("latin.iso").label().startsWith("Debian "));
    assertEquals(128, Labels.shown("x".repeat(5000)).length());
  }

  @Test
  void whatIsNoImageIsNamed() throws Exception {
    byte[] page = bytes("\n<!DOCTYPE HTML><html><title>Log in</title>");
    assertEquals("html", inspect("page.iso", page).format());
    assertEquals(
        List.of(Fault.NOT_WHAT_ITS_NAME_SAYS, Fault.NOT_AN_IMAGE), inspect("page.iso").faults());
    assertEquals("gzip", inspect("a.img", bytes("\u001f\u008b\b\0xxxxxxxxxxx")).format());
    assertEquals("xz", inspect("a.qcow2", bytes("\u00fd7zXZ\0xxxxxxxxxx")).format());
    assertEquals("zip", inspect("a.iso", bytes("PK\u0003\u0004xxxxxxx")).format());
    assertEquals("text", inspect("notes.iso", bytes("some text\n")).format());
    assertEquals(List.of(Fault.NOT_AN_IMAGE), inspect("notes", bytes("some text\n")).faults());
    assertEquals(
        List.of(Fault.TOO_SHORT, Fault.NOT_AN_IMAGE), inspect("one.iso", new byte[1]).faults());
    assertEquals(
        List.of(Fault.NOT_WHAT_ITS_NAME_SAYS, Fault.NOT_AN_IMAGE),
        inspect("zero.iso", new byte[64 * 1024]).faults());
    assertEquals(List.of(Fault.EMPTY), inspect("empty.iso", new byte[0]).faults());
    assertEquals(List.of(Fault.MISSING), inspect("nowhere.iso").faults());
    assertEquals(List.of(Fault.IS_FOLDER), inspect("").faults());
    assertEquals(List.of(Fault.MISSING), inspector.inspect("a\0b").faults());
    assertEquals(List.of(Fault.NOT_READABLE), inspector.inspect("file:///etc/passwd").faults());
    assertEquals(List.of(Fault.NOT_READABLE), inspector.inspect("ftp://example.org/x").faults());
    assertEquals(List.of(Fault.NOT_READABLE), inspector.inspect("https://").faults());
  }

  @Test
  void pipeIsNotWaitedFor() throws Exception {
    Path pipe = folder.resolve("pipe.iso");
    assertEquals(0, new ProcessBuilder("mkfifo", pipe.toString()).start().waitFor());
    assertEquals(
        List.of(Fault.NOT_AN_IMAGE),
        assertTimeoutPreemptively(Duration.ofSeconds(5), () -> inspect("pipe.iso")).faults());
    assertEquals(
        List.of(Fault.NOT_AN_IMAGE),
        assertTimeoutPreemptively(Duration.ofSeconds(5), () -> inspector.inspect("/dev/zero"))
            .faults());
  }

  @Test
  void diskByteForByteIsKnownByItsPartitions() throws Exception {
    byte[] disk = new byte[1024 * 1024];
    disk[510] = 0x55;
    disk[511] = (byte) 0xaa;
    MediaReading data = inspect("data.img", disk);
    assertEquals("partitions=mbr", data.decidedBy());
    assertFalse(data.bootable());
    disk[0] = (byte) 0xeb;
    disk[1] = 0x63;
    assertTrue(inspect("system.img", disk).bootable());
    assertEquals("raw", inspect("system.img").format());
    assertEquals(1024 * 1024, inspect("system.img").size().bytes());

    byte[] gpt = new byte[1024 * 1024];
    System.arraycopy(bytes("EFI PART"), 0, gpt, 512, 8);
    gpt[512 + 72] = 2;
    gpt[512 + 80] = (byte) 128;
    gpt[512 + 84] = (byte) 128;
    assertFalse(inspect("gpt.raw", gpt).bootable());
    // the type of a system partition, as it lies on the disk
    byte[] type = java.util.HexFormat.of().parseHex("28732ac11ff8d211ba4b00a0c93ec93b");
    System.arraycopy(type, 0, gpt, 1024 + 3 * 128, 16);
    Files.write(folder.resolve("gpt.raw"), gpt);
    assertEquals("partitions=gpt", inspect("gpt.raw").decidedBy());
    assertTrue(inspect("gpt.raw").bootable());
    assertEquals(List.of(), inspect("gpt.raw").faults());
    assertEquals(List.of(), inspect("blank.img", new byte[512 * 100]).faults());
  }

  @Test
  void applianceIsKnownByItsFirstMember() throws Exception {
    Files.writeString(folder.resolve("box.ovf"), "<Envelope/>");
    Files.write(folder.resolve("disk.vmdk"), new byte[2048]);
    Process tar =
        new ProcessBuilder("tar", "--format=ustar", "-cf", "box.ova", "box.ovf", "disk.vmdk")
            .directory(folder.toFile())
            .start();
    assertEquals(0, tar.waitFor());
    assertEquals(Kind.APPLIANCE, inspect("box.ova").kind());
    assertEquals(List.of(), inspect("box.ova").faults());
  }

  @ParameterizedTest
  @CsvSource({
    "debian-11-genericcloud-amd64.qcow2, http://debian.org/debian/11, CLOUD_IMAGE",
    "debian-11-genericcloud-amd64-20230601-1398.qcow2, http://debian.org/debian/11, CLOUD_IMAGE",
    "debian-11-nocloud-amd64.qcow2, http://debian.org/debian/11, DISK_IMAGE",
    "jammy-server-cloudimg-amd64.img, http://ubuntu.com/ubuntu/22.04, CLOUD_IMAGE",
    "ubuntu-22.04-server-cloudimg-amd64.img, http://ubuntu.com/ubuntu/22.04, CLOUD_IMAGE",
    "Fedora-Cloud-Base-36-1.5.x86_64.qcow2, http://fedoraproject.org/fedora/36, CLOUD_IMAGE",
    "my-disk.qcow2, '', DISK_IMAGE"
  })
  void cloudImageIsKnownByItsName(String name, String os, Kind kind) throws Exception {
    assertEquals(
        0,
        new ProcessBuilder("qemu-img", "create", "-q", "-f", "qcow2", name, "1M")
            .directory(folder.toFile())
            .start()
            .waitFor());
    MediaReading reading = inspect(name);
    assertEquals(os, reading.os().orElse(""));
    assertEquals(kind, reading.kind());
    assertEquals("qcow2", reading.format());
    assertEquals(
        os.isEmpty() ? "header=qcow2 version 3" : "file-name=" + name, reading.decidedBy());
  }

  /** Whatever its size: a file of 8 TiB is looked at as one of 8 KiB. */
  @Test
  void fewBytesAreReadOfLargeFiles() throws Exception {
    Path large = new SyntheticIso().bootable(0, -1).write(folder.resolve("large.iso"));
    try (RandomAccessFile file = new RandomAccessFile(large.toFile(), "rw")) {
      file.setLength(8L << 40);
    }
    assertEquals(Kind.ISO, inspect("large.iso").kind());
    try (Window window = Window.of(large)) {
      assertTrue(IsoReader.read(window).isPresent());
      assertTrue(window.seen() <= 32 * 1024, "read " + window.seen());
    }
  }
}
