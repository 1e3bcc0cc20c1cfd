package org.vitrine.bridge.keep;

import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.channels.FileChannel;
import java.nio.charset.StandardCharsets;
import java.nio.file.FileStore;
import java.nio.file.Files;
import java.nio.file.LinkOption;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.nio.file.StandardOpenOption;
import java.nio.file.attribute.FileTime;
import java.nio.file.attribute.PosixFilePermission;
import java.nio.file.attribute.PosixFilePermissions;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeMap;
import org.vitrine.bridge.keep.Notice.Kind;
import org.vitrine.model.problem.Cause;
import org.vitrine.model.problem.Problem;
import org.vitrine.model.problem.ProblemException;

/**
 * One of the app's own files. Reading never fails: what cannot be used is put aside under another
 * name and the defaults are taken. Writing leaves either the old content or the new one, whatever
 * happens in between.
 */
public final class KeptFile {

  /** How many spoilt files are kept before the oldest makes room. */
  static final int MOST_KEPT = 5;

  private static final long LARGEST = 1024 * 1024;

  private final Path file;
  private final String firstLine;

  /**
   * @param kind what the file is, as its first line says it
   */
  public KeptFile(Path file, String kind, int version) {
    this.file = file;
    this.firstLine = "vitrine " + kind + " " + version;
  }

  /** What the file says; empty where there is none, or none that can be used. */
  public record Reading(Map<String, String> values, List<Notice> notices) {
    public Reading {
      values = java.util.Collections.unmodifiableMap(new TreeMap<>(values));
      notices = List.copyOf(notices);
    }
  }

  /** Blocks on the disk. */
  public Reading read() {
    List<Notice> notices = new ArrayList<>();
    try {
      if (!Files.exists(file, LinkOption.NOFOLLOW_LINKS)) {
        return new Reading(Map.of(), List.of());
      }
      Optional<Kind> fault = look(notices);
      if (fault.isPresent()) {
        notices.add(putAside(fault.get()));
        return new Reading(Map.of(), notices);
      }
      String text = Files.readString(file, StandardCharsets.UTF_8);
      if (!KeptText.firstLine(text).equals(firstLine)) {
        notices.add(
            putAside(
                KeptText.firstLine(text).startsWith("vitrine ")
                    ? Kind.OTHER_VERSION
                    : Kind.DAMAGED));
        return new Reading(Map.of(), notices);
      }
      Optional<Map<String, String>> values = KeptText.parse(text);
      if (values.isEmpty()) {
        notices.add(putAside(Kind.DAMAGED));
      }
      return new Reading(values.orElse(Map.of()), notices);
    } catch (NoSuchFileException goneOrDangling) {
      return new Reading(Map.of(), notices);
    } catch (IOException unreadable) {
      notices.add(
          putAside(
              unreadable instanceof java.nio.charset.CharacterCodingException
                  ? Kind.DAMAGED
                  : Kind.UNREADABLE));
      return new Reading(Map.of(), notices);
    }
  }

  /** What forbids to read it; narrows its rights on the way. */
  private Optional<Kind> look(List<Notice> notices) throws IOException {
    // a link is followed: some people keep their settings elsewhere. A pipe is never opened.
    if (!Files.isRegularFile(file)) {
      return Files.exists(file) ? Optional.of(Kind.NOT_A_FILE) : Optional.empty();
    }
    Path real = file.toRealPath();
    if (!PrivateFolder.isOurs(real)) {
      return Optional.of(Kind.OTHER_OWNER);
    }
    if (Files.size(real) > LARGEST) {
      return Optional.of(Kind.DAMAGED);
    }
    Set<PosixFilePermission> rights = Files.getPosixFilePermissions(real);
    if (!rights.contains(PosixFilePermission.OWNER_READ)) {
      return Optional.of(Kind.UNREADABLE);
    }
    if (rights.stream().anyMatch(right -> !right.name().startsWith("OWNER_"))) {
      Files.setPosixFilePermissions(real, PrivateFolder.FILE);
      notices.add(new Notice(Kind.RIGHTS_NARROWED, file, "", file));
    }
    return Optional.empty();
  }

  private Notice putAside(Kind kind) {
    try {
      Path aside = freeName();
      Files.move(file, aside, StandardCopyOption.ATOMIC_MOVE);
      return new Notice(kind, file, "", aside);
    } catch (IOException stays) {
      return new Notice(kind, file, "", file);
    }
  }

  private Path freeName() throws IOException {
    Path oldest = sibling(1);
    FileTime oldestTime = null;
    for (int n = 1; n <= MOST_KEPT; n++) {
      Path name = sibling(n);
      if (!Files.exists(name, LinkOption.NOFOLLOW_LINKS)) {
        return name;
      }
      FileTime time = Files.getLastModifiedTime(name, LinkOption.NOFOLLOW_LINKS);
      boolean file = Files.isRegularFile(name, LinkOption.NOFOLLOW_LINKS);
      if (file && (oldestTime == null || time.compareTo(oldestTime) < 0)) {
        oldest = name;
        oldestTime = time;
      }
    }
    return oldest;
  }

  private Path sibling(int n) {
    return file.resolveSibling(file.getFileName() + ".bad-" + n);
  }

  /** Replaces the content as a whole. Blocks until it is on the disk. */
  public void write(Map<String, String> values) throws ProblemException {
    byte[] bytes = KeptText.format(firstLine, values).getBytes(StandardCharsets.UTF_8);
    try {
      Path target = Files.isRegularFile(file) ? file.toRealPath() : file.toAbsolutePath();
      Path folder = target.resolveSibling(".").normalize();
      if (target.equals(file.toAbsolutePath())) {
        PrivateFolder.make(folder);
      }
      Path part =
          Files.createTempFile(
              folder,
              target.getFileName() + ".",
              ".part",
              PosixFilePermissions.asFileAttribute(PrivateFolder.FILE));
      try {
        try (FileChannel channel = FileChannel.open(part, StandardOpenOption.WRITE)) {
          ByteBuffer buffer = ByteBuffer.wrap(bytes);
          while (buffer.hasRemaining()) {
            channel.write(buffer);
          }
          channel.force(true);
        }
        Files.move(
            part, target, StandardCopyOption.ATOMIC_MOVE, StandardCopyOption.REPLACE_EXISTING);
      } finally {
        Files.deleteIfExists(part);
      }
      try (FileChannel channel = FileChannel.open(folder, StandardOpenOption.READ)) {
        channel.force(true);
      }
    } catch (IOException failed) {
      throw new ProblemException(
          new Problem(
              isFull(bytes.length) ? Cause.NO_SPACE : Cause.FILES_NOT_WRITABLE,
              file.toString(),
              "",
              new Problem.Raw(0, 0, String.valueOf(failed.getMessage()))),
          failed);
    }
  }

  /** The error itself tells only in words, and in the system's language. */
  private boolean isFull(long needed) {
    try {
      FileStore store = Files.getFileStore(file.toAbsolutePath().resolveSibling("."));
      return store.getUsableSpace() < needed + 4096;
    } catch (IOException unknown) {
      return false;
    }
  }
}
