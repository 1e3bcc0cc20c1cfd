package org.vitrine.bridge.media;

import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.channels.FileChannel;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;

/**
 * Looks at parts of a file, each small and all together bounded, whatever the file claims of
 * itself.
 */
final class Window implements AutoCloseable {

  static final int MOST_AT_ONCE = 64 * 1024;
  static final int MOST_IN_ALL = 512 * 1024;

  private final FileChannel channel;
  private final long size;
  private int left = MOST_IN_ALL;

  private Window(FileChannel channel) throws IOException {
    this.channel = channel;
    this.size = channel.size();
  }

  static Window of(Path file) throws IOException {
    FileChannel channel = FileChannel.open(file, StandardOpenOption.READ);
    try {
      return new Window(channel);
    } catch (IOException broken) {
      channel.close();
      throw broken;
    }
  }

  long size() {
    return size;
  }

  /** How many bytes were read so far. */
  int seen() {
    return MOST_IN_ALL - left;
  }

  /** What is there; shorter than asked for at the end of the file and beyond the bounds. */
  Bytes at(long offset, int length) throws IOException {
    if (offset < 0 || offset >= size || length <= 0) {
      return Bytes.NONE;
    }
    int wanted = (int) Math.min(Math.min(length, MOST_AT_ONCE), Math.min(left, size - offset));
    ByteBuffer buffer = ByteBuffer.allocate(wanted);
    while (buffer.hasRemaining()) {
      int read = channel.read(buffer, offset + buffer.position());
      if (read <= 0) {
        break;
      }
    }
    left -= buffer.position();
    return new Bytes(java.util.Arrays.copyOf(buffer.array(), buffer.position()));
  }

  @Override
  public void close() throws IOException {
    channel.close();
  }
}
