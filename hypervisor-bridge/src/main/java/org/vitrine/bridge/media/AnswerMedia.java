package org.vitrine.bridge.media;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.List;
import java.util.SortedMap;
import java.util.TreeMap;
import java.util.zip.GZIPOutputStream;
import org.vitrine.model.plan.Setup;
import org.vitrine.model.port.MediaMaker;
import org.vitrine.model.problem.Cause;
import org.vitrine.model.problem.Problem;
import org.vitrine.model.problem.ProblemException;

/**
 * Writes answers onto the medium that they travel on. All of it is our own code: the media are
 * small, and no program has to be installed for them.
 */
public final class AnswerMedia implements MediaMaker {

  /** More than any set of answer files, and less than would strain the memory. */
  static final int MOST_BYTES = 8 * 1024 * 1024;

  private static final int MOST_FILES = 64;
  private static final int LONGEST_LABEL = 16;

  @Override
  public void make(Setup.Automatic setup, String path) throws ProblemException {
    SortedMap<String, byte[]> contents = contents(setup.files(), path);
    Path file = Path.of(path);
    switch (setup.carrier()) {
      case Setup.Carrier.SeedCd seed -> {
        requireLabel(seed.label(), LONGEST_LABEL, path);
        byte[] image = SeedIso.of(seed.label(), contents);
        PrivateFile.make(file, out -> out.write(image));
      }
      case Setup.Carrier.Floppy _ -> {
        if (!FloppyImage.fits(contents)) {
          throw refused(path);
        }
        byte[] image = FloppyImage.of("ANSWERS", contents);
        PrivateFile.make(file, out -> out.write(image));
      }
      case Setup.Carrier.Initrd initrd -> initrd(file, Path.of(initrd.original()), contents);
    }
  }

  private static void initrd(Path file, Path original, SortedMap<String, byte[]> contents)
      throws ProblemException {
    byte[] added = compressed(CpioArchive.of(contents), file);
    OnMedium source = OnMedium.require(original);
    PrivateFile.make(
        file,
        out -> {
          long copied = source.copy(out);
          // the kernel looks for the next archive at a multiple of four
          out.write(new byte[(int) (-copied & 3)]);
          out.write(added);
        });
  }

  /**
   * Copies a kernel, or anything else that a machine is started with, out of where it lies; blocks
   * until all of it is written.
   *
   * @param from a file, or a path that goes through an ISO image
   * @param path where to write, which is not there yet
   */
  @Override
  public void copyOut(String from, String path) throws ProblemException {
    OnMedium source = OnMedium.require(Path.of(from).toAbsolutePath());
    PrivateFile.make(Path.of(path), source::copy);
  }

  private static byte[] compressed(byte[] archive, Path file) throws ProblemException {
    ByteArrayOutputStream bytes = new ByteArrayOutputStream();
    try (GZIPOutputStream zip = new GZIPOutputStream(bytes)) {
      zip.write(archive);
    } catch (IOException never) {
      throw new ProblemException(Problem.of(Cause.UNEXPECTED, file.toString()), never);
    }
    return bytes.toByteArray();
  }

  /** Names are plain ones: nothing of an answer file's name can reach out of the medium. */
  private static SortedMap<String, byte[]> contents(List<Setup.AnswerFile> files, String path)
      throws ProblemException {
    SortedMap<String, byte[]> contents = new TreeMap<>();
    long total = 0;
    for (Setup.AnswerFile file : files) {
      byte[] bytes = file.content().getBytes(StandardCharsets.UTF_8);
      total += bytes.length;
      if (!file.name().matches("[A-Za-z0-9_][A-Za-z0-9._-]{0,63}")
          || contents.put(file.name(), bytes) != null
          || total > MOST_BYTES
          || contents.size() > MOST_FILES) {
        throw refused(path);
      }
    }
    return contents;
  }

  private static void requireLabel(String label, int longest, String path) throws ProblemException {
    if (label.length() > longest || !label.matches("[A-Za-z0-9_-]+")) {
      throw refused(path);
    }
  }

  private static ProblemException refused(String path) {
    return new ProblemException(Problem.of(Cause.ARGUMENT_REFUSED, path));
  }
}
