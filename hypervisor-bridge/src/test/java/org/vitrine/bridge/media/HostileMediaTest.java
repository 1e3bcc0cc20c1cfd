package org.vitrine.bridge.media;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.ByteArrayOutputStream;
import java.io.RandomAccessFile;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.InstantSource;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Random;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.vitrine.bridge.os.OsinfoCatalogue;
import org.vitrine.bridge.os.OsinfoFolders;
import org.vitrine.model.os.MediaReading;
import org.vitrine.model.os.MediaReading.Fault;

/** Damaged and malicious files: there is always an answer, and it never costs much. */
class HostileMediaTest {

  private static final int MUTATIONS = 400;

  @TempDir private Path folder;

  private final Map<String, byte[]> images = new LinkedHashMap<>();
  private final FileMediaInspector inspector =
      new FileMediaInspector(
          new OsinfoCatalogue(new OsinfoFolders(List.of()), "x86_64", InstantSource.system()));

  @BeforeEach
  void makeOneOfEach() throws Exception {
    for (String format :
        List.of("qcow2", "qcow", "qed", "vdi", "vmdk", "vpc", "vhdx", "parallels")) {
      Path file = folder.resolve("good." + format);
      Process process =
          new ProcessBuilder("qemu-img", "create", "-q", "-f", format, file.toString(), "1M")
              .start();
      assertEquals(0, process.waitFor());
      byte[] whole = Files.readAllBytes(file);
      // what lies behind is not looked at
      images.put(format, Arrays.copyOf(whole, Math.min(whole.length, 4 * 1024 * 1024)));
    }
    images.put("iso", new SyntheticIso().volume("NAME").bootable(0, 0xef).bytes());
  }

  /** Reads it; fails where reading costs more than it may. */
  private MediaReading inspect(Path file) throws Exception {
    MediaReading reading = inspector.inspect(file.toString());
    try (Window window = Window.of(file)) {
      Bytes start = window.at(0, 4096);
      IsoReader.read(window);
      ImageReader.read(window, start);
      assertTrue(window.seen() <= Window.MOST_IN_ALL, "read " + window.seen());
    }
    assertTrue(reading.size().bytes() >= 0, reading.toString());
    assertTrue(
        reading.label().chars().noneMatch(Character::isISOControl)
            && reading.decidedBy().chars().noneMatch(Character::isISOControl),
        reading.toString());
    return reading;
  }

  @Test
  void everyTruncationHasAnAnswer() throws Exception {
    for (Map.Entry<String, byte[]> image : images.entrySet()) {
      byte[] whole = image.getValue();
      Path file = folder.resolve("cut." + image.getKey());
      List<Integer> lengths = new ArrayList<>();
      for (int length = 0; length <= Math.min(whole.length, 600); length++) {
        lengths.add(length);
      }
      for (int length = 601; length < whole.length; length += Math.max(1, whole.length / 97)) {
        lengths.add(length);
      }
      for (int length : lengths) {
        Files.write(file, Arrays.copyOf(whole, length));
        MediaReading reading = inspect(file);
        if (length < shortest(image.getKey())) {
          assertFalse(reading.isUsable(), image.getKey() + " of " + length + ": " + reading);
        }
      }
    }
  }

  /** Less than this is no whole header. */
  private static int shortest(String format) {
    return switch (format) {
      case "qcow" -> 48;
      case "parallels", "qed" -> 64;
      default -> 72;
    };
  }

  /** Where the headers of a format lie. */
  private static int[] headers(String format) {
    return switch (format) {
      case "iso" -> new int[] {16 * 2048, 17 * 2048, 20 * 2048};
      case "vhdx" ->
          new int[] {64 * 1024, 192 * 1024, 3 * 1024 * 1024, 3 * 1024 * 1024 + 64 * 1024};
      default -> new int[] {0, 512};
    };
  }

  @Test
  void everyMutationHasAnAnswer() throws Exception {
    Random random = new Random(20221203);
    for (Map.Entry<String, byte[]> image : images.entrySet()) {
      byte[] whole = image.getValue();
      Path path = Files.write(folder.resolve("changed." + image.getKey()), whole);
      int[] headers = headers(image.getKey());
      try (RandomAccessFile file = new RandomAccessFile(path.toFile(), "rw")) {
        for (int i = 0; i < MUTATIONS; i++) {
          int start = headers[random.nextInt(headers.length)];
          int length = Math.min(512, whole.length - start);
          if (length <= 0) {
            continue;
          }
          byte[] part = Arrays.copyOfRange(whole, start, start + length);
          for (int j = random.nextInt(8); j >= 0; j--) {
            part[random.nextInt(length)] = (byte) random.nextInt(256);
          }
          file.seek(start);
          file.write(part);
          inspect(path);
          file.seek(start);
          file.write(whole, start, length);
        }
      }
    }
  }

  /** Every aligned number of the headers in turn is as large, and as negative, as can be. */
  @Test
  void everyHugeNumberHasAnAnswer() throws Exception {
    for (Map.Entry<String, byte[]> image : images.entrySet()) {
      byte[] whole = image.getValue();
      Path path = Files.write(folder.resolve("huge." + image.getKey()), whole);
      try (RandomAccessFile file = new RandomAccessFile(path.toFile(), "rw")) {
        for (int start : headers(image.getKey())) {
          for (int at = start; at < Math.min(whole.length - 8, start + 512); at += 4) {
            for (int first : new int[] {0xff, 0x7f, 0x80}) {
              byte[] huge = new byte[8];
              Arrays.fill(huge, (byte) 0xff);
              huge[0] = (byte) first;
              file.seek(at);
              file.write(huge);
              inspect(path);
            }
            file.seek(at);
            file.write(whole, at, 8);
          }
        }
      }
    }
  }

  @Test
  void headerOfGarbageHasAnAnswer() throws Exception {
    Random random = new Random(7);
    for (String magic :
        List.of(
            "QFI\u00fb\0\0\0\3",
            "KDMV",
            "QED\0",
            "conectix",
            "vhdxfile",
            "WithoutFreeSpace",
            "LUKS\u00ba\u00be\0\1",
            "# Disk DescriptorFile\n",
            "COWD")) {
      for (int i = 0; i < 50; i++) {
        byte[] garbage = new byte[8192];
        random.nextBytes(garbage);
        byte[] start = magic.getBytes(StandardCharsets.ISO_8859_1);
        System.arraycopy(start, 0, garbage, 0, start.length);
        Path file = Files.write(folder.resolve("garbage"), garbage);
        inspect(file);
      }
    }
  }

  @Test
  void descriptorMadeToKeepPatternsBusyIsReadAtOnce() throws Exception {
    for (String part : List.of("\n", " ", "RW 1", "RW 1 X\n", "createType=\"", "\t=\t")) {
      ByteArrayOutputStream text = new ByteArrayOutputStream();
      text.write("# Disk DescriptorFile\n".getBytes(StandardCharsets.UTF_8));
      text.write(part.repeat(2_000_000 / part.length()).getBytes(StandardCharsets.UTF_8));
      Path file = Files.write(folder.resolve("busy.vmdk"), text.toByteArray());
      long before = System.nanoTime();
      assertEquals(Fault.REFERS_TO_OTHERS, inspect(file).faults().getFirst());
      assertTrue(System.nanoTime() - before < 2_000_000_000L, "took seconds");
    }
  }

  /** A catalogue of starts and a root folder that lead in circles and beyond the end. */
  @Test
  void isoThatLeadsAstrayHasAnAnswer() throws Exception {
    byte[] iso = new SyntheticIso().bootable(0, 0xef).bytes();
    for (int sector : new int[] {0, 16, 17, 20, 21, 22, 1 << 20, -1}) {
      byte[] copy = iso.clone();
      for (int i = 0; i < 4; i++) {
        copy[17 * 2048 + 71 + i] = (byte) (sector >>> (8 * i));
        copy[16 * 2048 + 156 + 2 + i] = (byte) (sector >>> (8 * i));
        copy[16 * 2048 + 156 + 10 + i] = (byte) 0xff;
      }
      MediaReading reading = inspect(Files.write(folder.resolve("astray.iso"), copy));
      assertEquals(sector == 20, reading.bootable(), "catalogue in sector " + sector);
    }
  }
}
