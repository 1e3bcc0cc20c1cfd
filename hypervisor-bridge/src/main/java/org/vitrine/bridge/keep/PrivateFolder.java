package org.vitrine.bridge.keep;

import java.io.IOException;
import java.nio.file.FileSystemException;
import java.nio.file.Files;
import java.nio.file.LinkOption;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermission;
import java.nio.file.attribute.PosixFilePermissions;
import java.util.Set;

/** Folders and files that only their owner may look into. */
public final class PrivateFolder {

  static final Set<PosixFilePermission> FILE = PosixFilePermissions.fromString("rw-------");
  private static final Set<PosixFilePermission> FOLDER =
      PosixFilePermissions.fromString("rwx------");

  private PrivateFolder() {}

  /**
   * Makes the folder, 0700, where it is missing. One that is there is taken only when it is a real
   * folder of this user; if others could get in, they no longer can afterwards. Blocks on the disk.
   */
  public static Path make(Path folder) throws IOException {
    if (!Files.exists(folder, LinkOption.NOFOLLOW_LINKS)) {
      Path parent = folder.getParent();
      if (parent != null) {
        Files.createDirectories(parent);
      }
      try {
        return Files.createDirectory(folder, PosixFilePermissions.asFileAttribute(FOLDER));
      } catch (java.nio.file.FileAlreadyExistsException other) {
        // another process of ours was quicker; what it made is looked at like any other
      }
    }
    if (!Files.isDirectory(folder, LinkOption.NOFOLLOW_LINKS)) {
      throw new FileSystemException(folder.toString(), null, "not a folder");
    }
    if (!isOurs(folder)) {
      throw new FileSystemException(folder.toString(), null, "belongs to another user");
    }
    if (!FOLDER.equals(Files.getPosixFilePermissions(folder, LinkOption.NOFOLLOW_LINKS))) {
      Files.setPosixFilePermissions(folder, FOLDER);
    }
    return folder;
  }

  /** Whether the user of this process owns it. */
  static boolean isOurs(Path path) throws IOException {
    Path self = Path.of("/proc/self");
    if (!Files.exists(self)) {
      return true;
    }
    // user.name is of no use here: a user without a passwd line has none
    Object us = Files.getAttribute(self, "unix:uid");
    return us.equals(Files.getAttribute(path, "unix:uid", LinkOption.NOFOLLOW_LINKS));
  }
}
