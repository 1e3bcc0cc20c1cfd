package org.vitrine.bridge.image;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Random;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;
import org.junit.jupiter.params.provider.ValueSource;
import org.vitrine.model.explain.ImageCommands;
import org.vitrine.model.operation.Cancel;
import org.vitrine.model.plan.DiskPlan.Allocation;
import org.vitrine.model.plan.DiskPlan.Format;
import org.vitrine.model.port.BlockingGuard;
import org.vitrine.model.port.ImageTool;
import org.vitrine.model.problem.Cause;
import org.vitrine.model.problem.Problem;
import org.vitrine.model.problem.ProblemException;
import org.vitrine.model.unit.ByteSize;

/** Images by the real tool, and by tools that misbehave. */
class QemuImgTest {

  @TempDir Path folder;

  private final QemuImg tool = new QemuImg(BlockingGuard.NONE);

  private static String info(Path image) throws Exception {
    Process process =
        new ProcessBuilder("qemu-img", "info", "-U", "--output=json", "--", image.toString())
            .redirectErrorStream(true)
            .start();
    String said = new String(process.getInputStream().readAllBytes(), StandardCharsets.UTF_8);
    assertEquals(0, process.waitFor(), said);
    return said;
  }

  private String path(String name) {
    return folder.resolve(name).toString();
  }

  @ParameterizedTest
  @EnumSource(Format.class)
  void everyFormatIsMadeAndGrows(Format format) throws Exception {
    tool.create(path("disk"), format, Allocation.GROWING, ByteSize.mib(64), Cancel.NEVER);
    String info = info(folder.resolve("disk"));
    assertTrue(info.contains("\"format\": \"" + ImageCommands.name(format) + "\""), info);
    long used = Long.parseLong(Files.getAttribute(folder.resolve("disk"), "unix:size").toString());
    assertTrue(format == Format.RAW || used < ByteSize.mib(16).bytes(), "it is small: " + used);
  }

  @Test
  void reservedAndWrittenDisksTakeTheirSpaceAtOnce() throws Exception {
    for (Format format : List.of(Format.QCOW2, Format.RAW)) {
      for (Allocation allocation : List.of(Allocation.RESERVED, Allocation.WRITTEN)) {
        String path = path(format + "-" + allocation);
        tool.create(path, format, allocation, ByteSize.mib(8), Cancel.NEVER);
        assertTrue(
            info(Path.of(path)).replaceAll("\\s", "").matches(".*\"actual-size\":8[0-9]{6}.*"),
            info(Path.of(path)));
      }
    }
    ProblemException refused =
        assertThrows(
            ProblemException.class,
            () ->
                tool.create(
                    path("x"), Format.VMDK, Allocation.WRITTEN, ByteSize.mib(8), Cancel.NEVER));
    assertEquals(Cause.NOT_SUPPORTED_HERE, refused.problem().cause());
  }

  @Test
  void overlayLiesOnItsBaseWhateverThatIsCalled() throws Exception {
    for (String name : List.of("a,b", "a:b", "-rf", "a b", "ünï☃", "json:{}")) {
      String base = path(name);
      tool.create(base, Format.RAW, Allocation.GROWING, ByteSize.mib(4), Cancel.NEVER);
      tool.overlay(path(name + "-over"), base, Format.RAW, ByteSize.mib(8), Cancel.NEVER);
      String info = info(folder.resolve(name + "-over"));
      assertTrue(info.contains("\"virtual-size\": 8388608"), info);
      assertTrue(info.contains("\"backing-filename-format\": \"raw\""), info);
    }
  }

  @Test
  void copyHasTheSameContentAndSaysHowFarItIs() throws Exception {
    byte[] content = new byte[16 << 20];
    new Random(3).nextBytes(content);
    // zeros over data, and a hole
    java.util.Arrays.fill(content, 1 << 20, 2 << 20, (byte) 0);
    Files.write(folder.resolve("source"), content);
    List<Long> heard = new ArrayList<>();
    tool.copy(
        path("copy.qcow2"),
        Format.QCOW2,
        new ImageTool.Source(path("source"), Format.RAW),
        ByteSize.mib(32),
        (done, total) -> heard.add(done.bytes() * 100 / total.bytes()),
        Cancel.NEVER);
    tool.copy(
        path("back"),
        Format.RAW,
        new ImageTool.Source(path("copy.qcow2"), Format.QCOW2),
        ByteSize.ZERO,
        (done, total) -> {},
        Cancel.NEVER);
    byte[] back = Files.readAllBytes(folder.resolve("back"));
    assertEquals(32 << 20, back.length, "it grew");
    assertTrue(java.util.Arrays.equals(content, 0, content.length, back, 0, content.length));
    assertEquals(100L, heard.getLast());
    assertTrue(heard.size() > 3, heard.toString());
  }

  @ParameterizedTest
  @ValueSource(strings = {"relative", "nbd://host/x", "json:{\"driver\":\"file\"}", "/a\nb", ""})
  void whatIsNoPathIsRefusedBeforeAnythingRuns(String path) {
    QemuImg none = new QemuImg("/nowhere/qemu-img", BlockingGuard.NONE);
    ProblemException refused =
        assertThrows(
            ProblemException.class,
            () -> none.create(path, Format.RAW, Allocation.GROWING, ByteSize.mib(1), Cancel.NEVER));
    assertEquals(Cause.ARGUMENT_REFUSED, refused.problem().cause());
  }

  private QemuImg script(String body) throws Exception {
    Path script = folder.resolve("tool-" + System.nanoTime());
    Files.writeString(script, "#!/bin/bash\n" + body + "\n");
    Files.setPosixFilePermissions(script, PosixFilePermissions.fromString("rwxr-xr-x"));
    return new QemuImg(script.toString(), BlockingGuard.NONE);
  }

  private static Problem failure(QemuImg broken, Path folder, Cancel cancel) {
    return assertThrows(
            ProblemException.class,
            () ->
                broken.copy(
                    folder.resolve("t").toString(),
                    Format.QCOW2,
                    new ImageTool.Source("/dev/null", Format.RAW),
                    ByteSize.ZERO,
                    (done, total) -> {},
                    cancel))
        .problem();
  }

  @Test
  void toolThatIsMissingIsNamedWithItsPackage() {
    Problem problem =
        failure(new QemuImg("qemu-img-not-here", BlockingGuard.NONE), folder, Cancel.NEVER);
    assertEquals(Cause.TOOL_MISSING, problem.cause());
    assertEquals("qemu-img-not-here", problem.detail());
  }

  @Test
  void toolThatTalksWithoutEndFillsNoMemory() throws Exception {
    Problem problem =
        failure(
            script("head -c 300000000 /dev/zero; head -c 100000000 /dev/zero >&2; exit 3"),
            folder,
            Cancel.NEVER);
    assertEquals(Cause.TOOL_FAILED, problem.cause());
    assertTrue(problem.raw().text().length() <= 16 << 10);
  }

  @Test
  void fullDiskAndLocksAreToldApart() throws Exception {
    assertEquals(
        Cause.NO_SPACE,
        failure(
                script("echo 'error while writing at byte 1: No space left on device' >&2; exit 1"),
                folder,
                Cancel.NEVER)
            .cause());
    assertEquals(
        Cause.DISK_IN_USE,
        failure(script("echo 'Failed to get \"write\" lock' >&2; exit 1"), folder, Cancel.NEVER)
            .cause());
  }

  @Test
  void toolThatIgnoresBeingStoppedIsKilled() throws Exception {
    QemuImg stubborn = script("trap '' TERM; while :; do sleep 0.1; done");
    CompletableFuture<Runnable> stop = new CompletableFuture<>();
    boolean[] asked = {false};
    Cancel cancel =
        new Cancel() {
          @Override
          public synchronized boolean isAsked() {
            return asked[0];
          }

          @Override
          public void onAsk(Runnable how) {
            stop.complete(
                () -> {
                  synchronized (this) {
                    asked[0] = true;
                  }
                  how.run();
                });
          }
        };
    CompletableFuture<Problem> ended =
        CompletableFuture.supplyAsync(() -> failure(stubborn, folder, cancel));
    Runnable now = stop.get(10, TimeUnit.SECONDS);
    long before = System.nanoTime();
    now.run();
    assertEquals(Cause.CANCELLED, ended.get(10, TimeUnit.SECONDS).cause());
    long millis = Duration.ofNanos(System.nanoTime() - before).toMillis();
    assertTrue(millis < 2500, "it took " + millis + " ms");
  }
}
