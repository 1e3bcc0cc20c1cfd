package org.vitrine.bridge.libvirt;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import com.sun.jna.Memory;
import com.sun.jna.Pointer;
import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.nio.charset.StandardCharsets;
import org.junit.jupiter.api.Test;

class TypedParametersTest {

  private static final int INT = 1;
  private static final int UINT = 2;
  private static final int LLONG = 3;
  private static final int ULLONG = 4;
  private static final int DOUBLE = 5;
  private static final int BOOLEAN = 6;
  private static final int STRING = 7;

  private final ByteBuffer bytes =
      ByteBuffer.allocate(9 * TypedParameters.SIZE).order(ByteOrder.nativeOrder());
  private int count;

  private int next(String field, int type) {
    int at = count++ * TypedParameters.SIZE;
    bytes.put(at, field.getBytes(StandardCharsets.US_ASCII));
    bytes.putInt(at + TypedParameters.TYPE_AT, type);
    return at + TypedParameters.VALUE_AT;
  }

  @Test
  void allSevenTypesAreRead() {
    Memory text = new Memory(16);
    text.setString(0, "grün中", "UTF-8");
    bytes.putInt(next("i", INT), -5);
    bytes.putInt(next("u", UINT), -1);
    bytes.putLong(next("l", LLONG), Long.MIN_VALUE);
    bytes.putLong(next("ul", ULLONG), 1L << 40);
    bytes.putDouble(next("d", DOUBLE), 2.75);
    bytes.put(next("b", BOOLEAN), (byte) 1);
    bytes.putLong(next("s", STRING), Pointer.nativeValue(text));
    bytes.putLong(next("beyond", ULLONG), -1);
    bytes.putLong(next("new", 99), 7);
    TypedParameters read = TypedParameters.of(bytes.array());
    assertEquals(-5, read.number("i", 0));
    assertEquals(4_294_967_295L, read.number("u", 0));
    assertEquals(Long.MIN_VALUE, read.number("l", 0));
    assertEquals(1L << 40, read.number("ul", 0));
    assertEquals(2, read.number("d", 0));
    assertEquals(1, read.number("b", 0));
    assertEquals("grün中", read.text("s"));
    assertEquals(0, read.number("beyond", 5), "no negative size out of a number beyond a long");
    assertEquals(-1, read.number("new", -1), "a type of a later libvirt is left out");
    assertEquals("", read.text("i"), "a number is no text");
    assertEquals(-1, read.number("s", -1), "a text is no number");
    text.close();
  }

  @Test
  void fieldIsFoundByItsWholeName() {
    bytes.putInt(next("vcpu.current", INT), 4);
    TypedParameters read = TypedParameters.of(bytes.array());
    assertTrue(read.has("vcpu.current"));
    assertFalse(read.has("vcpu"));
    assertFalse(read.has("vcpu.current.x"));
    assertFalse(read.has("x".repeat(200)));
  }

  @Test
  void sumGoesOverTheGroupsThatAreThere() {
    bytes.putLong(next("net.0.rx.bytes", ULLONG), 10);
    bytes.putLong(next("net.1.rx.bytes", ULLONG), 5);
    TypedParameters read = TypedParameters.of(bytes.array());
    assertEquals(15, read.sum("net", 2, "rx.bytes"));
    assertEquals(15, read.sum("net", Long.MAX_VALUE, "rx.bytes"), "a host's count is bounded");
  }

  @Test
  void nothingIsReadWhereThereIsNothing() {
    assertEquals(0, TypedParameters.copy(null, 5).count());
    assertEquals(0, TypedParameters.copy(Pointer.NULL, -1).count());
  }
}
