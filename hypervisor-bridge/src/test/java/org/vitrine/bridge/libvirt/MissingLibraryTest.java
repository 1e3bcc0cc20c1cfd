package org.vitrine.bridge.libvirt;

import static org.junit.jupiter.api.Assertions.assertEquals;

import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.vitrine.bridge.testing.ClosesClean;
import org.vitrine.bridge.testing.OpenHosts;
import org.vitrine.model.port.CredentialPrompt;
import org.vitrine.model.problem.ProblemException;

/** What depends on how a process was started is tried in a process of its own. */
class MissingLibraryTest {

  /** Opens the test host and prints the cause, or the names of its machines. */
  static final class Child {
    private Child() {}

    public static void main(String[] address) {
      for (int i = 0; i < 2; i++) {
        try (var session =
            ClosesClean.hypervisor()
                .open(OpenHosts.address(address[0]), CredentialPrompt.NONE, news -> {})) {
          session.machines().forEach(machine -> print(machine.name()));
        } catch (ProblemException failure) {
          print(failure.problem().cause().name());
        }
      }
    }

    private static void print(String text) {
      System.out.writeBytes((text + "\n").getBytes(StandardCharsets.UTF_8));
    }
  }

  private static List<String> child(String address, List<String> options) throws Exception {
    List<String> command = new ArrayList<>();
    command.add(Path.of(System.getProperty("java.home"), "bin", "java").toString());
    command.add("--enable-native-access=ALL-UNNAMED");
    command.addAll(options);
    command.addAll(
        List.of("-cp", System.getProperty("java.class.path"), Child.class.getName(), address));
    ProcessBuilder builder = new ProcessBuilder(command);
    builder.environment().put("LC_ALL", "C");
    Process process = builder.redirectError(ProcessBuilder.Redirect.INHERIT).start();
    String said = new String(process.getInputStream().readAllBytes(), StandardCharsets.UTF_8);
    assertEquals(0, process.waitFor());
    return said.lines().toList();
  }

  @Test
  void libraryThatCannotBeLoadedIsAProblemEachTime() throws Exception {
    assertEquals(
        List.of("LIBRARY_MISSING", "LIBRARY_MISSING"),
        child(
            "test:///default",
            List.of(
                "-Djna.boot.library.path=/nonexistent",
                "-Djna.nosys=true",
                "-Djna.noclasspath=true")));
  }

  @Test
  void namesAreReadRightWhateverTheLocale(@TempDir Path folder) throws Exception {
    Path file = folder.resolve("node.xml");
    Files.writeString(
        file,
        "<node><domain type='test'><name>Büro中</name><memory>65536</memory>"
            + "<os><type>hvm</type></os></domain></node>");
    assertEquals(List.of("Büro中", "Büro中"), child("test://" + file, List.of()));
  }
}
