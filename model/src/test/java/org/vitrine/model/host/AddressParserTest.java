package org.vitrine.model.host;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertInstanceOf;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.Map;
import java.util.Optional;
import java.util.OptionalInt;
import java.util.Random;
import java.util.Set;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;
import org.vitrine.model.host.AddressParser.Caution;
import org.vitrine.model.host.AddressParser.Fault;
import org.vitrine.model.host.AddressParser.Result;

class AddressParserTest {

  private static Result.Accepted accepted(String text) {
    return assertInstanceOf(Result.Accepted.class, AddressParser.parse(text), text);
  }

  private static Result.Refused refused(Fault fault, String text) {
    Result.Refused refused =
        assertInstanceOf(Result.Refused.class, AddressParser.parse(text), text);
    assertEquals(fault, refused.fault(), text);
    return refused;
  }

  @ParameterizedTest
  @CsvSource({
    "qemu:///system, qemu:///system",
    "' QEMU:///session ', qemu:///session",
    "qemu+unix:///system?socket=/run/x.sock, qemu+unix:///system?socket=/run/x.sock",
    "qemu+ssh://root@host.example/system, qemu+ssh://root@host.example/system",
    "qemu+ssh://a_b.c-d@10.0.0.1:2222/system, qemu+ssh://a_b.c-d@10.0.0.1:2222/system",
    "qemu+ssh://[::1]/system, qemu+ssh://[::1]/system",
    "qemu+ssh://[fe80::1%eth0]:22/system, qemu+ssh://[fe80::1%eth0]:22/system",
    "qemu+ssh://xn--bcher-kva.example/system, qemu+ssh://xn--bcher-kva.example/system",
    "qemu://host/system, qemu+tls://host/system",
    "qemu+tcp://host/system, qemu+tcp://host/system",
    "qemu+ssh://h/system?no_tty=1&keyfile=/k, qemu+ssh://h/system?keyfile=/k&no_tty=1",
    "test:///default, test:///default",
    "test:///tmp/x.xml, test:///tmp/x.xml",
    "test:///tmp/a%20b/x.xml, test:///tmp/a%20b/x.xml",
    "test:///tmp/ü.xml, test:///tmp/%c3%bc.xml",
    "xen:///, xen:///",
    "lxc:///system, lxc:///system",
    "vbox:///session, vbox:///session",
    "bhyve:///system, bhyve:///system",
    "esx://root@esx.example/?no_verify=1, esx://root@esx.example/?no_verify=1",
    "vpx://admin@vc.example/dc/cluster/esx1, vpx://admin@vc.example/dc/cluster/esx1",
    "hyperv://admin@hv.example/, hyperv://admin@hv.example/",
  })
  void usualAddressesAreTaken(String typed, String uri) {
    assertEquals(uri, accepted(typed).address().uri());
  }

  @ParameterizedTest
  @CsvSource({
    "EMPTY, ''",
    "EMPTY, '   '",
    "NOT_AN_ADDRESS, system",
    "NOT_AN_ADDRESS, qemu:/system",
    "NOT_AN_ADDRESS, '://'",
    "NOT_AN_ADDRESS, 'qemu+ssh://ho st/system'",
    "NOT_AN_ADDRESS, 'qemu+ssh://host%00/system'",
    "NOT_AN_ADDRESS, 'qemu:///system#x'",
    "UNKNOWN_DRIVER, 'quemu:///system'",
    "UNKNOWN_DRIVER, 'http://host/'",
    "UNKNOWN_DRIVER, 'file:///etc/passwd'",
    "UNKNOWN_TRANSPORT, 'qemu+foo://host/system'",
    "UNKNOWN_TRANSPORT, 'qemu+://host/system'",
    "UNKNOWN_TRANSPORT, 'qemu+ext://host/system'",
    "UNKNOWN_TRANSPORT, 'qemu+ssh+ssh://host/system'",
    "UNKNOWN_TRANSPORT, 'esx+ssh://host/'",
    "BAD_HOST, 'qemu+ssh://-oProxyCommand=x/system'",
    "BAD_HOST, 'qemu+ssh://-oProxyCommand/system'",
    "BAD_HOST, 'qemu+ssh://root@-lx/system'",
    "BAD_HOST, 'qemu+ssh://bücher.example/system'",
    "BAD_HOST, 'qemu+ssh://\u0440\u0430\u0443.example/system'",
    "BAD_HOST, 'qemu+ssh://[::1/system'",
    "BAD_HOST, 'qemu+ssh://[::1]x/system'",
    "BAD_HOST, 'qemu+ssh://[:::::]/system'",
    "BAD_HOST, 'qemu+ssh://[fe80::1%ab0]/system'",
    "BAD_HOST, 'qemu+ssh://[fe80::1%-x]/system'",
    "BAD_HOST, 'qemu+ssh://[127.0.0.1]/system'",
    "BAD_HOST, 'qemu+ssh://ho`st/system'",
    "BAD_HOST, 'qemu+ssh://$(id)/system'",
    "BAD_HOST, 'qemu+ssh://host./system'",
    "BAD_USER, 'qemu+ssh://-lx@host/system'",
    "BAD_USER, 'qemu+ssh://@host/system'",
    "BAD_USER, 'qemu+ssh://a@b@host/system'",
    "BAD_USER, 'qemu+ssh://a%3Ab@host/system'",
    "BAD_USER, 'qemu+ssh://root;x@host/system'",
    "HOST_NEEDED, 'qemu+ssh:///system'",
    "HOST_NEEDED, 'qemu+ssh://root@/system'",
    "HOST_NEEDED, 'qemu+tcp://:22/system'",
    "HOST_NEEDED, 'esx:///'",
    "HOST_NOT_ALLOWED, 'qemu+unix://host/system'",
    "BAD_PORT, 'qemu+ssh://host:0/system'",
    "BAD_PORT, 'qemu+ssh://host:65536/system'",
    "BAD_PORT, 'qemu+ssh://host:22x/system'",
    "BAD_PORT, 'qemu+ssh://host:/system'",
    "BAD_PORT, 'qemu+ssh://host:-1/system'",
    "BAD_PORT, 'qemu+ssh://host:\u0661\u0662/system'",
    "BAD_PATH, 'qemu:///sytem'",
    "BAD_PATH, 'qemu:///'",
    "BAD_PATH, 'qemu://'",
    "BAD_PATH, 'test:///../etc'",
    "BAD_PATH, 'test:///../etc/x.xml'",
    "BAD_PATH, 'test:///tmp/%2e%2e/x.xml'",
    "BAD_PATH, 'test:///tmp/a%2fb.xml'",
    "BAD_PATH, 'test:///tmp/%0a.xml'",
    "BAD_PATH, 'test:///tmp/%zz.xml'",
    "BAD_PATH, 'test:///tmp/%e2%80%ae.xml'",
    "BAD_PATH, 'test:///tmp/\u202ex.xml'",
    "BAD_PATH, 'test:///tmp/x.xml%'",
    "BAD_PATH, 'test:///tmp/$(id).xml'",
    "BAD_PATH, 'test:////tmp/x.xml'",
    "BAD_PATH, 'test:///etc/passwd'",
    "PASSWORD_IN_ADDRESS, 'qemu+ssh://root:secret@host/system'",
    "PASSWORD_IN_ADDRESS, 'qemu+ssh://root:sec/ret@host/system'",
    "PASSWORD_IN_ADDRESS, 'qemu+ssh://root:sec?ret@host/system'",
    "PASSWORD_IN_ADDRESS, 'esx://root:secret@host/'",
    "PASSWORD_IN_ADDRESS, 'esx://root@host/?password=secret'",
    "PARAMETER_RUNS_PROGRAM, 'qemu+ssh://host/system?command=/bin/sh'",
    "PARAMETER_RUNS_PROGRAM, 'qemu+ssh://host/system?netcat=nc;id'",
    "PARAMETER_RUNS_PROGRAM, 'qemu+ssh://host/system?no_tty=1;command=/bin/sh'",
    "UNKNOWN_PARAMETER, 'qemu+ssh://host/system?Command=/bin/sh'",
    "UNKNOWN_PARAMETER, 'qemu+ssh://host/system?comm%61nd=/bin/sh'",
    "UNKNOWN_PARAMETER, 'qemu+ssh://host/system?pwd=secret'",
    "BAD_PARAMETER, 'qemu+ssh://host/system?no_tty'",
    "BAD_PARAMETER, 'qemu+ssh://host/system?no_tty=1&no_tty=0'",
    "BAD_PARAMETER, 'qemu+ssh://host/system?no_verify=yes'",
    "BAD_PARAMETER, 'qemu+ssh://host/system?keyfile=-oX'",
    "BAD_PARAMETER, 'qemu+ssh://host/system?keyfile=/a`id`'",
    "BAD_PARAMETER, 'qemu+ssh://host/system?&'",
  })
  void whatCouldDoHarmIsRefused(Fault fault, String text) {
    refused(fault, text);
  }

  @Test
  void tooLongIsRefused() {
    refused(Fault.NOT_AN_ADDRESS, "qemu+ssh://" + "a".repeat(2_000) + "/system");
    refused(Fault.BAD_HOST, "qemu+ssh://" + "a".repeat(64) + "/system");
  }

  @Test
  void whatIsNotVerifiedOrNotEncryptedIsTakenWithACaution() {
    assertEquals(
        Set.of(Caution.HOST_NOT_VERIFIED), accepted("qemu+ssh://h/system?no_verify=1").cautions());
    assertEquals(
        Set.of(Caution.HOST_NOT_VERIFIED),
        accepted("qemu+ssh://h/system?known_hosts_verify=ignore").cautions());
    assertEquals(Set.of(Caution.NOT_ENCRYPTED), accepted("qemu+tcp://h/system").cautions());
    assertEquals(Set.of(Caution.NOT_ENCRYPTED), accepted("esx://h/?transport=http").cautions());
    assertEquals(Set.of(), accepted("qemu+ssh://h/system?no_verify=0").cautions());
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "qemu+ssh://root:hunter2@host/system",
        "qemu+ssh://root:hunter2@ho st/system",
        "qemu+ssh://root:hunter2@host",
        "qemu+ssh://root:hunter2/x@host/system",
        "qemu+ssh://root:hunter2?x@host/system",
        "qemu+ssh://root:hunter2#x@host/system",
        "root:hunter2@host",
        "root:hunter2@host://",
        "qemu+root:hunter2://",
        "qemu+ssh://root:hunter2@/system",
        "qemu+ssh://root@host/system?password=hunter2",
        "qemu+ssh://root@host/system?secret=hunter2",
        "qemu+ssh://root@host/system?no_tty=hunter2",
        "qemu+ssh://root@host/system?=hunter2",
        "qemu+ssh://root@host/hunter2",
      })
  void passwordIsNeverToldAgain(String text) {
    Result.Refused refused =
        assertInstanceOf(Result.Refused.class, AddressParser.parse(text), text);
    assertFalse(refused.part().contains("hunter2"), refused::toString);
  }

  @Test
  void fieldWithASeparatorInItIsFoundOut() {
    assertInstanceOf(Result.Accepted.class, AddressParser.check(form("root", "host", "/system")));
    for (HostAddress forged :
        new HostAddress[] {
          form("root", "host/system?command=x", "/system"),
          form("root:secret", "host", "/system"),
          form("a@b", "host", "/system"),
          form("root", "host", "/system?no_tty=1"),
          form("root", "host:22", "/system"),
          form("-l", "host", "/system"),
        }) {
      assertInstanceOf(Result.Refused.class, AddressParser.check(forged), forged::uri);
    }
  }

  private static HostAddress form(String user, String host, String path) {
    return new HostAddress(
        Driver.QEMU,
        Transport.SSH,
        Optional.of(user),
        Optional.of(host),
        OptionalInt.empty(),
        path,
        Map.of());
  }

  /** Whatever is taken holds nothing that ssh, a shell or libvirt would read as something else. */
  @Test
  void noAcceptedAddressCanDoHarm() {
    String[] pieces = {
      "qemu",
      "test",
      "esx",
      "lxc",
      "xen",
      "+",
      "ssh",
      "tls",
      "tcp",
      "unix",
      "ext",
      ":",
      "//",
      "/",
      "://",
      "@",
      "root",
      "-l",
      "-oProxyCommand=x",
      "host",
      "a.b",
      "[",
      "]",
      "::1",
      "%eth0",
      "22",
      "0",
      "65536",
      "system",
      "session",
      "default",
      "x.xml",
      "..",
      "%2e",
      "%00",
      "%20",
      "?",
      "&",
      ";",
      "=",
      "command",
      "netcat",
      "keyfile",
      "no_verify",
      "no_tty",
      "socket",
      "password",
      "1",
      "/bin/sh",
      " ",
      "\n",
      "\t",
      "\0",
      "\u202e",
      "ü",
      "#",
      "`id`",
      "$(id)",
      "'",
      "\"",
      "\\",
      "|"
    };
    String[] starts = {
      "qemu:///system",
      "qemu+ssh://root@host:22/system?keyfile=/a&no_verify=1",
      "test:///tmp/x.xml",
      "qemu+tls://[::1]/session",
      "esx://u@h/?transport=http",
      ""
    };
    Random random = new Random(20_260);
    int taken = 0;
    for (int round = 0; round < 200_000; round++) {
      StringBuilder text = new StringBuilder(starts[random.nextInt(starts.length)]);
      for (int i = random.nextInt(4); i >= 0; i--) {
        int at = random.nextInt(text.length() + 1);
        if (random.nextInt(4) == 0 && text.length() > 0) {
          text.delete(at, Math.min(text.length(), at + 1 + random.nextInt(4)));
        } else if (random.nextInt(6) == 0) {
          text.insert(at, (char) random.nextInt(0x250));
        } else {
          text.insert(at, pieces[random.nextInt(pieces.length)]);
        }
      }
      Result result = AddressParser.parse(text.toString());
      if (result instanceof Result.Accepted accepted) {
        taken++;
        harmless(text.toString(), accepted);
      }
    }
    // else the property would hold of nothing
    assertTrue(taken > 5_000, taken + " taken");
  }

  private static void harmless(String text, Result.Accepted accepted) {
    HostAddress address = accepted.address();
    String uri = address.uri();
    assertTrue(uri.chars().allMatch(c -> c > ' ' && c < 127), text);
    assertTrue(uri.chars().noneMatch(c -> "\"'`$|;<>\\(){}#^*!".indexOf(c) >= 0), text);
    assertFalse(address.user().orElse("").startsWith("-"), text);
    assertFalse(address.user().orElse("").contains(":"), text);
    assertFalse(address.host().orElse("").startsWith("-"), text);
    assertFalse(uri.contains("%00") || uri.contains("/../"), text);
    for (String name : address.parameters().keySet()) {
      assertFalse(Set.of("command", "netcat", "password").contains(name), text);
    }
    assertEquals(accepted, AddressParser.parse(uri), text);
    assertEquals(accepted, AddressParser.check(address), text);
  }
}
