package org.vitrine.bridge.media;

import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.nio.channels.FileChannel;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;

/** Writes the descriptors of an ISO, with any labels. */
public final class SyntheticIso {

  private static final int SECTOR = 2048;
  private static final int SECTORS = 22;
  private static final int CATALOGUE = 20;

  private final ByteBuffer bytes =
      ByteBuffer.allocate(SECTORS * SECTOR).order(ByteOrder.LITTLE_ENDIAN);

  public SyntheticIso() {
    bytes.put(16 * SECTOR, (byte) 1).put(16 * SECTOR + 1, "CD001\1".getBytes(latin()));
    text(8, 32, "");
    text(40, 32, "");
    text(318, 128, "");
    text(574, 128, "");
    blocks(SECTORS, SECTOR);
    bytes.put(17 * SECTOR, (byte) 255).put(17 * SECTOR + 1, "CD001\1".getBytes(latin()));
  }

  private static java.nio.charset.Charset latin() {
    return StandardCharsets.ISO_8859_1;
  }

  private void text(int at, int length, String text) {
    byte[] field = text.getBytes(StandardCharsets.UTF_8);
    for (int i = 0; i < length; i++) {
      bytes.put(16 * SECTOR + at + i, i < field.length ? field[i] : (byte) ' ');
    }
  }

  public SyntheticIso system(String label) {
    text(8, 32, label);
    return this;
  }

  public SyntheticIso volume(String label) {
    text(40, 32, label);
    return this;
  }

  public SyntheticIso publisher(String label) {
    text(318, 128, label);
    return this;
  }

  public SyntheticIso application(String label) {
    text(574, 128, label);
    return this;
  }

  /** Bytes as they are. */
  public SyntheticIso volume(byte[] label) {
    for (int i = 0; i < 32; i++) {
      bytes.put(16 * SECTOR + 40 + i, i < label.length ? label[i] : (byte) ' ');
    }
    return this;
  }

  public SyntheticIso blocks(long count, int size) {
    bytes.putInt(16 * SECTOR + 80, (int) count);
    bytes.putShort(16 * SECTOR + 128, (short) size);
    return this;
  }

  /** An El Torito catalogue: a platform, and another one after it where it is not negative. */
  public SyntheticIso bootable(int platform, int second) {
    int record = 17 * SECTOR;
    bytes.put(record, (byte) 0).put(record + 7, "EL TORITO SPECIFICATION".getBytes(latin()));
    bytes.putInt(record + 71, CATALOGUE);
    bytes.put(18 * SECTOR, (byte) 255).put(18 * SECTOR + 1, "CD001\1".getBytes(latin()));
    int at = CATALOGUE * SECTOR;
    bytes.put(at, (byte) 1).put(at + 1, (byte) platform);
    bytes.put(at + 30, (byte) 0x55).put(at + 31, (byte) 0xaa);
    bytes.put(at + 32, (byte) 0x88);
    if (second >= 0) {
      bytes.put(at + 64, (byte) 0x91).put(at + 65, (byte) second).putShort(at + 66, (short) 1);
      bytes.put(at + 96, (byte) 0x88);
    }
    return this;
  }

  public byte[] bytes() {
    return bytes.array().clone();
  }

  public Path write(Path file) throws IOException {
    try (FileChannel channel =
        FileChannel.open(file, StandardOpenOption.CREATE_NEW, StandardOpenOption.WRITE)) {
      // the first 16 sectors stay a hole
      channel.write(bytes.slice(16 * SECTOR, (SECTORS - 16) * SECTOR), 16L * SECTOR);
    }
    return file;
  }
}
