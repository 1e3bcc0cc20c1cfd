package org.vitrine.app.i18n;

import java.util.ArrayList;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.function.Predicate;
import java.util.regex.MatchResult;
import java.util.regex.Pattern;
import java.util.stream.Collectors;

/** Compares the keys that code asks for with those a bundle has. */
final class KeyUse {

  private static final Pattern LITERAL = Pattern.compile("\"((?:[^\"\\\\\\n]|\\\\.)*)\"");
  private static final Pattern KEY = Pattern.compile("[a-z][A-Za-z]*(\\.[A-Za-z_]+)+");
  private static final Pattern ASKED =
      Pattern.compile("Words\\.(?:word|naming|has)\\(\\s*\"([^\"]*)\"");

  private final Map<String, String> bundle;
  private final Map<String, Set<String>> families = new TreeMap<>();
  private final Set<String> noKeys;

  /**
   * Wires it.
   *
   * @param noKeys literals that look like keys and are none
   */
  KeyUse(Map<String, String> bundle, Set<String> noKeys) {
    this.bundle = bundle;
    this.noKeys = noKeys;
  }

  /** All constants of an enum have words under this prefix, each with these endings. */
  KeyUse family(String prefix, Collection<? extends Enum<?>> constants, String... endings) {
    Set<String> keys = families.computeIfAbsent(prefix, each -> new TreeSet<>());
    for (Enum<?> constant : constants) {
      for (String ending : endings) {
        keys.add(prefix + "." + constant.name() + ending);
      }
    }
    return this;
  }

  List<String> complaints(Collection<String> sources) {
    Set<String> literals =
        sources.stream()
            .flatMap(source -> LITERAL.matcher(source).results())
            .map(found -> found.group(1))
            .collect(Collectors.toCollection(TreeSet::new));
    Set<String> wanted = new TreeSet<>();
    families.forEach((prefix, keys) -> wanted.addAll(keys));
    List<String> complaints = new ArrayList<>();

    Set<String> firstParts =
        bundle.keySet().stream().map(key -> key.split("\\.", 2)[0]).collect(Collectors.toSet());
    Predicate<String> isKey =
        text ->
            KEY.matcher(text).matches()
                && firstParts.contains(text.split("\\.", 2)[0])
                && !noKeys.contains(text)
                && (bundle.containsKey(text) || !families.containsKey(text));
    literals.stream().filter(isKey).forEach(wanted::add);
    for (String source : sources) {
      ASKED
          .matcher(source)
          .results()
          .map((MatchResult found) -> found.group(1))
          .forEach(
              asked -> {
                String prefix =
                    asked.endsWith(".") ? asked.substring(0, asked.length() - 1) : asked;
                if (!families.containsKey(prefix)) {
                  if (asked.endsWith(".") || !asked.contains(".")) {
                    complaints.add(
                        "The prefix \""
                            + asked
                            + "\" is not known: add .family(\""
                            + prefix
                            + "\", <constants>, \"\") in WordsTest");
                  } else {
                    wanted.add(asked);
                  }
                }
              });
    }
    for (String prefix : families.keySet()) {
      if (!literals.contains(prefix) && !literals.contains(prefix + ".")) {
        complaints.add("Nobody asks for \"" + prefix + ".…\": remove its family and its words");
      }
    }
    for (String key : wanted) {
      if (!bundle.containsKey(key)) {
        complaints.add("Missing, paste into words.properties: " + key + "=…");
      }
    }
    for (String key : bundle.keySet()) {
      String plain =
          key.endsWith(".plain") ? key.substring(0, key.length() - ".plain".length()) : key;
      if (!wanted.contains(plain)) {
        complaints.add("Nobody asks for it, delete from words.properties: " + key);
      }
    }
    return complaints;
  }
}
