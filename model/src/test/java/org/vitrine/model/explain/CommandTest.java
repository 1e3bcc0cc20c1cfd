package org.vitrine.model.explain;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Random;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class CommandTest {

  @TempDir Path folder;

  @Test
  void plainWordsStayPlain() {
    assertEquals(
        "virsh -c qemu+ssh://root@host/system start web-1",
        Command.of("virsh", "-c", "qemu+ssh://root@host/system", "start", "web-1").shellLine());
    assertEquals("virsh start 'a b' ''", Command.of("virsh", "start", "a b", "").shellLine());
    assertEquals("'A=b' A=b", Command.of("A=b", "A=b").shellLine());
  }

  @Test
  void bashReadsBackTheSameWords() throws Exception {
    List<String> words = new ArrayList<>();
    words.addAll(
        List.of(
            "",
            "'",
            "''",
            "'\\''",
            "\\",
            "\"",
            "$HOME",
            "$(id)",
            "`id`",
            "~",
            "~root",
            "*",
            "?",
            "[a]",
            "{a,b}",
            "a{1..3}",
            "!",
            "!!",
            "#",
            "a#b",
            ";",
            "&",
            "|",
            "<",
            ">",
            "a=b",
            "-e",
            "--",
            "-n",
            "\n",
            "\t",
            "\r",
            "a\nb",
            "%s",
            "%",
            "^a^b",
            "()",
            "ünï☃😀",
            "\u202e",
            "\u00a0",
            "\u001b[0m",
            "\u0007",
            "if",
            "[[",
            "@",
            "a:b",
            "C:\\x",
            "\u0130",
            "\u0661"));
    String alphabet = "ab1 '\"\\$`~*?[]{}!#;&|<>()=-_.,:/%@^\n\t\rü☃\u0661";
    Random random = new Random(7);
    for (int i = 0; i < 2_000; i++) {
      StringBuilder word = new StringBuilder();
      for (int n = random.nextInt(12); n > 0; n--) {
        word.append(alphabet.charAt(random.nextInt(alphabet.length())));
      }
      words.add(word.toString());
    }
    assertEquals(words, readBack(new Command(words, "").shellLine()));
    // each in front as well, where other rules hold
    for (String word : List.of("a=b", "-e", "~", "#", "")) {
      assertEquals(List.of(word, "x"), readBack(Command.of(word, "x").shellLine()));
    }
  }

  private List<String> readBack(String line) throws IOException, InterruptedException {
    Path script =
        Files.writeString(
            folder.resolve("script"),
            "words() { printf '%s\\0' \"$@\"; }\nwords " + line + "\n",
            StandardCharsets.UTF_8);
    Path out = folder.resolve("out");
    Process bash =
        new ProcessBuilder("bash", script.toString())
            .redirectOutput(out.toFile())
            .redirectErrorStream(true)
            .start();
    assertTrue(bash.waitFor(20, TimeUnit.SECONDS));
    String said = Files.readString(out, StandardCharsets.UTF_8);
    assertEquals(0, bash.exitValue(), said);
    List<String> words = List.of(said.split("\0", -1));
    return words.subList(0, words.size() - 1);
  }
}
