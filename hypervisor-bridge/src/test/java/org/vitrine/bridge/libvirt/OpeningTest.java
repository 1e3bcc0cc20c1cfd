package org.vitrine.bridge.libvirt;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.net.StandardProtocolFamily;
import java.net.UnixDomainSocketAddress;
import java.nio.channels.ServerSocketChannel;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;
import java.util.Map;
import java.util.TreeMap;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;
import org.junit.jupiter.api.io.TempDir;
import org.vitrine.bridge.event.EventLoop;
import org.vitrine.bridge.testing.ClosesClean;
import org.vitrine.bridge.testing.HeardNews;
import org.vitrine.bridge.testing.OpenHosts;
import org.vitrine.model.host.HostAddress;
import org.vitrine.model.port.BlockingGuard;
import org.vitrine.model.port.CredentialPrompt;
import org.vitrine.model.port.DefinitionReading;
import org.vitrine.model.problem.Cause;
import org.vitrine.model.problem.Problem;
import org.vitrine.model.problem.ProblemException;
import org.vitrine.model.unit.ByteSize;
import org.vitrine.model.vm.Labels;

/** What really comes back from addresses that lead nowhere. */
@ExtendWith(ClosesClean.class)
class OpeningTest {

  @TempDir Path folder;

  private static Problem refusal(OpenHosts hosts, String address) {
    return assertThrows(ProblemException.class, () -> hosts.open(address, new HeardNews()))
        .problem();
  }

  @Test
  void socketThatIsNotThereMeansNoDaemon(OpenHosts hosts) {
    Problem problem = refusal(hosts, "qemu+unix:///system?socket=" + folder.resolve("no-sock"));
    assertEquals(Cause.DAEMON_NOT_RUNNING, problem.cause(), problem.toString());
  }

  @Test
  void socketNobodyListensOnMeansNoDaemon(OpenHosts hosts) throws Exception {
    Path socket = folder.resolve("dead-sock");
    try (ServerSocketChannel server = ServerSocketChannel.open(StandardProtocolFamily.UNIX)) {
      server.bind(UnixDomainSocketAddress.of(socket));
    }
    Problem problem = refusal(hosts, "qemu+unix:///system?socket=" + socket);
    assertEquals(Cause.DAEMON_NOT_RUNNING, problem.cause(), problem.toString());
  }

  @Test
  void portNobodyListensOnRefuses(OpenHosts hosts) throws Exception {
    int port;
    try (ServerSocket free = new ServerSocket(0, 1, InetAddress.getLoopbackAddress())) {
      port = free.getLocalPort();
    }
    Problem problem = refusal(hosts, "qemu+tcp://127.0.0.1:" + port + "/system");
    assertEquals(Cause.CONNECTION_REFUSED, problem.cause(), problem.toString());
    assertEquals("127.0.0.1", problem.subject());
  }

  @Test
  void hostWithoutAddressIsUnknown(OpenHosts hosts) {
    Problem problem = refusal(hosts, "qemu+tcp://no-such-host.invalid/system");
    assertEquals(Cause.HOST_UNKNOWN, problem.cause(), problem.toString());
  }

  @Test
  void serverThatHangsUpIsALostConnection(OpenHosts hosts) throws Exception {
    try (ServerSocket server = new ServerSocket(0, 5, InetAddress.getLoopbackAddress())) {
      Thread hangingUp =
          Thread.ofPlatform()
              .daemon()
              .start(
                  () -> {
                    try {
                      server.accept().close();
                    } catch (IOException closed) {
                      // the test is over
                    }
                  });
      Problem problem = refusal(hosts, "qemu+tcp://127.0.0.1:" + server.getLocalPort() + "/system");
      assertEquals(Cause.CONNECTION_LOST, problem.cause(), problem.toString());
      hangingUp.join();
    }
  }

  @Test
  void missingCertificatesAreNamed(OpenHosts hosts) {
    Problem problem = refusal(hosts, "qemu+tls://127.0.0.1/system?pkipath=" + folder);
    assertEquals(Cause.CERTIFICATE_REFUSED, problem.cause(), problem.toString());
  }

  @Test
  void driverThatIsNotInstalledIsNamed(OpenHosts hosts) {
    Problem problem = refusal(hosts, "vbox:///session");
    assertTrue(
        problem.cause() == Cause.DRIVER_MISSING || problem.cause() == Cause.DAEMON_NOT_RUNNING,
        problem.toString());
  }

  @Test
  void hostFileThatIsNotThereOrBrokenIsSaid(OpenHosts hosts) throws Exception {
    Problem missing = refusal(hosts, "test://" + folder.resolve("nothing.xml"));
    assertEquals(Cause.DEFINITION_INVALID, missing.cause(), missing.toString());
    Path broken = folder.resolve("broken.xml");
    Files.writeString(broken, "<node><domain type='test'></node>");
    Problem problem = refusal(hosts, "test://" + broken);
    assertEquals(Cause.DEFINITION_INVALID, problem.cause(), problem.toString());
  }

  /** A stand-in for ssh that says what the real one says and ends. */
  private Problem throughSsh(String said) throws Exception {
    Path program = folder.resolve("ssh");
    Files.writeString(program, "#!/bin/sh\nprintf '%s\\n' \"" + said + "\" >&2\nexit 255\n");
    Files.setPosixFilePermissions(program, PosixFilePermissions.fromString("rwxr-xr-x"));
    // libvirt takes the program from its parameter; the address parser refuses that from people
    HostAddress plain = OpenHosts.address("qemu+ssh://host.example/system");
    Map<String, String> parameters = new TreeMap<>(plain.parameters());
    parameters.put("command", program.toString());
    HostAddress address =
        new HostAddress(
            plain.driver(),
            plain.transport(),
            plain.user(),
            plain.host(),
            plain.port(),
            plain.path(),
            parameters);
    return assertThrows(
            ProblemException.class,
            () -> ClosesClean.hypervisor().open(address, CredentialPrompt.NONE, new HeardNews()))
        .problem();
  }

  @Test
  void whatSshSaysIsToldApart() throws Exception {
    Map<String, Cause> said =
        Map.of(
            "Host key verification failed.", Cause.HOST_KEY_UNKNOWN,
            "WARNING: REMOTE HOST IDENTIFICATION HAS CHANGED!", Cause.HOST_KEY_CHANGED,
            "user@host.example: Permission denied (publickey,password).",
                Cause.AUTHENTICATION_FAILED,
            "ssh: Could not resolve hostname host.example: Name or service not known",
                Cause.HOST_UNKNOWN,
            "ssh: connect to host host.example port 22: Connection refused",
                Cause.CONNECTION_REFUSED,
            "ssh: connect to host host.example port 22: No route to host", Cause.HOST_UNREACHABLE,
            "ssh: connect to host host.example port 22: Connection timed out", Cause.TIMED_OUT,
            "sign_and_send_pubkey: signing failed: agent refused operation", Cause.SSH_KEY_LOCKED,
            "something else", Cause.SSH_FAILED);
    for (Map.Entry<String, Cause> line : said.entrySet()) {
      Problem problem = throughSsh(line.getKey());
      assertEquals(line.getValue(), problem.cause(), problem.toString());
    }
  }

  @Test
  void missingSshIsFoundOutBeforeAnythingIsTried() {
    LibvirtHypervisor hypervisor =
        new LibvirtHypervisor(
            new EventLoop(),
            text -> new DefinitionReading(Labels.NONE, "", 0, ByteSize.ZERO, java.util.List.of()),
            BlockingGuard.NONE,
            Map.of("PATH", folder.toString()));
    ProblemException refused =
        assertThrows(
            ProblemException.class,
            () ->
                hypervisor.open(
                    OpenHosts.address("qemu+ssh://host.example/system"),
                    CredentialPrompt.NONE,
                    new HeardNews()));
    assertEquals(Cause.SSH_MISSING, refused.problem().cause());
    assertEquals("host.example", refused.problem().subject());
  }

  @Test
  void sshIsKeptFromATerminalAndItsChecksAreLeftAlone() {
    assertEquals(
        "qemu+ssh://user@host.example/system?no_tty=1",
        SshClient.withoutTerminal(OpenHosts.address("qemu+ssh://user@host.example/system")).uri());
    assertEquals(
        "qemu:///system", SshClient.withoutTerminal(OpenHosts.address("qemu:///system")).uri());
  }

  @Test
  void callFromAThreadThatMayNotWaitIsStopped() {
    IllegalStateException forbidden = new IllegalStateException("the window's thread");
    LibvirtHypervisor hypervisor =
        new LibvirtHypervisor(
            new EventLoop(),
            text -> new DefinitionReading(Labels.NONE, "", 0, ByteSize.ZERO, java.util.List.of()),
            () -> {
              throw forbidden;
            });
    assertEquals(
        forbidden,
        assertThrows(
            IllegalStateException.class,
            () ->
                hypervisor.open(
                    OpenHosts.address("test:///default"), CredentialPrompt.NONE, new HeardNews())));
  }
}
