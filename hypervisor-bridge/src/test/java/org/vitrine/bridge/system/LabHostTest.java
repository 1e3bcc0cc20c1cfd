package org.vitrine.bridge.system;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStreamReader;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.Test;
import org.vitrine.bridge.testing.LabHost;
import org.vitrine.bridge.testing.NeedsLabHost;
import org.vitrine.bridge.testing.OpenHosts;
import org.vitrine.bridge.testing.TinyGuest;

/** That a throw-away host is really thrown away. */
@NeedsLabHost
class LabHostTest {

  /** Starts a host with a running guest, says where, and waits to be killed. */
  static final class Starter {
    private Starter() {}

    public static void main(String[] arguments) throws Exception {
      try (LabHost lab = LabHost.start("orphan")) {
        lab.virsh("net-start", "default");
        lab.virsh("start", TinyGuest.define(lab, "guest").name());
        System.out.println(lab.uri());
        System.out.println(System.in.read());
      }
    }
  }

  private static Path folder(String uri) {
    String socket = OpenHosts.address(uri).parameters().getOrDefault("socket", "");
    assertTrue(socket.endsWith("/run/libvirt/libvirt-sock"), uri);
    return Path.of(socket.substring(0, socket.indexOf("/run/")));
  }

  /** Processes that see the folder as their own place, by what is mounted for them. */
  private static List<Long> processesIn(Path folder) {
    return ProcessHandle.allProcesses()
        .map(ProcessHandle::pid)
        .filter(
            pid -> {
              try {
                return Files.readString(Path.of("/proc/" + pid + "/mountinfo"))
                    .contains(folder + "/run ");
              } catch (IOException gone) {
                return false;
              }
            })
        .toList();
  }

  @Test
  void closedHostLeavesNothing() throws Exception {
    Path folder;
    try (LabHost lab = LabHost.start("short")) {
      folder = folder(lab.uri());
      lab.virsh("net-start", "default");
      lab.virsh("start", TinyGuest.define(lab, "guest").name());
      assertEquals("short", lab.run("hostname"));
      assertTrue(processesIn(folder).size() >= 4, "libvirtd, dnsmasq, QEMU and the first process");
    }
    assertEquals(List.of(), processesIn(folder));
    assertFalse(Files.exists(folder));
  }

  @Test
  void hostEndsWithTheProcessThatStartedIt() throws Exception {
    Process starter =
        new ProcessBuilder(
                ProcessHandle.current().info().command().orElseThrow(),
                "-cp",
                System.getProperty(
                    "surefire.test.class.path", System.getProperty("java.class.path")),
                Starter.class.getName())
            .redirectError(ProcessBuilder.Redirect.INHERIT)
            .start();
    Path folder;
    try (BufferedReader said =
        new BufferedReader(
            new InputStreamReader(starter.getInputStream(), StandardCharsets.UTF_8))) {
      folder = folder(said.readLine());
      assertTrue(processesIn(folder).size() >= 4, "not running");
    } finally {
      starter.destroyForcibly().onExit().get(10, TimeUnit.SECONDS);
    }
    long end = System.nanoTime() + TimeUnit.SECONDS.toNanos(10);
    while (!processesIn(folder).isEmpty()) {
      assertTrue(System.nanoTime() < end, () -> "still there: " + processesIn(folder));
      Thread.sleep(20);
    }
    // its files go when the next one starts
    LabHost.start("next").close();
    assertFalse(Files.exists(folder));
  }
}
