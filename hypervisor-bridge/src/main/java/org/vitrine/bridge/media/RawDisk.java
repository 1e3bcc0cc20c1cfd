package org.vitrine.bridge.media;

import java.io.IOException;
import java.util.Set;

/** A disk byte for byte: told by what every disk has at its start. */
final class RawDisk {

  private static final int SECTOR = 512;
  private static final long EFI_SYSTEM_FIRST = 0x11d2f81fc12a7328L;
  private static final long EFI_SYSTEM_SECOND = 0x3bc93ec9a0004bbaL;

  private RawDisk() {}

  /** A boot sector, or a partition table. */
  static boolean isOne(Bytes start) {
    return hasBootSector(start) || hasGpt(start);
  }

  static ImageFacts read(Window file, Bytes start) throws IOException {
    boolean gpt = hasGpt(start);
    boolean code = hasBootSector(start) && !start.isZero(0, 2);
    String decided =
        gpt ? "partitions=gpt" : hasBootSector(start) ? "partitions=mbr" : "header=none";
    boolean bootable = code || (gpt && hasEfiSystem(file, start));
    return new ImageFacts("raw", file.size(), decided, bootable, Set.of());
  }

  private static boolean hasBootSector(Bytes start) {
    return start.u8(510) == 0x55 && start.u8(511) == 0xaa;
  }

  private static boolean hasGpt(Bytes start) {
    return start.textAt(SECTOR, "EFI PART");
  }

  private static boolean hasEfiSystem(Window file, Bytes start) throws IOException {
    long at = start.u64le(SECTOR + 72);
    int size = (int) Math.clamp(start.u32le(SECTOR + 84), 128L, 4096L);
    int count = (int) Math.min(start.u32le(SECTOR + 80), Window.MOST_AT_ONCE / size);
    if (at <= 0 || at > file.size() / SECTOR) {
      return false;
    }
    Bytes entries = file.at(at * SECTOR, count * size);
    for (int i = 0; i < count; i++) {
      if (entries.u64le(i * size) == EFI_SYSTEM_FIRST
          && entries.u64le(i * size + 8) == EFI_SYSTEM_SECOND) {
        return true;
      }
    }
    return false;
  }
}
