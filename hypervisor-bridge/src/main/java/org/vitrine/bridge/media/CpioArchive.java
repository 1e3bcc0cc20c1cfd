package org.vitrine.bridge.media;

import java.io.ByteArrayOutputStream;
import java.nio.charset.StandardCharsets;
import java.util.Locale;
import java.util.SortedMap;

/** The archive that Linux unpacks into its first file system, in the form called newc. */
final class CpioArchive {

  private static final int FILE_MODE = 0100600;
  private static final int SCRIPT_MODE = 0100700;
  private static final String END = "TRAILER!!!";

  private CpioArchive() {}

  /** All belong to root, who alone may read them. */
  static byte[] of(SortedMap<String, byte[]> contents) {
    ByteArrayOutputStream out = new ByteArrayOutputStream();
    int number = 1;
    for (var file : contents.entrySet()) {
      entry(
          out,
          file.getKey(),
          number++,
          file.getKey().endsWith(".sh") ? SCRIPT_MODE : FILE_MODE,
          file.getValue());
    }
    entry(out, END, 0, 0, new byte[0]);
    return out.toByteArray();
  }

  private static void entry(
      ByteArrayOutputStream out, String name, int number, int mode, byte[] content) {
    byte[] letters = (name + "\0").getBytes(StandardCharsets.UTF_8);
    int[] fields = {
      number, mode, 0, 0, 1, 0, content.length, 0, 0, 0, 0, letters.length, 0,
    };
    StringBuilder header = new StringBuilder("070701");
    for (int field : fields) {
      header.append(String.format(Locale.ROOT, "%08X", field));
    }
    out.writeBytes(header.toString().getBytes(StandardCharsets.US_ASCII));
    out.writeBytes(letters);
    pad(out);
    out.writeBytes(content);
    pad(out);
  }

  private static void pad(ByteArrayOutputStream out) {
    while (out.size() % 4 != 0) {
      out.write(0);
    }
  }
}
