package org.vitrine.bridge.keep;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;
import java.util.List;
import java.util.Map;
import java.util.concurrent.TimeUnit;
import java.util.stream.Stream;
import org.junit.jupiter.api.Assumptions;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.vitrine.bridge.keep.Notice.Kind;
import org.vitrine.model.problem.Cause;
import org.vitrine.model.problem.ProblemException;

class KeptFileTest {

  @TempDir Path folder;
  private Path path = Path.of("");
  private KeptFile file = new KeptFile(path, "test", 1);

  @BeforeEach
  void place() {
    path = folder.resolve("vitrine/settings");
    file = new KeptFile(path, "test", 1);
  }

  private void put(String text) throws IOException {
    Files.createDirectories(folder.resolve("vitrine"));
    Files.writeString(path, text);
    Files.setPosixFilePermissions(path, PosixFilePermissions.fromString("rw-------"));
  }

  private void spoilt(Kind kind) {
    KeptFile.Reading reading = file.read();
    assertEquals(Map.of(), reading.values());
    assertEquals(List.of(kind), reading.notices().stream().map(Notice::kind).toList());
    assertEquals(path.resolveSibling("settings.bad-1"), reading.notices().get(0).kept());
    assertTrue(Files.exists(path.resolveSibling("settings.bad-1")));
    assertFalse(Files.exists(path));
    assertEquals(List.of(), file.read().notices(), "the second look is a fresh start");
  }

  @Test
  void missingFileReadsAsNothing() {
    assertEquals(new KeptFile.Reading(Map.of(), List.of()), file.read());
    assertFalse(Files.exists(folder.resolve("vitrine")), "looking makes no folder");
  }

  @Test
  void valuesComeBackAsTheyWere() throws Exception {
    Map<String, String> values =
        Map.of("a", "", "b.c-d_e", " = # \\ \\n \n \r \t", "ü 1", "😀 ünï\u202e", "x", "end");
    file.write(values);
    assertEquals(new KeptFile.Reading(values, List.of()), file.read());
    assertEquals("rw-------", rights(path));
    assertEquals("rwx------", rights(folder.resolve("vitrine")));
    assertEquals(List.of("settings"), names());
  }

  @Test
  void editedByHandIsRead() throws Exception {
    put("vitrine test 1\r\n# mine\r\n\r\na=1\r\nend\r\n");
    assertEquals(Map.of("a", "1"), file.read().values());
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "",
        "\n",
        "vitrine test 1",
        "vitrine test 1\n",
        "vitrine test 1\na=1\n",
        "vitrine test 1\na=1\nb=2\nen",
        "vitrine test 1\nnonsense\nend\n",
        "vitrine test 1\n=1\nend\n",
        "vitrine test 1\na=1\nend\nb=2\n",
        "{\"theme\": \"dark\"}",
        "\0\0\0\0\0\0\0\0",
      })
  void damagedFileIsPutAside(String text) throws Exception {
    put(text);
    spoilt(Kind.DAMAGED);
    assertEquals(text, Files.readString(path.resolveSibling("settings.bad-1")));
  }

  @Test
  void cutAnywhereItIsNeverTakenForWhole() throws Exception {
    file.write(Map.of("theme", "DARK", "textScale", "1.25", "closed.0", "demo/web"));
    String whole = Files.readString(path);
    for (int cut = 0; cut < whole.length() - 1; cut++) {
      put(whole.substring(0, cut));
      assertEquals(Map.of(), file.read().values(), "cut at " + cut);
    }
    assertEquals(KeptFile.MOST_KEPT, names().size(), "no more than a handful is kept");
  }

  @Test
  void bytesThatAreNoTextArePutAside() throws Exception {
    put("");
    Files.write(path, new byte[] {(byte) 0xff, (byte) 0xfe, 0, 1, 2});
    spoilt(Kind.DAMAGED);
  }

  @Test
  void hugeFileIsPutAside() throws Exception {
    put("vitrine test 1\n" + "a=1\n".repeat(400_000) + "end\n");
    spoilt(Kind.DAMAGED);
  }

  @ParameterizedTest
  @ValueSource(strings = {"vitrine test 2", "vitrine test 0", "vitrine other 1"})
  void otherVersionIsPutAside(String first) throws Exception {
    put(first + "\na=1\nend\n");
    spoilt(Kind.OTHER_VERSION);
  }

  @Test
  void folderInItsPlaceIsPutAside() throws Exception {
    Files.createDirectories(path.resolve("inside"));
    spoilt(Kind.NOT_A_FILE);
    file.write(Map.of("a", "1"));
    assertEquals(Map.of("a", "1"), file.read().values());
    assertTrue(Files.isDirectory(path.resolveSibling("settings.bad-1").resolve("inside")));
  }

  @Test
  @Timeout(10)
  void pipeInItsPlaceIsNeverOpened() throws Exception {
    Files.createDirectories(folder.resolve("vitrine"));
    assertEquals(0, new ProcessBuilder("mkfifo", path.toString()).start().waitFor());
    spoilt(Kind.NOT_A_FILE);
  }

  @Test
  void fileThatMayNotBeReadIsPutAside() throws Exception {
    put("vitrine test 1\na=1\nend\n");
    Files.setPosixFilePermissions(path, PosixFilePermissions.fromString("---------"));
    spoilt(Kind.UNREADABLE);
  }

  @Test
  void fileOfAnotherUserIsPutAside() throws Exception {
    Assumptions.assumeTrue(
        Integer.valueOf(0).equals(Files.getAttribute(Path.of("/proc/self"), "unix:uid")),
        "only root can give a file away");
    put("vitrine test 1\na=1\nend\n");
    Files.setAttribute(path, "unix:uid", 65534);
    spoilt(Kind.OTHER_OWNER);
  }

  @Test
  void rightsOfOthersAreTakenAwayAndTold() throws Exception {
    put("vitrine test 1\na=1\nend\n");
    Files.setPosixFilePermissions(path, PosixFilePermissions.fromString("rw-rw-rw-"));
    KeptFile.Reading reading = file.read();
    assertEquals(Map.of("a", "1"), reading.values());
    assertEquals(List.of(new Notice(Kind.RIGHTS_NARROWED, path, "", path)), reading.notices());
    assertEquals("rw-------", rights(path));
    assertEquals(List.of(), file.read().notices());
  }

  @Test
  void spoiltFilesAreKeptOnlyUpToANumber() throws Exception {
    for (int i = 0; i < 3 * KeptFile.MOST_KEPT; i++) {
      put("spoilt " + i);
      assertEquals(1, file.read().notices().size());
    }
    assertEquals(KeptFile.MOST_KEPT, names().size());
    try (Stream<Path> kept = Files.list(folder.resolve("vitrine"))) {
      assertTrue(kept.anyMatch(one -> holds(one, "spoilt 14")), "the last one is there");
    }
  }

  @Test
  void linkIsFollowedAndStays() throws Exception {
    Path elsewhere = Files.createDirectory(folder.resolve("dotfiles")).resolve("real");
    Files.createDirectories(folder.resolve("vitrine"));
    Files.createSymbolicLink(path, elsewhere);
    assertEquals(List.of(), file.read().notices(), "a link to nothing is no file yet");
    Files.writeString(elsewhere, "vitrine test 1\na=1\nend\n");
    assertEquals(Map.of("a", "1"), file.read().values());
    file.write(Map.of("a", "2"));
    assertTrue(Files.isSymbolicLink(path));
    assertTrue(Files.readString(elsewhere).contains("a=2"));
  }

  @Test
  void folderThatCannotBeMadeIsAProblem() throws Exception {
    Files.writeString(folder.resolve("vitrine"), "in the way");
    ProblemException problem =
        assertThrows(ProblemException.class, () -> file.write(Map.of("a", "1")));
    assertEquals(Cause.FILES_NOT_WRITABLE, problem.problem().cause());
    assertEquals(path.toString(), problem.problem().subject());
    assertEquals("in the way", Files.readString(folder.resolve("vitrine")));
    assertEquals(Map.of(), file.read().values());
  }

  /** On a file system of 64 KiB of its own, in a name space of its own. */
  @Test
  @Tag("slow")
  void fullDiskLeavesTheOldContent() throws Exception {
    List<String> asRoot = List.of("unshare", "--user", "--map-root-user", "--mount");
    Process allowed =
        new ProcessBuilder(Stream.concat(asRoot.stream(), Stream.of("true")).toList()).start();
    boolean may = allowed.waitFor() == 0;
    if (!may && "true".equals(System.getenv("CI"))) {
      throw new AssertionError("unshare is not allowed here, and the run must test everything");
    }
    Assumptions.assumeTrue(may, "needs a mount name space");
    Path mount = Files.createDirectory(folder.resolve("small"));
    Process run =
        new ProcessBuilder(
                Stream.concat(
                        asRoot.stream(),
                        Stream.of(
                            "sh",
                            "-c",
                            "mount -t tmpfs -o size=64k tmpfs \"$1\" && shift && exec \"$@\"",
                            "sh",
                            mount.toString(),
                            Path.of(System.getProperty("java.home"), "bin/java").toString(),
                            "-cp",
                            System.getProperty("java.class.path"),
                            FullDisk.class.getName(),
                            mount.toString()))
                    .toList())
            .redirectErrorStream(true)
            .start();
    String said = new String(run.getInputStream().readAllBytes(), StandardCharsets.UTF_8);
    assertTrue(run.waitFor(60, TimeUnit.SECONDS));
    assertEquals("old content kept: NO_SPACE\n", said);
  }

  /** What runs beside the full disk. */
  static final class FullDisk {
    private FullDisk() {}

    public static void main(String[] arguments) throws Exception {
      Path mount = Path.of(arguments[0]);
      KeptFile file = new KeptFile(mount.resolve("vitrine/settings"), "test", 1);
      file.write(Map.of("a", "old"));
      try {
        file.write(Map.of("a", "x".repeat(200_000)));
        System.out.print("written all the same\n");
      } catch (ProblemException full) {
        boolean kept = file.read().values().equals(Map.of("a", "old"));
        try (Stream<Path> left = Files.list(mount.resolve("vitrine"))) {
          kept &= left.count() == 1;
        }
        System.out.print((kept ? "old content kept: " : "lost: ") + full.problem().cause() + "\n");
      }
    }
  }

  private List<String> names() throws IOException {
    try (Stream<Path> inside = Files.list(folder.resolve("vitrine"))) {
      return inside.map(one -> String.valueOf(one.getFileName())).sorted().toList();
    }
  }

  private static boolean holds(Path file, String text) {
    try {
      return Files.readString(file).equals(text);
    } catch (IOException unreadable) {
      throw new AssertionError(unreadable);
    }
  }

  private static String rights(Path path) throws IOException {
    return PosixFilePermissions.toString(Files.getPosixFilePermissions(path));
  }
}
