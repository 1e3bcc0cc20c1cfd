package org.vitrine.bridge.libvirt;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;
import org.junit.jupiter.api.io.TempDir;
import org.vitrine.bridge.testing.ClosesClean;
import org.vitrine.bridge.testing.HeardNews;
import org.vitrine.bridge.testing.OpenHosts;
import org.vitrine.model.port.CredentialPrompt;
import org.vitrine.model.problem.Cause;
import org.vitrine.model.problem.ProblemException;

/** What the host asks reaches the prompt, and what that says reaches the host. */
@ExtendWith(ClosesClean.class)
class PromptingAuthTest {

  private static final String PASSWORD = "pässword中";

  @TempDir Path folder;
  private String address = "";

  @BeforeEach
  void host() throws Exception {
    Path file = folder.resolve("node.xml");
    Files.writeString(
        file,
        """
        <node>
          <auth><user password="%s">jürgen</user></auth>
          <domain type='test'>
            <name>one</name><memory>65536</memory><os><type>hvm</type></os>
          </domain>
        </node>
        """
            .formatted(PASSWORD));
    address = "test://" + file;
  }

  private static Optional<String> right(CredentialPrompt.Question question) {
    return Optional.of(question.secret() ? PASSWORD : "jürgen");
  }

  @Test
  void threeHundredOpensWithGarbageCollectionSurvive(OpenHosts hosts) throws Exception {
    for (int i = 0; i < 300; i++) {
      assertEquals(
          1, hosts.open(address, PromptingAuthTest::right, new HeardNews()).machines().size());
      assertEquals(0, hosts.releaseAll());
      if (i % 10 == 0) {
        System.gc();
      }
    }
  }

  @Test
  void passwordIsAskedForAsASecretAndTheNameIsNot(OpenHosts hosts) throws Exception {
    List<CredentialPrompt.Question> asked = new ArrayList<>();
    hosts.open(
        address,
        question -> {
          asked.add(question);
          return right(question);
        },
        new HeardNews());
    assertEquals(List.of(false, true), asked.stream().map(q -> q.secret()).toList());
    assertTrue(asked.stream().noneMatch(q -> q.prompt().isBlank()), asked.toString());
  }

  @Test
  void wrongPasswordIsRefused(OpenHosts hosts) {
    assertEquals(
        Cause.AUTHENTICATION_FAILED,
        assertThrows(
                ProblemException.class,
                () ->
                    hosts.open(
                        address,
                        question -> Optional.of(question.secret() ? "wrong" : "jürgen"),
                        new HeardNews()))
            .problem()
            .cause());
  }

  @Test
  void cancelledQuestionIsNoFailureOfTheHost(OpenHosts hosts) {
    assertEquals(
        Cause.AUTHENTICATION_CANCELLED,
        assertThrows(
                ProblemException.class,
                () -> hosts.open(address, CredentialPrompt.NONE, new HeardNews()))
            .problem()
            .cause());
  }

  @Test
  void promptThatThrowsCancels(OpenHosts hosts) {
    assertEquals(
        Cause.AUTHENTICATION_CANCELLED,
        assertThrows(
                ProblemException.class,
                () ->
                    hosts.open(
                        address,
                        question -> {
                          throw new IllegalStateException("the dialog is gone");
                        },
                        new HeardNews()))
            .problem()
            .cause());
  }
}
