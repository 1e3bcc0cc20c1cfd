package org.vitrine.bridge.answer;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertNotEquals;

import java.nio.charset.StandardCharsets;
import java.security.SecureRandom;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.vitrine.model.answer.Secret;

class Sha512CryptTest {

  /** A known pair, written down so that the test stands without openssl too. */
  @Test
  void givesTheKnownHash() {
    assertEquals(
        "$6$saltstring$svn8UoSVapNtMuq1ukKS4tPQd8iKwSMHWjl/O817G3uBnIFNjnQJuesI68u4OTLiBFdcbYEdFCoEOfaS35inz1",
        Sha512Crypt.hash(Secret.of("Hello world!"), "saltstring"));
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "x",
        "a:b$c`d'e\"f\\g",
        "пароль ключ 密碼 \uD83D\uDE00",
        "sixty-four letters are as long as one block of the hash .........",
        "a password of more than one hundred and twenty-eight letters, to see that the last block"
            + " of the hash is repeated as often as the length of the password asks for."
      })
  void givesWhatOpensslGives(String password) throws Exception {
    assertEquals(
        openssl(password, "AbCdEfGh12./xyzQ"),
        Sha512Crypt.hash(Secret.of(password), "AbCdEfGh12./xyzQ"));
  }

  @Test
  void everyHashHasItsOwnSalt() {
    SecureRandom random = new SecureRandom();
    assertNotEquals(
        Sha512Crypt.hash(Secret.of("x"), random), Sha512Crypt.hash(Secret.of("x"), random));
  }

  static String openssl(String password, String salt) throws Exception {
    Process process =
        new ProcessBuilder("openssl", "passwd", "-6", "-stdin", "-salt", salt)
            .redirectError(ProcessBuilder.Redirect.DISCARD)
            .start();
    process.getOutputStream().write((password + "\n").getBytes(StandardCharsets.UTF_8));
    process.getOutputStream().close();
    String hash = new String(process.getInputStream().readAllBytes(), StandardCharsets.UTF_8);
    process.waitFor(20, TimeUnit.SECONDS);
    return hash.strip();
  }
}
