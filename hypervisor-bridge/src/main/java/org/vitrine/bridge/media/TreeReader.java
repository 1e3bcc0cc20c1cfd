package org.vitrine.bridge.media;

import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.vitrine.bridge.os.MediaRules;
import org.vitrine.bridge.os.OsinfoCatalogue;
import org.vitrine.bridge.os.TreeLabels;
import org.vitrine.model.os.MediaReading.KernelOnMedia;
import org.vitrine.model.os.OperatingSystem;

/** Finds out whose installation files lie in a tree. */
final class TreeReader {

  /** A suite of Debian or one built on it, somewhere in an address. */
  private static final Pattern SUITE = Pattern.compile("(.*/)?dists/([A-Za-z0-9.-]{1,64})(/.*)?");

  private static final Pattern FIELD =
      Pattern.compile("(?m)^(Origin|Codename|Version):[ \\t]*(.*)$");

  private final OsinfoCatalogue catalogue;

  TreeReader(OsinfoCatalogue catalogue) {
    this.catalogue = catalogue;
  }

  /**
   * What a tree is.
   *
   * @param label what it calls itself
   */
  record Found(Optional<String> os, String label, String decided, Optional<KernelOnMedia> kernel) {}

  /**
   * Looks for what installers leave in their trees.
   *
   * @param path of the tree, by which a suite is told
   */
  Optional<Found> read(TreeFiles files, String path) {
    Optional<Found> found = treeinfo(files);
    if (found.isEmpty()) {
      found = debian(files, path);
    }
    if (found.isEmpty()) {
      found = named(files, "media.repo", "(?m)^name[ \\t]*=[ \\t]*(.*)$");
    }
    if (found.isEmpty()) {
      found = named(files, "media.1/products", "(?m)^/[ \\t]+(.*)$");
    }
    return found.isPresent() ? found : named(files, "content", "(?m)^(?:LABEL|NAME)[ \\t]+(.*)$");
  }

  private Optional<Found> treeinfo(TreeFiles files) {
    Optional<String> text = files.read(".treeinfo").filter(one -> one.contains("[general]"));
    if (text.isEmpty()) {
      text = files.read("treeinfo").filter(one -> one.contains("[general]"));
    }
    if (text.isEmpty()) {
      return Optional.empty();
    }
    KeyFile info = KeyFile.of(text.get());
    TreeLabels labels =
        new TreeLabels(
            info.get("general", "family"),
            info.get("general", "variant"),
            info.get("general", "version"),
            info.get("general", "arch"));
    String label = labels.family().orElse("") + " " + labels.version().orElse("");
    Optional<MediaRules.Match> match = catalogue.media().tree(labels).stream().findFirst();
    String images = "images-" + labels.arch().orElse("");
    String kernel =
        info.get(images, "kernel").or(() -> match.map(MediaRules.Match::kernel)).orElse("");
    String initrd =
        info.get(images, "initrd").or(() -> match.map(MediaRules.Match::initrd)).orElse("");
    return Optional.of(
        new Found(
            match.map(MediaRules.Match::os),
            Labels.shown(label),
            "treeinfo=" + Labels.shown(label),
            kernel(kernel, initrd)));
  }

  /** A suite has a file {@code Release}, and its installer a place of its own. */
  private Optional<Found> debian(TreeFiles files, String path) {
    Matcher inPath =
        SUITE.matcher(path.endsWith("/") ? path.substring(0, path.length() - 1) : path);
    String below = "dists/stable/";
    String inside = "";
    if (inPath.matches()) {
      String rest = inPath.group(3) == null ? "" : inPath.group(3);
      inside = rest.isEmpty() ? "" : rest.substring(1);
      below = "../".repeat(inside.isEmpty() ? 0 : inside.split("/", -1).length);
    }
    Optional<String> release =
        files.read(below + "Release").filter(text -> text.contains("Suite:"));
    if (release.isEmpty()) {
      return Optional.empty();
    }
    String origin = "";
    String codename = "";
    String version = "";
    Matcher field = FIELD.matcher(release.get());
    while (field.find()) {
      String value = field.group(2).strip();
      switch (field.group(1)) {
        case "Origin" -> origin = value.toLowerCase(Locale.ROOT);
        case "Codename" -> codename = value;
        default -> version = value;
      }
    }
    String distribution = origin;
    String major = version.contains(".") ? version.substring(0, version.indexOf('.')) : version;
    Optional<String> os = Optional.empty();
    for (String name : List.of(codename, version, major)) {
      if (os.isEmpty() && !name.isEmpty()) {
        os = catalogue.media().release(distribution, name);
      }
    }
    Optional<KernelOnMedia> kernel = Optional.empty();
    Optional<MediaRules.Match> rule = catalogue.media().treeAt(codename, "main/installer-amd64");
    if (rule.isPresent() && inside.isEmpty()) {
      String place = (inPath.matches() ? "" : below) + "main/installer-amd64/";
      kernel = kernel(place + rule.get().kernel(), place + rule.get().initrd());
    } else if (rule.isPresent() && inside.equals("main/installer-amd64")) {
      kernel = kernel(rule.get().kernel(), rule.get().initrd());
    }
    String label = Labels.shown(origin + " " + (version.isEmpty() ? codename : version));
    return Optional.of(new Found(os, label, "codename=" + Labels.shown(codename), kernel));
  }

  /** Trees that only have a name to tell them by. */
  private Optional<Found> named(TreeFiles files, String file, String pattern) {
    Optional<String> text = files.read(file);
    if (text.isEmpty()) {
      return Optional.empty();
    }
    Matcher name = Pattern.compile(pattern).matcher(text.get());
    if (!name.find()) {
      return Optional.empty();
    }
    String label = Labels.shown(name.group(1));
    return Optional.of(
        new Found(
            catalogue.guess(label).map(OperatingSystem::id),
            label,
            file + "=" + label,
            Optional.empty()));
  }

  private static Optional<KernelOnMedia> kernel(String kernel, String initrd) {
    return kernel.isEmpty() || initrd.isEmpty()
        ? Optional.empty()
        : Optional.of(new KernelOnMedia(kernel, initrd));
  }
}
