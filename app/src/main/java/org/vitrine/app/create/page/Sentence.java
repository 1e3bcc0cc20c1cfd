package org.vitrine.app.create.page;

import org.vitrine.app.create.draft.Draft;
import org.vitrine.app.create.draft.SourceDraft;
import org.vitrine.app.i18n.Words;
import org.vitrine.app.problem.ProblemText;
import org.vitrine.model.os.OperatingSystem;
import org.vitrine.model.plan.Setup;

/** The one line that says what will happen. */
public final class Sentence {

  private Sentence() {}

  public static String of(Draft draft) {
    SourceDraft source = draft.source();
    String name = ProblemText.shown(draft.name().name().get().strip());
    String system =
        source.os().get().map(OperatingSystem::name).orElse(Words.word("sentence.someSystem"));
    String file = ProblemText.shown(fileName(source.location().get().strip()));
    boolean automatic = draft.setup().setup().get() instanceof Setup.Automatic;
    return switch (source.kind().get()) {
      case ISO ->
          file.isEmpty()
              ? Words.word("sentence.begin")
              : source.reading().get().map(reading -> reading.live()).orElse(false) && !automatic
                  ? Words.word("sentence.live", name, system, file)
                  : installed(automatic, name, system, file);
      case NETWORK_TREE ->
          file.isEmpty() ? Words.word("sentence.begin") : installed(automatic, name, system, file);
      case DISK_IMAGE ->
          file.isEmpty() ? Words.word("sentence.begin") : Words.word("sentence.disk", name, file);
      case CLOUD_IMAGE ->
          file.isEmpty()
              ? Words.word("sentence.begin")
              : Words.word(
                  automatic ? "sentence.cloud.automatic" : "sentence.cloud", name, system, file);
      case NOTHING -> Words.word("sentence.nothing", name);
      case APPLIANCE -> Words.word("source.applianceLater");
    };
  }

  private static String installed(boolean automatic, String name, String system, String file) {
    return Words.word(
        automatic ? "sentence.install.automatic" : "sentence.install", name, system, file);
  }

  static String fileName(String location) {
    String text = location.endsWith("/") ? location.substring(0, location.length() - 1) : location;
    return text.substring(text.lastIndexOf('/') + 1);
  }
}
