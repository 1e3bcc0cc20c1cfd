package org.vitrine.bridge.media;

import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Optional;
import org.vitrine.model.problem.Cause;
import org.vitrine.model.problem.Problem;
import org.vitrine.model.problem.ProblemException;

/**
 * A file on this computer, or inside an ISO image: {@code /isos/debian.iso/install.amd/initrd.gz}
 * goes through the image as if it were a folder.
 *
 * @param inside empty where the file itself is meant
 */
record OnMedium(Path file, String inside) {

  /** More than any kernel or first file system. */
  static final long LARGEST = 2L << 30;

  /** The longest beginning of the path that is a file decides. */
  static Optional<OnMedium> find(Path path) {
    for (Path file = path; file != null; file = file.getParent()) {
      if (Files.isRegularFile(file)) {
        String inside = file.relativize(path).toString();
        return Optional.of(new OnMedium(file, inside));
      }
    }
    return Optional.empty();
  }

  static OnMedium require(Path path) throws ProblemException {
    return find(path)
        .orElseThrow(() -> new ProblemException(Problem.of(Cause.DISK_MISSING, path.toString())));
  }

  /** Writes all of it; how much it was is returned. */
  long copy(OutputStream out) throws IOException {
    if (!inside.isEmpty()) {
      return IsoFiles.copyOut(file, inside, LARGEST, out);
    }
    try (InputStream in = Files.newInputStream(file)) {
      byte[] buffer = new byte[256 * 1024];
      long copied = 0;
      for (int read = in.read(buffer); read >= 0; read = in.read(buffer)) {
        out.write(buffer, 0, read);
        copied += read;
        if (copied > LARGEST) {
          throw new IOException("larger than any first file system");
        }
      }
      return copied;
    }
  }
}
