package org.vitrine.bridge.keep;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.OptionalDouble;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;
import org.vitrine.bridge.keep.Preferences.Column;
import org.vitrine.bridge.keep.Preferences.Sort;
import org.vitrine.bridge.keep.Preferences.Theme;
import org.vitrine.bridge.keep.Preferences.Window;
import org.vitrine.model.problem.ProblemException;

/**
 * The preferences on the disk. A single value that makes no sense falls back to its own default;
 * values of a newer version survive a save.
 */
public final class PreferencesFile {

  private static final int MOST = 1_000;

  private final KeptFile file;
  private Map<String, String> unknown = Map.of();

  public PreferencesFile(XdgFolders folders) {
    file = new KeptFile(folders.config().resolve("preferences"), "preferences", 1);
  }

  /** What was read, and what the user should hear of it. */
  public record Reading(Preferences preferences, List<Notice> notices) {
    public Reading {
      notices = List.copyOf(notices);
    }
  }

  /** Blocks on the disk. */
  public Reading load() {
    KeptFile.Reading reading = file.read();
    Map<String, String> left = new TreeMap<>(reading.values());
    Preferences usual = Preferences.DEFAULTS;
    Preferences found =
        new Preferences(
            theme(taken(left, "theme")),
            number(taken(left, "textScale")).orElse(usual.textScale()),
            columns(left),
            sort(left),
            window(left, usual.window()),
            strings(left, "closed."),
            named(left, "choice."),
            strings(left, "unasked."),
            (int) number(taken(left, "cadenceMillis")).orElse(usual.cadenceMillis()));
    unknown = left;
    return new Reading(found, reading.notices());
  }

  /** Blocks until it is on the disk. */
  public void save(Preferences preferences) throws ProblemException {
    Map<String, String> values = new TreeMap<>(unknown);
    values.put("theme", preferences.theme().name());
    values.put("textScale", Double.toString(preferences.textScale()));
    int n = 0;
    for (Column column : preferences.columns()) {
      values.put("column." + n + ".id", column.id());
      values.put("column." + n + ".visible", Boolean.toString(column.visible()));
      values.put("column." + n++ + ".width", Double.toString(column.width()));
    }
    n = 0;
    for (Sort sort : preferences.sort()) {
      values.put("sort." + n + ".column", sort.column());
      values.put("sort." + n++ + ".descending", Boolean.toString(sort.descending()));
    }
    Window window = preferences.window();
    values.put("window.width", Double.toString(window.width()));
    values.put("window.height", Double.toString(window.height()));
    values.put("window.maximized", Boolean.toString(window.maximized()));
    values.put("window.placed", Boolean.toString(window.placed()));
    values.put("window.x", Double.toString(window.x()));
    values.put("window.y", Double.toString(window.y()));
    put(values, "closed.", preferences.closed());
    put(values, "unasked.", preferences.unasked());
    preferences.choices().forEach((name, value) -> values.put("choice." + name, value));
    values.put("cadenceMillis", Integer.toString(preferences.cadenceMillis()));
    file.write(values);
  }

  private static void put(Map<String, String> values, String prefix, Set<String> strings) {
    int n = 0;
    for (String string : strings) {
      if (n < MOST) {
        values.put(prefix + n++, string);
      }
    }
  }

  private static Theme theme(String name) {
    for (Theme theme : Theme.values()) {
      if (theme.name().equals(name)) {
        return theme;
      }
    }
    return Preferences.DEFAULTS.theme();
  }

  private static List<Column> columns(Map<String, String> left) {
    List<Column> columns = new ArrayList<>();
    for (int n = 0; n < MOST && left.containsKey("column." + n + ".id"); n++) {
      String at = "column." + n + ".";
      columns.add(
          new Column(
              taken(left, at + "id"),
              !taken(left, at + "visible").equals("false"),
              Math.clamp(number(taken(left, at + "width")).orElse(0), 0, 10_000)));
    }
    return columns;
  }

  private static List<Sort> sort(Map<String, String> left) {
    List<Sort> sort = new ArrayList<>();
    for (int n = 0; n < MOST && left.containsKey("sort." + n + ".column"); n++) {
      String at = "sort." + n + ".";
      sort.add(new Sort(taken(left, at + "column"), taken(left, at + "descending").equals("true")));
    }
    return sort;
  }

  private static Window window(Map<String, String> left, Window usual) {
    OptionalDouble x = number(taken(left, "window.x"));
    OptionalDouble y = number(taken(left, "window.y"));
    double width = number(taken(left, "window.width")).orElse(usual.width());
    double height = number(taken(left, "window.height")).orElse(usual.height());
    return new Window(
        Math.clamp(width, 320, 20_000),
        Math.clamp(height, 240, 20_000),
        taken(left, "window.maximized").equals("true"),
        taken(left, "window.placed").equals("true") && x.isPresent() && y.isPresent(),
        x.orElse(0),
        y.orElse(0));
  }

  private static Set<String> strings(Map<String, String> left, String prefix) {
    return new TreeSet<>(named(left, prefix).values());
  }

  private static Map<String, String> named(Map<String, String> left, String prefix) {
    Map<String, String> found = new TreeMap<>();
    left.forEach(
        (key, value) -> {
          if (key.startsWith(prefix)) {
            found.put(key.substring(prefix.length()), value);
          }
        });
    found.keySet().forEach(key -> left.remove(prefix + key));
    return found;
  }

  private static String taken(Map<String, String> left, String key) {
    String value = left.remove(key);
    return value == null ? "" : value;
  }

  /** Digits as Java writes them, whatever the user's language. */
  private static OptionalDouble number(String text) {
    try {
      double value = Double.parseDouble(text);
      return Double.isFinite(value) ? OptionalDouble.of(value) : OptionalDouble.empty();
    } catch (NumberFormatException notOne) {
      return OptionalDouble.empty();
    }
  }
}
