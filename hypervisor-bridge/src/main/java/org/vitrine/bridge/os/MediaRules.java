package org.vitrine.bridge.os;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.function.Function;
import java.util.function.Predicate;
import java.util.function.ToIntFunction;
import org.vitrine.bridge.os.Description.CloudImage;

/**
 * What media of known systems are known by.
 *
 * <p>As in libosinfo, rules for all processors and those of rolling releases count only where no
 * other fits. libosinfo takes the first of several that fit, in no order; here it is the one that
 * asks for most, then the newest system's.
 */
public final class MediaRules {

  private static final int LONGEST_NAME = 255;

  private final List<OsEntry> entries;

  MediaRules(List<OsEntry> entries) {
    this.entries = entries;
  }

  List<OsEntry> entries() {
    return entries;
  }

  /** What an ISO with these labels is; the best first. */
  public List<Match> iso(IsoLabels labels) {
    return matches(
        OsEntry::media,
        rule -> rule.fits(labels),
        MediaRule::arch,
        MediaRule::weight,
        (entry, rule) ->
            new Match(
                entry.os().id(),
                rule.arch(),
                rule.live(),
                rule.kernel(),
                rule.initrd(),
                decided(rule)));
  }

  private static Decided decided(MediaRule rule) {
    if (rule.volume().isPresent()) {
      return Decided.VOLUME;
    } else if (rule.application().isPresent()) {
      return Decided.APPLICATION;
    } else if (rule.system().isPresent()) {
      return Decided.SYSTEM;
    }
    return rule.publisher().isPresent() ? Decided.PUBLISHER : Decided.VOLUME_SIZE;
  }

  /** What a tree with this {@code .treeinfo} is; the best first. */
  public List<Match> tree(TreeLabels labels) {
    return matches(
        OsEntry::trees,
        rule -> rule.fits(labels),
        TreeRule::arch,
        TreeRule::weight,
        (entry, rule) -> match(entry, rule, Decided.TREEINFO));
  }

  /** What the tree is that its makers have at an address that ends like this one. */
  public Optional<Match> treeAt(String suite, String path) {
    String end = "/dists/" + suite + "/";
    return newestFirst().stream()
        .flatMap(
            entry ->
                entry.trees().stream()
                    .filter(rule -> rule.url().contains(end) && rule.url().endsWith(path))
                    .map(rule -> match(entry, rule, Decided.SUITE)))
        .findFirst();
  }

  private static Match match(OsEntry entry, TreeRule rule, Decided decided) {
    return new Match(entry.os().id(), rule.arch(), false, rule.kernel(), rule.initrd(), decided);
  }

  /** Which offered image has this file name, or the name it has in one of its dated versions. */
  public Optional<Image> image(String fileName) {
    if (fileName.length() > LONGEST_NAME) {
      return Optional.empty();
    }
    String name = fileName.toLowerCase(Locale.ROOT);
    for (OsEntry entry : newestFirst()) {
      for (CloudImage image : entry.images()) {
        String offered = image.url().substring(image.url().lastIndexOf('/') + 1);
        if (!offered.isEmpty() && name.equals(offered.toLowerCase(Locale.ROOT))) {
          return Optional.of(
              new Image(entry.os().id(), image.arch(), image.format(), image.cloudInit()));
        }
      }
    }
    return Optional.empty();
  }

  /** The system of a distribution with this codename or version; the newest where several have. */
  public Optional<String> release(String distribution, String release) {
    String wanted = Words.folded(release);
    for (OsEntry entry : newestFirst()) {
      if (entry.os().distribution().equals(distribution)
          && (Words.folded(entry.os().version()).equals(wanted)
              || Words.of(entry.codename()).stream().limit(1).anyMatch(wanted::equals))) {
        return Optional.of(entry.os().id());
      }
    }
    return Optional.empty();
  }

  private List<OsEntry> newestFirst() {
    List<OsEntry> sorted = new ArrayList<>(entries);
    sorted.sort(NEWEST);
    return sorted;
  }

  private static final Comparator<OsEntry> NEWEST =
      Comparator.comparing(
          (OsEntry entry) -> entry.os().released().orElse(java.time.LocalDate.MIN),
          Comparator.reverseOrder());

  private <R> List<Match> matches(
      Function<OsEntry, List<R>> rules,
      Predicate<R> fits,
      Function<R, String> arch,
      ToIntFunction<R> weight,
      java.util.function.BiFunction<OsEntry, R, Match> match) {
    List<Fit<R>> fitting = new ArrayList<>();
    for (OsEntry entry : entries) {
      for (R rule : rules.apply(entry)) {
        if (fits.test(rule)) {
          boolean vague = entry.isRolling() || arch.apply(rule).equals("all");
          fitting.add(new Fit<>(entry, rule, vague));
        }
      }
    }
    fitting.sort(
        Comparator.comparing(Fit<R>::vague)
            .thenComparing(fit -> weight.applyAsInt(fit.rule), Comparator.reverseOrder())
            .thenComparing(Fit::entry, NEWEST));
    return fitting.stream().map(fit -> match.apply(fit.entry, fit.rule)).toList();
  }

  private record Fit<R>(OsEntry entry, R rule, boolean vague) {}

  /** What told. */
  public enum Decided {
    VOLUME,
    SYSTEM,
    PUBLISHER,
    APPLICATION,
    VOLUME_SIZE,
    TREEINFO,
    SUITE
  }

  /**
   * A known medium.
   *
   * @param kernel where the installer's kernel is on it; may be empty, as the initrd's
   */
  public record Match(
      String os, String arch, boolean live, String kernel, String initrd, Decided decided) {}

  /** A known image. */
  public record Image(String os, String arch, String format, boolean cloudInit) {}
}
