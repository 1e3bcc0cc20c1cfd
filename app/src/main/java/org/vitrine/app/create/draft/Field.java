package org.vitrine.app.create.draft;

import javafx.beans.property.ReadOnlyBooleanProperty;
import javafx.beans.property.ReadOnlyBooleanWrapper;
import javafx.beans.property.ReadOnlyObjectProperty;
import javafx.beans.property.ReadOnlyObjectWrapper;

/**
 * One value of the form. It follows what is suggested until the user sets it, and then stays as the
 * user left it. Lives on the window's thread.
 */
public final class Field<T> {

  private final String key;
  private final ReadOnlyObjectWrapper<T> value;
  private final ReadOnlyObjectWrapper<T> suggested;
  private final ReadOnlyObjectWrapper<Why> why = new ReadOnlyObjectWrapper<>(Why.NONE);
  private final ReadOnlyBooleanWrapper touched = new ReadOnlyBooleanWrapper(false);

  /**
   * Makes a field.
   *
   * @param key what ties it to the commands that come of it, and to its control
   */
  public Field(String key, T first) {
    this.key = key;
    value = new ReadOnlyObjectWrapper<>(first);
    suggested = new ReadOnlyObjectWrapper<>(first);
  }

  public String key() {
    return key;
  }

  public T get() {
    return value.get();
  }

  public ReadOnlyObjectProperty<T> valueProperty() {
    return value.getReadOnlyProperty();
  }

  /** Whether the user set it. */
  public boolean isTouched() {
    return touched.get();
  }

  public ReadOnlyBooleanProperty touchedProperty() {
    return touched.getReadOnlyProperty();
  }

  public T suggestion() {
    return suggested.get();
  }

  public ReadOnlyObjectProperty<T> suggestionProperty() {
    return suggested.getReadOnlyProperty();
  }

  /** Why the suggested value is suggested. */
  public ReadOnlyObjectProperty<Why> whyProperty() {
    return why.getReadOnlyProperty();
  }

  /** The user's own choice, which no suggestion overrules. */
  public void choose(T chosen) {
    touched.set(true);
    value.set(chosen);
  }

  /** What fits the rest of the form; taken where the user has not chosen. */
  public void suggest(T fitting, Why because) {
    suggested.set(fitting);
    why.set(because);
    if (!touched.get()) {
      value.set(fitting);
    }
  }

  /** Gives the choice back: the value follows what is suggested again. */
  public void follow() {
    touched.set(false);
    value.set(suggested.get());
  }
}
