package org.vitrine.app.app;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.ByteArrayOutputStream;
import java.io.PrintStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.InstantSource;
import java.util.List;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.vitrine.bridge.media.FileMediaInspector;
import org.vitrine.bridge.os.OsinfoCatalogue;
import org.vitrine.bridge.os.OsinfoFolders;

class IdentifyTest {

  @TempDir private Path folder;

  private Identify identify;

  @BeforeEach
  void writeCatalogue() throws Exception {
    Path entry = folder.resolve("db/os/example.org/one.xml");
    Files.createDirectories(entry.getParent());
    Files.writeString(
        entry,
        "<libosinfo><os id='http://example.org/one'><short-id>one</short-id><name>The One</name>"
            + "<media arch='x86_64'><iso><volume-id>^ONE \\d$</volume-id></iso></media>"
            + "</os></libosinfo>");
    OsinfoCatalogue catalogue =
        new OsinfoCatalogue(
            new OsinfoFolders(List.of(folder.resolve("db"))), "x86_64", InstantSource.system());
    identify = new Identify(catalogue, new FileMediaInspector(catalogue));
  }

  /** An ISO made by the usual tool. */
  private String iso(String label) throws Exception {
    Path content = Files.createDirectories(folder.resolve("content"));
    Files.write(content.resolve("boot.img"), new byte[2048]);
    Path iso = folder.resolve("my " + label + ".iso");
    Process process =
        new ProcessBuilder(
                "xorriso",
                "-as",
                "mkisofs",
                "-V",
                label,
                "-b",
                "boot.img",
                "-no-emul-boot",
                "-o",
                iso.toString(),
                content.toString())
            .redirectErrorStream(true)
            .start();
    String said = new String(process.getInputStream().readAllBytes(), StandardCharsets.UTF_8);
    assertTrue(process.waitFor(60, TimeUnit.SECONDS) && process.exitValue() == 0, said);
    return iso.toString();
  }

  private String say(int status, String... locations) {
    ByteArrayOutputStream bytes = new ByteArrayOutputStream();
    PrintStream out = new PrintStream(bytes, true, StandardCharsets.UTF_8);
    assertEquals(status, identify.print(List.of(locations), out));
    return bytes.toString(StandardCharsets.UTF_8);
  }

  @Test
  void knownIsoIsNamedWithWhatTold() throws Exception {
    String iso = iso("ONE 1");
    assertEquals(
        """
        file: %s
        os: http://example.org/one
        name: The One
        kind: iso
        bootable: yes
        decided-by: volume-id=ONE 1
        format: iso

        """
            .formatted(iso),
        say(Identify.ALL_KNOWN, iso));
  }

  @Test
  void oneUnknownFileDecidesTheStatus() throws Exception {
    Path text = Files.writeString(folder.resolve("page.iso"), "<html></html>");
    String said = say(Identify.SOME_UNKNOWN, iso("ONE 2"), text.toString(), iso("TWO"));
    assertTrue(said.contains("os: unknown\nname:\nkind: unknown\nbootable: no\n"), said);
    assertTrue(said.contains("format: html\nfault: NOT_WHAT_ITS_NAME_SAYS Its content"), said);
    assertTrue(said.contains("decided-by: volume-id=TWO\n"), said);
    assertEquals(3, said.lines().filter(String::isEmpty).count());
  }

  @Test
  void nameOfFileStartsNoLineOfItsOwn() {
    String said = say(Identify.SOME_UNKNOWN, "/nowhere\nos: http://example.org/forged");
    assertEquals(1, said.lines().filter(line -> line.startsWith("os:")).count(), said);
    assertTrue(said.contains("fault: MISSING "), said);
  }
}
