package org.vitrine.app.machines;

import java.util.ArrayList;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;

/**
 * Which columns are shown, in which order and how wide. The name always comes first and takes what
 * the others leave.
 */
public record ColumnLayout(List<Column> shown, Map<Column, Double> widths) {

  public static final double NAME_AT_LEAST = 230;
  private static final double NARROWEST = 48;
  private static final double WIDEST = 600;

  public static final ColumnLayout USUAL =
      new ColumnLayout(
          List.of(
              Column.NAME,
              Column.STATE,
              Column.CPU,
              Column.MEMORY,
              Column.ADDRESS,
              Column.DISK,
              Column.NETWORK,
              Column.UPTIME,
              Column.TAGS),
          Map.of());

  public ColumnLayout {
    List<Column> ordered = new ArrayList<>(List.of(Column.NAME));
    shown.stream().filter(column -> column != Column.NAME).distinct().forEach(ordered::add);
    shown = List.copyOf(ordered);
    widths = Map.copyOf(widths);
  }

  public double width(Column column) {
    return widths.getOrDefault(column, column.width());
  }

  public ColumnLayout withWidth(Column column, double width) {
    Map<Column, Double> next = new EnumMap<>(Column.class);
    next.putAll(widths);
    next.put(column, Math.clamp(width, NARROWEST, WIDEST));
    return new ColumnLayout(shown, next);
  }

  public ColumnLayout toggled(Column column) {
    List<Column> next = new ArrayList<>(shown);
    if (!next.remove(column)) {
      next.add(column);
    }
    return new ColumnLayout(next, widths);
  }

  /** Moves a column by so many places; the name stays where it is. */
  public ColumnLayout moved(Column column, int places) {
    List<Column> next = new ArrayList<>(shown);
    int from = next.indexOf(column);
    if (from < 1) {
      return this;
    }
    next.remove(from);
    next.add(Math.clamp(from + places, 1, next.size()), column);
    return new ColumnLayout(next, widths);
  }

  /** The columns that fit into a width, from the left; what does not fit stays away. */
  public List<Column> fitting(double width) {
    List<Column> fitting = new ArrayList<>(List.of(Column.NAME));
    double left = width - NAME_AT_LEAST;
    for (Column column : shown) {
      if (column != Column.NAME) {
        left -= width(column);
        if (left < 0) {
          break;
        }
        fitting.add(column);
      }
    }
    return fitting;
  }
}
