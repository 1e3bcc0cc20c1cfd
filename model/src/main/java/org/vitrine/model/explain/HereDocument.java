package org.vitrine.model.explain;

import java.util.List;

/** Documents inside a script. */
final class HereDocument {

  private static final String END = "END";

  private HereDocument() {}

  /** A last line that is none of the document's own. */
  static String end(List<String> texts) {
    String end = END;
    for (int i = 1; isIn(texts, end); i++) {
      end = END + "_" + i;
    }
    return end;
  }

  private static boolean isIn(List<String> texts, String end) {
    return texts.stream().anyMatch(text -> text.lines().anyMatch(end::equals));
  }
}
