package org.vitrine.bridge.media;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.RandomAccessFile;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.FileTime;
import java.nio.file.attribute.PosixFilePermissions;
import java.time.Instant;
import java.time.InstantSource;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicLong;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.vitrine.model.media.MediumVerdict;
import org.vitrine.model.media.MediumVerdict.Signature;
import org.vitrine.model.media.MediumVerdict.Sum;
import org.vitrine.model.operation.Cancel;
import org.vitrine.model.problem.Cause;
import org.vitrine.model.problem.ProblemException;

class ChecksumCheckTest {

  private static final Instant NOW = Instant.parse("2026-01-02T03:04:05Z");

  @TempDir private Path temp;
  private Path iso;
  private ChecksumCheck check;

  @BeforeEach
  void makeAnIso() throws Exception {
    Path folder = Files.createDirectory(temp.resolve("media"));
    iso = folder.resolve("system 1.iso");
    byte[] content = new byte[3 * 1024 * 1024 + 17];
    new java.util.Random(1).nextBytes(content);
    Files.write(iso, content);
    check = checking("gpg");
  }

  private ChecksumCheck checking(String gpg) {
    return new ChecksumCheck(
        temp.resolve("state/checked-media"),
        InstantSource.fixed(NOW),
        new Signatures(gpg, Map.of("GNUPGHOME", temp.resolve("keys").toString())));
  }

  private String tool(String... command) throws Exception {
    ProcessBuilder builder = new ProcessBuilder(command).directory(temp.resolve("media").toFile());
    builder.environment().put("GNUPGHOME", temp.resolve("keys").toString());
    Process process = builder.redirectError(ProcessBuilder.Redirect.DISCARD).start();
    process.getOutputStream().close();
    String said = new String(process.getInputStream().readAllBytes(), StandardCharsets.UTF_8);
    assertTrue(process.waitFor(60, TimeUnit.SECONDS));
    assertEquals(0, process.exitValue(), String.join(" ", command));
    return said;
  }

  private Path beside(String name, String content) throws Exception {
    return Files.writeString(iso.resolveSibling(name), content);
  }

  private MediumVerdict checked() throws ProblemException {
    return check.check(iso.toString(), "", (_, _) -> {}, Cancel.NEVER);
  }

  private MediumVerdict checked(String pasted) throws ProblemException {
    return check.check(iso.toString(), pasted, (_, _) -> {}, Cancel.NEVER);
  }

  private void makeKey() throws Exception {
    Files.createDirectory(
        temp.resolve("keys"),
        PosixFilePermissions.asFileAttribute(PosixFilePermissions.fromString("rwx------")));
    tool(
        "gpg",
        "--batch",
        "--quiet",
        "--passphrase",
        "",
        "--quick-gen-key",
        "Images <images@example.org>",
        "ed25519",
        "sign",
        "never");
  }

  @Test
  void everyFormOfListIsRead() throws Exception {
    String sha256 = tool("sha256sum", iso.getFileName().toString());
    String digest = sha256.substring(0, 64);
    assertEquals(Sum.MATCHES, checked(digest).sum());
    assertEquals(
        Sum.MATCHES, checked("  " + digest.toUpperCase(java.util.Locale.ROOT) + "\n").sum());
    assertEquals(Sum.MATCHES, checked(sha256).sum());
    assertEquals(Sum.MATCHES, checked(digest + " *" + iso.getFileName()).sum());
    assertEquals(Sum.MATCHES, checked(digest + "  ./some/where/" + iso.getFileName()).sum());
    assertEquals(
        Sum.MATCHES, checked(tool("sha256sum", "--tag", iso.getFileName().toString())).sum());
    assertEquals(Sum.MATCHES, checked(tool("sha512sum", iso.getFileName().toString())).sum());
    assertEquals(Sum.MATCHES, checked("# comment\r\n\r\n" + sha256.replace("\n", "\r\n")).sum());
  }

  @Test
  void strongestDigestCountsAndIsSaid() throws Exception {
    String sha512 = tool("sha512sum", iso.getFileName().toString());
    beside("SHA256SUMS", "0".repeat(64) + "  " + iso.getFileName() + "\n");
    beside("SHA512SUMS", sha512);
    MediumVerdict verdict = checked();
    assertEquals(Sum.MATCHES, verdict.sum());
    assertEquals("SHA-512", verdict.algorithm());
    assertEquals("SHA512SUMS", verdict.list());
    assertEquals(sha512.substring(0, 128), verdict.computed());
    assertEquals(Signature.NONE, verdict.signature());
  }

  @Test
  void oneChangedByteIsFound() throws Exception {
    beside("SHA256SUMS", tool("sha256sum", iso.getFileName().toString()));
    assertEquals(Sum.MATCHES, checked().sum());
    try (RandomAccessFile file = new RandomAccessFile(iso.toFile(), "rw")) {
      file.seek(2_000_000);
      int old = file.read();
      file.seek(2_000_000);
      file.write(old ^ 1);
    }
    assertEquals(Sum.DIFFERS, checked().sum());
    assertFalse(checked().isFine());
  }

  @Test
  void whatIsNoAnswerIsSaidAsSuch() throws Exception {
    assertEquals(Sum.NO_LIST, checked().sum());
    beside("SHA256SUMS", "0".repeat(64) + "  other.iso\n");
    assertEquals(Sum.NOT_LISTED, checked().sum());
    assertEquals(Sum.ONLY_WEAK, checked(tool("md5sum", iso.getFileName().toString())).sum());
    String line = tool("sha256sum", iso.getFileName().toString());
    assertEquals(Sum.CONTRADICTED, checked(line + "0".repeat(64) + "  " + iso.getFileName()).sum());
    assertEquals(Sum.NOT_LISTED, checked("hello").sum());
    // beside the file, a digest that belongs to nobody is not taken for this file's
    beside("SHA256SUMS", line.substring(0, 64) + "\n");
    assertEquals(Sum.NOT_LISTED, checked().sum());
  }

  @Test
  void hostileListsAreBounded() throws Exception {
    String line = tool("sha256sum", iso.getFileName().toString());
    beside("SHA256SUMS", ("x".repeat(1023) + "\n").repeat(1200) + line);
    assertEquals(Sum.NO_LIST, checked().sum());
    beside("SHA256SUMS", "x".repeat(500_000) + "\n" + "\0\uFFFD\n" + line);
    assertEquals(Sum.MATCHES, checked().sum());
    String digest = line.substring(0, 64);
    assertEquals(
        Sum.NOT_LISTED, checked(digest + "  ../" + iso.getFileName() + "/etc/passwd").sum());
    assertEquals(Sum.NOT_LISTED, checked("SHA256 (" + "(".repeat(4000) + ") = " + digest).sum());
    Files.delete(iso.resolveSibling("SHA256SUMS"));
    Files.createDirectory(iso.resolveSibling("SHA256SUMS"));
    assertEquals(Sum.NO_LIST, checked().sum());
  }

  @Test
  void detachedSignatureIsLookedAt() throws Exception {
    makeKey();
    Path list = beside("SHA256SUMS", tool("sha256sum", iso.getFileName().toString()));
    tool("gpg", "--batch", "--detach-sign", "--output", "SHA256SUMS.gpg", "SHA256SUMS");
    MediumVerdict good = checked();
    assertEquals(Signature.GOOD, good.signature());
    assertEquals("Images <images@example.org>", good.signer());
    assertTrue(good.isFine());
    Files.writeString(list, Files.readString(list) + "\n");
    MediumVerdict bad = checked();
    assertEquals(Signature.BAD, bad.signature());
    assertFalse(bad.isFine());
  }

  @Test
  void onlyTheSignedPartOfASignedListCounts() throws Exception {
    makeKey();
    beside("list", tool("sha256sum", "--tag", iso.getFileName().toString()));
    tool("gpg", "--batch", "--clear-sign", "--output", "Fedora-1-CHECKSUM", "list");
    MediumVerdict verdict = checked();
    assertEquals(Sum.MATCHES, verdict.sum());
    assertEquals(Signature.GOOD, verdict.signature());
    assertEquals("Fedora-1-CHECKSUM", verdict.list());
    Path list = iso.resolveSibling("Fedora-1-CHECKSUM");
    Files.writeString(
        list,
        Files.readString(list)
            + "SHA512 ("
            + iso.getFileName()
            + ") = "
            + tool("sha512sum", iso.getFileName().toString()).substring(0, 128)
            + "\n");
    assertEquals("SHA-256", checked().algorithm());
  }

  @Test
  void unknownKeyAndMissingToolAreSaid() throws Exception {
    makeKey();
    beside("SHA256SUMS", tool("sha256sum", iso.getFileName().toString()));
    tool("gpg", "--batch", "--detach-sign", "--output", "SHA256SUMS.sign", "SHA256SUMS");
    tool("gpgconf", "--kill", "all");
    Files.move(temp.resolve("keys"), temp.resolve("old-keys"));
    Files.createDirectory(
        temp.resolve("keys"),
        PosixFilePermissions.asFileAttribute(PosixFilePermissions.fromString("rwx------")));
    assertEquals(Signature.KEY_UNKNOWN, checked().signature());
    check = checking(temp.resolve("no-such-program").toString());
    MediumVerdict without = checked();
    assertEquals(Signature.TOOL_MISSING, without.signature());
    assertEquals(Sum.MATCHES, without.sum());
  }

  @Test
  void outcomeIsRememberedByTheFileAndNotByItsName() throws Exception {
    assertEquals(Optional.empty(), check.remembered(iso.toString()));
    MediumVerdict verdict = checked(tool("sha256sum", iso.getFileName().toString()));
    Path moved = Files.move(iso, iso.resolveSibling("moved.iso"));
    assertEquals(Optional.of(verdict), checking("gpg").remembered(moved.toString()));
    Files.setLastModifiedTime(moved, FileTime.from(NOW));
    assertEquals(Optional.empty(), check.remembered(moved.toString()));
  }

  @Test
  void memoryIsBounded() throws Exception {
    VerdictMemory memory = new VerdictMemory(temp.resolve("state/memory"));
    for (int i = 0; i < VerdictMemory.MOST + 5; i++) {
      memory.keep(
          new FileIdentity(1, i, 1, FileTime.from(NOW), FileTime.from(NOW)),
          new MediumVerdict(
              Sum.MATCHES, Signature.NONE, "SHA-256", "", "a\nb=c", "", NOW.plusSeconds(i)));
    }
    FileIdentity first = new FileIdentity(1, 0, 1, FileTime.from(NOW), FileTime.from(NOW));
    FileIdentity last =
        new FileIdentity(1, VerdictMemory.MOST + 4, 1, FileTime.from(NOW), FileTime.from(NOW));
    assertEquals(Optional.empty(), memory.find(first));
    assertEquals("a\nb=c", memory.find(last).orElseThrow().list());
  }

  @Test
  void checkCanBeGivenUpAndSaysHowFarItIs() throws Exception {
    AtomicLong last = new AtomicLong();
    String line = tool("sha256sum", iso.getFileName().toString());
    check.check(iso.toString(), line, (done, _) -> last.set(done.bytes()), Cancel.NEVER);
    assertEquals(Files.size(iso), last.get());
    Cancel atOnce =
        new Cancel() {
          @Override
          public boolean isAsked() {
            return true;
          }

          @Override
          public void onAsk(Runnable stop) {
            stop.run();
          }
        };
    ProblemException stopped =
        assertThrows(
            ProblemException.class, () -> check.check(iso.toString(), line, (_, _) -> {}, atOnce));
    assertEquals(Cause.CANCELLED, stopped.problem().cause());
  }

  @Test
  void pipeIsNotWaitedFor() throws Exception {
    tool("mkfifo", "pipe.iso");
    ProblemException refused =
        assertThrows(
            ProblemException.class,
            () ->
                check.check(
                    iso.resolveSibling("pipe.iso").toString(),
                    "0".repeat(64),
                    (_, _) -> {},
                    Cancel.NEVER));
    assertEquals(Cause.DISK_MISSING, refused.problem().cause());
  }
}
