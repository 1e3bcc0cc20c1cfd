package org.vitrine.bridge.media;

import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.concurrent.TimeUnit;
import org.vitrine.model.media.MediumVerdict.Signature;

/**
 * Asks gpg about the signature of a list, with the keys that the user has. Nothing is fetched from
 * anywhere, and no key is taken in.
 */
final class Signatures {

  private static final List<String> ENDINGS = List.of(".gpg", ".sign", ".asc", ".sig");
  private static final int LONGEST_NAME = 200;
  private static final long PATIENCE_SECONDS = 30;
  private static final String CLEAR = "-----BEGIN PGP SIGNED MESSAGE-----";

  private final String program;
  private final Map<String, String> environment;

  /**
   * @param environment what to add to this process's own
   */
  Signatures(String program, Map<String, String> environment) {
    this.program = program;
    this.environment = Map.copyOf(environment);
  }

  /**
   * @param signed the text that counts: for a list with its signature inside, only what was signed
   */
  record Outcome(Signature signature, String signer, String signed) {}

  Outcome of(Path list, String text) {
    if (text.startsWith(CLEAR)) {
      Outcome outcome = asked(List.of("--decrypt", "--", list.toString()));
      // what gpg could not check still lists checksums; what lies outside the signature does not
      return outcome.signature == Signature.GOOD ? outcome : withText(outcome, inside(text));
    }
    for (String ending : ENDINGS) {
      Path signature = list.resolveSibling(list.getFileName() + ending);
      if (Files.isRegularFile(signature)) {
        return withText(
            asked(List.of("--verify", "--", signature.toString(), list.toString())), text);
      }
    }
    return new Outcome(Signature.NONE, "", text);
  }

  private static Outcome withText(Outcome outcome, String text) {
    return new Outcome(outcome.signature, outcome.signer, text);
  }

  private static String inside(String text) {
    int end = text.indexOf("-----BEGIN PGP SIGNATURE-----");
    return end < 0 ? "" : text.substring(0, end);
  }

  private Outcome asked(List<String> question) {
    List<String> command = new ArrayList<>();
    command.add(program);
    command.addAll(
        List.of(
            "--batch",
            "--no-tty",
            "--no-auto-key-retrieve",
            "--no-auto-check-trustdb",
            "--status-fd",
            "2"));
    command.addAll(question);
    ProcessBuilder builder = new ProcessBuilder(command);
    builder.environment().putAll(environment);
    builder.environment().put("LC_ALL", "C.UTF-8");
    Process process;
    try {
      process = builder.start();
    } catch (IOException missing) {
      return new Outcome(Signature.TOOL_MISSING, "", "");
    }
    try {
      process.getOutputStream().close();
      Reading text = new Reading(process.getInputStream());
      Reading status = new Reading(process.getErrorStream());
      Thread first = Thread.ofVirtual().name("gpg-text").start(text);
      Thread second = Thread.ofVirtual().name("gpg-status").start(status);
      if (!process.waitFor(PATIENCE_SECONDS, TimeUnit.SECONDS)) {
        return new Outcome(Signature.NOT_CHECKED, "", "");
      }
      first.join(TimeUnit.SECONDS.toMillis(PATIENCE_SECONDS));
      second.join(TimeUnit.SECONDS.toMillis(PATIENCE_SECONDS));
      return verdict(status.text(), text.text());
    } catch (IOException broken) {
      return new Outcome(Signature.NOT_CHECKED, "", "");
    } catch (InterruptedException stopped) {
      Thread.currentThread().interrupt();
      return new Outcome(Signature.NOT_CHECKED, "", "");
    } finally {
      process.destroyForcibly();
    }
  }

  /** By gpg's own protocol, not by its words. One bad signature spoils the good ones. */
  private static Outcome verdict(String status, String signed) {
    String signer = "";
    boolean good = false;
    boolean unknown = false;
    boolean invalid = false;
    for (String line : status.split("\n", -1)) {
      if (!line.startsWith("[GNUPG:] ")) {
        continue;
      }
      String[] words = line.substring("[GNUPG:] ".length()).split(" ", 3);
      switch (words[0]) {
        case "BADSIG" -> {
          return new Outcome(Signature.BAD, "", "");
        }
        case "GOODSIG" -> {
          good = true;
          signer = shown(words.length > 2 ? words[2] : "");
        }
        case "EXPKEYSIG", "REVKEYSIG", "EXPSIG" -> invalid = true;
        case "NO_PUBKEY" -> unknown = true;
        default -> {
          // not about the signature
        }
      }
    }
    if (good) {
      return new Outcome(Signature.GOOD, signer, signed);
    }
    if (invalid) {
      return new Outcome(Signature.KEY_NOT_VALID, "", "");
    }
    return new Outcome(unknown ? Signature.KEY_UNKNOWN : Signature.NOT_CHECKED, "", "");
  }

  /** The name in a key is its owner's own choice. */
  private static String shown(String name) {
    String plain = name.replaceAll("[\\p{Cntrl}\\p{Cf}]", "?");
    return plain.substring(0, Math.min(LONGEST_NAME, plain.length()));
  }

  /** Reads up to a bound, and throws away what comes after it. */
  private static final class Reading implements Runnable {

    private final InputStream in;
    private volatile byte[] bytes = new byte[0];

    Reading(InputStream in) {
      this.in = in;
    }

    @Override
    public void run() {
      try {
        bytes = in.readNBytes(ChecksumList.LONGEST);
        in.transferTo(java.io.OutputStream.nullOutputStream());
      } catch (IOException closed) {
        // what was read so far counts
      }
    }

    String text() {
      return new String(bytes, StandardCharsets.UTF_8);
    }
  }
}
