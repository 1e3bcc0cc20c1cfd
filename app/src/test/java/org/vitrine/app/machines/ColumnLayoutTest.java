package org.vitrine.app.machines;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertSame;

import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;

class ColumnLayoutTest {

  private static final ColumnLayout THREE =
      new ColumnLayout(List.of(Column.NAME, Column.STATE, Column.CPU, Column.HOST), Map.of());

  @Test
  void nameComesFirstAndOnce() {
    assertEquals(
        List.of(Column.NAME, Column.CPU, Column.STATE),
        new ColumnLayout(
                List.of(Column.CPU, Column.NAME, Column.STATE, Column.CPU, Column.NAME), Map.of())
            .shown());
    assertEquals(List.of(Column.NAME), new ColumnLayout(List.of(), Map.of()).shown());
    assertEquals(THREE.shown(), THREE.toggled(Column.NAME).shown());
  }

  @Test
  void columnsComeAndGo() {
    assertEquals(
        List.of(Column.NAME, Column.CPU, Column.HOST), THREE.toggled(Column.STATE).shown());
    assertEquals(
        List.of(Column.NAME, Column.CPU, Column.HOST, Column.STATE),
        THREE.toggled(Column.STATE).toggled(Column.STATE).shown());
  }

  @Test
  void columnsMoveWithinTheirBounds() {
    assertEquals(
        List.of(Column.NAME, Column.CPU, Column.STATE, Column.HOST),
        THREE.moved(Column.CPU, -1).shown());
    assertEquals(THREE.shown(), THREE.moved(Column.STATE, -5).shown());
    assertEquals(
        List.of(Column.NAME, Column.CPU, Column.HOST, Column.STATE),
        THREE.moved(Column.STATE, 99).shown());
    assertSame(THREE, THREE.moved(Column.NAME, 1));
    assertSame(THREE, THREE.moved(Column.TAGS, 1));
  }

  @Test
  void widthsStayReasonable() {
    assertEquals(48, THREE.withWidth(Column.CPU, -10).width(Column.CPU));
    assertEquals(600, THREE.withWidth(Column.CPU, 1e9).width(Column.CPU));
    assertEquals(100, THREE.withWidth(Column.CPU, 100).width(Column.CPU));
    assertEquals(Column.CPU.width(), THREE.width(Column.CPU));
  }

  @Test
  void columnsThatDoNotFitStayAwayFromTheRight() {
    double all = ColumnLayout.NAME_AT_LEAST;
    for (Column column : THREE.shown()) {
      all += column == Column.NAME ? 0 : column.width();
    }
    assertEquals(THREE.shown(), THREE.fitting(all));
    assertEquals(List.of(Column.NAME, Column.STATE, Column.CPU), THREE.fitting(all - 1));
    assertEquals(List.of(Column.NAME), THREE.fitting(0));
  }
}
