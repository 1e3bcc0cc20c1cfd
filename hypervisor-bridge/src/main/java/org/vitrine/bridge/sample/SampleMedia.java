package org.vitrine.bridge.sample;

import java.io.IOException;
import java.io.InputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.Objects;
import java.util.function.BiConsumer;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.vitrine.bridge.image.Child;
import org.vitrine.bridge.keep.PrivateFolder;
import org.vitrine.model.operation.Cancel;
import org.vitrine.model.problem.Cause;
import org.vitrine.model.problem.Problem;
import org.vitrine.model.problem.ProblemException;

/** Makes the sample machine's disk and CD, once for each version of how they are made. */
public final class SampleMedia {

  private static final Duration LIMIT = Duration.ofMinutes(20);
  private static final Pattern STEP = Pattern.compile("step (\\d{1,2})/(\\d{1,2}) .*");

  /** How the script says that this system has no packages for it. */
  private static final int NO_PACKAGES = 3;

  private final Path folder;

  /**
   * Media to make.
   *
   * @param data the app's own data folder
   */
  public SampleMedia(Path data) {
    folder = data.resolve("sample");
  }

  /**
   * Makes what is not there yet; blocks for some twenty seconds and what a download takes.
   *
   * @param step hears which step of how many it is at
   * @return the disk image, which is not to be changed
   */
  public Path disk(BiConsumer<Integer, Integer> step, Cancel cancel) throws ProblemException {
    try {
      byte[] script = script();
      Path made = folder.resolve(Integer.toHexString(java.util.Arrays.hashCode(script)));
      Path disk = made.resolve("sample.qcow2");
      if (Files.exists(disk)) {
        return disk;
      }
      PrivateFolder.make(folder);
      Files.createDirectories(made);
      Path copy = folder.resolve("make-sample");
      Files.write(copy, script);
      build(copy, made, step, cancel);
      Files.deleteIfExists(copy);
      return disk;
    } catch (IOException failure) {
      throw new ProblemException(
          new Problem(
              Cause.FILES_NOT_WRITABLE,
              folder.toString(),
              "",
              new Problem.Raw(0, 0, failure.toString())),
          failure);
    }
  }

  private static byte[] script() throws IOException {
    try (InputStream in =
        Objects.requireNonNull(SampleMedia.class.getResourceAsStream("sample"), "sample")) {
      return in.readAllBytes();
    }
  }

  private static void build(
      Path script, Path into, BiConsumer<Integer, Integer> step, Cancel cancel)
      throws ProblemException {
    Child.Ended ended =
        new Child(List.of("bash", script.toString(), into.toString()), LIMIT)
            .listen(
                line -> {
                  Matcher said = STEP.matcher(line);
                  if (said.matches()) {
                    step.accept(Integer.parseInt(said.group(1)), Integer.parseInt(said.group(2)));
                  }
                })
            .run(cancel);
    if (ended.status() != 0) {
      throw new ProblemException(
          new Problem(
              ended.status() == NO_PACKAGES ? Cause.SAMPLE_IMPOSSIBLE : Cause.TOOL_FAILED,
              "",
              ended.complaints().lines().reduce((first, last) -> last).orElse(""),
              new Problem.Raw(ended.status(), 0, ended.complaints())));
    }
  }
}
