package org.vitrine.bridge.media;

import java.io.IOException;
import org.vitrine.bridge.media.ImageFacts.Finding;
import org.vitrine.model.os.MediaReading.Fault;

/** QEMU's own format, versions 2 and 3, and its forerunner; by docs/interop/qcow2.txt of QEMU. */
final class Qcow2Header {

  private static final int LONGEST_NAME = 1023;
  private static final long MOST_L1_ENTRIES = 32L * 1024 * 1024 / 8;
  private static final long MOST_REFCOUNT_TABLE = 8L * 1024 * 1024;

  private static final long CORRUPT = 1 << 1;
  private static final long EXTERNAL_DATA = 1 << 2;

  /** Dirty, corrupt, external data file, compression type, extended L2 entries. */
  private static final long KNOWN = 0b11111;

  private static final long EXTENSION_DATA_FILE = 0x44415441L;
  private static final int MOST_EXTENSIONS = 64;

  private Qcow2Header() {}

  static boolean isOne(Bytes start) {
    return start.startsWith("QFI\u00fb");
  }

  static ImageFacts read(Window file, Bytes start) throws IOException {
    long version = start.u32be(4);
    if (version == 1) {
      return first(file, start);
    }
    Finding found = new Finding("qcow2");
    found.version(version);
    if (version != 2 && version != 3) {
      found.add(Fault.TOO_NEW);
      return found.facts();
    }
    if (!start.has(version == 2 ? 72 : 104)) {
      found.add(Fault.TOO_SHORT);
      return found.facts();
    }
    long size = start.u64be(24);
    found.size(size);
    clusters(file, start, size, found);
    long headerLength = version == 2 ? 72 : start.u32be(100);
    if (version == 3) {
      features(start, headerLength, found);
    }
    long crypt = start.u32be(32);
    found.corruptUnless(crypt >= 0 && crypt <= 2);
    if (crypt != 0) {
      found.add(Fault.ENCRYPTED);
    }
    backing(file, start, found);
    extensions(file, headerLength, start, found);
    return found.facts();
  }

  private static void clusters(Window file, Bytes start, long size, Finding found) {
    long bits = start.u32be(20);
    boolean sane = bits >= 9 && bits <= 21;
    found.corruptUnless(sane);
    if (!sane) {
      return;
    }
    long cluster = 1L << bits;
    long entries = start.u32be(36);
    long table = start.u64be(40);
    long covered = cluster * (cluster / 8);
    found.corruptUnless(entries <= MOST_L1_ENTRIES);
    found.corruptUnless(size <= 0 || entries > (size - 1) / covered);
    found.corruptUnless(isInside(file, table, entries * 8, cluster));
    long refcounts = start.u64be(48);
    long refcountLength = start.u32be(56) * cluster;
    found.corruptUnless(
        start.u32be(56) > 0
            && refcountLength <= MOST_REFCOUNT_TABLE
            && isInside(file, refcounts, 8, cluster));
    long snapshots = start.u32be(60);
    found.corruptUnless(
        snapshots <= 65_536
            && (snapshots == 0 || isInside(file, start.u64be(64), 40 * snapshots, 8)));
  }

  private static boolean isInside(Window file, long offset, long length, long alignment) {
    return offset >= 0
        && offset % alignment == 0
        && offset <= file.size()
        && length <= file.size() - offset;
  }

  private static void features(Bytes start, long headerLength, Finding found) {
    long incompatible = start.u64be(72);
    if ((incompatible & ~KNOWN) != 0) {
      found.add(Fault.TOO_NEW);
    }
    if ((incompatible & CORRUPT) != 0) {
      found.add(Fault.CORRUPT);
    }
    if ((incompatible & EXTERNAL_DATA) != 0) {
      found.refersTo("data-file", "");
    }
    // more than 6 bits of a count of references are not in use
    found.corruptUnless(start.u32be(96) <= 6 && headerLength >= 104);
    if (headerLength > 104 && start.u8(104) > 1) {
      found.add(Fault.TOO_NEW);
    }
  }

  private static void backing(Window file, Bytes start, Finding found) throws IOException {
    long at = start.u64be(8);
    if (at == 0) {
      return;
    }
    long length = start.u32be(16);
    found.corruptUnless(at > 0 && at < file.size() && length <= LONGEST_NAME);
    String name = file.at(at, (int) Math.min(length, LONGEST_NAME)).text(0, LONGEST_NAME);
    found.refersTo("backing-file", name);
  }

  /** Between the header and the name of the backing file or the end of the first cluster. */
  private static void extensions(Window file, long headerLength, Bytes start, Finding found)
      throws IOException {
    long at = headerLength;
    long backing = start.u64be(8);
    long cluster = 1L << Math.clamp(start.u32be(20), 9, 21);
    long end = backing > 0 ? Math.min(backing, cluster) : cluster;
    for (int i = 0; i < MOST_EXTENSIONS && at + 8 <= end; i++) {
      Bytes extension = file.at(at, 8 + LONGEST_NAME);
      long type = extension.u32be(0);
      long length = extension.u32be(4);
      if (type == 0 || !extension.has(8)) {
        return;
      }
      if (type == EXTENSION_DATA_FILE) {
        found.refersTo("data-file", extension.text(8, (int) Math.min(length, LONGEST_NAME)));
      }
      if (length > end - at) {
        found.add(Fault.CORRUPT);
        return;
      }
      at += 8 + (length + 7) / 8 * 8;
    }
  }

  /** Version 1: nobody makes it any more. */
  private static ImageFacts first(Window file, Bytes start) throws IOException {
    Finding found = new Finding("qcow");
    found.version(1);
    if (!start.has(48)) {
      found.add(Fault.TOO_SHORT);
      return found.facts();
    }
    found.size(start.u64be(24));
    int clusterBits = start.u8(32);
    int tableBits = start.u8(33);
    boolean sane = clusterBits >= 9 && clusterBits <= 16 && tableBits >= 6 && tableBits <= 13;
    found.corruptUnless(sane);
    if (sane) {
      long entries = (Math.max(0, start.u64be(24) - 1) >>> (clusterBits + tableBits)) + 1;
      found.corruptUnless(
          entries <= MOST_L1_ENTRIES && isInside(file, start.u64be(40), entries * 8, 8));
    }
    if (start.u32be(36) != 0) {
      found.add(Fault.ENCRYPTED);
    }
    backing(file, start, found);
    return found.facts();
  }
}
