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
 * @param closed the folders that stand closed, as {@code host/group/group}
 * @param choices small choices by their name
 * @param unasked the questions that the user does not want to be asked again
 * @param cadenceMillis how often running machines are measured
 */
public record Preferences(
    Theme theme,
    double textScale,
    List<Column> columns,
    List<Sort> sort,
    Window window,
    Set<String> closed,
    Map<String, String> choices,
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
          new Window(1240, 760, false, false, 0, 0),
          Set.of(),
          Map.of(),
          Set.of(),
          1_000);

  public Preferences {
    textScale = textScale >= 0.5 && textScale <= 3 ? textScale : 1;
    columns = List.copyOf(columns);
    sort = List.copyOf(sort);
    closed = java.util.Collections.unmodifiableSet(new TreeSet<>(closed));
    choices = java.util.Collections.unmodifiableMap(new TreeMap<>(choices));
    unasked = java.util.Collections.unmodifiableSet(new TreeSet<>(unasked));
    cadenceMillis = Math.clamp(cadenceMillis, 500, 60_000);
  }

  public Preferences withTheme(Theme value) {
    return new Preferences(
        value, textScale, columns, sort, window, closed, choices, unasked, cadenceMillis);
  }

  public Preferences withTextScale(double value) {
    return new Preferences(
        theme, value, columns, sort, window, closed, choices, unasked, cadenceMillis);
  }

  public Preferences withColumns(List<Column> value) {
    return new Preferences(
        theme, textScale, value, sort, window, closed, choices, unasked, cadenceMillis);
  }

  public Preferences withSort(List<Sort> value) {
    return new Preferences(
        theme, textScale, columns, value, window, closed, choices, unasked, cadenceMillis);
  }

  public Preferences withWindow(Window value) {
    return new Preferences(
        theme, textScale, columns, sort, value, closed, choices, unasked, cadenceMillis);
  }

  public Preferences withClosed(Set<String> value) {
    return new Preferences(
        theme, textScale, columns, sort, window, value, choices, unasked, cadenceMillis);
  }

  public Preferences withChoices(Map<String, String> value) {
    return new Preferences(
        theme, textScale, columns, sort, window, closed, value, unasked, cadenceMillis);
  }

  public Preferences withUnasked(Set<String> value) {
    return new Preferences(
        theme, textScale, columns, sort, window, closed, choices, value, cadenceMillis);
  }

  public Preferences withCadenceMillis(int value) {
    return new Preferences(
        theme, textScale, columns, sort, window, closed, choices, unasked, value);
  }
}
