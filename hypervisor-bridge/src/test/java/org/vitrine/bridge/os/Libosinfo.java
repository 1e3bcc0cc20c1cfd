package org.vitrine.bridge.os;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.concurrent.TimeUnit;

/** The library whose rules ours follow, asked through its Python binding. */
public final class Libosinfo {

  private Libosinfo() {}

  /** The fields of each line it says. Blocks for some seconds. */
  public static List<List<String>> ask(String... words) throws Exception {
    Path script =
        Path.of(Libosinfo.class.getResource("/org/vitrine/bridge/os/libosinfo.py").toURI());
    List<String> command = new ArrayList<>(List.of("/usr/bin/python3", script.toString()));
    command.addAll(List.of(words));
    ProcessBuilder builder = new ProcessBuilder(command);
    // names in the language of the catalogue
    builder.environment().putAll(Map.of("LC_ALL", "C.UTF-8", "LANGUAGE", ""));
    builder.redirectError(ProcessBuilder.Redirect.DISCARD);
    Process process = builder.start();
    String said = new String(process.getInputStream().readAllBytes(), StandardCharsets.UTF_8);
    if (!process.waitFor(60, TimeUnit.SECONDS) || process.exitValue() != 0) {
      process.destroyForcibly();
      throw new IOException("libosinfo did not answer; it needs python3-gi, gir1.2-libosinfo-1.0");
    }
    return said.lines().map(line -> List.of(line.split("\t", -1))).toList();
  }
}
