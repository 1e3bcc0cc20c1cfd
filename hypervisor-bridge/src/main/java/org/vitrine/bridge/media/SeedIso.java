package org.vitrine.bridge.media;

import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashSet;
import java.util.List;
import java.util.Locale;
import java.util.Set;
import java.util.SortedMap;

/**
 * A small CD image with a few files and no folders: ISO 9660 with the names that Unix (Rock Ridge)
 * and Windows (Joliet) show. The same files give the same bytes.
 */
final class SeedIso {

  static final int SECTOR = 2048;
  private static final int PRIMARY = 16;
  private static final int JOLIET = 17;
  private static final int END = 18;
  private static final int PATHS = 19;
  private static final int DIRECTORIES = 23;
  private static final int LONGEST_NAME = 64;

  /** A regular file that only root may read. */
  private static final int FILE_MODE = 0100400;

  private static final int FOLDER_MODE = 040555;

  /** One file, with where its content begins. */
  private record Placed(String name, int length, int sector) {}

  private final String label;
  private final List<Placed> files = new ArrayList<>();
  private final int folderSectors;
  private final int sectors;
  private final byte[] image;
  private final ByteWriter out;

  private SeedIso(String label, SortedMap<String, byte[]> contents) {
    this.label = label;
    // a record with all its extensions is at most 255 bytes, and some fit in a sector
    folderSectors = 1 + contents.size() / 6;
    int next = DIRECTORIES + 2 * folderSectors;
    for (var entry : contents.entrySet()) {
      files.add(new Placed(entry.getKey(), entry.getValue().length, next));
      next += sectorsOf(entry.getValue().length);
    }
    sectors = next;
    image = new byte[next * SECTOR];
    out = new ByteWriter(image);
  }

  private static int sectorsOf(int bytes) {
    return Math.max(1, (bytes + SECTOR - 1) / SECTOR);
  }

  /**
   * @param contents by name; names are plain ones, without folders
   */
  static byte[] of(String label, SortedMap<String, byte[]> contents) {
    SeedIso iso = new SeedIso(label, contents);
    iso.descriptor(PRIMARY, false);
    iso.descriptor(JOLIET, true);
    iso.end();
    iso.paths(PATHS, DIRECTORIES);
    iso.paths(PATHS + 2, DIRECTORIES + iso.folderSectors);
    iso.folder(DIRECTORIES, false);
    iso.folder(DIRECTORIES + iso.folderSectors, true);
    for (Placed file : iso.files) {
      iso.out.bytes(file.sector * SECTOR, contents.getOrDefault(file.name, new byte[0]));
    }
    return iso.image;
  }

  private void descriptor(int sector, boolean joliet) {
    int at = sector * SECTOR;
    out.u8(at, joliet ? 2 : 1);
    out.padded(at + 1, 5, "CD001");
    out.u8(at + 6, 1);
    text(at + 8, 32, "LINUX", joliet);
    text(at + 40, 32, label, joliet);
    out.both32(at + 80, sectors);
    if (joliet) {
      // UCS-2, level 3
      out.padded(at + 88, 3, "%/E");
    }
    out.both16(at + 120, 1);
    out.both16(at + 124, 1);
    out.both16(at + 128, SECTOR);
    out.both32(at + 132, 10);
    int paths = joliet ? PATHS + 2 : PATHS;
    out.u32le(at + 140, paths);
    out.u32be(at + 148, paths + 1);
    int root = DIRECTORIES + (joliet ? folderSectors : 0);
    folderRecord(at + 156, 34, root, 0);
    text(at + 190, 128, "", joliet);
    text(at + 318, 128, "", joliet);
    text(at + 446, 128, "", joliet);
    text(at + 574, 128, "VITRINE", joliet);
    text(at + 702, 37, "", joliet);
    text(at + 739, 37, "", joliet);
    text(at + 776, 37, "", joliet);
    for (int date = 813; date <= 864; date += 17) {
      out.padded(
          at + date, 16, date == 847 || date == 864 ? "0000000000000000" : "2000010100000000");
    }
    out.u8(at + 881, 1);
  }

  private void text(int at, int length, String text, boolean joliet) {
    if (!joliet) {
      out.padded(at, length, text);
      return;
    }
    for (int i = 0; i + 1 < length; i += 2) {
      out.u16be(at + i, i / 2 < text.length() ? text.charAt(i / 2) : ' ');
    }
  }

  private void end() {
    int at = END * SECTOR;
    out.u8(at, 255);
    out.padded(at + 1, 5, "CD001");
    out.u8(at + 6, 1);
  }

  /** The table of folders, which has the root only, in both orders of bytes. */
  private void paths(int sector, int root) {
    int at = sector * SECTOR;
    out.u8(at, 1);
    out.u32le(at + 2, root);
    out.u16le(at + 6, 1);
    at += SECTOR;
    out.u8(at, 1);
    out.u32be(at + 2, root);
    out.u16be(at + 6, 1);
  }

  private void folder(int sector, boolean joliet) {
    int at = sector * SECTOR;
    byte[] self = joliet ? new byte[0] : rootExtensions();
    folderRecord(at, 34 + self.length, sector, 0);
    out.bytes(at + 34, self);
    at += 34 + self.length;
    byte[] parent = joliet ? new byte[0] : mode(FOLDER_MODE, 2);
    folderRecord(at, 34 + parent.length, sector, 1);
    out.bytes(at + 34, parent);
    at += 34 + parent.length;
    for (Named file : named(joliet)) {
      byte[] extensions = joliet ? new byte[0] : fileExtensions(file.placed.name);
      byte[] letters =
          joliet ? ByteWriter.utf16be(file.name) : file.name.getBytes(StandardCharsets.US_ASCII);
      int name = 33 + letters.length;
      int size = name + name % 2 + extensions.length;
      size += size % 2;
      if (at % SECTOR + size > SECTOR) {
        at = (at / SECTOR + 1) * SECTOR;
      }
      record(at, size, file.placed.sector, file.placed.length, 0);
      out.u8(at + 32, letters.length);
      out.bytes(at + 33, letters);
      out.bytes(at + name + name % 2, extensions);
      at += size;
    }
  }

  private record Named(String name, Placed placed) {}

  /** In the order of the names as they are written, which readers rely on. */
  private List<Named> named(boolean joliet) {
    List<Named> named = new ArrayList<>();
    Set<String> taken = new HashSet<>();
    for (Placed file : files) {
      named.add(new Named(joliet ? cut(file.name) + ";1" : plain(file.name, taken), file));
    }
    named.sort(Comparator.comparing(Named::name));
    return named;
  }

  private static String cut(String name) {
    return name.length() > LONGEST_NAME ? name.substring(0, LONGEST_NAME) : name;
  }

  /** Eight letters, a dot and three: what every reader takes. */
  private static String plain(String name, Set<String> taken) {
    String upper = name.toUpperCase(Locale.ROOT);
    int dot = upper.lastIndexOf('.');
    String stem = clean(dot < 0 ? upper : upper.substring(0, dot));
    String end = dot < 0 ? "" : clean(upper.substring(dot + 1));
    String ending = end.substring(0, Math.min(3, end.length()));
    for (int number = 0; ; number++) {
      String count = number == 0 ? "" : String.valueOf(number);
      String made = stem.substring(0, Math.min(8 - count.length(), stem.length())) + count;
      String whole = made + "." + ending + ";1";
      if (taken.add(whole)) {
        return whole;
      }
    }
  }

  private static String clean(String text) {
    return text.replaceAll("[^A-Z0-9_]", "_");
  }

  private void folderRecord(int at, int size, int sector, int name) {
    record(at, size, sector, folderSectors * SECTOR, 2);
    out.u8(at + 32, 1);
    out.u8(at + 33, name);
  }

  private void record(int at, int size, int sector, int length, int flags) {
    out.u8(at, size);
    out.both32(at + 2, sector);
    out.both32(at + 10, length);
    out.u8(at + 18, 100);
    out.u8(at + 19, 1);
    out.u8(at + 20, 1);
    out.u8(at + 25, flags);
    out.both16(at + 28, 1);
  }

  /** SP says that there are extensions, ER whose. */
  private static byte[] rootExtensions() {
    byte[] mode = mode(FOLDER_MODE, 2);
    byte[] id = "RRIP_1991A".getBytes(StandardCharsets.US_ASCII);
    byte[] bytes = new byte[8 + mode.length + 8 + id.length];
    ByteWriter out = new ByteWriter(bytes);
    out.padded(0, 2, "SP");
    out.u8(2, 7);
    out.u8(3, 1);
    out.u8(4, 0xbe);
    out.u8(5, 0xef);
    int at = 7;
    out.bytes(at, mode);
    at += mode.length;
    out.padded(at, 2, "ER");
    out.u8(at + 2, 8 + id.length);
    out.u8(at + 3, 1);
    out.u8(at + 4, id.length);
    out.u8(at + 7, 1);
    out.bytes(at + 8, id);
    return bytes;
  }

  private static byte[] fileExtensions(String name) {
    byte[] mode = mode(FILE_MODE, 1);
    byte[] letters = name.getBytes(StandardCharsets.UTF_8);
    byte[] bytes = new byte[mode.length + 5 + letters.length];
    ByteWriter out = new ByteWriter(bytes);
    out.bytes(0, mode);
    int at = mode.length;
    out.padded(at, 2, "NM");
    out.u8(at + 2, 5 + letters.length);
    out.u8(at + 3, 1);
    out.bytes(at + 5, letters);
    return bytes;
  }

  private static byte[] mode(int mode, int links) {
    byte[] bytes = new byte[36];
    ByteWriter out = new ByteWriter(bytes);
    out.padded(0, 2, "PX");
    out.u8(2, 36);
    out.u8(3, 1);
    out.both32(4, mode);
    out.both32(12, links);
    return bytes;
  }
}
