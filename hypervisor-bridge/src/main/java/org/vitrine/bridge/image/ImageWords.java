package org.vitrine.bridge.image;

import java.util.Locale;
import org.vitrine.model.problem.Cause;
import org.vitrine.model.problem.Problem;

/** What qemu-img's complaints mean. */
final class ImageWords {

  private ImageWords() {}

  static Problem problem(Child.Ended ended, String path) {
    String said = ended.complaints();
    String small = said.toLowerCase(Locale.ROOT);
    Cause cause = Cause.TOOL_FAILED;
    if (small.contains("no space left") || small.contains("disk quota exceeded")) {
      cause = Cause.NO_SPACE;
    } else if (small.contains("permission denied") || small.contains("operation not permitted")) {
      cause = Cause.DISK_NOT_PERMITTED;
    } else if (small.contains("read-only file system")) {
      cause = Cause.FILES_NOT_WRITABLE;
    } else if (small.contains("no such file")) {
      cause = Cause.DISK_MISSING;
    } else if (small.contains("failed to get") && small.contains("lock")) {
      cause = Cause.DISK_IN_USE;
    } else if (small.contains("invalid image size")
        || small.contains("image size")
        || small.contains("too large")) {
      cause = Cause.ARGUMENT_REFUSED;
    } else if (small.contains("input/output error")
        || small.contains("image is not in")
        || small.contains("corrupt")) {
      cause = Cause.DISK_DAMAGED;
    }
    return new Problem(cause, path, path, new Problem.Raw(ended.status(), 0, said));
  }
}
