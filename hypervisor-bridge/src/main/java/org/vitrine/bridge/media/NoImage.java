package org.vitrine.bridge.media;

import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.Set;

/** What files are that are often taken for images: archives, and the page of a login. */
final class NoImage {

  private static final Map<String, String> MAGIC =
      Map.of(
          "\u001f\u008b", "gzip",
          "\u00fd7zXZ\0", "xz",
          "PK\u0003\u0004", "zip",
          "BZh", "bzip2",
          "(\u00b5/\u00fd", "zstd",
          "7z\u00bc\u00af'\u001c", "7z",
          "MSWIM\0\0\0", "wim",
          "%PDF-", "pdf");

  private static final Map<String, Set<String>> NAMES =
      Map.of(
          "vhd", Set.of("vpc"),
          "hdd", Set.of("parallels"),
          "qcow", Set.of("qcow", "qcow2"));

  private NoImage() {}

  /** Whether files of this name end are of that format. */
  static boolean fits(String extension, String format) {
    return NAMES.getOrDefault(extension, Set.of(extension)).contains(format);
  }

  /** Empty where it may well be an image. */
  static Optional<String> format(Bytes start) {
    for (Map.Entry<String, String> one : MAGIC.entrySet()) {
      if (start.startsWith(one.getKey())) {
        return Optional.of(one.getValue());
      }
    }
    if (start.textAt(257, "ustar")) {
      String first = start.text(0, 100).toLowerCase(Locale.ROOT);
      return Optional.of(first.endsWith(".ovf") ? "ova" : "tar");
    }
    return text(start);
  }

  private static Optional<String> text(Bytes start) {
    int length = Math.min(start.length(), 512);
    for (int i = 0; i < length; i++) {
      int c = start.u8(i);
      if (c < ' ' && c != '\n' && c != '\r' && c != '\t' && c != '\f') {
        return Optional.empty();
      }
    }
    String text = start.text(0, length).toLowerCase(Locale.ROOT);
    String tidy = text.startsWith("\u00ef\u00bb\u00bf") ? text.substring(3) : text;
    tidy = tidy.stripLeading();
    boolean html =
        tidy.startsWith("<!doctype html") || tidy.startsWith("<html") || tidy.startsWith("<head");
    return Optional.of(html ? "html" : "text");
  }
}
