package org.vitrine.bridge.media;

import java.util.HashSet;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * Checksums as they are published: {@code DIGEST NAME} a line, BSD's {@code SHA256 (NAME) =
 * DIGEST}, or a digest alone. Whatever else stands in it is skipped.
 */
final class ChecksumList {

  static final int LONGEST = 1024 * 1024;
  private static final int LONGEST_LINE = 4096;

  private static final Pattern PLAIN = Pattern.compile("\\\\?([0-9A-Fa-f]{32,128})[ \\t]+\\*?(.+)");
  private static final Pattern BSD =
      Pattern.compile("(MD5|SHA1|SHA256|SHA384|SHA512) ?\\((.+)\\) ?= ?([0-9A-Fa-f]{32,128})");
  private static final Pattern ALONE = Pattern.compile("[0-9A-Fa-f]{32,128}");

  /** Digests by their length in letters, the strongest first; those without a name are forged. */
  private static final Map<Integer, String> STRONG =
      new TreeMap<>(Map.of(-128, "SHA-512", -96, "SHA-384", -64, "SHA-256"));

  private static final Set<Integer> WEAK = Set.of(32, 40);

  private final Map<Integer, Set<String>> digests = new TreeMap<>();
  private boolean weak;

  /** What it says about one file. */
  sealed interface Entry {
    record Digest(String algorithm, String digest) implements Entry {}

    record Nothing() implements Entry {}

    record Contradiction() implements Entry {}

    record OnlyWeak() implements Entry {}
  }

  private ChecksumList() {}

  /**
   * @param fileName without folders; a list may name it with some, which are not looked at
   * @param aloneCounts whether a digest without a name is this file's
   */
  static Entry find(String text, String fileName, boolean aloneCounts) {
    ChecksumList list = new ChecksumList();
    if (text.length() > LONGEST) {
      return new Entry.Nothing();
    }
    for (String raw : text.split("\n", -1)) {
      if (raw.length() <= LONGEST_LINE) {
        list.line(raw.strip(), fileName, aloneCounts);
      }
    }
    return list.entry();
  }

  private void line(String line, String fileName, boolean aloneCounts) {
    Matcher plain = PLAIN.matcher(line);
    if (plain.matches()) {
      if (isNamed(plain.group(2), fileName)) {
        add(plain.group(1));
      }
      return;
    }
    Matcher bsd = BSD.matcher(line);
    if (bsd.matches()) {
      if (isNamed(bsd.group(2), fileName)) {
        add(bsd.group(3));
      }
    } else if (aloneCounts && ALONE.matcher(line).matches()) {
      add(line);
    }
  }

  private static boolean isNamed(String listed, String fileName) {
    return listed.substring(listed.lastIndexOf('/') + 1).equals(fileName);
  }

  private void add(String digest) {
    if (WEAK.contains(digest.length())) {
      weak = true;
    } else if (STRONG.containsKey(-digest.length())) {
      digests
          .computeIfAbsent(-digest.length(), _ -> new HashSet<>())
          .add(digest.toLowerCase(Locale.ROOT));
    }
  }

  private Entry entry() {
    if (digests.values().stream().anyMatch(of -> of.size() > 1)) {
      return new Entry.Contradiction();
    }
    for (Map.Entry<Integer, String> strong : STRONG.entrySet()) {
      Set<String> found = digests.get(strong.getKey());
      if (found != null) {
        return new Entry.Digest(strong.getValue(), found.iterator().next());
      }
    }
    return weak ? new Entry.OnlyWeak() : new Entry.Nothing();
  }
}
