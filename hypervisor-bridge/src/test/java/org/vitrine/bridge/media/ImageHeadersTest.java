package org.vitrine.bridge.media;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.InstantSource;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.TimeUnit;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.vitrine.bridge.os.OsinfoCatalogue;
import org.vitrine.bridge.os.OsinfoFolders;
import org.vitrine.model.os.MediaReading;
import org.vitrine.model.os.MediaReading.Fault;

/** Headers that qemu-img wrote, and what both make of them. */
class ImageHeadersTest {

  @TempDir private Path folder;

  private final FileMediaInspector inspector =
      new FileMediaInspector(
          new OsinfoCatalogue(new OsinfoFolders(List.of()), "x86_64", InstantSource.system()));

  private String qemuImg(String... words) throws Exception {
    List<String> command = new ArrayList<>(List.of("qemu-img"));
    command.addAll(List.of(words));
    Process process =
        new ProcessBuilder(command).directory(folder.toFile()).redirectErrorStream(true).start();
    String said = new String(process.getInputStream().readAllBytes(), StandardCharsets.UTF_8);
    assertTrue(process.waitFor(60, TimeUnit.SECONDS));
    assertEquals(0, process.exitValue(), said);
    return said;
  }

  private MediaReading inspect(String name) {
    return inspector.inspect(folder.resolve(name).toString());
  }

  private static String field(String json, String name) {
    Matcher field = Pattern.compile("\"" + name + "\": \"?([^\",\n]*)").matcher(json);
    return field.find() ? field.group(1) : "";
  }

  /** Format and size as QEMU has them. */
  @ParameterizedTest
  @CsvSource({
    "qcow2, ''",
    "qcow2, compat=0.10",
    "qcow2, cluster_size=512",
    "qcow2, cluster_size=2M",
    "qcow2, extended_l2=on",
    "qcow2, compression_type=zstd",
    "qcow2, lazy_refcounts=on",
    "qcow2, preallocation=metadata",
    "qcow2, refcount_bits=1",
    "qcow, ''",
    "qed, ''",
    "qed, cluster_size=4096",
    "vdi, ''",
    "vdi, static=on",
    "vmdk, ''",
    "vmdk, subformat=streamOptimized",
    "vmdk, adapter_type=lsilogic",
    "vpc, ''",
    "vpc, force_size=on",
    "vhdx, ''",
    "vhdx, subformat=fixed",
    "parallels, ''"
  })
  void formatAndSizeAreAsQemuHasThem(String format, String option) throws Exception {
    for (String size : List.of("1M", "100M", "5000000K")) {
      if (size.startsWith("5") && option.contains("fixed")) {
        continue;
      }
      // the name says nothing
      String name = "disk-" + size;
      List<String> words = new ArrayList<>(List.of("create", "-q", "-f", format));
      if (!option.isEmpty()) {
        words.addAll(List.of("-o", option));
      }
      words.addAll(List.of(name, size));
      qemuImg(words.toArray(String[]::new));
      String theirs = qemuImg("info", "--output=json", name);
      MediaReading ours = inspect(name);
      assertEquals(field(theirs, "format"), ours.format(), theirs);
      assertEquals(field(theirs, "virtual-size"), Long.toString(ours.size().bytes()), theirs);
      assertEquals(List.of(), ours.faults(), ours.decidedBy());
      assertEquals(MediaReading.Kind.DISK_IMAGE, ours.kind());
    }
  }

  /** QEMU takes it for raw, footer and all; it knows it only by name of the format. */
  @Test
  void fixedDiskOfTheOldFormatIsKnownByItsFooter() throws Exception {
    qemuImg("create", "-q", "-f", "vpc", "-o", "subformat=fixed,force_size=on", "a.vhd", "4M");
    MediaReading ours = inspect("a.vhd");
    assertEquals("vpc", ours.format());
    assertEquals(4 * 1024 * 1024, ours.size().bytes());
    assertEquals(List.of(), ours.faults());
  }

  @Test
  void imagesThatOpenOthersAreNotUsed() throws Exception {
    Files.write(folder.resolve("base.raw"), new byte[1024 * 1024]);
    Files.writeString(folder.resolve("secret"), "s".repeat(1024 * 1024));
    qemuImg("create", "-q", "-f", "qcow2", "-b", "base.raw", "-F", "raw", "over.qcow2");
    qemuImg(
        "create", "-q", "-f", "qcow2", "-u", "-b", "/etc/shadow", "-F", "raw", "sh.qcow2", "1M");
    qemuImg("create", "-q", "-f", "qcow2", "-u", "-b", "json:{}", "-F", "raw", "js.qcow2", "1M");
    qemuImg("create", "-q", "-f", "qcow2", "-u", "-b", "nbd://x/y", "-F", "raw", "nbd.qcow2", "1M");
    qemuImg("create", "-q", "-f", "qed", "-b", "base.raw", "-F", "raw", "over.qed");
    qemuImg("create", "-q", "-f", "qcow", "-b", "base.raw", "-F", "raw", "over.qcow");
    qemuImg("create", "-q", "-f", "qcow2", "-o", "data_file=data.raw", "data.qcow2", "1M");
    qemuImg("create", "-q", "-f", "vmdk", "-o", "subformat=monolithicFlat", "flat.vmdk", "1M");
    qemuImg("create", "-q", "-f", "vmdk", "-o", "subformat=twoGbMaxExtentSparse", "two.vmdk", "1M");
    qemuImg("create", "-q", "-f", "vmdk", "base.vmdk", "1M");
    qemuImg("create", "-q", "-f", "vmdk", "-b", "base.vmdk", "-F", "vmdk", "over.vmdk");
    for (String[] one :
        new String[][] {
          {"over.qcow2", "backing-file=base.raw"},
          {"sh.qcow2", "backing-file=/etc/shadow"},
          {"js.qcow2", "backing-file=json:{}"},
          {"nbd.qcow2", "backing-file=nbd://x/y"},
          {"over.qed", "backing-file=base.raw"},
          {"over.qcow", "backing-file=base.raw"},
          {"data.qcow2", "data-file=data.raw"},
          {"flat.vmdk", "extent=flat-flat.vmdk"},
          {"two.vmdk", "extent=two-s001.vmdk"},
          {"over.vmdk", "parent=base.vmdk"}
        }) {
      MediaReading ours = inspect(one[0]);
      assertEquals(Fault.REFERS_TO_OTHERS, ours.faults().getFirst(), one[0]);
      assertEquals(one[1], ours.decidedBy());
      assertTrue(!ours.isUsable() && !ours.bootable());
    }
  }

  /** By hand: making one takes QEMU seconds of counting. */
  @Test
  void encryptedImagesAreKnown() throws Exception {
    byte[] luks = new byte[1024 * 1024 + 8 * 512];
    System.arraycopy("LUKS\u00ba\u00be\0\1".getBytes(StandardCharsets.ISO_8859_1), 0, luks, 0, 8);
    luks[107] = 8;
    Files.write(folder.resolve("a.luks"), luks);
    assertEquals(List.of(Fault.ENCRYPTED), inspect("a.luks").faults());
    assertEquals("luks", inspect("a.luks").format());
    assertEquals(1024 * 1024, inspect("a.luks").size().bytes());

    qemuImg("create", "-q", "-f", "qcow2", "a.qcow2", "8M");
    byte[] good = Files.readAllBytes(folder.resolve("a.qcow2"));
    assertEquals(List.of(Fault.ENCRYPTED), changed(good, 35, 1));
    assertEquals(List.of(Fault.ENCRYPTED), changed(good, 35, 2));
    assertEquals(List.of(Fault.ENCRYPTED, Fault.CORRUPT), changed(good, 35, 3));
  }

  @Test
  void marksInTheHeaderAreHeeded() throws Exception {
    qemuImg("create", "-q", "-f", "qcow2", "a.qcow2", "8M");
    byte[] good = Files.readAllBytes(folder.resolve("a.qcow2"));
    assertEquals(List.of(), changed(good, 79, 1));
    assertEquals(List.of(Fault.CORRUPT), changed(good, 79, 2));
    assertEquals(List.of(Fault.REFERS_TO_OTHERS), changed(good, 79, 4));
    assertEquals(List.of(Fault.TOO_NEW), changed(good, 79, 0x40));
    assertEquals(List.of(Fault.TOO_NEW), changed(good, 72, 0x80));
    assertEquals(List.of(Fault.TOO_NEW), changed(good, 7, 4));
    assertEquals(List.of(Fault.CORRUPT), changed(good, 23, 0));
    assertEquals(List.of(Fault.CORRUPT), changed(good, 23, 31));
    assertEquals(List.of(Fault.CORRUPT), changed(good, 23, 64));
    // the table of clusters beyond the end
    assertEquals(List.of(Fault.CORRUPT), changed(good, 43, 1));
    // a disk of exabytes that its table cannot hold
    assertEquals(List.of(Fault.CORRUPT), changed(good, 24, 0x10));
  }

  private List<Fault> changed(byte[] image, int at, int value) throws Exception {
    byte[] copy = image.clone();
    copy[at] = (byte) value;
    Files.write(folder.resolve("changed.qcow2"), copy);
    return inspect("changed.qcow2").faults();
  }

  @Test
  void nameThatSaysOtherwiseIsTold() throws Exception {
    qemuImg("create", "-q", "-f", "vdi", "really.vdi", "1M");
    Files.move(folder.resolve("really.vdi"), folder.resolve("a.qcow2"));
    MediaReading vdi = inspect("a.qcow2");
    assertEquals("vdi", vdi.format());
    assertEquals(List.of(Fault.NOT_WHAT_ITS_NAME_SAYS), vdi.faults());
    assertTrue(vdi.isUsable());

    Files.write(folder.resolve("zero.qcow2"), new byte[1024 * 1024]);
    assertEquals(
        List.of(Fault.NOT_WHAT_ITS_NAME_SAYS, Fault.NOT_AN_IMAGE), inspect("zero.qcow2").faults());
    Files.createFile(folder.resolve("empty.qcow2"));
    assertEquals(List.of(Fault.EMPTY), inspect("empty.qcow2").faults());
  }
}
