package org.vitrine.app.create.page;

import java.util.function.Function;
import javafx.beans.property.ReadOnlyStringProperty;
import javafx.beans.property.ReadOnlyStringWrapper;
import org.vitrine.app.create.draft.Field;
import org.vitrine.app.i18n.AmountReader;
import org.vitrine.app.i18n.Amounts;
import org.vitrine.app.i18n.Words;
import org.vitrine.model.unit.ByteSize;

/**
 * An amount as it is typed: read in the user's locale, said back as it was understood, and refused
 * where it could mean two things. What is refused stays in sight and reaches no field.
 */
public final class SizeField<T> {

  private final Field<T> field;
  private final Function<String, AmountReader.Result<T>> reader;
  private final Function<T, String> writer;
  private final ReadOnlyStringWrapper text = new ReadOnlyStringWrapper("");
  private final ReadOnlyStringWrapper problem = new ReadOnlyStringWrapper("");
  private final ReadOnlyStringWrapper understood = new ReadOnlyStringWrapper("");
  private boolean typing;

  private SizeField(
      Field<T> field, Function<String, AmountReader.Result<T>> reader, Function<T, String> writer) {
    this.field = field;
    this.reader = reader;
    this.writer = writer;
    field.valueProperty().subscribe(value -> show());
  }

  public static SizeField<ByteSize> of(Field<ByteSize> field) {
    AmountReader reader = AmountReader.ofUser();
    return new SizeField<>(field, reader::size, Amounts::exactSize);
  }

  public static SizeField<Integer> ofCount(Field<Integer> field) {
    AmountReader reader = AmountReader.ofUser();
    return new SizeField<>(field, reader::count, Amounts::count);
  }

  /** What stands in the field. */
  public ReadOnlyStringProperty textProperty() {
    return text.getReadOnlyProperty();
  }

  /** Why what was typed is no amount; empty where it is one. */
  public ReadOnlyStringProperty problemProperty() {
    return problem.getReadOnlyProperty();
  }

  /** How it was understood, where it was not typed the way it is written here. */
  public ReadOnlyStringProperty understoodProperty() {
    return understood.getReadOnlyProperty();
  }

  public void type(String typed) {
    if (typed.equals(text.get())) {
      return;
    }
    typing = true;
    text.set(typed);
    switch (reader.apply(typed)) {
      case AmountReader.Result.Read<T>(T value) -> {
        problem.set("");
        field.choose(value);
        String written = writer.apply(value);
        understood.set(written.equals(typed.strip()) ? "" : Words.word("amount.read", written));
      }
      case AmountReader.Result.Refused<T>(AmountReader.Fault fault) -> {
        understood.set("");
        problem.set(Words.word("amount." + fault, writer.apply(field.get())));
      }
    }
    typing = false;
  }

  /** Writes the value the way it is written here: when the field is left. */
  public void settle() {
    if (problem.get().isEmpty()) {
      show();
    }
  }

  private void show() {
    if (!typing) {
      text.set(writer.apply(field.get()));
      problem.set("");
      understood.set("");
    }
  }
}
