package org.vitrine.bridge.image;

import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.function.BiConsumer;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.vitrine.model.explain.Command;
import org.vitrine.model.explain.ImageCommands;
import org.vitrine.model.operation.Cancel;
import org.vitrine.model.plan.DiskPlan;
import org.vitrine.model.port.BlockingGuard;
import org.vitrine.model.port.ImageTool;
import org.vitrine.model.problem.Cause;
import org.vitrine.model.problem.Problem;
import org.vitrine.model.problem.ProblemException;
import org.vitrine.model.unit.ByteSize;

/** Makes disk images with qemu-img. */
public final class QemuImg implements ImageTool {

  private static final Duration MAKING = Duration.ofHours(24);
  private static final Pattern SHARE = Pattern.compile("\\((\\d{1,3})\\.(\\d{2})/100%\\)");

  private final String program;
  private final BlockingGuard guard;

  public QemuImg(BlockingGuard guard) {
    this("qemu-img", guard);
  }

  /** With another program in its place. */
  public QemuImg(String program, BlockingGuard guard) {
    this.program = program;
    this.guard = guard;
  }

  @Override
  public void create(
      String path,
      DiskPlan.Format format,
      DiskPlan.Allocation allocation,
      ByteSize size,
      Cancel cancel)
      throws ProblemException {
    boolean growsAnyhow = format == DiskPlan.Format.VMDK || format == DiskPlan.Format.QED;
    if (growsAnyhow && allocation != DiskPlan.Allocation.GROWING) {
      throw new ProblemException(Problem.of(Cause.NOT_SUPPORTED_HERE, path));
    }
    List<String> words = words(ImageCommands.create(checked(path), format, allocation, size));
    run(words, path, (done, total) -> {}, cancel);
  }

  @Override
  public void overlay(
      String path, String base, DiskPlan.Format baseFormat, ByteSize size, Cancel cancel)
      throws ProblemException {
    List<String> words =
        words(ImageCommands.overlay(checked(path), checked(base), baseFormat, size));
    run(words, path, (done, total) -> {}, cancel);
  }

  @Override
  public void copy(
      String path,
      DiskPlan.Format format,
      Source source,
      ByteSize size,
      BiConsumer<ByteSize, ByteSize> progress,
      Cancel cancel)
      throws ProblemException {
    List<String> words =
        words(ImageCommands.copy(checked(path), format, checked(source.path()), source.format()));
    words.add(words.indexOf("convert") + 1, "-p");
    run(words, path, progress, cancel);
    if (size.bytes() > 0) {
      run(words(ImageCommands.grow(path, format, size)), path, (done, total) -> {}, cancel);
    }
  }

  /** The command that is shown, by the program that is there. */
  private List<String> words(Command shown) {
    List<String> words = new ArrayList<>(shown.words());
    words.set(0, program);
    return words;
  }

  /** A name is syntax to the tool unless it is an absolute path. */
  private static String checked(String path) throws ProblemException {
    if (!path.startsWith("/") || path.indexOf('\0') >= 0 || path.indexOf('\n') >= 0) {
      throw new ProblemException(Problem.of(Cause.ARGUMENT_REFUSED, path));
    }
    return path;
  }

  private void run(
      List<String> words, String path, BiConsumer<ByteSize, ByteSize> progress, Cancel cancel)
      throws ProblemException {
    guard.check();
    Child.Ended ended =
        new Child(words, MAKING)
            .listen(
                line -> {
                  Matcher share = SHARE.matcher(line);
                  if (share.find()) {
                    long of = 10_000;
                    long done = Long.parseLong(share.group(1)) * 100;
                    progress.accept(
                        new ByteSize(done + Long.parseLong(share.group(2))), new ByteSize(of));
                  }
                })
            .run(cancel);
    if (ended.status() != 0) {
      throw new ProblemException(ImageWords.problem(ended, path));
    }
  }
}
