package org.vitrine.bridge.libvirt;

import java.nio.ByteBuffer;
import java.util.UUID;

/** UUIDs as libvirt's sixteen bytes. */
final class Uuids {

  static final int SIZE = 16;

  private Uuids() {}

  static UUID of(byte[] bytes) {
    ByteBuffer buffer = ByteBuffer.wrap(bytes);
    return new UUID(buffer.getLong(), buffer.getLong());
  }

  static byte[] bytes(UUID uuid) {
    return ByteBuffer.allocate(SIZE)
        .putLong(uuid.getMostSignificantBits())
        .putLong(uuid.getLeastSignificantBits())
        .array();
  }
}
