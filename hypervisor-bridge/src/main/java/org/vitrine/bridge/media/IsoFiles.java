package org.vitrine.bridge.media;

import java.io.EOFException;
import java.io.IOException;
import java.io.OutputStream;
import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.nio.channels.FileChannel;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;

/**
 * Single files out of an ISO 9660 image, by their path. The image may be anybody's: folders are
 * bounded, nothing outside the image is read, and a file that claims more than there is fails.
 */
final class IsoFiles {

  private static final int SECTOR = 2048;
  private static final int PRIMARY = 16 * SECTOR;
  private static final int LARGEST_FOLDER = 4 * 1024 * 1024;
  private static final int DEEPEST = 16;
  private static final int FOLDER = 2;
  private static final int IN_PIECES = 0x80;

  /** Where something lies in the image. */
  private record Extent(long at, long length, boolean folder, boolean inPieces) {}

  private IsoFiles() {}

  /**
   * @param inside as {@code /install.amd/vmlinuz}, with either kind of letters
   * @param most a file that is larger is refused
   * @return how much was written
   */
  static long copyOut(Path image, String inside, long most, OutputStream out) throws IOException {
    try (FileChannel channel = FileChannel.open(image, StandardOpenOption.READ)) {
      Extent file = find(channel, inside);
      if (file.folder || file.inPieces || file.length > most) {
        throw new IOException("not a file that can be copied: " + inside);
      }
      if (file.at + file.length > channel.size()) {
        throw new EOFException("the image ends within " + inside);
      }
      ByteBuffer buffer = ByteBuffer.allocate(256 * 1024);
      long done = 0;
      while (done < file.length) {
        buffer.clear().limit((int) Math.min(buffer.capacity(), file.length - done));
        int read = channel.read(buffer, file.at + done);
        if (read < 0) {
          throw new EOFException("the image ends within " + inside);
        }
        out.write(buffer.array(), 0, read);
        done += read;
      }
      return done;
    }
  }

  private static Extent find(FileChannel channel, String inside) throws IOException {
    ByteBuffer descriptor = read(channel, PRIMARY, SECTOR);
    if (descriptor.get(0) != 1 || !text(descriptor, 1, 5).equals("CD001")) {
      throw new IOException("not an ISO 9660 image");
    }
    List<String> names =
        Arrays.stream(inside.split("/", -1)).filter(name -> !name.isEmpty()).toList();
    if (names.isEmpty() || names.size() > DEEPEST) {
      throw new IOException("not a path in an image: " + inside);
    }
    Extent here = extent(descriptor, 156);
    for (String name : names) {
      if (!here.folder) {
        throw new IOException("not a folder on the way to " + inside);
      }
      here =
          child(channel, here, name)
              .orElseThrow(() -> new IOException("not in the image: " + inside));
    }
    return here;
  }

  private static Optional<Extent> child(FileChannel channel, Extent folder, String name)
      throws IOException {
    if (folder.length > LARGEST_FOLDER) {
      throw new IOException("a folder of " + folder.length + " bytes");
    }
    ByteBuffer records = read(channel, folder.at, (int) folder.length);
    int at = 0;
    while (at + 34 <= records.limit()) {
      int size = records.get(at) & 0xff;
      if (size == 0) {
        // the rest of a sector is empty
        at = (at / SECTOR + 1) * SECTOR;
        continue;
      }
      int letters = records.get(at + 32) & 0xff;
      if (size < 34 || at + size > records.limit() || 33 + letters > size) {
        throw new IOException("a folder's record makes no sense");
      }
      if (isCalled(records, at, size, letters, name)) {
        return Optional.of(extent(records, at));
      }
      at += size;
    }
    return Optional.empty();
  }

  /** By its long name where it has one; else by the short one, without version and last dot. */
  private static boolean isCalled(ByteBuffer records, int at, int size, int letters, String name) {
    String shortName = text(records, at + 33, letters).replaceFirst("\\.?;\\d+$", "");
    if (shortName.equalsIgnoreCase(name)) {
      return true;
    }
    int extension = at + 33 + letters + (letters % 2 == 0 ? 1 : 0);
    while (extension + 5 <= at + size) {
      int length = records.get(extension + 2) & 0xff;
      if (length < 4 || extension + length > at + size) {
        return false;
      }
      if (length > 5 && text(records, extension, 2).equals("NM")) {
        return text(records, extension + 5, length - 5).equals(name);
      }
      extension += length;
    }
    return false;
  }

  private static Extent extent(ByteBuffer record, int at) {
    int flags = record.get(at + 25);
    return new Extent(
        (record.getInt(at + 2) & 0xffffffffL) * SECTOR,
        record.getInt(at + 10) & 0xffffffffL,
        (flags & FOLDER) != 0,
        (flags & IN_PIECES) != 0);
  }

  private static String text(ByteBuffer buffer, int at, int length) {
    byte[] letters = new byte[length];
    buffer.get(at, letters);
    return new String(letters, StandardCharsets.UTF_8);
  }

  private static ByteBuffer read(FileChannel channel, long at, int length) throws IOException {
    if (at + length > channel.size()) {
      throw new EOFException("the image is cut");
    }
    ByteBuffer buffer = ByteBuffer.allocate(length).order(ByteOrder.LITTLE_ENDIAN);
    while (buffer.hasRemaining()) {
      int read = channel.read(buffer, at + buffer.position());
      if (read < 0) {
        throw new EOFException("the image is cut");
      }
    }
    return buffer.flip();
  }
}
