package org.vitrine.app.create;

import static org.junit.jupiter.api.Assertions.assertEquals;

import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;
import org.vitrine.app.create.page.Location;

/** Paths and addresses as they are typed, pasted and dropped. */
class LocationTest {

  @ParameterizedTest
  @CsvSource({
    "/isos/a.iso, /isos/a.iso",
    "'  /isos/a.iso ', /isos/a.iso",
    "/isos//a.iso, /isos/a.iso",
    "/isos/./x/../a.iso, /isos/a.iso",
    "/isos/../../../a.iso, /a.iso",
    "/isos/, /isos",
    "~/a.iso, /home/me/a.iso",
    "\"/isos/a b.iso\", /isos/a b.iso",
    "file:///isos/a%20b.iso, /isos/a b.iso",
    "'/isos/a,b:c.iso', '/isos/a,b:c.iso'"
  })
  void isTidied(String typed, String tidy) {
    assertEquals(tidy, Location.tidy(typed, "/home/me"));
    assertEquals(Optional.empty(), Location.faultOfFile(tidy));
  }

  @ParameterizedTest
  @CsvSource({
    "a.iso, RELATIVE",
    "./a.iso, RELATIVE",
    "../a.iso, RELATIVE",
    "nbd://h/x, NOT_A_FILE",
    "ssh://h/x, NOT_A_FILE",
    "'json:{\"driver\":\"nbd\"}', NOT_A_FILE",
    "http://h/x.iso, NOT_A_FILE",
    "'', EMPTY"
  })
  void isRefusedAsAFile(String typed, Location.Fault fault) {
    assertEquals(Optional.of(fault), Location.faultOfFile(Location.tidy(typed, "/home/me")));
  }

  @Test
  void aLineBreakOrNulIsNoPartOfAPath() {
    assertEquals(
        Optional.of(Location.Fault.CONTROL_CHARACTER), Location.faultOfFile("/isos/a\nb.iso"));
    assertEquals(
        Optional.of(Location.Fault.CONTROL_CHARACTER), Location.faultOfFile("/isos/a\0.iso"));
    assertEquals(
        Optional.of(Location.Fault.TOO_LONG), Location.faultOfFile("/" + "a".repeat(5000)));
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "http://deb.debian.org/debian/dists/stable/main/installer-amd64/",
        "https://example.org/os",
        "ftp://example.org/os/",
        "/srv/tree"
      })
  void isATree(String typed) {
    assertEquals(Optional.empty(), Location.faultOfTree(typed));
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "file:///etc",
        "ssh://h/x",
        "http://",
        "http://me:secret@h/",
        "tree",
        "http://a b/"
      })
  void isNoTree(String typed) {
    assertEquals(Optional.of(Location.Fault.NOT_AN_ADDRESS), Location.faultOfTree(typed));
  }
}
