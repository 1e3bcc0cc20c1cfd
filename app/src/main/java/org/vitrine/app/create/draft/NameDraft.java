package org.vitrine.app.create.draft;

import java.util.List;
import org.vitrine.model.plan.PlanField.Part;

/** What the machine is called, and what is said about it. */
public final class NameDraft implements DraftPart {

  private final Field<String> name = Field.of(Part.NAME, "");
  private final Field<String> title = Field.of(Part.TITLE, "");
  private final Field<String> notes = Field.of(Part.NOTES, "");
  private final Field<String> group = Field.of(Part.NOTES, "");
  private final Field<String> tags = Field.of(Part.NOTES, "");

  public Field<String> name() {
    return name;
  }

  public Field<String> title() {
    return title;
  }

  public Field<String> notes() {
    return notes;
  }

  public Field<String> group() {
    return group;
  }

  /** With commas between them. */
  public Field<String> tags() {
    return tags;
  }

  @Override
  public List<Field<?>> fields() {
    return List.of(name, title, notes, group, tags);
  }
}
