package org.vitrine.model.explain;

import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import org.vitrine.model.plan.DiskPlan.Allocation;
import org.vitrine.model.plan.DiskPlan.Format;
import org.vitrine.model.unit.ByteSize;

/** Making disk images, as {@code qemu-img} lines: the ones that are shown and the ones that run. */
public final class ImageCommands {

  private ImageCommands() {}

  public static Command create(String path, Format format, Allocation allocation, ByteSize size) {
    List<String> words = new ArrayList<>(List.of("qemu-img", "create", "-q", "-f", name(format)));
    String option = option(format, allocation);
    if (!option.isEmpty()) {
      words.addAll(List.of("-o", option));
    }
    words.addAll(List.of("--", path, Long.toString(size.bytes())));
    return new Command(words, "");
  }

  /**
   * @param size zero: as large as the base
   */
  public static Command overlay(String path, String base, Format baseFormat, ByteSize size) {
    List<String> words =
        new ArrayList<>(
            List.of(
                "qemu-img",
                "create",
                "-q",
                "-f",
                "qcow2",
                "-b",
                base,
                "-F",
                name(baseFormat),
                "--",
                path));
    if (size.bytes() > 0) {
      words.add(Long.toString(size.bytes()));
    }
    return new Command(words, "");
  }

  public static Command copy(String path, Format format, String source, Format sourceFormat) {
    return Command.of(
        "qemu-img", "convert", "-f", name(sourceFormat), "-O", name(format), "--", source, path);
  }

  public static Command grow(String path, Format format, ByteSize size) {
    return Command.of(
        "qemu-img", "resize", "-q", "-f", name(format), "--", path, Long.toString(size.bytes()));
  }

  /**
   * Each format has its own way to take its space at once. A fixed VMDK is two files, of which one
   * names the other: that one only grows here, as QED does.
   */
  private static String option(Format format, Allocation allocation) {
    if (allocation == Allocation.GROWING) {
      return "";
    }
    boolean written = allocation == Allocation.WRITTEN;
    return switch (format) {
      case QCOW2, RAW -> written ? "preallocation=full" : "preallocation=falloc";
      case VDI -> "static=on";
      case VPC, VHDX -> "subformat=fixed";
      case VMDK, QED -> "";
    };
  }

  public static String name(Format format) {
    return format.name().toLowerCase(Locale.ROOT);
  }
}
