package org.vitrine.bridge.media;

import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.channels.FileChannel;
import java.nio.charset.StandardCharsets;
import java.nio.file.DirectoryStream;
import java.nio.file.Files;
import java.nio.file.InvalidPathException;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.time.InstantSource;
import java.util.ArrayList;
import java.util.HexFormat;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.BiConsumer;
import org.vitrine.model.media.MediumVerdict;
import org.vitrine.model.media.MediumVerdict.Signature;
import org.vitrine.model.media.MediumVerdict.Sum;
import org.vitrine.model.operation.Cancel;
import org.vitrine.model.port.MediaChecker;
import org.vitrine.model.problem.Cause;
import org.vitrine.model.problem.Problem;
import org.vitrine.model.problem.ProblemException;
import org.vitrine.model.unit.ByteSize;

/** Compares a file with the checksums beside it or with pasted ones, and their signature. */
public final class ChecksumCheck implements MediaChecker {

  private static final int BUFFER = 1024 * 1024;
  private static final int MOST_LISTS = 16;
  private static final int MOST_NEIGHBOURS = 10_000;

  private final Signatures signatures;
  private final VerdictMemory memory;
  private final InstantSource clock;

  /**
   * @param memory the file that outcomes are remembered in
   */
  public ChecksumCheck(Path memory, InstantSource clock) {
    this(memory, clock, new Signatures("gpg", Map.of()));
  }

  ChecksumCheck(Path memory, InstantSource clock, Signatures signatures) {
    this.signatures = signatures;
    this.memory = new VerdictMemory(memory);
    this.clock = clock;
  }

  @Override
  public Optional<MediumVerdict> remembered(String path) {
    try {
      Path file = Path.of(path);
      return Files.isRegularFile(file) ? memory.find(FileIdentity.of(file)) : Optional.empty();
    } catch (IOException | InvalidPathException unreadable) {
      return Optional.empty();
    }
  }

  @Override
  public MediumVerdict check(
      String path, String pasted, BiConsumer<ByteSize, ByteSize> progress, Cancel cancel)
      throws ProblemException {
    Path file = regular(path);
    Found found = pasted.isBlank() ? beside(file) : pasted(file, pasted);
    if (!(found.entry instanceof ChecksumList.Entry.Digest expected)) {
      return verdict(nothing(found), found, "", "");
    }
    try {
      FileIdentity before = FileIdentity.of(file);
      String computed = computed(file, expected.algorithm(), before.size(), progress, cancel);
      boolean changed = !before.equals(FileIdentity.of(file));
      Sum sum =
          changed
              ? Sum.CHANGED_MEANWHILE
              : computed.equals(expected.digest()) ? Sum.MATCHES : Sum.DIFFERS;
      MediumVerdict verdict = verdict(sum, found, expected.algorithm(), computed);
      if (!changed) {
        memory.keep(before, verdict);
      }
      return verdict;
    } catch (IOException failed) {
      throw unreadable(path, failed);
    }
  }

  private static Path regular(String path) throws ProblemException {
    try {
      Path file = Path.of(path).toAbsolutePath();
      // a pipe would never end
      if (Files.isRegularFile(file)) {
        return file;
      }
    } catch (InvalidPathException notAPath) {
      // told like one that is not there
    }
    throw new ProblemException(Problem.of(Cause.DISK_MISSING, path));
  }

  private static ProblemException unreadable(String path, IOException failed) {
    return new ProblemException(
        new Problem(
            Cause.DISK_NOT_PERMITTED,
            path,
            "",
            new Problem.Raw(0, 0, String.valueOf(failed.getMessage()))),
        failed);
  }

  private MediumVerdict verdict(Sum sum, Found found, String algorithm, String computed) {
    return new MediumVerdict(
        sum,
        found.signature,
        algorithm,
        computed,
        found.list,
        found.signer,
        clock.instant().truncatedTo(java.time.temporal.ChronoUnit.SECONDS));
  }

  private static Sum nothing(Found found) {
    return switch (found.entry) {
      case ChecksumList.Entry.Contradiction _ -> Sum.CONTRADICTED;
      case ChecksumList.Entry.OnlyWeak _ -> Sum.ONLY_WEAK;
      case ChecksumList.Entry.Nothing _, ChecksumList.Entry.Digest _ ->
          found.anyList ? Sum.NOT_LISTED : Sum.NO_LIST;
    };
  }

  /** What was found about the file, and in which list. */
  private record Found(
      ChecksumList.Entry entry, Signature signature, String signer, String list, boolean anyList) {}

  private static Found pasted(Path file, String text) {
    return new Found(ChecksumList.find(text, name(file), true), Signature.NONE, "", "", true);
  }

  private Found beside(Path file) {
    boolean any = false;
    Found best = null;
    for (Path list : lists(file)) {
      Optional<String> text = text(list);
      if (text.isEmpty()) {
        continue;
      }
      any = true;
      boolean ownList = name(list).startsWith(name(file) + ".");
      if (ChecksumList.find(text.get(), name(file), ownList)
          instanceof ChecksumList.Entry.Nothing) {
        continue;
      }
      Signatures.Outcome outcome = signatures.of(list, text.get());
      // only what was signed counts: a line put in beside it is as if it were not there
      ChecksumList.Entry entry = ChecksumList.find(outcome.signed(), name(file), ownList);
      Found found = new Found(entry, outcome.signature(), outcome.signer(), name(list), true);
      if (entry instanceof ChecksumList.Entry.Digest) {
        return found;
      }
      best = best == null ? found : best;
    }
    return best != null
        ? best
        : new Found(new ChecksumList.Entry.Nothing(), Signature.NONE, "", "", any);
  }

  private static String name(Path file) {
    return file.getFileName().toString();
  }

  /** The strongest first. */
  private static List<Path> lists(Path file) {
    List<Path> lists = new ArrayList<>();
    for (String ending :
        List.of(
            ".sha512",
            ".sha256",
            ".sha512sum",
            ".sha256sum",
            ".CHECKSUM",
            ".sha512.txt",
            ".sha256.txt",
            ".sha256sum.txt")) {
      lists.add(file.resolveSibling(name(file) + ending));
    }
    for (String name :
        List.of(
            "SHA512SUMS",
            "SHA256SUMS",
            "SHA512SUMS.txt",
            "SHA256SUMS.txt",
            "sha512sum.txt",
            "sha256sum.txt",
            "CHECKSUM")) {
      lists.add(file.resolveSibling(name));
    }
    lists.removeIf(list -> !Files.isRegularFile(list));
    Path folder = file.getParent();
    if (folder != null) {
      try (DirectoryStream<Path> near = Files.newDirectoryStream(folder)) {
        int seen = 0;
        for (Path neighbour : near) {
          if (++seen > MOST_NEIGHBOURS || lists.size() >= MOST_LISTS) {
            break;
          }
          if (name(neighbour).endsWith("-CHECKSUM") && Files.isRegularFile(neighbour)) {
            lists.add(neighbour);
          }
        }
      } catch (IOException | java.nio.file.DirectoryIteratorException unreadable) {
        // a folder may be entered and yet not listed
      }
    }
    return lists;
  }

  private static Optional<String> text(Path list) {
    try (var in = Files.newInputStream(list)) {
      byte[] bytes = in.readNBytes(ChecksumList.LONGEST + 1);
      return bytes.length > ChecksumList.LONGEST
          ? Optional.empty()
          : Optional.of(new String(bytes, StandardCharsets.UTF_8));
    } catch (IOException unreadable) {
      return Optional.empty();
    }
  }

  /** One buffer outside the heap, whatever the file's size. */
  private static String computed(
      Path file,
      String algorithm,
      long size,
      BiConsumer<ByteSize, ByteSize> progress,
      Cancel cancel)
      throws IOException, ProblemException {
    MessageDigest digest;
    try {
      digest = MessageDigest.getInstance(algorithm);
    } catch (NoSuchAlgorithmException never) {
      throw new IllegalStateException(never);
    }
    ByteBuffer buffer = ByteBuffer.allocateDirect(BUFFER);
    try (FileChannel channel = FileChannel.open(file, StandardOpenOption.READ)) {
      long done = 0;
      // not beyond what it was at the beginning: it may grow for ever
      while (done < size && channel.read(buffer) >= 0) {
        if (cancel.isAsked()) {
          throw new ProblemException(Problem.of(Cause.CANCELLED, file.toString()));
        }
        done += buffer.flip().remaining();
        digest.update(buffer);
        buffer.clear();
        progress.accept(new ByteSize(done), new ByteSize(size));
      }
    }
    return HexFormat.of().formatHex(digest.digest());
  }
}
