package org.vitrine.bridge.work;

import java.io.IOException;
import java.nio.file.AccessDeniedException;
import java.nio.file.FileAlreadyExistsException;
import java.nio.file.FileSystemException;
import java.nio.file.Files;
import java.nio.file.LinkOption;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import org.vitrine.model.problem.Cause;
import org.vitrine.model.problem.Problem;
import org.vitrine.model.problem.ProblemException;

/** Files of this computer: made under another name, given theirs only where nobody else has it. */
final class LocalFiles {

  private LocalFiles() {}

  static Path path(String text) throws ProblemException {
    Path path = Path.of(text);
    if (!path.isAbsolute()) {
      throw new ProblemException(Problem.of(Cause.ARGUMENT_REFUSED, text));
    }
    return path;
  }

  static void refuseTaken(Path path) throws ProblemException {
    // a link that leads nowhere is there too
    if (Files.exists(path, LinkOption.NOFOLLOW_LINKS)) {
      throw new ProblemException(
          Problem.of(Cause.ALREADY_EXISTS, path.toString(), path.toString()));
    }
  }

  /** Which file it is, whatever it is called. */
  static String identity(Path path) throws ProblemException {
    try {
      return Files.getAttribute(path, "unix:dev", LinkOption.NOFOLLOW_LINKS)
          + ":"
          + Files.getAttribute(path, "unix:ino", LinkOption.NOFOLLOW_LINKS);
    } catch (IOException failure) {
      throw problem(path, failure);
    }
  }

  static boolean is(Path path, String identity) throws ProblemException {
    return Files.exists(path, LinkOption.NOFOLLOW_LINKS) && identity(path).equals(identity);
  }

  /** Gives the file its name, never another's: a link cannot take the place of anything. */
  static void publish(Path part, Path path) throws ProblemException {
    try {
      Files.createLink(path, part);
      Files.delete(part);
    } catch (FileAlreadyExistsException taken) {
      throw new ProblemException(
          Problem.of(Cause.ALREADY_EXISTS, path.toString(), path.toString()), taken);
    } catch (UnsupportedOperationException | FileSystemException noLinks) {
      moveWithoutLinks(part, path);
    } catch (IOException failure) {
      throw problem(path, failure);
    }
  }

  /** On file systems without links: the name is looked at right before, which is all they allow. */
  private static void moveWithoutLinks(Path part, Path path) throws ProblemException {
    refuseTaken(path);
    try {
      Files.move(part, path);
    } catch (IOException failure) {
      throw problem(path, failure);
    }
  }

  static void delete(Path path) throws ProblemException {
    try {
      Files.deleteIfExists(path);
    } catch (IOException failure) {
      throw problem(path, failure);
    }
  }

  /** Makes the folder and those above it; returns the uppermost that was not there, or "". */
  static String makeFolder(Path folder) throws ProblemException {
    if (Files.isDirectory(folder)) {
      return "";
    }
    Path first = folder;
    for (Path above = folder.getParent();
        above != null && !Files.exists(above);
        above = above.getParent()) {
      first = above;
    }
    try {
      Files.createDirectories(folder);
      return first.toString();
    } catch (IOException failure) {
      throw problem(folder, failure);
    }
  }

  /**
   * Takes folders away again, from the inner to the uppermost one made, as far as they are empty.
   */
  static void removeFolders(Path folder, Path uppermost) {
    for (Path now = folder; now != null && now.startsWith(uppermost); now = now.getParent()) {
      try {
        Files.deleteIfExists(now);
      } catch (IOException inUseByNow) {
        return;
      }
    }
  }

  static ProblemException problem(Path path, IOException failure) {
    Cause cause =
        switch (failure) {
          case AccessDeniedException _ -> Cause.DISK_NOT_PERMITTED;
          case NoSuchFileException _ -> Cause.DISK_MISSING;
          case FileAlreadyExistsException _ -> Cause.ALREADY_EXISTS;
          default ->
              String.valueOf(failure.getMessage()).contains("No space left")
                  ? Cause.NO_SPACE
                  : Cause.FILES_NOT_WRITABLE;
        };
    return new ProblemException(
        new Problem(
            cause, path.toString(), path.toString(), new Problem.Raw(0, 0, failure.toString())),
        failure);
  }
}
