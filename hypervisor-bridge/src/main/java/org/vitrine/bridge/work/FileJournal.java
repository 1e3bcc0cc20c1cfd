package org.vitrine.bridge.work;

import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.DataInputStream;
import java.io.DataOutputStream;
import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.channels.FileChannel;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.nio.file.attribute.PosixFilePermissions;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import java.util.stream.Stream;
import java.util.zip.CRC32C;
import org.vitrine.bridge.keep.PrivateFolder;
import org.vitrine.model.operation.Account;
import org.vitrine.model.operation.Deed;
import org.vitrine.model.operation.Journal;
import org.vitrine.model.operation.Trace;
import org.vitrine.model.problem.Cause;
import org.vitrine.model.problem.Problem;
import org.vitrine.model.problem.ProblemException;

/**
 * One file an operation, in a folder of the user's own. Each record has its length and a checksum
 * in front and is on the disk before anything is done; a record that was cut off when the power
 * went is as if it had not been written. The file goes when the operation ends.
 */
public final class FileJournal implements Journal {

  private static final String SUFFIX = ".operation";
  private static final int VERSION = 1;
  private static final int HEAD = 8;
  private static final int LONGEST_RECORD = 16 << 20;
  private static final long LONGEST_FILE = 32 << 20;
  private static final int MOST_WORDS = 10_000;

  private final Path folder;

  public FileJournal(Path folder) {
    this.folder = folder;
  }

  @Override
  public Log open(Account account) throws ProblemException {
    Path file = folder.resolve(UUID.randomUUID() + SUFFIX);
    try {
      PrivateFolder.make(folder);
      FileChannel channel =
          FileChannel.open(
              file,
              Set.of(StandardOpenOption.CREATE_NEW, StandardOpenOption.WRITE),
              PosixFilePermissions.asFileAttribute(PosixFilePermissions.fromString("rw-------")));
      Page page = new Page(file, channel);
      page.write(header(account));
      sync(folder);
      return page;
    } catch (IOException failure) {
      throw unwritable(file, failure);
    }
  }

  @Override
  public Log takeUp(Left left) throws ProblemException {
    Path file = folder.resolve(left.id() + SUFFIX);
    try {
      FileChannel channel = FileChannel.open(file, StandardOpenOption.WRITE);
      // what was cut off at the end would make all that follows unreadable
      channel.truncate(whole(Files.readAllBytes(file)).end());
      channel.position(channel.size());
      return new Page(file, channel);
    } catch (IOException failure) {
      throw unwritable(file, failure);
    }
  }

  @Override
  public List<Left> left() {
    List<Left> found = new ArrayList<>();
    try (Stream<Path> files = Files.list(folder)) {
      files
          .filter(file -> file.getFileName().toString().endsWith(SUFFIX))
          .sorted()
          .forEach(file -> read(file).ifPresent(found::add));
    } catch (IOException none) {
      // no folder, no operations
      return List.of();
    }
    return found;
  }

  private static Optional<Left> read(Path file) {
    try {
      if (Files.size(file) > LONGEST_FILE) {
        return Optional.empty();
      }
      List<byte[]> records = whole(Files.readAllBytes(file)).records();
      if (records.isEmpty()) {
        // cut off before anything could be done
        Files.deleteIfExists(file);
        return Optional.empty();
      }
      Account account = account(records.getFirst());
      List<Trace> traces = new ArrayList<>();
      account.deeds().forEach(deed -> traces.add(Trace.NOTHING));
      for (byte[] record : records.subList(1, records.size())) {
        trace(record, traces);
      }
      String name = file.getFileName().toString();
      return Optional.of(
          new Left(name.substring(0, name.length() - SUFFIX.length()), account, traces));
    } catch (IOException | IllegalArgumentException notOurs) {
      // kept for a look, and not taken for an operation
      return Optional.empty();
    }
  }

  private record Records(List<byte[]> records, long end) {}

  private static Records whole(byte[] file) {
    List<byte[]> records = new ArrayList<>();
    ByteBuffer bytes = ByteBuffer.wrap(file);
    int end = 0;
    while (bytes.remaining() >= HEAD) {
      int length = bytes.getInt();
      int sum = bytes.getInt();
      if (length < 0 || length > LONGEST_RECORD || length > bytes.remaining()) {
        break;
      }
      byte[] record = new byte[length];
      bytes.get(record);
      if (sum(record) != sum) {
        break;
      }
      records.add(record);
      end = bytes.position();
    }
    return new Records(records, end);
  }

  private static int sum(byte[] record) {
    CRC32C sum = new CRC32C();
    sum.update(record);
    return (int) sum.getValue();
  }

  private static byte[] header(Account account) throws IOException {
    ByteArrayOutputStream bytes = new ByteArrayOutputStream();
    try (DataOutputStream out = new DataOutputStream(bytes)) {
      out.writeInt(VERSION);
      words(out, List.of(account.kind(), account.subject(), account.host()));
      out.writeInt(account.deeds().size());
      for (Deed deed : account.deeds()) {
        words(out, deed.words());
      }
    }
    return bytes.toByteArray();
  }

  private static Account account(byte[] record) throws IOException {
    try (DataInputStream in = new DataInputStream(new ByteArrayInputStream(record))) {
      if (in.readInt() != VERSION) {
        throw new IOException("written by another version");
      }
      List<String> head = words(in);
      if (head.size() != 3) {
        throw new IOException("no operation");
      }
      int count = in.readInt();
      if (count < 0 || count > MOST_WORDS) {
        throw new IOException("no operation");
      }
      List<Deed> deeds = new ArrayList<>();
      for (int i = 0; i < count; i++) {
        deeds.add(Deed.of(words(in)));
      }
      return new Account(head.get(0), head.get(1), head.get(2), deeds);
    }
  }

  private static void trace(byte[] record, List<Trace> traces) throws IOException {
    try (DataInputStream in = new DataInputStream(new ByteArrayInputStream(record))) {
      int deed = in.readInt();
      List<String> words = words(in);
      if (deed < 0 || deed >= traces.size() || words.size() != 2) {
        throw new IOException("no such step");
      }
      traces.set(deed, new Trace(Trace.Mark.valueOf(words.get(0)), words.get(1)));
    }
  }

  private static void words(DataOutputStream out, List<String> words) throws IOException {
    out.writeInt(words.size());
    for (String word : words) {
      byte[] bytes = word.getBytes(StandardCharsets.UTF_8);
      out.writeInt(bytes.length);
      out.write(bytes);
    }
  }

  private static List<String> words(DataInputStream in) throws IOException {
    int count = in.readInt();
    if (count < 0 || count > MOST_WORDS) {
      throw new IOException("too many words");
    }
    List<String> words = new ArrayList<>();
    for (int i = 0; i < count; i++) {
      int length = in.readInt();
      if (length < 0 || length > in.available()) {
        throw new IOException("cut off");
      }
      words.add(new String(in.readNBytes(length), StandardCharsets.UTF_8));
    }
    return words;
  }

  /** A name in a folder is on the disk when the folder is. */
  private static void sync(Path folder) throws IOException {
    try (FileChannel channel = FileChannel.open(folder, StandardOpenOption.READ)) {
      channel.force(true);
    }
  }

  private static ProblemException unwritable(Path file, IOException failure) {
    return new ProblemException(
        new Problem(
            Cause.FILES_NOT_WRITABLE,
            file.toString(),
            "",
            new Problem.Raw(0, 0, failure.toString())),
        failure);
  }

  /** The page of one operation. */
  private static final class Page implements Log {
    private final Path file;
    private final FileChannel channel;

    Page(Path file, FileChannel channel) {
      this.file = file;
      this.channel = channel;
    }

    void write(byte[] record) throws IOException {
      ByteBuffer framed = ByteBuffer.allocate(HEAD + record.length);
      framed.putInt(record.length).putInt(sum(record)).put(record).flip();
      while (framed.hasRemaining()) {
        channel.write(framed);
      }
      channel.force(false);
    }

    @Override
    public synchronized void note(int deed, Trace.Mark mark, String made) throws ProblemException {
      try {
        ByteArrayOutputStream bytes = new ByteArrayOutputStream();
        try (DataOutputStream out = new DataOutputStream(bytes)) {
          out.writeInt(deed);
          words(out, List.of(mark.name(), made));
        }
        write(bytes.toByteArray());
      } catch (IOException failure) {
        throw unwritable(file, failure);
      }
    }

    @Override
    public synchronized void end() throws ProblemException {
      try {
        channel.close();
        Files.deleteIfExists(file);
      } catch (IOException failure) {
        throw unwritable(file, failure);
      }
    }
  }
}
