package org.vitrine.bridge.media;

import java.io.IOException;
import java.nio.charset.CharacterCodingException;
import java.nio.charset.StandardCharsets;
import java.util.Optional;
import org.vitrine.bridge.os.IsoLabels;

/**
 * The descriptors of an ISO 9660 volume.
 *
 * @param shownVolume its name as it may be shown, also where it is no proper text
 * @param bios whether it starts machines with a BIOS, by its El Torito catalogue
 * @param uefi whether it starts machines with UEFI
 * @param ppc whether it has what PowerPC machines start from
 */
record IsoReader(IsoLabels labels, String shownVolume, boolean bios, boolean uefi, boolean ppc) {

  static final long DESCRIPTORS = 32 * 1024;
  private static final int SECTOR = 2048;
  private static final int MOST_DESCRIPTORS = 16;
  private static final int PRIMARY = 1;
  private static final int END = 255;

  /** The platforms of El Torito. */
  private static final int PC = 0;

  private static final int POWER_PC = 1;
  private static final int EFI = 0xef;

  boolean bootable() {
    return bios || uefi || ppc;
  }

  /** Empty where it is no ISO. */
  static Optional<IsoReader> read(Window file) throws IOException {
    Bytes primary = file.at(DESCRIPTORS, SECTOR);
    if (!primary.textAt(1, "CD001") || primary.u8(0) != PRIMARY || !primary.has(SECTOR)) {
      return Optional.empty();
    }
    long volumeSize = primary.u32le(80) * primary.u16le(128);
    IsoLabels labels =
        new IsoLabels(
            label(primary, 40, 32),
            label(primary, 8, 32),
            label(primary, 318, 128),
            label(primary, 574, 128),
            volumeSize);
    Entries entries = new Entries();
    for (int i = 1; i < MOST_DESCRIPTORS; i++) {
      Bytes next = file.at(DESCRIPTORS + (long) i * SECTOR, SECTOR);
      if (!next.textAt(1, "CD001") || next.u8(0) == END) {
        break;
      }
      if (next.u8(0) == 0 && next.textAt(7, "EL TORITO SPECIFICATION")) {
        entries.read(file.at(next.u32le(71) * SECTOR, SECTOR));
        break;
      }
    }
    boolean ppc = entries.ppc || (!entries.any() && hasPpcStart(file, primary));
    String shown = Labels.shown(labels.volume().orElse(primary.text(40, 32)));
    return Optional.of(new IsoReader(labels, shown, entries.bios, entries.uefi, ppc));
  }

  /** As libosinfo cuts it: up to a zero, without blanks at the end, and only if it is text. */
  private static Optional<String> label(Bytes sector, int at, int length) {
    String raw = sector.text(at, length);
    try {
      String text =
          StandardCharsets.UTF_8.newDecoder().decode(sector.buffer(at, raw.length())).toString();
      int end = text.length();
      while (end > 0 && " \t\n\r\f\u000b".indexOf(text.charAt(end - 1)) >= 0) {
        end--;
      }
      return end == 0 ? Optional.empty() : Optional.of(text.substring(0, end));
    } catch (CharacterCodingException notText) {
      return Optional.empty();
    }
  }

  /** Old PowerPC media have no El Torito catalogue, but a file of this name. */
  private static boolean hasPpcStart(Window file, Bytes primary) throws IOException {
    Optional<Directory> root = Directory.at(primary, 156);
    Optional<Directory> ppc = root.isEmpty() ? root : root.get().child(file, "PPC");
    return ppc.isPresent() && ppc.get().child(file, "BOOTINFO.TXT").isPresent();
  }

  /** Where a directory's records lie. */
  private record Directory(long sector, int length) {

    static Optional<Directory> at(Bytes record, int offset) {
      long length = record.u32le(offset + 10);
      return Optional.of(
          new Directory(record.u32le(offset + 2), (int) Math.min(length, Window.MOST_AT_ONCE)));
    }

    Optional<Directory> child(Window file, String name) throws IOException {
      Bytes records = file.at(sector * SECTOR, length);
      int at = 0;
      while (at < records.length()) {
        int size = records.u8(at);
        if (size < 34) {
          // the rest of a sector is empty
          at = (at / SECTOR + 1) * SECTOR;
          continue;
        }
        String own = records.text(at + 33, records.u8(at + 32));
        int version = own.indexOf(';');
        if (name.equalsIgnoreCase(version < 0 ? own : own.substring(0, version))) {
          return at(records, at);
        }
        at += size;
      }
      return Optional.empty();
    }
  }

  /** The boot catalogue. */
  private static final class Entries {

    private static final int SIZE = 32;
    private static final int BOOTABLE = 0x88;

    private boolean bios;
    private boolean uefi;
    private boolean ppc;

    boolean any() {
      return bios || uefi || ppc;
    }

    void read(Bytes catalogue) {
      if (catalogue.u8(0) != 1 || catalogue.u16be(30) != 0x55aa) {
        return;
      }
      add(catalogue.u8(1), catalogue.u8(SIZE));
      int at = 2 * SIZE;
      while (catalogue.has(at + SIZE)) {
        int header = catalogue.u8(at);
        if (header != 0x90 && header != 0x91) {
          return;
        }
        int platform = catalogue.u8(at + 1);
        int count = catalogue.u16le(at + 2);
        at += SIZE;
        for (int i = 0; i < count && catalogue.has(at + SIZE); i++) {
          add(platform, catalogue.u8(at));
          at += SIZE;
        }
        if (header == 0x91) {
          return;
        }
      }
    }

    private void add(int platform, int indicator) {
      if (indicator == BOOTABLE) {
        switch (platform) {
          case PC -> bios = true;
          case POWER_PC -> ppc = true;
          case EFI -> uefi = true;
          default -> {
            // a machine of no kind known here
          }
        }
      }
    }
  }
}
