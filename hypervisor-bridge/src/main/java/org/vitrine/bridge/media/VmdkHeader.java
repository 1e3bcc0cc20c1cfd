package org.vitrine.bridge.media;

import java.io.IOException;
import java.util.Locale;
import java.util.Set;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.vitrine.bridge.media.ImageFacts.Finding;
import org.vitrine.model.os.MediaReading.Fault;

/**
 * VMware's format. Only images in one file are taken: the others name files that the emulator would
 * open.
 */
final class VmdkHeader {

  private static final int SECTOR = 512;
  private static final int LONGEST_DESCRIPTOR = 20 * 1024;
  private static final Set<String> IN_ONE_FILE = Set.of("monolithicsparse", "streamoptimized");
  private static final Pattern TYPE =
      Pattern.compile("(?im)^[ \\t]*createType[ \\t]*=[ \\t]*\"([^\"\n]*)\"");
  private static final Pattern PARENT =
      Pattern.compile("(?im)^[ \\t]*parentCID[ \\t]*=[ \\t]*(\\w+)");
  private static final Pattern HINT =
      Pattern.compile("(?im)^[ \\t]*parentFileNameHint[ \\t]*=[ \\t]*\"([^\"\n]*)\"");
  private static final Pattern EXTENT =
      Pattern.compile(
          "(?im)^[ \\t]*(?:RW|RDONLY|NOACCESS)[ \\t]+(\\d+)[ \\t]+(\\w+)(?:[ \\t]+\"([^\"\n]*)\")?");

  private VmdkHeader() {}

  static boolean isOne(Bytes start) {
    return start.startsWith("KDMV") || start.startsWith("COWD") || isDescriptor(start);
  }

  private static boolean isDescriptor(Bytes start) {
    return start
        .text(0, 512)
        .stripLeading()
        .toLowerCase(Locale.ROOT)
        .startsWith("# disk descriptorfile");
  }

  static ImageFacts read(Window file, Bytes start) throws IOException {
    Finding found = new Finding("vmdk");
    if (start.startsWith("COWD")) {
      // a part of a disk that lies in several files
      found.size(start.u32le(12), SECTOR);
      found.refersTo("extent", "COWD");
    } else if (start.startsWith("KDMV")) {
      sparse(file, start, found);
    } else {
      descriptor(file.at(0, LONGEST_DESCRIPTOR), false, found);
    }
    return found.facts();
  }

  private static void sparse(Window file, Bytes start, Finding found) throws IOException {
    if (!start.has(79)) {
      found.add(Fault.TOO_SHORT);
      return;
    }
    long version = start.u32le(4);
    found.version(version);
    if (version < 1 || version > 3) {
      found.add(Fault.TOO_NEW);
    }
    found.size(start.u64le(12), SECTOR);
    long grain = start.u64le(20);
    found.corruptUnless(grain > 0 && grain <= 1 << 20 && Long.bitCount(grain) == 1);
    long perTable = start.u32le(44);
    found.corruptUnless(perTable > 0 && perTable <= 512);
    // line ends turned into others show a transfer as text
    found.corruptUnless(
        start.u8(73) == '\n'
            && start.u8(74) == ' '
            && start.u8(75) == '\r'
            && start.u8(76) == '\n');
    long directory = start.u64le(56);
    boolean atEnd = directory == -1;
    found.corruptUnless(
        atEnd ? file.size() >= 3 * SECTOR : directory > 0 && directory <= file.size() / SECTOR);
    long at = start.u64le(28);
    long length = start.u64le(36);
    if (at > 0 && at < file.size() / SECTOR && length > 0) {
      int bytes = (int) Math.min(length, LONGEST_DESCRIPTOR / SECTOR) * SECTOR;
      descriptor(file.at(at * SECTOR, bytes), true, found);
    } else {
      // it belongs to a descriptor in a file of its own
      found.corruptUnless(at == 0);
    }
  }

  private static void descriptor(Bytes bytes, boolean embedded, Finding found) {
    String text = bytes.text(0, bytes.length());
    Matcher type = TYPE.matcher(text);
    String createType = type.find() ? type.group(1) : "";
    Matcher parent = PARENT.matcher(text);
    if (parent.find() && !parent.group(1).equalsIgnoreCase("ffffffff")) {
      Matcher hint = HINT.matcher(text);
      found.refersTo("parent", hint.find() ? hint.group(1) : "");
    }
    int extents = 0;
    String last = "";
    long sectors = 0;
    Matcher extent = EXTENT.matcher(text);
    while (extent.find()) {
      extents++;
      sectors += sectors(extent.group(1));
      last = extent.group(3) == null ? "" : extent.group(3);
    }
    if (!embedded) {
      found.size(sectors, SECTOR);
    }
    boolean one =
        embedded && extents <= 1 && IN_ONE_FILE.contains(createType.toLowerCase(Locale.ROOT));
    if (!one) {
      found.refersTo("extent", last.isEmpty() ? createType : last);
    }
  }

  private static long sectors(String digits) {
    return digits.length() > 15 ? 0 : Long.parseLong(digits);
  }
}
