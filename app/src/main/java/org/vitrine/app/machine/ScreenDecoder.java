package org.vitrine.app.machine;

import java.io.ByteArrayInputStream;
import java.nio.ByteBuffer;
import java.util.Optional;
import javafx.scene.image.Image;
import javafx.scene.image.PixelFormat;
import javafx.scene.image.WritableImage;
import org.vitrine.model.port.ScreenPicture;

/** Unpacks pictures of screens; anything that is not one comes to nothing. */
final class ScreenDecoder {

  private static final int LONGEST_SIDE = 16_384;
  private static final long MOST_PIXELS = 64L << 20;
  private static final int PNG_HEAD = 24;

  private ScreenDecoder() {}

  /** Takes some milliseconds, so not for the window's thread. */
  static Optional<Image> decode(ScreenPicture picture) {
    ByteBuffer bytes = picture.bytes().duplicate();
    return switch (picture.type()) {
      case "image/png" -> png(bytes);
      case "image/x-portable-pixmap" -> pixmap(bytes);
      default -> Optional.empty();
    };
  }

  private static Optional<Image> png(ByteBuffer bytes) {
    // the size is looked at before the decoder makes room for it
    if (bytes.remaining() < PNG_HEAD || !fits(bytes.getInt(16), bytes.getInt(20))) {
      return Optional.empty();
    }
    byte[] copy = new byte[bytes.remaining()];
    bytes.get(copy);
    Image image = new Image(new ByteArrayInputStream(copy));
    return image.isError() ? Optional.empty() : Optional.of(image);
  }

  private static boolean fits(int width, int height) {
    return width > 0
        && height > 0
        && width <= LONGEST_SIDE
        && height <= LONGEST_SIDE
        && (long) width * height <= MOST_PIXELS;
  }

  /** The binary kind with a byte a colour, which is what emulators write. */
  private static Optional<Image> pixmap(ByteBuffer bytes) {
    if (bytes.remaining() < 2 || bytes.get() != 'P' || bytes.get() != '6') {
      return Optional.empty();
    }
    int width = number(bytes);
    int height = number(bytes);
    int brightest = number(bytes);
    if (!fits(width, height) || brightest != 255 || bytes.remaining() < 3 * width * height) {
      return Optional.empty();
    }
    WritableImage image = new WritableImage(width, height);
    byte[] pixels = new byte[3 * width * height];
    bytes.get(pixels);
    image
        .getPixelWriter()
        .setPixels(0, 0, width, height, PixelFormat.getByteRgbInstance(), pixels, 0, 3 * width);
    return Optional.of(image);
  }

  /** The next number of the head and one blank after it; -1 where there is none. */
  private static int number(ByteBuffer bytes) {
    int value = -1;
    while (bytes.hasRemaining()) {
      int c = bytes.get();
      if (c >= '0' && c <= '9') {
        value = Math.max(value, 0) * 10 + c - '0';
        if (value > LONGEST_SIDE) {
          return -1;
        }
      } else if (value >= 0 || !Character.isWhitespace(c)) {
        return value;
      }
    }
    return -1;
  }
}
