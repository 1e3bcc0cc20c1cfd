package org.vitrine.bridge.host;

import static org.junit.jupiter.api.Assertions.assertEquals;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class PublicKeysTest {

  @TempDir Path folder;

  @Test
  void onlyPublicHalvesAreOffered() throws IOException {
    Files.writeString(folder.resolve("id_b.pub"), "ssh-ed25519 AAAA b@home\n");
    Files.writeString(folder.resolve("id_a.pub"), "ssh-rsa AAAA a@home");
    Files.writeString(folder.resolve("id_a"), "-----BEGIN OPENSSH PRIVATE KEY-----\n");
    Files.writeString(folder.resolve("wrong.pub"), "-----BEGIN OPENSSH PRIVATE KEY-----");
    Files.writeString(folder.resolve("many.pub"), "ssh-rsa AAAA\nssh-rsa BBBB\n");
    Files.writeString(folder.resolve("huge.pub"), "x".repeat(20_000));
    Files.createDirectory(folder.resolve("folder.pub"));
    assertEquals(List.of("ssh-rsa AAAA a@home", "ssh-ed25519 AAAA b@home"), PublicKeys.in(folder));
    assertEquals(List.of(), PublicKeys.in(folder.resolve("none")));
  }
}
