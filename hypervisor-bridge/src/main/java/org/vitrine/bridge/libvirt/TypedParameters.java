package org.vitrine.bridge.libvirt;

import com.sun.jna.Pointer;
import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.nio.charset.StandardCharsets;
import org.jspecify.annotations.Nullable;

/**
 * The typed parameters of one record, copied out of native memory in one piece and read in place:
 * mapped structures took five times as long.
 */
final class TypedParameters {

  /** More than libvirt's own protocol lets a server send for one machine. */
  private static final int MOST = 8192;

  static final int SIZE = 96;
  static final int TYPE_AT = 80;
  static final int VALUE_AT = 88;
  private static final int INT = 1;
  private static final int UINT = 2;
  private static final int LLONG = 3;
  private static final int ULLONG = 4;
  private static final int DOUBLE = 5;
  private static final int BOOLEAN = 6;
  private static final int STRING = 7;

  private final byte[] bytes;
  private final ByteBuffer buffer;
  private final int count;

  private TypedParameters(byte[] bytes) {
    this.bytes = bytes;
    buffer = ByteBuffer.wrap(bytes).order(ByteOrder.nativeOrder());
    count = bytes.length / SIZE;
  }

  static TypedParameters copy(@Nullable Pointer at, int count) {
    int bounded = at == null ? 0 : Math.max(0, Math.min(count, MOST));
    return new TypedParameters(at == null ? new byte[0] : at.getByteArray(0, bounded * SIZE));
  }

  static TypedParameters of(byte[] bytes) {
    return new TypedParameters(bytes);
  }

  int count() {
    return count;
  }

  /** The number in this field, or the default where it is absent or not a number. */
  long number(String field, long otherwise) {
    int index = find(field);
    return index < 0 ? otherwise : number(index, otherwise);
  }

  boolean has(String field) {
    return find(field) >= 0;
  }

  /** The text in this field; valid only while the native record lives. */
  String text(String field) {
    int index = find(field);
    if (index < 0 || type(index) != STRING) {
      return "";
    }
    long address = buffer.getLong(index * SIZE + VALUE_AT);
    return address == 0 ? "" : Told.text(new Pointer(address));
  }

  /** The sum over {@code group.0.tail}, {@code group.1.tail}, ... */
  long sum(String group, long groups, String tail) {
    long sum = 0;
    for (long i = 0; i < Math.min(groups, count); i++) {
      sum += number(group + '.' + i + '.' + tail, 0);
    }
    return sum;
  }

  private long number(int index, long otherwise) {
    int at = index * SIZE + VALUE_AT;
    return switch (type(index)) {
      case INT -> buffer.getInt(at);
      case UINT -> Integer.toUnsignedLong(buffer.getInt(at));
      case LLONG -> buffer.getLong(at);
      // beyond a long is nonsense for anything that is counted here
      case ULLONG -> Math.max(0, buffer.getLong(at));
      case DOUBLE -> (long) buffer.getDouble(at);
      case BOOLEAN -> bytes[at] == 0 ? 0 : 1;
      default -> otherwise;
    };
  }

  private int type(int index) {
    return buffer.getInt(index * SIZE + TYPE_AT);
  }

  private int find(String field) {
    byte[] wanted = field.getBytes(StandardCharsets.ISO_8859_1);
    if (wanted.length >= TYPE_AT) {
      return -1;
    }
    for (int i = 0; i < count; i++) {
      int at = i * SIZE;
      int k = 0;
      while (k < wanted.length && bytes[at + k] == wanted[k]) {
        k++;
      }
      if (k == wanted.length && bytes[at + k] == 0) {
        return i;
      }
    }
    return -1;
  }
}
