package org.vitrine.bridge.os;

import java.util.Optional;

/**
 * By what a tree of installation files is known.
 *
 * @param url where the makers have it; may be empty
 * @param treeinfo whether the tree's own {@code .treeinfo} decides, by the four patterns
 */
record TreeRule(
    String arch,
    String url,
    boolean treeinfo,
    Optional<LabelPattern> family,
    Optional<LabelPattern> variant,
    Optional<LabelPattern> version,
    Optional<LabelPattern> treeArch,
    String kernel,
    String initrd) {

  boolean fits(TreeLabels labels) {
    return treeinfo
        && (arch.equals("all") || arch.equals(labels.arch().orElse("i386")))
        && fits(family, labels.family())
        && fits(variant, labels.variant())
        && fits(version, labels.version())
        && fits(treeArch, labels.arch());
  }

  private static boolean fits(Optional<LabelPattern> pattern, Optional<String> label) {
    return pattern.isEmpty() || (label.isPresent() && pattern.get().isIn(label.get()));
  }

  int weight() {
    return length(family) + length(variant) + length(version) + length(treeArch);
  }

  private static int length(Optional<LabelPattern> pattern) {
    return pattern.map(one -> one.text().length() + 10).orElse(0);
  }
}
