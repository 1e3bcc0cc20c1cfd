package org.vitrine.bridge.testing;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.concurrent.TimeUnit;

/** Everything a host holds, as virsh tells it: another program than the one under test. */
public final class HostPicture {

  private static final long PATIENCE = 60;

  private final List<String> command;

  /**
   * @param command what runs virsh on the host in question, up to its own verb: {@code virsh -c
   *     uri}, or with a change of user in front
   */
  public HostPicture(List<String> command) {
    this.command = List.copyOf(command);
  }

  public static HostPicture of(String uri) {
    return new HostPicture(List.of("virsh", "-q", "-c", uri));
  }

  /** The XML of every machine, snapshot, pool, volume and network, by kind and name. */
  public Map<String, String> take() {
    Map<String, String> found = new TreeMap<>();
    for (String machine : lines("list", "--all", "--name")) {
      found.put("machine " + machine, ask("dumpxml", "--inactive", "--security-info", machine));
      found.put("state of " + machine, ask("domstate", machine).strip());
      for (String snapshot : lines("snapshot-list", machine, "--name")) {
        found.put(
            "snapshot " + machine + "/" + snapshot,
            ask("snapshot-dumpxml", "--security-info", machine, snapshot));
      }
    }
    for (String network : lines("net-list", "--all", "--name")) {
      found.put("network " + network, network(network));
      found.put("state of network " + network, state("net-info", network));
    }
    for (String pool : lines("pool-list", "--all", "--name")) {
      found.put("pool " + pool, ask("pool-dumpxml", pool));
      String state = state("pool-info", pool);
      found.put("state of pool " + pool, state);
      if (state.contains("running")) {
        for (String volume : lines("vol-list", pool)) {
          String name = volume.strip().split(" {2,}", 2)[0];
          found.put("volume " + pool + "/" + name, ask("vol-dumpxml", "--pool", pool, name));
        }
      }
    }
    return found;
  }

  /** As stored and as it runs; the test driver keeps no two. */
  private String network(String name) {
    String running = ask("net-dumpxml", name);
    Answer stored = answer("net-dumpxml", "--inactive", name);
    return stored.code() == 0 ? running + stored.text() : running;
  }

  /** Active, autostart, persistent; not the sizes, which others on the disk may change. */
  private String state(String verb, String name) {
    StringBuilder kept = new StringBuilder();
    for (String line : ask(verb, name).split("\n", -1)) {
      if (line.startsWith("Active")
          || line.startsWith("State")
          || line.startsWith("Autostart")
          || line.startsWith("Persistent")) {
        kept.append(line).append('\n');
      }
    }
    return kept.toString();
  }

  private List<String> lines(String... words) {
    return ask(words).lines().filter(line -> !line.isBlank()).map(String::stripTrailing).toList();
  }

  private record Answer(int code, String text) {}

  private String ask(String... words) {
    Answer answer = answer(words);
    if (answer.code() != 0) {
      throw new AssertionError("virsh failed: " + List.of(words) + "\n" + answer.text());
    }
    return answer.text();
  }

  private Answer answer(String... words) {
    List<String> all = new ArrayList<>(command);
    all.addAll(List.of(words));
    try {
      Path out = Files.createTempFile("virsh", ".out");
      try {
        ProcessBuilder builder = new ProcessBuilder(all).redirectErrorStream(true);
        // the words of its answers are read above
        builder.environment().put("LC_ALL", "C.UTF-8");
        Process process = builder.redirectOutput(out.toFile()).start();
        if (!process.waitFor(PATIENCE, TimeUnit.SECONDS)) {
          process.destroyForcibly();
          throw new AssertionError("no answer within " + PATIENCE + " s: " + all);
        }
        return new Answer(process.exitValue(), Files.readString(out, StandardCharsets.UTF_8));
      } finally {
        Files.deleteIfExists(out);
      }
    } catch (IOException failed) {
      throw new AssertionError("virsh is needed to see whether the host changed", failed);
    } catch (InterruptedException stopped) {
      Thread.currentThread().interrupt();
      throw new AssertionError(stopped);
    }
  }
}
