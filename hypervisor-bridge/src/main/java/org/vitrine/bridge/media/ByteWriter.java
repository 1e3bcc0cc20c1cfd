package org.vitrine.bridge.media;

import java.nio.charset.StandardCharsets;

/** Puts numbers and letters at places of a block. */
final class ByteWriter {

  private final byte[] block;

  ByteWriter(byte[] block) {
    this.block = block;
  }

  void u8(int at, int value) {
    block[at] = (byte) value;
  }

  void u16le(int at, int value) {
    u8(at, value);
    u8(at + 1, value >> 8);
  }

  void u16be(int at, int value) {
    u8(at, value >> 8);
    u8(at + 1, value);
  }

  void u32le(int at, int value) {
    u16le(at, value);
    u16le(at + 2, value >> 16);
  }

  void u32be(int at, int value) {
    u16be(at, value >> 16);
    u16be(at + 2, value);
  }

  /** Both ways, one after the other, as ISO 9660 wants it. */
  void both16(int at, int value) {
    u16le(at, value);
    u16be(at + 2, value);
  }

  void both32(int at, int value) {
    u32le(at, value);
    u32be(at + 4, value);
  }

  void bytes(int at, byte[] bytes) {
    System.arraycopy(bytes, 0, block, at, bytes.length);
  }

  /** Letters of ASCII, filled up with blanks. */
  void padded(int at, int length, String text) {
    for (int i = 0; i < length; i++) {
      u8(at + i, i < text.length() ? text.charAt(i) : ' ');
    }
  }

  static byte[] utf16be(String text) {
    return text.getBytes(StandardCharsets.UTF_16BE);
  }
}
