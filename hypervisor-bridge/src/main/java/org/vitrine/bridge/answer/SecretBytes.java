package org.vitrine.bridge.answer;

import java.nio.ByteBuffer;
import java.nio.CharBuffer;
import java.nio.charset.Charset;
import java.nio.charset.CodingErrorAction;
import java.util.Arrays;
import org.vitrine.model.answer.Secret;

/** A password as bytes, with no copy left behind. */
final class SecretBytes {

  private static final int MOST_BYTES = 4;

  private SecretBytes() {}

  /** To be wiped by the caller. */
  static byte[] of(Secret secret, Charset charset) {
    char[] letters = secret.letters();
    byte[] room = new byte[letters.length * MOST_BYTES];
    ByteBuffer out = ByteBuffer.wrap(room);
    charset
        .newEncoder()
        .onMalformedInput(CodingErrorAction.REPLACE)
        .onUnmappableCharacter(CodingErrorAction.REPLACE)
        .encode(CharBuffer.wrap(letters), out, true);
    byte[] bytes = Arrays.copyOf(room, out.position());
    Arrays.fill(letters, '\0');
    Arrays.fill(room, (byte) 0);
    return bytes;
  }
}
