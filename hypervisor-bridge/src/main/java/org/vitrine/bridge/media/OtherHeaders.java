package org.vitrine.bridge.media;

import java.io.IOException;
import org.vitrine.bridge.media.ImageFacts.Finding;
import org.vitrine.model.os.MediaReading.Fault;

/** VirtualBox's format, QED, Parallels' and LUKS. */
final class OtherHeaders {

  private static final int SECTOR = 512;
  private static final long VDI_SIGNATURE = 0xbeda107fL;
  private static final long MEBIBYTE = 1024 * 1024;

  private OtherHeaders() {}

  static boolean isVdi(Bytes start) {
    return start.u32le(64) == VDI_SIGNATURE;
  }

  static ImageFacts vdi(Window file, Bytes start) {
    Finding found = new Finding("vdi");
    if (!start.has(456)) {
      found.add(Fault.TOO_SHORT);
      return found.facts();
    }
    long version = start.u32le(68);
    found.version(version >>> 16);
    if (version != 0x10001) {
      found.add(Fault.TOO_NEW);
    }
    long type = start.u32le(76);
    if (type == 4 || !start.isZero(424, 456)) {
      found.refersTo("parent", "");
    } else {
      found.corruptUnless(type == 1 || type == 2);
    }
    long size = start.u64le(368);
    long blocks = start.u32le(384);
    found.size(size);
    found.corruptUnless(
        start.u32le(360) == SECTOR
            && start.u32le(376) == MEBIBYTE
            && start.u32le(340) % SECTOR == 0
            && start.u32le(344) % SECTOR == 0);
    // 0x3fffffff blocks are QEMU's bound too
    found.corruptUnless(blocks <= 0x3fff_ffffL && size <= blocks * MEBIBYTE);
    found.corruptUnless(
        start.u32le(340) <= file.size() && blocks * 4 <= file.size() - start.u32le(340));
    return found.facts();
  }

  static boolean isQed(Bytes start) {
    return start.startsWith("QED\0");
  }

  static ImageFacts qed(Window file, Bytes start) throws IOException {
    Finding found = new Finding("qed");
    if (!start.has(64)) {
      found.add(Fault.TOO_SHORT);
      return found.facts();
    }
    long cluster = start.u32le(4);
    found.size(start.u64le(48));
    found.corruptUnless(cluster >= 4096 && cluster <= 64 * MEBIBYTE && Long.bitCount(cluster) == 1);
    long tables = start.u32le(8);
    found.corruptUnless(tables >= 1 && tables <= 16 && Long.bitCount(tables) == 1);
    long l1 = start.u64le(40);
    found.corruptUnless(l1 > 0 && l1 % Math.max(1, cluster) == 0 && l1 < file.size());
    long features = start.u64le(16);
    if ((features & ~7L) != 0) {
      found.add(Fault.TOO_NEW);
    }
    if ((features & 1) != 0) {
      int length = (int) Math.min(start.u32le(60), 1023);
      found.refersTo("backing-file", file.at(start.u32le(56), length).text(0, length));
    }
    return found.facts();
  }

  static boolean isParallels(Bytes start) {
    return start.startsWith("WithoutFreeSpace") || start.startsWith("WithouFreSpacExt");
  }

  static ImageFacts parallels(Window file, Bytes start) {
    Finding found = new Finding("parallels");
    if (!start.has(64)) {
      found.add(Fault.TOO_SHORT);
      return found.facts();
    }
    if (start.u32le(16) != 2) {
      found.add(Fault.TOO_NEW);
    }
    boolean old = start.startsWith("WithoutFreeSpace");
    found.size(old ? start.u32le(36) : start.u64le(36), SECTOR);
    long entries = start.u32le(32);
    found.corruptUnless(start.u32le(28) > 0 && entries * 4 + 64 <= file.size());
    return found.facts();
  }

  static boolean isLuks(Bytes start) {
    return start.startsWith("LUKS\u00ba\u00be");
  }

  static ImageFacts luks(Window file, Bytes start) {
    Finding found = new Finding("luks");
    found.version(start.u16be(6));
    long payload = start.u16be(6) == 1 ? start.u32be(104) * SECTOR : 0;
    found.size(Math.max(0, file.size() - payload));
    found.add(Fault.ENCRYPTED);
    return found.facts();
  }
}
