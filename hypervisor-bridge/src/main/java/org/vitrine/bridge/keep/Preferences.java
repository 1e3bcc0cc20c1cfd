package org.vitrine.bridge.keep;

import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;

/**
 * What the user set, and how the window was left.
 *
 * @param textScale 1 is as designed; 0.5 to 3
 * @param columns in their order; a column that is not named here is where its default has it
 * @param sort empty for the order of the host
 * @param expanded the groups that stand open, as {@code host/group/group}
 * @param filters what the list is narrowed to, by the filter's name
 * @param unasked the questions that the user does not want to be asked again
 * @param cadenceMillis how often running machines are measured
 */
public record Preferences(
    Theme theme,
    double textScale,
    List<Column> columns,
    List<Sort> sort,
    Window window,
    Set<String> expanded,
    Map<String, String> filters,
    Set<String> unasked,
    int cadenceMillis) {

  public enum Theme {
    SYSTEM,
    LIGHT,
    DARK
  }

  /** A column of the machine list. */
  public record Column(String id, boolean visible, double width) {}

  /** One step of the order of the list. */
  public record Sort(String column, boolean descending) {}

  /** The main window; the place counts only where {@code placed}. */
  public record Window(
      double width, double height, boolean maximized, boolean placed, double x, double y) {}

  public static final Preferences DEFAULTS =
      new Preferences(
          Theme.SYSTEM,
          1,
          List.of(),
          List.of(),
          new Window(1180, 740, false, false, 0, 0),
          Set.of(),
          Map.of(),
          Set.of(),
          2_000);

  public Preferences {
    textScale = textScale >= 0.5 && textScale <= 3 ? textScale : 1;
    columns = List.copyOf(columns);
    sort = List.copyOf(sort);
    expanded = java.util.Collections.unmodifiableSet(new TreeSet<>(expanded));
    filters = java.util.Collections.unmodifiableMap(new TreeMap<>(filters));
    unasked = java.util.Collections.unmodifiableSet(new TreeSet<>(unasked));
    cadenceMillis = Math.clamp(cadenceMillis, 500, 60_000);
  }

  public Preferences withTheme(Theme value) {
    return new Preferences(
        value, textScale, columns, sort, window, expanded, filters, unasked, cadenceMillis);
  }

  public Preferences withTextScale(double value) {
    return new Preferences(
        theme, value, columns, sort, window, expanded, filters, unasked, cadenceMillis);
  }

  public Preferences withColumns(List<Column> value) {
    return new Preferences(
        theme, textScale, value, sort, window, expanded, filters, unasked, cadenceMillis);
  }

  public Preferences withSort(List<Sort> value) {
    return new Preferences(
        theme, textScale, columns, value, window, expanded, filters, unasked, cadenceMillis);
  }

  public Preferences withWindow(Window value) {
    return new Preferences(
        theme, textScale, columns, sort, value, expanded, filters, unasked, cadenceMillis);
  }

  public Preferences withExpanded(Set<String> value) {
    return new Preferences(
        theme, textScale, columns, sort, window, value, filters, unasked, cadenceMillis);
  }

  public Preferences withFilters(Map<String, String> value) {
    return new Preferences(
        theme, textScale, columns, sort, window, expanded, value, unasked, cadenceMillis);
  }

  public Preferences withUnasked(Set<String> value) {
    return new Preferences(
        theme, textScale, columns, sort, window, expanded, filters, value, cadenceMillis);
  }

  public Preferences withCadenceMillis(int value) {
    return new Preferences(
        theme, textScale, columns, sort, window, expanded, filters, unasked, value);
  }
}
