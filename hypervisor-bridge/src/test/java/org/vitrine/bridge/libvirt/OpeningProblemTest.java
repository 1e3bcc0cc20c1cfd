package org.vitrine.bridge.libvirt;

import static org.junit.jupiter.api.Assertions.assertEquals;

import java.util.stream.Stream;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.MethodSource;
import org.vitrine.bridge.testing.OpenHosts;
import org.vitrine.model.problem.Cause;
import org.vitrine.model.problem.Problem;

/** libvirt's errors while a host is opened, and what becomes of them. */
class OpeningProblemTest {

  private static final int REMOTE = 13;
  private static final int RPC = 7;

  /** Ways, and what keeps them shut. */
  record Opening(Cause cause, String address, int code, int domain, int errno, String message) {}

  private static final String LOCAL = "qemu:///system";
  private static final String TCP = "qemu+tcp://host.example/system";
  private static final String TLS = "qemu+tls://host.example/system";
  private static final String SSH = "qemu+ssh://host.example/system";

  static Stream<Opening> opening() {
    return Stream.of(
        new Opening(
            Cause.DAEMON_NOT_RUNNING,
            LOCAL,
            38,
            RPC,
            2,
            "Failed to connect socket to '/var/run/libvirt/libvirt-sock': No such file or directory"),
        new Opening(
            Cause.DAEMON_NOT_RUNNING,
            LOCAL,
            38,
            RPC,
            111,
            "Failed to connect socket to '/var/run/libvirt/libvirt-sock': Connection refused"),
        new Opening(
            Cause.ACCESS_DENIED,
            LOCAL,
            38,
            RPC,
            13,
            "Failed to connect socket to '/var/run/libvirt/libvirt-sock': Permission denied"),
        new Opening(
            Cause.ACCESS_DENIED,
            LOCAL,
            45,
            60,
            0,
            "authentication unavailable: no polkit agent available to authenticate action 'org.libvirt.unix.manage'"),
        new Opening(Cause.ACCESS_DENIED, LOCAL, 94, 60, 0, "authentication unavailable"),
        new Opening(
            Cause.ACCESS_DENIED,
            LOCAL,
            1,
            47,
            0,
            "internal error: Unable to get system bus connection"),
        new Opening(
            Cause.RUNTIME_FOLDER_MISSING,
            "qemu:///session",
            38,
            0,
            13,
            "Cannot create user runtime directory '/run/user/5/libvirt': Permission denied"),
        new Opening(
            Cause.DAEMON_MISSING,
            "qemu:///session",
            1,
            RPC,
            0,
            "internal error: Unable to locate libvirtd daemon in /usr/sbin"),
        new Opening(
            Cause.AUTHENTICATION_FAILED,
            TCP,
            45,
            RPC,
            0,
            "authentication failed: authentication failed"),
        new Opening(Cause.AUTHENTICATION_CANCELLED, TCP, 79, RPC, 0, "authentication cancelled"),
        new Opening(
            Cause.HOST_UNKNOWN,
            TCP,
            38,
            RPC,
            0,
            "unable to connect to server at 'host.example:16509': Name or service not known"),
        new Opening(
            Cause.HOST_UNREACHABLE,
            TCP,
            38,
            RPC,
            113,
            "unable to connect to server at '10.0.0.9:16509': No route to host"),
        new Opening(
            Cause.CONNECTION_REFUSED,
            TCP,
            38,
            RPC,
            111,
            "unable to connect to server at '10.0.0.9:16509': Connection refused"),
        new Opening(
            Cause.TIMED_OUT,
            TCP,
            38,
            RPC,
            110,
            "unable to connect to server at '10.0.0.9:16509': Connection timed out"),
        new Opening(
            Cause.CERTIFICATE_REFUSED,
            TLS,
            38,
            RPC,
            2,
            "Cannot read CA certificate '/etc/pki/CA/cacert.pem': No such file or directory"),
        new Opening(
            Cause.CERTIFICATE_REFUSED,
            TLS,
            40,
            RPC,
            0,
            "authentication failed: Failed to verify peer's certificate"),
        new Opening(
            Cause.HOST_KEY_UNKNOWN,
            SSH,
            38,
            RPC,
            5,
            "Cannot recv data: Host key verification failed.: Connection reset by peer ssh"),
        new Opening(
            Cause.SSH_KEY_LOCKED,
            SSH,
            38,
            RPC,
            104,
            "Cannot recv data: ssh: incorrect passphrase supplied to decrypt private key: Connection reset by peer"),
        new Opening(
            Cause.DAEMON_NOT_RUNNING,
            SSH,
            38,
            RPC,
            5,
            "End of file while reading data: virt-ssh-helper: ssh cannot connect to '/var/run/libvirt/libvirt-sock': Failed to connect socket to '/var/run/libvirt/libvirt-sock': No such file or directory"),
        new Opening(
            Cause.DRIVER_MISSING,
            "vbox:///session",
            5,
            0,
            0,
            "no connection driver available for vbox:///session"),
        new Opening(
            Cause.OUT_OF_RESOURCES,
            LOCAL,
            38,
            RPC,
            24,
            "unable to create socket: Too many open files"),
        new Opening(
            Cause.TOO_MANY_CLIENTS,
            TCP,
            1,
            REMOTE,
            0,
            "internal error: Too many active clients (20)"),
        new Opening(Cause.UNEXPECTED, TCP, 1, RPC, 0, "internal error: never seen"));
  }

  @ParameterizedTest
  @MethodSource("opening")
  void errorOfOpeningHasItsCause(Opening one) {
    Told told = new Told(one.code, one.domain, one.message, "", "", one.errno);
    Problem problem = ProblemOf.opening(told, OpenHosts.address(one.address));
    assertEquals(one.cause, problem.cause(), one.message);
  }

  @ParameterizedTest
  @CsvSource({
    "qemu+ssh://host.example/system, host.example",
    "qemu+ssh://root@host.example/system, root@host.example",
    "qemu+ssh://root@host.example:2222/system, ssh://root@host.example:2222",
    "qemu+ssh://[fe80::1]:22/system, ssh://[fe80::1]:22"
  })
  void unknownHostKeyTellsWhereToSignInByHand(String address, String destination) {
    Told told =
        new Told(38, RPC, "Host key verification failed.: Connection reset by peer ssh", "", "", 5);
    Problem problem = ProblemOf.opening(told, OpenHosts.address(address));
    assertEquals(Cause.HOST_KEY_UNKNOWN, problem.cause());
    assertEquals(destination, problem.detail());
  }
}
