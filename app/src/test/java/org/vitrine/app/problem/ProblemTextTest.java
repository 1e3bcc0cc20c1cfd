package org.vitrine.app.problem;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;
import org.junit.jupiter.params.provider.ValueSource;
import org.vitrine.model.problem.Cause;
import org.vitrine.model.problem.Problem;
import org.vitrine.model.problem.Remedy;

class ProblemTextTest {

  private static final List<String> HOSTILE =
      List.of(
          "",
          " \t\n",
          "\u200b\u2060\ufeff",
          "a\u0000b\u0007c\u001b[31mred\u007f",
          "line\r\nbreak\u2028and\u2029more\u0085",
          "web\u202egpj.exe\u2066x",
          "x".repeat(1 << 20),
          "\u0301".repeat(1 << 20),
          "\n".repeat(1 << 10) + "end",
          "\ud83d\ude00".repeat(1000),
          "\ud800 half \udc00",
          "'quoted' {0} {1,choice,x} {",
          "$(reboot); `reboot` && rm -rf ~",
          "%s %d \\u0041 \\");

  private static List<String> shown(ProblemText text) {
    List<String> all = new ArrayList<>(List.of(text.what(), text.why(), text.remedy()));
    text.button().ifPresent(all::add);
    text.command().ifPresent(all::add);
    return all;
  }

  @ParameterizedTest
  @EnumSource(Cause.class)
  void textsAreShortSingleLinesWhateverTheyName(Cause cause) {
    for (String value : HOSTILE) {
      for (Problem problem :
          List.of(
              Problem.of(cause, value),
              Problem.of(cause, "", value),
              Problem.of(cause, value, value))) {
        shown(ProblemText.of(problem)).forEach(line -> assertShort(problem, line));
      }
    }
  }

  private static void assertShort(Problem problem, String line) {
    Cause cause = problem.cause();
    assertFalse(line.isBlank(), cause.name());
    assertTrue(line.length() <= 1000, () -> cause + ": " + line.length() + " characters");
    assertTrue(line.codePoints().allMatch(ProblemTextTest::isPlain), () -> cause + ": " + line);
    if (!problem.subject().contains("{") && !problem.detail().contains("{")) {
      assertFalse(line.contains("{"), () -> cause + ": " + line);
    }
  }

  private static boolean isPlain(int c) {
    return switch (Character.getType(c)) {
      case Character.CONTROL,
          Character.FORMAT,
          Character.LINE_SEPARATOR,
          Character.PARAGRAPH_SEPARATOR,
          Character.SURROGATE ->
          false;
      default -> true;
    };
  }

  @ParameterizedTest
  @EnumSource(Cause.class)
  void nothingIsNamedThatIsNotThere(Cause cause) {
    for (String line : shown(ProblemText.of(Problem.of(cause, "")))) {
      assertTrue(
          Character.isLetter(line.charAt(0)) || line.charAt(0) == '/', () -> cause + ": " + line);
      assertFalse(line.matches("(?s).*(  | [.,:;]|“”|: ?$).*"), () -> cause + ": " + line);
    }
  }

  @ParameterizedTest
  @EnumSource(Cause.class)
  void buttonIsThereWhereThereIsARemedy(Cause cause) {
    ProblemText text = ProblemText.of(Problem.of(cause, "web-1", "disk.qcow2"));
    assertEquals(cause.remedy().isPresent(), text.button().isPresent());
    boolean copies = cause.remedy().equals(Optional.of(Remedy.COPY_COMMAND));
    assertEquals(copies, text.command().isPresent());
  }

  @Test
  void subjectAndDetailAreNamed() {
    ProblemText text = ProblemText.of(Problem.of(Cause.DISK_IN_USE, "web-1", "/srv/web-1.qcow2"));
    assertEquals("A disk of web-1 is in use.", text.what());
    assertEquals("Another machine or program holds /srv/web-1.qcow2 open for writing.", text.why());
    assertEquals("Shut that one down first. Two writers would destroy the disk.", text.remedy());
  }

  @Test
  void wholeSentenceFitsAsDetail() {
    String sentence = "“qemo” is not a kind of host. ".repeat(6).strip();
    assertEquals(sentence, ProblemText.of(Problem.of(Cause.ADDRESS_REFUSED, "", sentence)).why());
  }

  @Test
  void commandNamesWhereToSignIn() {
    assertEquals(
        Optional.of("ssh root@lab.example"),
        ProblemText.of(Problem.of(Cause.HOST_KEY_UNKNOWN, "Lab", "root@lab.example")).command());
    assertEquals(
        Optional.of("ssh 'ssh://root@[fe80::1]:2222'"),
        ProblemText.of(Problem.of(Cause.HOST_KEY_UNKNOWN, "Lab", "ssh://root@[fe80::1]:2222"))
            .command());
  }

  @ParameterizedTest
  @ValueSource(strings = {"", " ", "-oProxyCommand=reboot", "a\nreboot", "a\u202eb"})
  void commandIsLeftOutWhenItCannotNameTheThingItself(String destination) {
    Problem problem = Problem.of(Cause.HOST_KEY_UNKNOWN, "Lab", destination);
    assertEquals(Optional.empty(), ProblemText.of(problem).command());
  }

  @Test
  void commandIsNeverCutShort() {
    Problem problem = Problem.of(Cause.HOST_KEY_UNKNOWN, "Lab", "a".repeat(500));
    assertEquals(Optional.empty(), ProblemText.of(problem).command());
  }

  /** Runs what would be copied: the shell must take the detail as one word of the command. */
  @ParameterizedTest
  @EnumSource(Cause.class)
  void commandHoldsNothingOfOthersButOneWord(Cause cause) throws Exception {
    String bait = "a b;echo TAKEN $(echo TAKEN) `echo TAKEN` 'echo' \"x\" &";
    Optional<String> command = ProblemText.of(Problem.of(cause, bait, bait)).command();
    if (command.isEmpty()) {
      return;
    }
    String line = command.get();
    String program = line.substring(0, line.contains(" ") ? line.indexOf(' ') : line.length());
    Process shell =
        new ProcessBuilder(
                "sh",
                "-c",
                program.replace('-', '_')
                    + "() { printf '%s\\n' \"$@\"; }; "
                    + line.replaceFirst(program, program.replace('-', '_')))
            .redirectErrorStream(true)
            .start();
    String said = new String(shell.getInputStream().readAllBytes(), StandardCharsets.UTF_8);
    assertTrue(shell.waitFor(10, TimeUnit.SECONDS));
    assertEquals(0, shell.exitValue(), line);
    for (String word : said.lines().toList()) {
      assertTrue(!word.contains("TAKEN") || word.endsWith(bait), () -> line + " -> " + said);
    }
  }

  @Test
  void whatIsNotShownIsPassedOverHoweverLong() {
    assertEquals("end", ProblemText.shown("\n".repeat(1 << 20) + "end"));
  }

  @Test
  void longValuesAreCutAtALetter() {
    String cut = ProblemText.shown("\ud83d\ude00".repeat(200));
    assertEquals(81, cut.codePointCount(0, cut.length()));
    assertTrue(cut.endsWith("\ud83d\ude00…"));
    assertEquals("x".repeat(80), ProblemText.shown("x".repeat(80)));
  }
}
