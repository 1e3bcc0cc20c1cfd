package org.vitrine.model.port;

import java.nio.ByteBuffer;

/**
 * What a guest shows, as its host packed it.
 *
 * @param type {@code image/png}, or {@code image/x-portable-pixmap} from older emulators
 * @param bytes not to be written to
 */
public record ScreenPicture(String type, ByteBuffer bytes) {

  /** More than any screen packs into; a host that sends more is cut off. */
  public static final int MOST_BYTES = 64 << 20;

  public ScreenPicture {
    bytes = bytes.asReadOnlyBuffer();
  }
}
