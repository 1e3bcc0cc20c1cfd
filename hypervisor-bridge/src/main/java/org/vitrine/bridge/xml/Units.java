package org.vitrine.bridge.xml;

import org.vitrine.model.unit.ByteSize;

/** libvirt's words for units of memory. */
final class Units {

  private Units() {}

  /** A count without a unit is in KiB; what does not fit or has no known unit is zero. */
  static ByteSize size(long count, String unit) {
    long factor =
        switch (unit) {
          case "b", "bytes" -> 1L;
          case "KB" -> 1_000L;
          case "", "k", "KiB" -> 1L << 10;
          case "MB" -> 1_000_000L;
          case "M", "MiB" -> 1L << 20;
          case "GB" -> 1_000_000_000L;
          case "G", "GiB" -> 1L << 30;
          case "TB" -> 1_000_000_000_000L;
          case "T", "TiB" -> 1L << 40;
          default -> 0L;
        };
    return count < 0 || Math.multiplyHigh(count, factor) != 0 || count * factor < 0
        ? ByteSize.ZERO
        : new ByteSize(count * factor);
  }
}
