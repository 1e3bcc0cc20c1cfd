package org.vitrine.bridge.libvirt;

import com.sun.jna.Pointer;
import java.nio.charset.StandardCharsets;
import org.jspecify.annotations.Nullable;
import org.vitrine.bridge.jna.LibvirtExtra;
import org.vitrine.model.problem.Problem;

/**
 * An error as libvirt told it, copied.
 *
 * @param number its first integer: with a system error, the {@code errno}
 */
record Told(int code, int domain, String message, String first, String second, int number) {

  private static final int LONGEST = 4096;
  private static final int MESSAGE_AT = 8;
  private static final int FIRST_AT = 40;
  private static final int SECOND_AT = 48;
  private static final int NUMBER_AT = 64;

  Told(int code, int domain, String message) {
    this(code, domain, message, "", "", 0);
  }

  /** Must run on the thread of the call that failed, right after it: libvirt keeps it there. */
  static Told last(LibvirtExtra libvirt) {
    Pointer at = libvirt.virGetLastError();
    if (at == null) {
      return new Told(Code.INTERNAL_ERROR, 0, "");
    }
    // by offset, since the mapped structure reads its strings in the locale's encoding
    Told told =
        new Told(
            at.getInt(0),
            at.getInt(4),
            text(at.getPointer(MESSAGE_AT)),
            text(at.getPointer(FIRST_AT)),
            text(at.getPointer(SECOND_AT)),
            at.getInt(NUMBER_AT));
    libvirt.virResetLastError();
    return told;
  }

  /** A text of a length that a host cannot stretch. */
  static String text(@Nullable Pointer at) {
    return text(at, LONGEST);
  }

  static String text(@Nullable Pointer at, int longest) {
    if (at == null) {
      return "";
    }
    byte[] bytes = new byte[Math.min(64, longest)];
    int length = 0;
    while (length < longest) {
      byte next = at.getByte(length);
      if (next == 0) {
        break;
      }
      if (length == bytes.length) {
        bytes = java.util.Arrays.copyOf(bytes, Math.min(longest, bytes.length * 2));
      }
      bytes[length++] = next;
    }
    return new String(bytes, 0, length, StandardCharsets.UTF_8);
  }

  Problem.Raw raw() {
    return new Problem.Raw(code, domain, message);
  }
}
