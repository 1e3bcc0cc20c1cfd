package org.vitrine.bridge.media;

import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.nio.charset.StandardCharsets;

/** Part of a file. What lies beyond its end reads as zero: ask {@link #has} where that matters. */
final class Bytes {

  static final Bytes NONE = new Bytes(new byte[0]);

  private final byte[] bytes;

  Bytes(byte[] bytes) {
    this.bytes = bytes;
  }

  int length() {
    return bytes.length;
  }

  boolean has(int end) {
    return bytes.length >= end;
  }

  int u8(int at) {
    return at >= 0 && at < bytes.length ? bytes[at] & 0xff : 0;
  }

  int u16le(int at) {
    return (int) number(at, 2, ByteOrder.LITTLE_ENDIAN);
  }

  int u16be(int at) {
    return (int) number(at, 2, ByteOrder.BIG_ENDIAN);
  }

  long u32le(int at) {
    return number(at, 4, ByteOrder.LITTLE_ENDIAN);
  }

  long u32be(int at) {
    return number(at, 4, ByteOrder.BIG_ENDIAN);
  }

  /** Numbers of 64 bits come out negative where they are absurd. */
  long u64le(int at) {
    return number(at, 8, ByteOrder.LITTLE_ENDIAN);
  }

  long u64be(int at) {
    return number(at, 8, ByteOrder.BIG_ENDIAN);
  }

  private long number(int at, int width, ByteOrder order) {
    long value = 0;
    for (int i = 0; i < width; i++) {
      int index = order == ByteOrder.BIG_ENDIAN ? at + i : at + width - 1 - i;
      value = value << 8 | u8(index);
    }
    return value;
  }

  boolean startsWith(String magic) {
    return textAt(0, magic);
  }

  boolean textAt(int at, String text) {
    byte[] wanted = text.getBytes(StandardCharsets.ISO_8859_1);
    if (!has(at + wanted.length)) {
      return false;
    }
    for (int i = 0; i < wanted.length; i++) {
      if (bytes[at + i] != wanted[i]) {
        return false;
      }
    }
    return true;
  }

  boolean isZero(int from, int to) {
    for (int i = from; i < to; i++) {
      if (u8(i) != 0) {
        return false;
      }
    }
    return true;
  }

  /** As one byte a character; up to the first zero. */
  String text(int from, int length) {
    int start = Math.clamp(from, 0, bytes.length);
    int end = (int) Math.clamp((long) start + length, start, (long) bytes.length);
    int stop = start;
    while (stop < end && bytes[stop] != 0) {
      stop++;
    }
    return new String(bytes, start, stop - start, StandardCharsets.ISO_8859_1);
  }

  /** The bytes themselves, in a buffer of their own. */
  ByteBuffer buffer(int from, int length) {
    int start = Math.clamp(from, 0, bytes.length);
    int end = (int) Math.clamp((long) start + length, start, (long) bytes.length);
    return ByteBuffer.wrap(java.util.Arrays.copyOfRange(bytes, start, end));
  }
}
