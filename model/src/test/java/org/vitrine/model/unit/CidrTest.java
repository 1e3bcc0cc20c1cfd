package org.vitrine.model.unit;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertInstanceOf;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class CidrTest {

  @ParameterizedTest
  @CsvSource({
    "'', EMPTY, ''",
    "10.0.0.0/33, PREFIX_NOT_POSSIBLE, 33",
    "10.0.0.0/-1, PREFIX_NOT_POSSIBLE, -1",
    "10.0.0.0/08, PREFIX_NOT_POSSIBLE, 08",
    "10.0.0.0/, PREFIX_NOT_POSSIBLE, ''",
    "10.0.0.0/99999999999, PREFIX_NOT_POSSIBLE, 99999999999",
    "10.0.0.1/24, INSIDE_A_RANGE, 10.0.0.0/24",
    "10.0.0.0, NO_PREFIX, 10.0.0.0",
    "0.0.0.0/0, TOO_WIDE, 0.0.0.0/0",
    "10.0.0.0/7, TOO_WIDE, 10.0.0.0/7",
    "192.168.1.0/30, TOO_NARROW, 192.168.1.0/30",
    "127.1.0.0/16, RESERVED, 127.1.0.0/16",
    "169.254.7.0/24, RESERVED, 169.254.7.0/24",
    "239.1.1.0/24, RESERVED, 239.1.1.0/24",
    "0.0.0.0/8, RESERVED, 0.0.0.0/8",
    "fe80::/64, OTHER_KIND, fe80::/64",
    "::ffff:10.0.0.0/120, OTHER_KIND, ::ffff:10.0.0.0/120",
    "fe80:::/64, OTHER_KIND, fe80:::/64",
    "010.0.0.0/8, NOT_AN_ADDRESS, 010.0.0.0/8",
    "10.0.0/8, NOT_AN_ADDRESS, 10.0.0/8",
    "10.0.0.256/32, NOT_AN_ADDRESS, 10.0.0.256/32",
    "10.0.0.0/8/8, NOT_AN_ADDRESS, 10.0.0.0/8/8",
    "a.b.c.d/8, NOT_AN_ADDRESS, a.b.c.d/8",
  })
  void whatCannotBeANetworkOfMachinesIsRefused(String typed, Cidr.Fault fault, String part) {
    assertEquals(new Cidr.Result.Refused(fault, part), Cidr.forMachines(typed));
  }

  @ParameterizedTest
  @ValueSource(strings = {"192.168.122.0/24", "10.0.0.0/8", "172.16.5.8/29", " 10.7.0.0/16 "})
  void rangeIsWrittenAsItWasRead(String typed) {
    Cidr.Result.Accepted read =
        assertInstanceOf(Cidr.Result.Accepted.class, Cidr.forMachines(typed));
    assertEquals(typed.strip(), read.cidr().text());
  }

  @Test
  void digitsOfOtherScriptsAreNoAddress() {
    assertInstanceOf(Cidr.Result.Refused.class, Cidr.parse("\u0661\u0660.0.0.0/8"));
    assertInstanceOf(Cidr.Result.Refused.class, Cidr.parse("10.0.0.0/\u0662\u0664"));
  }

  private static Cidr range(String text) {
    return Cidr.around(text).orElseThrow();
  }

  @Test
  void rangeIsFoundAroundAReportedAddress() {
    assertEquals("192.0.2.0/24", range("192.0.2.10/24").text());
    assertEquals("192.0.2.10/32", range("192.0.2.10/32").text());
    assertEquals(Optional.empty(), Cidr.around("2001:db8::1/64"));
    assertEquals(Optional.empty(), Cidr.around("nonsense"));
  }

  @Test
  void rangesOverlapWhereOneHoldsTheOther() {
    assertTrue(range("10.0.0.0/8").overlaps(range("10.200.1.0/24")));
    assertTrue(range("10.200.1.0/24").overlaps(range("10.0.0.0/8")));
    assertTrue(range("0.0.0.0/0").overlaps(range("192.168.1.0/24")));
    assertFalse(range("192.168.122.0/24").overlaps(range("192.168.123.0/24")));
  }

  @Test
  void addressesAreCountedFromTheFirst() {
    Cidr cidr = range("192.168.254.0/23");
    assertEquals("192.168.254.1", cidr.at(1));
    assertEquals("192.168.255.254", cidr.at(cidr.size() - 2));
    assertTrue(cidr.contains(Cidr.address("192.168.255.9").orElseThrow()));
    assertFalse(cidr.contains(Cidr.address("192.169.0.0").orElseThrow()));
  }

  @Test
  void numbersThatAreNoRangeAreRefused() {
    assertThrows(IllegalArgumentException.class, () -> new Cidr(1, 24));
    assertThrows(IllegalArgumentException.class, () -> new Cidr(0, 33));
  }
}
