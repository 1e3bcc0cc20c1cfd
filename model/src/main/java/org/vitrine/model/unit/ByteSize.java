package org.vitrine.model.unit;

/** A number of bytes. */
public record ByteSize(long bytes) implements Comparable<ByteSize> {

  public static final ByteSize ZERO = new ByteSize(0);

  public static ByteSize kib(long kib) {
    return new ByteSize(Math.multiplyExact(kib, 1024L));
  }

  public static ByteSize mib(long mib) {
    return new ByteSize(Math.multiplyExact(mib, 1024L * 1024));
  }

  public static ByteSize gib(long gib) {
    return new ByteSize(Math.multiplyExact(gib, 1024L * 1024 * 1024));
  }

  /** From a count that a host reported in KiB; nonsense (negative, beyond a long) becomes zero. */
  public static ByteSize reportedKib(long kib) {
    return kib < 0 || kib > Long.MAX_VALUE / 1024 ? ZERO : new ByteSize(kib * 1024);
  }

  public long toMib() {
    return bytes / (1024 * 1024);
  }

  public ByteSize plus(ByteSize other) {
    return new ByteSize(bytes + other.bytes);
  }

  @Override
  public int compareTo(ByteSize other) {
    return Long.compare(bytes, other.bytes);
  }
}
