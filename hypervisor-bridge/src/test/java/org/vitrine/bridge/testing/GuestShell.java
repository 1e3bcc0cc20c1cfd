package org.vitrine.bridge.testing;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.Base64;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** Asks a running guest by its agent, by other means than the code under test. */
public final class GuestShell {

  private static final Pattern PID = Pattern.compile("\"pid\":(\\d+)");
  private static final Pattern OUT = Pattern.compile("\"out-data\":\"([^\"]*)\"");

  private final Virsh virsh;
  private final String machine;

  /** Runs virsh on the guest's host. */
  @FunctionalInterface
  public interface Virsh {
    String run(String... words) throws IOException, InterruptedException;
  }

  public GuestShell(Virsh virsh, String machine) {
    this.virsh = virsh;
    this.machine = machine;
  }

  /**
   * Waits until its agent answers. An emulated guest hangs at boot once in a while: one that is
   * silent for long is reset once.
   */
  public GuestShell awaitUp() throws IOException, InterruptedException {
    for (int attempt = 0; attempt < 2; attempt++) {
      long end = System.nanoTime() + Duration.ofSeconds(60).toNanos();
      while (System.nanoTime() < end) {
        if (answers()) {
          return this;
        }
        Thread.sleep(250);
      }
      if (attempt == 0) {
        virsh.run("reset", machine);
      }
    }
    throw new AssertionError("the agent of " + machine + " never answered");
  }

  private boolean answers() throws InterruptedException {
    try {
      virsh.run("qemu-agent-command", machine, "{\"execute\":\"guest-ping\"}");
      return true;
    } catch (IOException notYet) {
      return false;
    }
  }

  /** What a line prints in the guest's shell. */
  public String run(String line) throws IOException, InterruptedException {
    String command =
        "{\"execute\":\"guest-exec\",\"arguments\":{\"path\":\"/bin/sh\",\"arg\":[\"-c\",\""
            + line.replace("\\", "\\\\").replace("\"", "\\\"")
            + "\"],\"capture-output\":true}}";
    Matcher pid = PID.matcher(virsh.run("qemu-agent-command", machine, command));
    if (!pid.find()) {
      throw new AssertionError("the guest did not start " + line);
    }
    String ask = "{\"execute\":\"guest-exec-status\",\"arguments\":{\"pid\":" + pid.group(1) + "}}";
    long end = System.nanoTime() + Duration.ofMinutes(2).toNanos();
    while (System.nanoTime() < end) {
      String said = virsh.run("qemu-agent-command", machine, ask);
      if (said.contains("\"exited\":true")) {
        Matcher out = OUT.matcher(said);
        return out.find()
            ? new String(Base64.getDecoder().decode(out.group(1)), StandardCharsets.UTF_8).strip()
            : "";
      }
      Thread.sleep(200);
    }
    throw new AssertionError("in the guest, this did not end: " + line);
  }

  /** Waits until a line prints what is wanted. */
  public void await(String line, Pattern wanted) throws IOException, InterruptedException {
    long end = System.nanoTime() + Duration.ofSeconds(60).toNanos();
    String said = "";
    while (System.nanoTime() < end) {
      said = run(line);
      if (wanted.matcher(said).find()) {
        return;
      }
      Thread.sleep(500);
    }
    throw new AssertionError("in the guest, " + line + " says " + said);
  }
}
