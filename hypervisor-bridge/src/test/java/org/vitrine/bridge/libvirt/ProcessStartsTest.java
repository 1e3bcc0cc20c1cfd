package org.vitrine.bridge.libvirt;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.FileTime;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.vitrine.bridge.testing.OpenHosts;
import org.vitrine.model.vm.Uptime;

class ProcessStartsTest {

  @TempDir Path folder;

  private static ProcessStarts at(String address, Map<String, String> environment) {
    return ProcessStarts.at(OpenHosts.address(address), environment);
  }

  @Test
  void startOfTheProcessInTheFileIsExact() throws Exception {
    Path file = folder.resolve("Büro.pid");
    Files.writeString(file, ProcessHandle.current().pid() + "\n");
    Instant start = ProcessHandle.current().info().startInstant().orElseThrow();
    Files.setLastModifiedTime(file, FileTime.from(start.plusSeconds(1)));
    ProcessStarts starts = new ProcessStarts(List.of(folder));
    assertEquals(Optional.of(new Uptime(start, true)), starts.of("Büro"));
    assertEquals(Optional.of(new Uptime(start, true)), starts.of("Büro"));
    // started again: another process, another date
    Files.writeString(file, "1\n");
    Files.setLastModifiedTime(file, FileTime.from(Instant.now().plusSeconds(5)));
    assertTrue(
        starts.of("Büro").map(uptime -> uptime.since().isBefore(start)).orElse(true),
        "the first process of a system is older than this one");
  }

  @Test
  void processOfAnotherTimeIsNotTheMachines() throws Exception {
    Path file = folder.resolve("elsewhere.pid");
    Files.writeString(file, ProcessHandle.current().pid() + "\n");
    Instant start = ProcessHandle.current().info().startInstant().orElseThrow();
    Files.setLastModifiedTime(file, FileTime.from(start.plusSeconds(3600)));
    assertEquals(Optional.empty(), new ProcessStarts(List.of(folder)).of("elsewhere"));
  }

  @Test
  void fileThatIsNoNumberOrNotThereTellsNothing() throws Exception {
    ProcessStarts starts = new ProcessStarts(List.of(folder));
    Files.writeString(folder.resolve("odd.pid"), "no number");
    Files.writeString(folder.resolve("long.pid"), "1".repeat(10_000));
    Files.writeString(folder.resolve("gone.pid"), "999999999");
    for (String name : List.of("odd", "long", "gone", "missing", "", "../odd")) {
      assertEquals(Optional.empty(), starts.of(name), name);
    }
  }

  @Test
  void foldersAreThoseOfTheDaemonThatIsAsked() {
    Map<String, String> both = Map.of("XDG_RUNTIME_DIR", "/run/user/5", "HOME", "/home/u");
    assertEquals(
        List.of(Path.of("/run/user/5/libvirt/qemu/run")), at("qemu:///session", both).folders());
    assertEquals(
        List.of(Path.of("/home/u/.cache/libvirt/qemu/run")),
        at("qemu:///session", Map.of("HOME", "/home/u")).folders());
    assertEquals(List.of(Path.of("/run/libvirt/qemu")), at("qemu:///system", both).folders());
    assertEquals(List.of(), at("qemu+ssh://host.example/system", both).folders());
    assertEquals(List.of(), at("test:///default", both).folders());
  }
}
