package org.vitrine.bridge.answer;

import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.security.SecureRandom;
import java.util.Arrays;
import org.vitrine.model.answer.Secret;

/**
 * The hash of passwords that Unix systems keep, as {@code $6$salt$hash}: Ulrich Drepper's <i>Unix
 * crypt using SHA-256 and SHA-512</i>, with its 5,000 rounds.
 */
final class Sha512Crypt {

  private static final String LETTERS =
      "./0123456789ABCDEFGHIJKLMNOPQRSTUVWXYZabcdefghijklmnopqrstuvwxyz";
  private static final int ROUNDS = 5000;
  private static final int SALT = 16;
  private static final int SIZE = 64;

  private Sha512Crypt() {}

  static String hash(Secret password, SecureRandom random) {
    StringBuilder salt = new StringBuilder(SALT);
    for (int i = 0; i < SALT; i++) {
      salt.append(LETTERS.charAt(random.nextInt(LETTERS.length())));
    }
    return hash(password, salt.toString());
  }

  static String hash(Secret password, String salt) {
    byte[] key = SecretBytes.of(password, StandardCharsets.UTF_8);
    try {
      return "$6$" + salt + "$" + hash(key, salt.getBytes(StandardCharsets.US_ASCII));
    } finally {
      Arrays.fill(key, (byte) 0);
    }
  }

  private static String hash(byte[] key, byte[] salt) {
    MessageDigest digest = sha512();
    digest.update(key);
    digest.update(salt);
    digest.update(key);
    byte[] other = digest.digest();

    digest.update(key);
    digest.update(salt);
    digest.update(repeated(other, key.length));
    for (int bits = key.length; bits > 0; bits >>= 1) {
      if ((bits & 1) != 0) {
        digest.update(other);
      } else {
        digest.update(key);
      }
    }
    byte[] result = digest.digest();

    for (int i = 0; i < key.length; i++) {
      digest.update(key);
    }
    byte[] keys = repeated(digest.digest(), key.length);
    for (int i = 0; i < 16 + (result[0] & 0xFF); i++) {
      digest.update(salt);
    }
    byte[] salts = repeated(digest.digest(), salt.length);

    for (int round = 0; round < ROUNDS; round++) {
      digest.update((round & 1) != 0 ? keys : result);
      if (round % 3 != 0) {
        digest.update(salts);
      }
      if (round % 7 != 0) {
        digest.update(keys);
      }
      digest.update((round & 1) != 0 ? result : keys);
      result = digest.digest();
    }
    Arrays.fill(keys, (byte) 0);
    return encoded(result);
  }

  private static byte[] repeated(byte[] block, int length) {
    byte[] whole = new byte[length];
    for (int i = 0; i < length; i++) {
      whole[i] = block[i % block.length];
    }
    return whole;
  }

  /** Three bytes give four letters, in an order of its own. */
  private static String encoded(byte[] hash) {
    StringBuilder text = new StringBuilder();
    int a = 0;
    int b = 21;
    int c = 42;
    for (int i = 0; i < 21; i++) {
      letters(text, hash[a], hash[b], hash[c], 4);
      int next = a;
      a = b + 1;
      b = c + 1;
      c = next + 1;
    }
    letters(text, (byte) 0, (byte) 0, hash[SIZE - 1], 2);
    return text.toString();
  }

  private static void letters(StringBuilder text, byte high, byte middle, byte low, int count) {
    int bits = ((high & 0xFF) << 16) | ((middle & 0xFF) << 8) | (low & 0xFF);
    for (int i = 0; i < count; i++) {
      text.append(LETTERS.charAt(bits & 0x3F));
      bits >>= 6;
    }
  }

  private static MessageDigest sha512() {
    try {
      return MessageDigest.getInstance("SHA-512");
    } catch (NoSuchAlgorithmException never) {
      throw new IllegalStateException(never);
    }
  }
}
