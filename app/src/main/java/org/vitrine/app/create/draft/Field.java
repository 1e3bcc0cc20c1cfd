package org.vitrine.app.create.draft;

import java.util.Optional;
import java.util.function.Supplier;
import javafx.beans.property.ReadOnlyBooleanProperty;
import javafx.beans.property.ReadOnlyBooleanWrapper;
import javafx.beans.property.ReadOnlyObjectProperty;
import javafx.beans.property.ReadOnlyObjectWrapper;
import org.vitrine.model.plan.PlanField;
import org.vitrine.model.plan.Suggested;
import org.vitrine.model.plan.Why;

/**
 * One value of the form. It follows what is suggested until the user sets it, and then stays as the
 * user left it. Lives on the window's thread.
 */
public final class Field<T> {

  private final Supplier<PlanField> key;
  private final ReadOnlyObjectWrapper<T> value;
  private final ReadOnlyObjectWrapper<T> suggested;
  private final ReadOnlyObjectWrapper<Optional<Why>> why =
      new ReadOnlyObjectWrapper<>(Optional.empty());
  private final ReadOnlyBooleanWrapper touched = new ReadOnlyBooleanWrapper(false);

  /**
   * Makes a field.
   *
   * @param key what ties it to the commands that come of it
   */
  public Field(Supplier<PlanField> key, T first) {
    this.key = key;
    value = new ReadOnlyObjectWrapper<>(first);
    suggested = new ReadOnlyObjectWrapper<>(first);
  }

  public static <T> Field<T> of(PlanField.Part part, T first) {
    PlanField key = PlanField.of(part);
    return new Field<>(() -> key, first);
  }

  public PlanField key() {
    return key.get();
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

  /** Why the suggested value is suggested; empty where nothing was suggested yet. */
  public ReadOnlyObjectProperty<Optional<Why>> whyProperty() {
    return why.getReadOnlyProperty();
  }

  /** The user's own choice, which no suggestion overrules. */
  public void choose(T chosen) {
    touched.set(true);
    value.set(chosen);
  }

  /** What fits the rest of the form; taken where the user has not chosen. */
  public void suggest(Suggested<? extends T> fitting) {
    suggest(fitting.value(), Optional.of(fitting.why()));
  }

  /** What fits, where the reason is in plain sight. */
  public void suggest(T fitting) {
    suggest(fitting, Optional.empty());
  }

  private void suggest(T fitting, Optional<Why> because) {
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
