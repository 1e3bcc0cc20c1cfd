package org.vitrine.model.operation;

import java.util.ArrayList;
import java.util.List;
import org.vitrine.model.plan.DiskPlan;
import org.vitrine.model.plan.Setup;

/** A medium with answers as words. */
final class MediumWords {

  private static final int HEAD = 5;

  private MediumWords() {}

  static List<String> of(Setup.Automatic setup) {
    List<String> words =
        new ArrayList<>(
            switch (setup.carrier()) {
              case Setup.Carrier.SeedCd(String path, String label, DiskPlan.Bus bus) ->
                  List.of("SeedCd", path, label, bus.name(), "");
              case Setup.Carrier.Floppy(String path) -> List.of("Floppy", path, "", "", "");
              case Setup.Carrier.Initrd(String path, String original) ->
                  List.of("Initrd", path, "", "", original);
            });
    for (Setup.AnswerFile file : setup.files()) {
      words.add(file.name());
      words.add(file.content());
    }
    return words;
  }

  static Setup.Automatic read(List<String> words) {
    Setup.Carrier carrier =
        switch (words.getFirst()) {
          case "SeedCd" ->
              new Setup.Carrier.SeedCd(
                  words.get(1), words.get(2), DiskPlan.Bus.valueOf(words.get(3)));
          case "Floppy" -> new Setup.Carrier.Floppy(words.get(1));
          case "Initrd" -> new Setup.Carrier.Initrd(words.get(1), words.get(4));
          default -> throw new IllegalArgumentException("no carrier: " + words.getFirst());
        };
    List<Setup.AnswerFile> files = new ArrayList<>();
    for (int i = HEAD; i < words.size(); i += 2) {
      files.add(new Setup.AnswerFile(words.get(i), words.get(i + 1)));
    }
    return new Setup.Automatic(carrier, files);
  }
}
