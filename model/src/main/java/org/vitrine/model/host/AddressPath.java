package org.vitrine.model.host;

import java.nio.charset.StandardCharsets;
import java.util.Optional;

/** The path of an address: what each kind of host has, and nothing that leads out of it. */
final class AddressPath {

  private AddressPath() {}

  /** The path as libvirt wants it, letters beyond ASCII escaped; empty where it is refused. */
  static Optional<String> checked(Driver driver, String typed) {
    String path = escaped(typed);
    Optional<String> plain = unescaped(path);
    if (plain.isEmpty() || path.length() > 1024) {
      return Optional.empty();
    }
    String read = plain.get();
    if (read.contains("//") || read.indexOf('\\') >= 0) {
      return Optional.empty();
    }
    for (String step : read.split("/", -1)) {
      if (step.equals("..") || step.equals(".")) {
        return Optional.empty();
      }
    }
    boolean known =
        switch (driver) {
          case QEMU, CH, BHYVE, VZ, VBOX -> path.equals("/system") || path.equals("/session");
          case TEST -> path.equals("/default") || read.endsWith(".xml");
          case XEN, LXC -> path.isEmpty() || path.equals("/") || path.equals("/system");
          case ESX, GSX, VPX, HYPERV -> path.length() < 256;
        };
    return known ? Optional.of(path) : Optional.empty();
  }

  private static String escaped(String typed) {
    StringBuilder path = new StringBuilder(typed.length());
    typed
        .codePoints()
        .forEach(
            c -> {
              if (c > 127 && Character.isLetterOrDigit(c)) {
                for (byte b : Character.toString(c).getBytes(StandardCharsets.UTF_8)) {
                  path.append('%').append(hex(b >> 4)).append(hex(b));
                }
              } else {
                path.appendCodePoint(c);
              }
            });
    return path.toString();
  }

  private static char hex(int digit) {
    return Character.forDigit(digit & 15, 16);
  }

  /** What libvirt will make of it; empty where that holds what no path of ours may hold. */
  private static Optional<String> unescaped(String path) {
    byte[] bytes = new byte[path.length()];
    int length = 0;
    for (int i = 0; i < path.length(); i++) {
      char c = path.charAt(i);
      if (c == '%') {
        int value = i + 2 < path.length() ? digits(path, i + 1) : -1;
        // an escaped slash is a slash to libvirt, and an escaped control character no name
        if (value < 0x20 || value == '/' || value == 0x7f) {
          return Optional.empty();
        }
        bytes[length++] = (byte) value;
        i += 2;
      } else if (isPlain(c)) {
        bytes[length++] = (byte) c;
      } else {
        return Optional.empty();
      }
    }
    String read = new String(bytes, 0, length, StandardCharsets.UTF_8);
    boolean visible =
        read.codePoints()
            .noneMatch(
                c ->
                    c == 0xfffd
                        || Character.isISOControl(c)
                        || Character.getType(c) == Character.FORMAT);
    return visible ? Optional.of(read) : Optional.empty();
  }

  private static int digits(String path, int at) {
    int high = ascii(path.charAt(at));
    int low = ascii(path.charAt(at + 1));
    return high < 0 || low < 0 ? -1 : high * 16 + low;
  }

  /** Not {@code Character.digit}: that takes the digits of every script. */
  private static int ascii(char c) {
    return c < 128 ? Character.digit(c, 16) : -1;
  }

  private static boolean isPlain(char c) {
    return (c >= 'a' && c <= 'z')
        || (c >= 'A' && c <= 'Z')
        || (c >= '0' && c <= '9')
        || "/._~-+,:@=".indexOf(c) >= 0;
  }
}
