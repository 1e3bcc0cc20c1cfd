package org.vitrine.bridge.media;

import java.io.IOException;
import java.io.OutputStream;
import java.nio.channels.Channels;
import java.nio.channels.FileChannel;
import java.nio.file.FileAlreadyExistsException;
import java.nio.file.Files;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.nio.file.attribute.PosixFilePermission;
import java.nio.file.attribute.PosixFilePermissions;
import java.util.Set;
import org.vitrine.model.problem.Cause;
import org.vitrine.model.problem.Problem;
import org.vitrine.model.problem.ProblemException;

/** Makes a file that only its owner can read, from its first moment on. */
final class PrivateFile {

  private static final Set<PosixFilePermission> RIGHTS =
      PosixFilePermissions.fromString("rw-------");

  private PrivateFile() {}

  /** What is written into it. */
  @FunctionalInterface
  interface Content {
    void write(OutputStream out) throws IOException;
  }

  /** Never touches a file that is there; leaves none behind when it fails. */
  static void make(Path file, Content content) throws ProblemException {
    try (FileChannel channel =
        FileChannel.open(
            file,
            Set.of(StandardOpenOption.CREATE_NEW, StandardOpenOption.WRITE),
            PosixFilePermissions.asFileAttribute(RIGHTS))) {
      try {
        OutputStream out = Channels.newOutputStream(channel);
        content.write(out);
        out.flush();
        channel.force(true);
      } catch (IOException | RuntimeException | Error failed) {
        Files.deleteIfExists(file);
        throw failed;
      }
    } catch (IOException failed) {
      throw new ProblemException(problem(file, failed), failed);
    }
  }

  private static Problem problem(Path file, IOException failed) {
    Cause cause =
        switch (failed) {
          case FileAlreadyExistsException _ -> Cause.ALREADY_EXISTS;
          case NoSuchFileException gone
              when gone.getFile() != null && !gone.getFile().equals(file.toString()) ->
              Cause.DISK_MISSING;
          default -> isFull(file) ? Cause.NO_SPACE : Cause.FILES_NOT_WRITABLE;
        };
    return new Problem(
        cause, file.toString(), "", new Problem.Raw(0, 0, String.valueOf(failed.getMessage())));
  }

  /** The error itself tells only in words, and in the system's language. */
  private static boolean isFull(Path file) {
    try {
      return Files.getFileStore(file.toAbsolutePath().resolveSibling(".")).getUsableSpace()
          < 64 * 1024;
    } catch (IOException unknown) {
      return false;
    }
  }
}
