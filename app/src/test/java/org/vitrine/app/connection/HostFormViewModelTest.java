package org.vitrine.app.connection;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.EnumSource;
import org.junit.jupiter.params.provider.ValueSource;
import org.vitrine.app.connection.HostFormViewModel.Kind;
import org.vitrine.app.i18n.Words;
import org.vitrine.model.host.AddressParser;
import org.vitrine.model.host.AddressParser.Fault;
import org.vitrine.model.host.HostEntry;
import org.vitrine.model.host.HostId;

class HostFormViewModelTest {

  private final HostFormViewModel form = new HostFormViewModel(new HostId("new"));

  private Fault fault() {
    return form.resultProperty().get() instanceof AddressParser.Result.Refused refused
        ? refused.fault()
        : fail();
  }

  private Fault fail() {
    throw new AssertionError("taken as " + form.addressText());
  }

  private void assertRefused(Fault wanted) {
    assertEquals(wanted, fault());
    assertEquals("", form.addressText());
    assertEquals(Optional.empty(), form.address());
    assertEquals(Optional.empty(), form.entry());
    assertFalse(form.message().isBlank());
    assertFalse(form.message().contains("“”"), form.message());
  }

  @ParameterizedTest
  @CsvSource({
    "-lx, BAD_USER",
    "-oProxyCommand=x, BAD_USER",
    "a b, BAD_USER",
    "root:secret, BAD_USER",
    "a@b, BAD_USER",
    "$(id), BAD_USER",
    "a/b, BAD_USER",
    "ué, BAD_USER"
  })
  void userThatIsNoNameIsRefused(String user, Fault wanted) {
    form.hostProperty().set("lab.example.org");
    form.userProperty().set(user);
    assertRefused(wanted);
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "lab example",
        "-oProxyCommand=x",
        "-lx",
        "host/../../x",
        "host?command=/bin/sh",
        "host#x",
        "host:22",
        "a@host",
        "bücher.example",
        "аpple.example",
        "[::1]",
        "fe80::1%25",
        "host\n",
        "ho\u202est",
        "%00",
        "..",
        "a..b"
      })
  void hostThatIsNoNameIsRefused(String host) {
    form.hostProperty().set(host);
    if (host.strip().equals("host")) {
      assertEquals("qemu+ssh://host/system", form.addressText());
    } else {
      assertRefused(Fault.BAD_HOST);
    }
  }

  @ParameterizedTest
  @ValueSource(strings = {"0", "65536", "22x", "-1", "+22", "2 2", "٢٢", "99999999999", "0x16"})
  void portThatIsNoneIsRefused(String port) {
    form.hostProperty().set("host");
    form.portProperty().set(port);
    assertRefused(Fault.BAD_PORT);
  }

  @ParameterizedTest
  @CsvSource({
    "SSH, root, lab.example.org, '', qemu+ssh://root@lab.example.org/system",
    "SSH, '', lab, 2222, qemu+ssh://lab:2222/system",
    "SSH, '', 2001:db8::7, 22, qemu+ssh://[2001:db8::7]:22/system",
    "SSH, me, fe80::1%eth0, '', qemu+ssh://me@[fe80::1%eth0]/system",
    "SSH, '', xn--bcher-kva.example, '', qemu+ssh://xn--bcher-kva.example/system",
    "SSH, ' me ', ' lab ', ' 22 ', qemu+ssh://me@lab:22/system",
    "SSH_SESSION, me, lab, '', qemu+ssh://me@lab/session",
    "TLS, '', 192.0.2.7, 65535, qemu+tls://192.0.2.7:65535/system"
  })
  void fieldsMakeTheAddressInSight(
      Kind kind, String user, String host, String port, String address) {
    form.kindProperty().set(kind);
    form.userProperty().set(user);
    form.hostProperty().set(host);
    form.portProperty().set(port);
    assertEquals(address, form.addressText());
    assertEquals("", form.message());
    assertEquals("", form.caution());
  }

  @ParameterizedTest
  @EnumSource(Kind.class)
  void untouchedFormSaysNothing(Kind kind) {
    form.kindProperty().set(kind);
    assertEquals("", form.message());
    boolean ready = !kind.isRemote() && kind != Kind.BY_ADDRESS;
    assertEquals(ready, form.entry().isPresent());
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "qemu+ssh://root:s3cret@host/system",
        "qemu+ssh://root:s3cret/x@host/system",
        "qemu+tcp://root:s3cret@host:16509/system",
        "esx://root:s3cret@host/?password=s3cret",
        "esx://root@host/?password=s3cret",
        "qemu+ssh://:s3cret@host/system"
      })
  void passwordInAnAddressIsNeverShownAgain(String address) {
    form.kindProperty().set(Kind.BY_ADDRESS);
    form.typedProperty().set(address);
    assertRefused(Fault.PASSWORD_IN_ADDRESS);
    assertFalse(form.message().contains("s3cret"), form.message());
  }

  @ParameterizedTest
  @CsvSource({
    "qemu+ssh://host/system?command=/tmp/x, PARAMETER_RUNS_PROGRAM",
    "qemu+ssh://host/system?netcat=/tmp/x, PARAMETER_RUNS_PROGRAM",
    "qemu+ssh://-oProxyCommand=x/system, BAD_HOST",
    "qemu+ssh://-lx@host/system, BAD_USER",
    "qemu+ssh://host:0/system, BAD_PORT",
    "qemu+ssh://host:65536/system, BAD_PORT",
    "qemu+ssh://host:22x/system, BAD_PORT",
    "qemu+ssh://host:/system, BAD_PORT",
    "qemu+ssh:///system, HOST_NEEDED",
    "qemu+unix://host/system, HOST_NOT_ALLOWED",
    "qemu+ssh://host/etc, BAD_PATH",
    "qemo:///system, UNKNOWN_DRIVER",
    "'q\u0007emo:///system', NOT_AN_ADDRESS",
    "qemu+rsh://host/system, UNKNOWN_TRANSPORT",
    "host, NOT_AN_ADDRESS",
    "qemu+ssh://host/system?x=1, UNKNOWN_PARAMETER",
    "qemu+ssh://host/system?no_verify=yes, BAD_PARAMETER"
  })
  void typedAddressIsRefusedWithItsReason(String address, Fault wanted) {
    form.kindProperty().set(Kind.BY_ADDRESS);
    form.typedProperty().set(address);
    assertRefused(wanted);
  }

  @Test
  void hostThatIsNotVerifiedIsTakenWithACaution() {
    form.kindProperty().set(Kind.BY_ADDRESS);
    form.typedProperty().set("qemu+tls://host/system?no_verify=1");
    assertEquals("qemu+tls://host/system?no_verify=1", form.addressText());
    assertEquals(Words.word("caution.HOST_NOT_VERIFIED"), form.caution());
    form.typedProperty().set("qemu+tcp://host/system?no_verify=1");
    assertEquals(
        Words.word("caution.HOST_NOT_VERIFIED") + " " + Words.word("caution.NOT_ENCRYPTED"),
        form.caution());
    form.typedProperty().set("qemu+tls://host/system");
    assertEquals("", form.caution());
  }

  @Test
  void entryTakesItsNameFromTheAddressUnlessItHasOne() {
    form.hostProperty().set("lab.example.org");
    form.groupProperty().set(" Lab ");
    HostEntry entry = form.entry().orElseThrow();
    assertEquals("lab.example.org", entry.label());
    assertEquals("Lab", entry.group());
    assertTrue(entry.autoconnect());
    form.labelProperty().set("  The lab ");
    assertEquals("The lab", form.entry().orElseThrow().label());
  }

  @ParameterizedTest
  @CsvSource({
    "qemu:///session, THIS_SESSION",
    "qemu:///system, THIS_SYSTEM",
    "qemu+ssh://root@lab:2222/system, SSH",
    "qemu+ssh://lab/session, SSH_SESSION",
    "qemu+tls://[2001:db8::7]:16514/system, TLS",
    "lxc:///system, LXC",
    "xen:///system, XEN",
    "qemu+ssh://lab/system?keyfile=/home/me/key, BY_ADDRESS",
    "test:///default, BY_ADDRESS"
  })
  void knownHostFillsTheFormAndComesBackTheSame(String text, Kind kind) {
    AddressParser.Result.Accepted accepted =
        (AddressParser.Result.Accepted) AddressParser.parse(text);
    HostEntry entry = new HostEntry(new HostId("old"), "Label", accepted.address(), "Group", false);
    HostFormViewModel filled = HostFormViewModel.of(entry);
    assertEquals(kind, filled.kindProperty().get());
    assertEquals(Optional.of(entry), filled.entry());
  }
}
