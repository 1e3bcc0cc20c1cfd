package org.vitrine.bridge.media;

import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Optional;

/** The small files of a tree of installation files, wherever it lies. */
interface TreeFiles {

  int LONGEST_FILE = 256 * 1024;

  /** A file by its path in the tree; empty where there is none. */
  Optional<String> read(String path);

  /** A folder of this computer. */
  record Folder(Path root) implements TreeFiles {

    @Override
    public Optional<String> read(String path) {
      Path file = root.resolve(path);
      // not a pipe, on which reading would wait
      if (!Files.isRegularFile(file)) {
        return Optional.empty();
      }
      try (InputStream in = Files.newInputStream(file)) {
        return Optional.of(new String(in.readNBytes(LONGEST_FILE), StandardCharsets.UTF_8));
      } catch (IOException unreadable) {
        return Optional.empty();
      }
    }
  }
}
