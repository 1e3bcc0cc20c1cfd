package org.vitrine.bridge.image;

import java.util.Locale;
import java.util.Optional;
import org.vitrine.model.plan.DiskPlan;
import org.vitrine.model.problem.Cause;
import org.vitrine.model.problem.Problem;

/** qemu-img's words for formats, and what its complaints mean. */
final class ImageWords {

  private ImageWords() {}

  static String format(DiskPlan.Format format) {
    return format.name().toLowerCase(Locale.ROOT);
  }

  /** The option of a format; empty where it grows anyhow. */
  static Optional<String> allocation(DiskPlan.Format format, DiskPlan.Allocation allocation) {
    return switch (format) {
      case QCOW2, RAW ->
          switch (allocation) {
            case GROWING -> Optional.empty();
            case RESERVED -> Optional.of("preallocation=falloc");
            case WRITTEN -> Optional.of("preallocation=full");
          };
      case VDI ->
          allocation == DiskPlan.Allocation.GROWING ? Optional.empty() : Optional.of("static=on");
      case VPC, VHDX ->
          allocation == DiskPlan.Allocation.GROWING
              ? Optional.empty()
              : Optional.of("subformat=fixed");
      // a fixed VMDK is two files, of which one names the other
      case VMDK, QED -> Optional.empty();
    };
  }

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
