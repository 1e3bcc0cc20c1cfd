package org.vitrine.app.create.draft;

/** What the machine is called, and what is said about it. */
public final class NameDraft {

  private final Field<String> name = new Field<>("name", "");
  private final Field<String> title = new Field<>("title", "");
  private final Field<String> notes = new Field<>("notes", "");
  private final Field<String> group = new Field<>("group", "");
  private final Field<String> tags = new Field<>("tags", "");

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
}
