package org.vitrine.bridge.media;

import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Locale;
import java.util.Set;
import java.util.SortedMap;

/**
 * A floppy disk of 1.44 MB with a few files and no folders: FAT12, with long names. The same files
 * give the same bytes.
 */
final class FloppyImage {

  static final int SIZE = 1440 * 1024;
  private static final int SECTOR = 512;
  private static final int FAT_SECTORS = 9;
  private static final int FIRST_FAT = 1;
  private static final int ROOT = FIRST_FAT + 2 * FAT_SECTORS;
  private static final int ROOT_ENTRIES = 224;
  private static final int DATA = ROOT + ROOT_ENTRIES * 32 / SECTOR;
  private static final int CLUSTERS = SIZE / SECTOR - DATA;
  private static final int LAST = 0xfff;
  private static final int LETTERS_AN_ENTRY = 13;

  /** The first of January 2000. */
  private static final int DATE = (20 << 9) | (1 << 5) | 1;

  private final byte[] image = new byte[SIZE];
  private final ByteWriter out = new ByteWriter(image);
  private int nextCluster = 2;
  private int nextEntry;

  private FloppyImage() {}

  /** What fits on one, clusters and all. */
  static boolean fits(SortedMap<String, byte[]> contents) {
    int clusters = 0;
    int entries = 1;
    for (var file : contents.entrySet()) {
      clusters += clustersOf(file.getValue().length);
      entries += 2 + file.getKey().length() / LETTERS_AN_ENTRY;
    }
    return clusters <= CLUSTERS && entries <= ROOT_ENTRIES;
  }

  private static int clustersOf(int bytes) {
    return (bytes + SECTOR - 1) / SECTOR;
  }

  /**
   * @param contents that fit
   */
  static byte[] of(String label, SortedMap<String, byte[]> contents) {
    FloppyImage floppy = new FloppyImage();
    floppy.start(label);
    floppy.label(label);
    Set<String> taken = new HashSet<>();
    contents.forEach((name, content) -> floppy.file(name, content, taken));
    System.arraycopy(
        floppy.image,
        FIRST_FAT * SECTOR,
        floppy.image,
        (FIRST_FAT + FAT_SECTORS) * SECTOR,
        FAT_SECTORS * SECTOR);
    return floppy.image;
  }

  private void start(String label) {
    out.bytes(0, new byte[] {(byte) 0xeb, 0x3c, (byte) 0x90});
    out.padded(3, 8, "MSDOS5.0");
    out.u16le(11, SECTOR);
    out.u8(13, 1);
    out.u16le(14, FIRST_FAT);
    out.u8(16, 2);
    out.u16le(17, ROOT_ENTRIES);
    out.u16le(19, SIZE / SECTOR);
    out.u8(21, 0xf0);
    out.u16le(22, FAT_SECTORS);
    out.u16le(24, 18);
    out.u16le(26, 2);
    out.u8(38, 0x29);
    out.u32le(39, 0x56495452);
    out.padded(43, 11, label);
    out.padded(54, 8, "FAT12");
    // a machine that tries to start from it goes on with the next drive: int 18h
    out.bytes(62, new byte[] {(byte) 0xcd, 0x18, (byte) 0xf4, (byte) 0xeb, (byte) 0xfd});
    out.u16le(510, 0xaa55);
    link(0, 0xff0);
    link(1, LAST);
  }

  private void link(int cluster, int next) {
    int at = FIRST_FAT * SECTOR + cluster * 3 / 2;
    int old = (image[at] & 0xff) | ((image[at + 1] & 0xff) << 8);
    out.u16le(at, cluster % 2 == 0 ? (old & 0xf000) | next : (old & 0x000f) | (next << 4));
  }

  private int entry() {
    return ROOT * SECTOR + 32 * nextEntry++;
  }

  private void label(String label) {
    int at = entry();
    out.padded(at, 11, label);
    out.u8(at + 11, 8);
    out.u16le(at + 24, DATE);
  }

  private void file(String name, byte[] content, Set<String> taken) {
    String shortName = shortName(name, taken);
    if (!name.equals(dotted(shortName))) {
      longName(name, shortName);
    }
    int at = entry();
    out.padded(at, 11, shortName);
    out.u8(at + 11, 0x20);
    out.u16le(at + 16, DATE);
    out.u16le(at + 18, DATE);
    out.u16le(at + 24, DATE);
    int clusters = clustersOf(content.length);
    out.u16le(at + 26, clusters == 0 ? 0 : nextCluster);
    out.u32le(at + 28, content.length);
    out.bytes((DATA + nextCluster - 2) * SECTOR, content);
    for (int i = 0; i < clusters; i++) {
      link(nextCluster, i == clusters - 1 ? LAST : nextCluster + 1);
      nextCluster++;
    }
  }

  private static String dotted(String shortName) {
    String end = shortName.substring(8).strip();
    return shortName.substring(0, 8).strip() + (end.isEmpty() ? "" : "." + end);
  }

  private static String shortName(String name, Set<String> taken) {
    String upper = name.toUpperCase(Locale.ROOT);
    int dot = upper.lastIndexOf('.');
    String stem = clean(dot < 0 ? upper : upper.substring(0, dot));
    String end = dot < 0 ? "" : clean(upper.substring(dot + 1));
    String ending = String.format(Locale.ROOT, "%-3.3s", end);
    boolean same =
        stem.length() <= 8
            && end.length() <= 3
            && name.equalsIgnoreCase(stem + (end.isEmpty() ? "" : "." + end));
    for (int number = same ? 0 : 1; ; number++) {
      String count = number == 0 ? "" : "~" + number;
      String made =
          String.format(
                  Locale.ROOT,
                  "%-8.8s",
                  stem.substring(0, Math.min(8 - count.length(), stem.length())) + count)
              + ending;
      if (taken.add(made)) {
        return made;
      }
    }
  }

  private static String clean(String text) {
    return text.replaceAll("[^A-Z0-9_-]", "_");
  }

  /** The name in pieces, the last one first, tied to the short name by a sum. */
  private void longName(String name, String shortName) {
    List<Integer> letters = new ArrayList<>();
    name.chars().forEach(letters::add);
    int pieces = (letters.size() + LETTERS_AN_ENTRY - 1) / LETTERS_AN_ENTRY;
    if (letters.size() % LETTERS_AN_ENTRY != 0) {
      letters.add(0);
    }
    while (letters.size() < pieces * LETTERS_AN_ENTRY) {
      letters.add(0xffff);
    }
    int sum = 0;
    for (byte letter : shortName.getBytes(StandardCharsets.US_ASCII)) {
      sum = (((sum & 1) << 7) + (sum >> 1) + letter) & 0xff;
    }
    for (int piece = pieces; piece >= 1; piece--) {
      int at = entry();
      out.u8(at, piece == pieces ? piece | 0x40 : piece);
      out.u8(at + 11, 0x0f);
      out.u8(at + 13, sum);
      for (int i = 0; i < LETTERS_AN_ENTRY; i++) {
        int place = i < 5 ? 1 + 2 * i : i < 11 ? 14 + 2 * (i - 5) : 28 + 2 * (i - 11);
        out.u16le(at + place, letters.get((piece - 1) * LETTERS_AN_ENTRY + i));
      }
    }
  }
}
