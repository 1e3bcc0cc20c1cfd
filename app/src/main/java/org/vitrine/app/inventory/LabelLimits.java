package org.vitrine.app.inventory;

import java.util.Optional;
import org.vitrine.app.i18n.Words;
import org.vitrine.model.vm.Labels;

/**
 * What may be written on a machine; a host would store more, and every list would suffer from it.
 */
public final class LabelLimits {

  private static final int TITLE = 200;
  private static final int DESCRIPTION = 64 * 1024;
  private static final int TAG = 40;
  private static final int TAGS = 20;

  private LabelLimits() {}

  public static Optional<String> fault(Labels labels) {
    if (labels.title().length() > TITLE || hasControls(labels.title())) {
      return Optional.of(Words.word("labels.fault.title", TITLE));
    }
    if (labels.description().length() > DESCRIPTION) {
      return Optional.of(Words.word("labels.fault.description", DESCRIPTION / 1024));
    }
    if (labels.tags().size() > TAGS
        || labels.tags().stream().anyMatch(tag -> tag.length() > TAG || hasControls(tag))) {
      return Optional.of(Words.word("labels.fault.tags", TAGS, TAG));
    }
    if (hasControls(labels.group().text()) || labels.group().text().length() > TITLE) {
      return Optional.of(Words.word("labels.fault.group", TITLE));
    }
    return Optional.empty();
  }

  private static boolean hasControls(String text) {
    return text.codePoints()
        .anyMatch(c -> Character.isISOControl(c) || Character.getType(c) == Character.FORMAT);
  }
}
