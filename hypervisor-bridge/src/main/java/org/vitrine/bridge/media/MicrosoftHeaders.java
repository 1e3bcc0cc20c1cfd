package org.vitrine.bridge.media;

import java.io.IOException;
import org.vitrine.bridge.media.ImageFacts.Finding;
import org.vitrine.model.os.MediaReading.Fault;

/** Microsoft's formats: the old one with a footer, and the new one with regions. */
final class MicrosoftHeaders {

  private static final int SECTOR = 512;
  private static final int DYNAMIC = 3;
  private static final int DIFFERENCING = 4;

  private static final int REGIONS = 192 * 1024;
  private static final int ENTRY = 32;
  private static final int MOST_ENTRIES = 64;

  /** As the bytes lie in the file, read as two numbers. */
  private static final Guid METADATA = new Guid(0x4b9a47908b7ca206L, 0x6e880f055f57feb8L);

  private static final Guid FILE_PARAMETERS = new Guid(0x4d43fa36caa16737L, 0x6be744aaf033b6b3L);
  private static final Guid DISK_SIZE = new Guid(0x4876cd1b2fa54224L, 0xb8f43bd8be5d11b2L);

  private MicrosoftHeaders() {}

  private record Guid(long first, long second) {
    static Guid at(Bytes bytes, int offset) {
      return new Guid(bytes.u64le(offset), bytes.u64le(offset + 8));
    }
  }

  static boolean isVhdx(Bytes start) {
    return start.startsWith("vhdxfile");
  }

  /** The footer at the end, of which one that grows has a copy at its start. */
  static boolean isVhd(Bytes start, Bytes end) {
    return start.startsWith("conectix") || end.startsWith("conectix");
  }

  static ImageFacts vhd(Window file, Bytes start, Bytes end) throws IOException {
    Finding found = new Finding("vpc");
    Bytes footer = start.startsWith("conectix") ? start : end;
    if (!footer.has(SECTOR)) {
      found.add(Fault.TOO_SHORT);
      return found.facts();
    }
    found.version(footer.u16be(12));
    found.size(footer.u64be(48));
    found.corruptUnless(isSum(footer, SECTOR, 64));
    long type = footer.u32be(60);
    if (type == DYNAMIC || type == DIFFERENCING) {
      long at = footer.u64be(16);
      Bytes header = file.at(at, 1024);
      found.corruptUnless(header.has(1024) && header.startsWith("cxsparse"));
      long block = header.u32be(32);
      found.corruptUnless(block >= SECTOR && Long.bitCount(block) == 1);
      long table = header.u64be(16);
      found.corruptUnless(
          table > 0 && table <= file.size() && header.u32be(28) * 4 <= file.size() - table);
    }
    if (type == DIFFERENCING) {
      found.refersTo("parent", "");
    } else if (type != DYNAMIC && type != 2) {
      found.add(Fault.CORRUPT);
    } else if (type == 2) {
      // the disk itself lies before the footer
      found.corruptUnless(footer.u64be(48) <= file.size() - SECTOR);
    }
    return found.facts();
  }

  /** The complement of the sum of all bytes but those of the sum itself. */
  private static boolean isSum(Bytes bytes, int length, int at) {
    long sum = 0;
    for (int i = 0; i < length; i++) {
      if (i < at || i >= at + 4) {
        sum += bytes.u8(i);
      }
    }
    return (~sum & 0xffff_ffffL) == bytes.u32be(at);
  }

  static ImageFacts vhdx(Window file) throws IOException {
    Finding found = new Finding("vhdx");
    boolean header = file.at(64 * 1024, 4).startsWith("head");
    boolean copy = file.at(128 * 1024, 4).startsWith("head");
    Bytes regions = file.at(REGIONS, 16 + MOST_ENTRIES * ENTRY);
    if (file.size() < REGIONS + 64 * 1024L) {
      found.add(Fault.TOO_SHORT);
      return found.facts();
    }
    found.corruptUnless((header || copy) && regions.startsWith("regi"));
    long metadata = -1;
    for (int i = 0; i < Math.min(regions.u32le(8), MOST_ENTRIES); i++) {
      int at = 16 + i * ENTRY;
      if (Guid.at(regions, at).equals(METADATA)) {
        metadata = regions.u64le(at + 16);
      }
    }
    Bytes table = file.at(metadata, 32 + MOST_ENTRIES * ENTRY);
    found.corruptUnless(table.startsWith("metadata"));
    boolean sized = false;
    for (int i = 0; i < Math.min(table.u16le(10), MOST_ENTRIES); i++) {
      int at = 32 + i * ENTRY;
      Guid item = Guid.at(table, at);
      Bytes value = file.at(metadata + table.u32le(at + 16), 8);
      if (item.equals(DISK_SIZE)) {
        sized = value.has(8);
        found.size(value.u64le(0));
      } else if (item.equals(FILE_PARAMETERS) && (value.u32le(4) & 2) != 0) {
        found.refersTo("parent", "");
      }
    }
    found.corruptUnless(sized);
    return found.facts();
  }
}
