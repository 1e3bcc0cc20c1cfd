package org.vitrine.bridge.xml;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTimeoutPreemptively;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.net.InetAddress;
import java.net.ServerSocket;
import java.net.SocketTimeoutException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;
import org.vitrine.model.problem.Cause;
import org.vitrine.model.problem.Problem;
import org.vitrine.model.problem.ProblemException;

/** XML of a host that means harm is refused quickly and reaches for nothing. */
class HostileXmlTest {

  @BeforeAll
  static void warmUp() throws Exception {
    // the first reading loads the mapper, which is no part of the time a refusal takes
    DomainXml.read("<domain/>");
  }

  static Stream<Arguments> malformed() {
    return Stream.of(
        Arguments.of("empty", ""),
        Arguments.of("blank", "  \n "),
        Arguments.of("plain text", "no such thing"),
        Arguments.of("not closed", "<domain><title>a</domain>"),
        Arguments.of("cut", "<domain><title>a"),
        Arguments.of("another root", "<network><name>default</name></network>"),
        Arguments.of("root of the right name elsewhere", "<x:domain xmlns:x='urn:x'/>"),
        Arguments.of("two roots", "<domain/><domain/>"),
        Arguments.of("text behind", "<domain/>more"),
        Arguments.of("zero byte", "<domain><title>a\0b</title></domain>"),
        Arguments.of("written zero", "<domain><title>&#0;</title></domain>"),
        Arguments.of("unknown prefix", "<domain><metadata><v:machine/></metadata></domain>"),
        Arguments.of("attribute twice", "<domain a='1' a='2'/>"),
        Arguments.of("unknown entity", "<domain><title>&nbsp;</title></domain>"),
        Arguments.of("UTF-16 read as bytes", "\u00fe\u00ff\0<\0d\0o\0m\0a\0i\0n\0/\0>"));
  }

  @ParameterizedTest(name = "{0}")
  @MethodSource("malformed")
  void malformedTextIsRefused(String what, String text) {
    assertFalse(what.isEmpty());
    refused(text);
  }

  @Test
  void placeOfTheFaultIsTold() {
    Problem problem = refused("<domain>\n  <title>a</titel>\n</domain>");
    assertTrue(problem.detail().startsWith("2:"), problem.detail());
    assertTrue(problem.raw().text().length() <= 300);
  }

  static Stream<Arguments> documentTypes() {
    String laughs =
        "<!DOCTYPE domain [<!ENTITY a0 'ha'>"
            + IntStream.rangeClosed(1, 30)
                .mapToObj(i -> "<!ENTITY a%d '&a%d;&a%d;'>".formatted(i, i - 1, i - 1))
                .collect(Collectors.joining())
            + "]><domain><title>&a30;</title></domain>";
    String quadratic =
        "<!DOCTYPE domain [<!ENTITY a '"
            + "x".repeat(100_000)
            + "'>]><domain><title>"
            + "&a;".repeat(10_000)
            + "</title></domain>";
    return Stream.of(
        Arguments.of("billion laughs", laughs),
        Arguments.of("quadratic blow-up", quadratic),
        Arguments.of("bare", "<!DOCTYPE domain><domain/>"),
        Arguments.of("public", "<!DOCTYPE domain PUBLIC '-//x' 'http://127.0.0.1:9/'><domain/>"),
        Arguments.of(
            "defaulted attribute",
            "<!DOCTYPE domain [<!ATTLIST domain type CDATA 'kvm'>]><domain/>"));
  }

  @ParameterizedTest(name = "{0}")
  @MethodSource("documentTypes")
  void documentTypeIsRefusedAtOnce(String what, String text) {
    assertFalse(what.isEmpty());
    assertTimeoutPreemptively(Duration.ofMillis(500), () -> refused(text));
  }

  @Test
  void noFileIsOpened(@TempDir Path folder) throws Exception {
    Path secret = Files.writeString(folder.resolve("secret"), "do not tell");
    for (String form :
        new String[] {
          "<!DOCTYPE domain [<!ENTITY x SYSTEM '%s'>]><domain><title>&x;</title></domain>",
          "<!DOCTYPE domain [<!ENTITY %% p SYSTEM '%s'> %%p;]><domain/>",
          "<!DOCTYPE domain SYSTEM '%s'><domain/>",
        }) {
      Problem problem = refused(form.formatted(secret.toUri()));
      assertFalse(problem.raw().text().contains("do not tell"));
    }
    // XInclude is an element like any other, and not one we read
    assertEquals(
        "",
        DomainXml.read(
                ("<domain><title/><description><include xmlns='http://www.w3.org/2001/XInclude'"
                        + " href='%s' parse='text'/></description></domain>")
                    .formatted(secret.toUri()))
            .labels()
            .description());
  }

  @Test
  void noAddressIsOpened() throws Exception {
    try (ServerSocket trap = new ServerSocket(0, 5, InetAddress.getLoopbackAddress())) {
      String there = "http://127.0.0.1:" + trap.getLocalPort() + "/x";
      refused("<!DOCTYPE domain SYSTEM '" + there + "'><domain/>");
      refused(
          "<!DOCTYPE domain [<!ENTITY x SYSTEM '"
              + there
              + "'>]><domain><title>&x;</title></domain>");
      refused("<!DOCTYPE domain [<!ENTITY % p SYSTEM '" + there + "'> %p;]><domain/>");
      trap.setSoTimeout(200);
      assertThrows(SocketTimeoutException.class, trap::accept, "somebody called");
    }
  }

  @Test
  void depthIsBounded() throws Exception {
    refused("<domain>" + "<a>".repeat(1_000_000) + "</a>".repeat(1_000_000) + "</domain>");
    refused("<domain>" + "<a>".repeat(300) + "</a>".repeat(300) + "</domain>");
    DomainXml.read("<domain>" + "<a>".repeat(250) + "</a>".repeat(250) + "</domain>");
  }

  @Test
  void attributesAreBounded() {
    String many =
        IntStream.range(0, 1_000_000)
            .mapToObj(i -> " a" + i + "=''")
            .limit(700_000)
            .collect(Collectors.joining());
    assertTimeoutPreemptively(Duration.ofSeconds(2), () -> refused("<domain" + many + "/>"));
    refused("<domain a='" + "x".repeat(1_000_000) + "'/>");
  }

  @Test
  void namespacesAreBounded() {
    String many =
        IntStream.range(0, 300_000)
            .mapToObj(i -> " xmlns:a" + i + "='u'")
            .collect(Collectors.joining());
    assertTimeoutPreemptively(Duration.ofSeconds(5), () -> refused("<domain" + many + "/>"));
  }

  @Test
  void sizeIsBounded() {
    refused("<domain><title>" + "x".repeat(9 * 1024 * 1024) + "</title></domain>");
    refused("<domain>" + "<a/>".repeat(1_000_000) + "</domain>");
  }

  private static Problem refused(String text) {
    ProblemException refusal = assertThrows(ProblemException.class, () -> DomainXml.read(text));
    assertEquals(Cause.DEFINITION_INVALID, refusal.problem().cause());
    return refusal.problem();
  }
}
