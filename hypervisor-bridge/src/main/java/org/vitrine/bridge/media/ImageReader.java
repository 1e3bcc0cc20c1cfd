package org.vitrine.bridge.media;

import java.io.IOException;

/** Chooses who reads a disk image, by its first bytes and never by its name. */
final class ImageReader {

  private static final int FOOTER = 512;

  private ImageReader() {}

  /** Whether its header names a format. */
  static boolean isMarked(Window file, Bytes start) throws IOException {
    return Qcow2Header.isOne(start)
        || VmdkHeader.isOne(start)
        || OtherHeaders.isVdi(start)
        || OtherHeaders.isQed(start)
        || OtherHeaders.isParallels(start)
        || OtherHeaders.isLuks(start)
        || MicrosoftHeaders.isVhdx(start)
        || MicrosoftHeaders.isVhd(start, end(file));
  }

  private static Bytes end(Window file) throws IOException {
    return file.at(file.size() - FOOTER, FOOTER);
  }

  /** What is of no format is a disk byte for byte. */
  static ImageFacts read(Window file, Bytes start) throws IOException {
    if (Qcow2Header.isOne(start)) {
      return Qcow2Header.read(file, start);
    } else if (VmdkHeader.isOne(start)) {
      return VmdkHeader.read(file, start);
    } else if (OtherHeaders.isVdi(start)) {
      return OtherHeaders.vdi(file, start);
    } else if (OtherHeaders.isQed(start)) {
      return OtherHeaders.qed(file, start);
    } else if (OtherHeaders.isParallels(start)) {
      return OtherHeaders.parallels(file, start);
    } else if (OtherHeaders.isLuks(start)) {
      return OtherHeaders.luks(file, start);
    } else if (MicrosoftHeaders.isVhdx(start)) {
      return MicrosoftHeaders.vhdx(file);
    }
    Bytes end = end(file);
    return MicrosoftHeaders.isVhd(start, end)
        ? MicrosoftHeaders.vhd(file, start, end)
        : RawDisk.read(file, start);
  }
}
