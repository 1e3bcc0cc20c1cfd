package org.vitrine.bridge.os;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import org.vitrine.model.os.OperatingSystem;

/** Finds systems by what somebody types, as he types. */
final class OsSearch {

  private static final int LONGEST_TYPED = 200;

  private final List<Indexed> all;

  OsSearch(List<OsEntry> entries) {
    all = entries.stream().map(Indexed::new).toList();
  }

  /** Best first; of equals the newest. Nothing typed finds all. */
  List<OperatingSystem> find(String typed, boolean endedToo, LocalDate today) {
    String bounded = typed.length() > LONGEST_TYPED ? typed.substring(0, LONGEST_TYPED) : typed;
    List<String> words = Words.of(bounded);
    String joined = String.join("", words);
    List<Hit> hits = new ArrayList<>();
    for (Indexed one : all) {
      int score = endedToo || !one.entry.hasEnded(today) ? one.score(words, joined) : 0;
      if (score > 0) {
        hits.add(new Hit(one.entry.os(), score));
      }
    }
    hits.sort(
        Comparator.comparingInt(Hit::score)
            .reversed()
            .thenComparing(
                hit -> hit.os.released().orElse(LocalDate.MIN), Comparator.reverseOrder())
            .thenComparing(hit -> hit.os.name()));
    return hits.stream().map(Hit::os).toList();
  }

  private record Hit(OperatingSystem os, int score) {}

  private static final class Indexed {

    private static final int WHOLE_NAME = 1000;
    private static final int START_OF_NAME = 300;
    private static final int WHOLE_WORD = 20;
    private static final int START_OF_WORD = 10;
    private static final int OF_THE_VENDOR = 1;

    private final OsEntry entry;
    private final String name;
    private final List<String> nameWords;
    private final List<String> otherWords = new ArrayList<>();

    Indexed(OsEntry entry) {
      this.entry = entry;
      nameWords = new ArrayList<>(Words.of(entry.os().name()));
      name = String.join("", nameWords);
      for (String shortId : entry.shortIds()) {
        // as a whole, dots and all, and in its parts
        nameWords.add(String.join("", Words.of(shortId)));
        nameWords.addAll(Words.fine(shortId));
      }
      nameWords.addAll(Words.of(entry.os().version()));
      nameWords.addAll(Words.of(entry.codename()));
      otherWords.addAll(Words.of(entry.os().vendor()));
      otherWords.addAll(Words.of(entry.os().distribution()));
    }

    /** 0 where one of the words is nowhere. */
    int score(List<String> words, String joined) {
      int score = 1;
      for (String word : words) {
        int one = score(word);
        if (one == 0) {
          // "windows11" is two words written as one
          List<String> parts = Words.fine(word);
          one = parts.size() > 1 ? parts.stream().mapToInt(this::score).min().orElse(0) : 0;
        }
        if (one == 0) {
          return 0;
        }
        score += one;
      }
      if (!joined.isEmpty()) {
        if (isShortId(joined) || name.equals(joined)) {
          score += WHOLE_NAME;
        } else if (name.startsWith(joined)) {
          score += START_OF_NAME;
        }
      }
      return score;
    }

    private boolean isShortId(String joined) {
      return entry.shortIds().stream()
          .anyMatch(shortId -> String.join("", Words.of(shortId)).equals(joined));
    }

    private int score(String word) {
      int best = 0;
      for (String own : nameWords) {
        if (own.equals(word)) {
          return WHOLE_WORD;
        } else if (own.startsWith(word)) {
          best = START_OF_WORD;
        }
      }
      if (best == 0 && otherWords.stream().anyMatch(own -> own.startsWith(word))) {
        best = OF_THE_VENDOR;
      }
      return best;
    }
  }
}
