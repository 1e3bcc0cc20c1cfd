package org.vitrine.app.create.page;

import java.util.ArrayList;
import java.util.List;
import org.vitrine.app.i18n.Amounts;
import org.vitrine.app.i18n.Words;
import org.vitrine.app.problem.ProblemText;
import org.vitrine.model.os.MediaReading;

/** What a medium turned out to be, in words. What it says of itself may hold anything. */
final class ReadingWords {

  private ReadingWords() {}

  static String of(MediaReading reading, String system) {
    List<String> parts = new ArrayList<>();
    if (!system.isEmpty()) {
      parts.add(system);
    } else if (!reading.label().isBlank()) {
      parts.add("“" + ProblemText.shown(reading.label()) + "”");
    }
    parts.add(Words.word("mediaKind", reading.kind()));
    if (!reading.format().isEmpty()) {
      parts.add(ProblemText.shown(reading.format()));
    }
    if (reading.size().bytes() > 0) {
      parts.add(Amounts.size(reading.size()));
    }
    if (reading.live()) {
      parts.add(Words.word("reading.live"));
    }
    if (reading.bootable()) {
      parts.add(Words.word("reading.bootable"));
    }
    return String.join(" · ", parts);
  }

  static String decided(MediaReading reading) {
    return reading.decidedBy().isBlank()
        ? ""
        : Words.word("reading.decidedBy", ProblemText.shown(reading.decidedBy()));
  }
}
