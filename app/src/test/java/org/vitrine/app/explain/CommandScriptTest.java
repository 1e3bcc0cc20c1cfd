package org.vitrine.app.explain;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.vitrine.model.explain.Command;

class CommandScriptTest {

  @TempDir Path folder;

  private static CommandHistory.Entry entry(String title, Command... commands) {
    return CommandHistory.Entry.of(title, List.of(commands));
  }

  private String run(List<CommandHistory.Entry> entries, int ends) throws Exception {
    Path script = folder.resolve("script.sh");
    Files.writeString(script, CommandPanel.script(entries));
    Process shell =
        new ProcessBuilder("/bin/sh", script.toString()).redirectErrorStream(true).start();
    String said = new String(shell.getInputStream().readAllBytes(), StandardCharsets.UTF_8);
    assertTrue(shell.waitFor(10, TimeUnit.SECONDS));
    assertEquals(ends, shell.exitValue(), said);
    return said;
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "Start web\necho TAKEN",
        "Start web\r\necho TAKEN",
        "Start web\recho TAKEN",
        "Start web\u0085echo TAKEN",
        "Start web\u2028echo TAKEN",
        "Start web\u000becho TAKEN",
        "Start web\u0000\necho TAKEN",
        "Start web\\\necho TAKEN",
        "$(echo TAKEN)`echo TAKEN`",
        "\n\n\necho TAKEN"
      })
  void titleNeverLeavesItsComment(String title) throws Exception {
    assertEquals("done\n", run(List.of(entry(title, Command.of("echo", "done"))), 0));
  }

  @Test
  void commandsRunInTheirOrderWithTheirWordsWhole() throws Exception {
    String said =
        run(
            List.of(
                entry("one", Command.of("printf", "%s\\n", "a b", "it's", "$(id)")),
                entry("two", Command.of("echo", "x\ny"))),
            0);
    assertEquals("a b\nit's\n$(id)\nx\ny\n", said);
  }

  @Test
  void scriptStopsAtTheFirstFailure() throws Exception {
    assertEquals(
        "before\n",
        run(
            List.of(
                entry("one", Command.of("echo", "before"), Command.of("false")),
                entry("two", Command.of("echo", "after"))),
            1));
  }
}
