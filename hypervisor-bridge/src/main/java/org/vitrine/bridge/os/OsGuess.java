package org.vitrine.bridge.os;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Collection;
import java.util.Comparator;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import org.vitrine.model.os.OperatingSystem;

/**
 * Takes a machine's name for what it would run. A name must hold a system's title ({@code debian
 * 12}), the start of one with a number ({@code rhel 9} of {@code rhel 9.4}), or a product alone,
 * whose newest release is meant then. Anything else is no guess: {@code web} and {@code test} are
 * names too.
 */
final class OsGuess {

  private static final int LONGEST_NAME = 200;

  /** Of no help in telling systems apart. */
  private static final Set<String> NOISE =
      Set.of("linux", "gnu", "microsoft", "lts", "the", "release", "core", "generic");

  /** Their users call a release by its name. */
  private static final Set<String> CALLED_BY_CODENAME = Set.of("debian", "ubuntu");

  private final List<Titled> all;

  OsGuess(List<OsEntry> entries) {
    all = entries.stream().map(Titled::new).toList();
  }

  Optional<OperatingSystem> of(String machineName, LocalDate today) {
    String bounded =
        machineName.length() > LONGEST_NAME ? machineName.substring(0, LONGEST_NAME) : machineName;
    List<String> words = withoutNoise(Words.fine(bounded));
    List<Hit> hits = new ArrayList<>();
    for (Titled one : all) {
      boolean ended = one.entry.hasEnded(today);
      for (List<String> title : one.titles) {
        hit(one, title, words, ended).ifPresent(hits::add);
      }
    }
    Optional<Hit> best = hits.stream().max(Hit.BY_WORTH);
    return best.map(hit -> newerThanAllKnown(hit, words).orElse(hit.titled.entry.os()));
  }

  /** How well a title fits: whole, up to its first number or beyond, or its product only. */
  private static Optional<Hit> hit(
      Titled one, List<String> title, List<String> words, boolean ended) {
    int at = indexOf(words, title);
    if (at >= 0) {
      return Optional.of(new Hit(one, Kind.WHOLE, title, at, ended));
    }
    // nobody means an ended system by half of its title, nor one that is not out
    if (ended || one.entry.os().released().isEmpty()) {
      return Optional.empty();
    }
    int product = product(title);
    for (int length = title.size() - 1; length > product; length--) {
      List<String> start = title.subList(0, length);
      at = indexOf(words, start);
      if (at >= 0) {
        return Optional.of(new Hit(one, Kind.START, start, at, false));
      }
    }
    if (product == 0 || String.join("", title.subList(0, product)).length() < 3) {
      return Optional.empty();
    }
    List<String> start = title.subList(0, product);
    at = indexOf(words, start);
    return at < 0 ? Optional.empty() : Optional.of(new Hit(one, Kind.PRODUCT, start, at, false));
  }

  /**
   * A release with a higher number than any known of that product: what comes next, as the
   * catalogue calls it (testing, rawhide), is nearer to it than the last one known.
   */
  private Optional<OperatingSystem> newerThanAllKnown(Hit best, List<String> words) {
    int after = best.at + best.words.size();
    if (best.kind != Kind.PRODUCT || after >= words.size()) {
      return Optional.empty();
    }
    long typed = number(words.get(after));
    String distribution = best.titled.entry.os().distribution();
    List<Titled> product =
        all.stream()
            .filter(one -> one.entry.os().distribution().equals(distribution))
            .filter(one -> !distribution.isEmpty())
            .toList();
    long newest =
        product.stream()
            .flatMap(one -> Words.fine(one.entry.os().version()).stream().limit(1))
            .mapToLong(OsGuess::number)
            .max()
            .orElse(0);
    return typed <= newest
        ? Optional.empty()
        : product.stream()
            .map(one -> one.entry.os())
            .filter(os -> os.released().isEmpty())
            .filter(os -> Set.of("testing", "rawhide").contains(Words.folded(os.version())))
            .findFirst();
  }

  private static long number(String word) {
    try {
      return Long.parseLong(word);
    } catch (NumberFormatException notANumber) {
      return -1;
    }
  }

  /** How many words come before the first number. */
  private static int product(List<String> title) {
    int length = 0;
    while (length < title.size() && !Character.isDigit(title.get(length).charAt(0))) {
      length++;
    }
    return length;
  }

  private static int indexOf(List<String> words, List<String> part) {
    if (part.isEmpty()) {
      return -1;
    }
    return java.util.Collections.indexOfSubList(words, part);
  }

  private static List<String> withoutNoise(Collection<String> words) {
    return words.stream().filter(word -> !NOISE.contains(word)).toList();
  }

  private enum Kind {
    PRODUCT,
    START,
    WHOLE
  }

  private record Hit(Titled titled, Kind kind, List<String> words, int at, boolean ended) {

    static final Comparator<Hit> BY_WORTH =
        Comparator.comparingInt((Hit hit) -> String.join("", hit.words).length())
            .thenComparing(Hit::kind)
            .thenComparing(hit -> !hit.ended)
            .thenComparing(hit -> hit.titled.entry.status().isEmpty())
            .thenComparing(hit -> hit.titled.entry.os().released().orElse(LocalDate.MIN))
            // of several at the same day the plainest: "Fedora 40" before "Fedora Silverblue 40"
            .thenComparingInt(hit -> -hit.titled.entry.os().name().length());
  }

  private static final class Titled {

    private final OsEntry entry;
    private final Set<List<String>> titles = new LinkedHashSet<>();

    Titled(OsEntry entry) {
      this.entry = entry;
      OperatingSystem os = entry.os();
      add(os.name());
      for (String shortId : entry.shortIds()) {
        add(shortId);
      }
      List<String> codename = Words.fine(entry.codename());
      if (!codename.isEmpty()) {
        add(os.distribution() + " " + codename.getFirst());
        if (CALLED_BY_CODENAME.contains(os.distribution()) && codename.getFirst().length() >= 5) {
          add(codename.getFirst());
        }
      }
    }

    private void add(String title) {
      List<String> words = withoutNoise(Words.fine(title));
      // one word of two letters, or a number, is no title
      if (words.stream().mapToInt(String::length).sum() >= 3 && product(words) > 0) {
        titles.add(words);
      }
    }
  }
}
