package org.vitrine.model.answer;

import java.nio.charset.StandardCharsets;
import java.util.Base64;
import java.util.Optional;
import java.util.Set;

/** Looks at one line of an authorized_keys file. */
final class SshKeyLine {

  static final int LONGEST = 16 * 1024;

  private static final Set<String> TYPES =
      Set.of(
          "ssh-ed25519",
          "ssh-rsa",
          "ssh-dss",
          "ecdsa-sha2-nistp256",
          "ecdsa-sha2-nistp384",
          "ecdsa-sha2-nistp521",
          "sk-ssh-ed25519@openssh.com",
          "sk-ecdsa-sha2-nistp256@openssh.com");

  private static final int SHOWN = 24;

  private SshKeyLine() {}

  static Optional<AnswerFault> check(String line) {
    if (line.contains("PRIVATE KEY")) {
      return Optional.of(new AnswerFault(AnswerField.SSH_KEYS, AnswerFault.Kind.SSH_KEY_PRIVATE));
    }
    return isKey(line)
        ? Optional.empty()
        : Optional.of(
            new AnswerFault(
                AnswerField.SSH_KEYS,
                AnswerFault.Kind.SSH_KEY_MALFORMED,
                Letters.shown(line.substring(0, Math.min(SHOWN, line.length())))));
  }

  /** Options before the key are not taken: they may run a program at each login. */
  private static boolean isKey(String line) {
    if (line.length() > LONGEST || Letters.hasControl(line)) {
      return false;
    }
    int space = line.indexOf(' ');
    if (space < 0 || !TYPES.contains(line.substring(0, space))) {
      return false;
    }
    int end = line.indexOf(' ', space + 1);
    String body = line.substring(space + 1, end < 0 ? line.length() : end);
    return !body.isEmpty() && saysItsType(body, line.substring(0, space));
  }

  /** The key begins with its own type: a cut or mixed up one does not. */
  private static boolean saysItsType(String body, String type) {
    byte[] key;
    try {
      key = Base64.getDecoder().decode(body);
    } catch (IllegalArgumentException notBase64) {
      return false;
    }
    byte[] name = type.getBytes(StandardCharsets.US_ASCII);
    if (key.length < 4 + name.length + 4) {
      return false;
    }
    if (length(key, 0) != name.length) {
      return false;
    }
    for (int i = 0; i < name.length; i++) {
      if (key[4 + i] != name[i]) {
        return false;
      }
    }
    return isWhole(key);
  }

  /** Every part says how long it is, and the last one ends where the key does. */
  private static boolean isWhole(byte[] key) {
    int at = 0;
    while (at + 4 <= key.length) {
      long next = at + 4 + length(key, at);
      if (next > key.length || next < at) {
        return false;
      }
      at = (int) next;
    }
    return at == key.length;
  }

  private static long length(byte[] key, int at) {
    return ((key[at] & 0xFFL) << 24)
        | ((key[at + 1] & 0xFFL) << 16)
        | ((key[at + 2] & 0xFFL) << 8)
        | (key[at + 3] & 0xFFL);
  }
}
