package org.vitrine.bridge.keep;

import java.io.IOException;
import java.nio.channels.FileChannel;
import java.nio.channels.FileLock;
import java.nio.channels.OverlappingFileLockException;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.nio.file.attribute.PosixFilePermissions;
import java.util.Optional;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/**
 * Which of a user's running instances owns the journal. The system lets go of the lock when the
 * process ends, however it ends.
 */
public final class InstanceLock implements AutoCloseable {

  /** Where this instance stands. */
  public enum Standing {
    FIRST,
    /** Another instance of this user runs: the journal is that one's. */
    SECOND,
    /** No folder could be locked in, so nobody can know; the journal is better left alone. */
    UNKNOWN
  }

  private final Standing standing;
  private final @Nullable FileChannel channel;

  private InstanceLock(Standing standing, @Nullable FileChannel channel) {
    this.standing = standing;
    this.channel = channel;
  }

  /** Takes the lock where it is free, and never waits for it. */
  public static InstanceLock take(XdgFolders folders) {
    Optional<InstanceLock> inRuntime = folders.runtime().flatMap(InstanceLock::takeIn);
    return inRuntime
        .or(() -> takeIn(folders.state()))
        .orElseGet(() -> new InstanceLock(Standing.UNKNOWN, null));
  }

  private static Optional<InstanceLock> takeIn(Path folder) {
    try {
      Path file = PrivateFolder.make(folder).resolve("instance.lock");
      FileChannel channel =
          FileChannel.open(
              file,
              Set.of(StandardOpenOption.CREATE, StandardOpenOption.WRITE),
              PosixFilePermissions.asFileAttribute(PrivateFolder.FILE));
      FileLock lock = lock(channel);
      if (lock == null) {
        channel.close();
        return Optional.of(new InstanceLock(Standing.SECOND, null));
      }
      return Optional.of(new InstanceLock(Standing.FIRST, channel));
    } catch (IOException notHere) {
      return Optional.empty();
    }
  }

  private static @Nullable FileLock lock(FileChannel channel) throws IOException {
    try {
      return channel.tryLock();
    } catch (OverlappingFileLockException inThisProcess) {
      return null;
    }
  }

  public Standing standing() {
    return standing;
  }

  /** Lets go; the file stays, since removing it would let two instances lock two files. */
  @Override
  public void close() throws IOException {
    if (channel != null) {
      channel.close();
    }
  }
}
