package org.vitrine.app.create.page;

import org.vitrine.app.i18n.Amounts;
import org.vitrine.app.i18n.Words;
import org.vitrine.model.plan.Why;

/** The reason for a suggested value, in words, and who says so. */
public final class WhyWords {

  private WhyWords() {}

  public static String of(Why why) {
    Object[] details = why.details().stream().map(WhyWords::shown).toArray();
    return Words.word("why." + why.reason(), details)
        + "\n"
        + Words.word("whySource." + why.reason().source());
  }

  private static Object shown(Why.Detail detail) {
    return switch (detail) {
      case Why.Detail.Text(String text) -> text;
      case Why.Detail.Size(var size) -> Amounts.size(size);
      case Why.Detail.Count(int count) -> count;
    };
  }
}
