package org.vitrine.app.create.setup;

import java.util.ArrayList;
import java.util.List;
import org.vitrine.app.create.draft.SetupDraft;
import org.vitrine.model.answer.Answers;
import org.vitrine.model.answer.Secret;

/** The answers as they stand in the form. */
final class TypedAnswers {

  private TypedAnswers() {}

  static Answers of(SetupDraft setup) {
    return new Answers(
        setup.fullName().get().strip(),
        setup.user().get().strip(),
        Secret.of(setup.password().get()),
        switch (setup.administrator().get()) {
          case USER_ONLY -> new Answers.Administrator.UserOnly();
          case SAME_PASSWORD -> new Answers.Administrator.SamePassword();
        },
        setup.hostname().get().strip(),
        setup.language().get().strip(),
        setup.keyboard().get().strip(),
        setup.timeZone().get().strip(),
        split(setup.packages().get(), "[\\s,]+"),
        split(setup.sshKeys().get(), "\\R"),
        setup.productKey().get().strip(),
        List.of());
  }

  private static List<String> split(String text, String between) {
    List<String> parts = new ArrayList<>();
    for (String part : text.split(between, -1)) {
      if (!part.isBlank()) {
        parts.add(part.strip());
      }
    }
    return parts;
  }

  /** What the machine's name is as a host's. */
  static String hostname(String name) {
    String plain =
        name.strip()
            .toLowerCase(java.util.Locale.ROOT)
            .replaceAll("[^a-z0-9-]+", "-")
            .replaceAll("^-+|-+$", "");
    return plain.length() > 15 ? plain.substring(0, 15).replaceAll("-+$", "") : plain;
  }
}
