package org.vitrine.bridge.keep;

import static org.junit.jupiter.api.Assertions.assertEquals;

import java.io.BufferedReader;
import java.io.InputStreamReader;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.io.TempDir;
import org.vitrine.bridge.keep.InstanceLock.Standing;

@Timeout(60)
class InstanceLockTest {

  @TempDir Path home;

  private XdgFolders folders() {
    return XdgFolders.of(Map.of(), home);
  }

  @Test
  void secondOfOneProcessLearnsThatItIsSecond() throws Exception {
    try (InstanceLock first = InstanceLock.take(folders());
        InstanceLock second = InstanceLock.take(folders())) {
      assertEquals(Standing.FIRST, first.standing());
      assertEquals(Standing.SECOND, second.standing());
    }
    try (InstanceLock again = InstanceLock.take(folders())) {
      assertEquals(Standing.FIRST, again.standing());
    }
  }

  @Test
  void secondProcessLearnsThatItIsSecondUntilTheFirstIsKilled() throws Exception {
    Process other = other();
    try (BufferedReader said = said(other)) {
      assertEquals("FIRST", said.readLine());
      try (InstanceLock ours = InstanceLock.take(folders())) {
        assertEquals(Standing.SECOND, ours.standing());
      }
      other.destroyForcibly().waitFor();
    }
    try (InstanceLock ours = InstanceLock.take(folders())) {
      assertEquals(Standing.FIRST, ours.standing());
      Process late = other();
      try (BufferedReader said = said(late)) {
        assertEquals("SECOND", said.readLine());
      }
      late.destroyForcibly().waitFor();
    }
  }

  @Test
  void withoutAFolderNobodyKnows() throws Exception {
    Files.writeString(home.resolve(".local"), "in the way");
    try (InstanceLock lock = InstanceLock.take(folders())) {
      assertEquals(Standing.UNKNOWN, lock.standing());
    }
  }

  private Process other() throws Exception {
    return new ProcessBuilder(
            Path.of(System.getProperty("java.home"), "bin/java").toString(),
            "-Xshare:auto",
            "-cp",
            System.getProperty("java.class.path"),
            Other.class.getName(),
            home.toString())
        .redirectError(ProcessBuilder.Redirect.INHERIT)
        .start();
  }

  private static BufferedReader said(Process process) {
    return new BufferedReader(
        new InputStreamReader(process.getInputStream(), StandardCharsets.UTF_8));
  }

  /** Another instance: takes the lock, says where it stands, and stays until it is told to go. */
  static final class Other {
    private Other() {}

    public static void main(String[] arguments) throws Exception {
      try (InstanceLock lock = InstanceLock.take(XdgFolders.of(Map.of(), Path.of(arguments[0])))) {
        System.out.println(lock.standing());
        int ended = System.in.read();
        System.out.println(ended);
      }
    }
  }
}
