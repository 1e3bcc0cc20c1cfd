package org.vitrine.app.create.page;

import java.util.function.Supplier;
import javafx.scene.Node;
import javafx.scene.control.CheckBox;
import javafx.scene.control.ComboBox;
import javafx.scene.control.Label;
import javafx.scene.control.ListCell;
import javafx.scene.control.TextField;
import javafx.scene.layout.Region;
import javafx.scene.layout.VBox;
import org.jspecify.annotations.Nullable;
import org.vitrine.app.create.draft.Field;
import org.vitrine.app.i18n.Words;
import org.vitrine.model.plan.PlanField;

/** Controls tied to the fields of the draft; what the user does in them counts as chosen. */
public final class Form {

  private Form() {}

  public static TextField text(String id, Field<String> field) {
    TextField control = new TextField(field.get());
    control.setId(id);
    field
        .valueProperty()
        .subscribe(
            value -> {
              if (!value.equals(control.getText())) {
                control.setText(value);
              }
            });
    control
        .textProperty()
        .subscribe(
            typed -> {
              if (!typed.equals(field.get())) {
                field.choose(typed);
              }
            });
    return control;
  }

  public static CheckBox check(String id, String words, Field<Boolean> field) {
    CheckBox control = new CheckBox(words);
    control.setId(id);
    control.setWrapText(true);
    control.setMinHeight(Region.USE_PREF_SIZE);
    field.valueProperty().subscribe(value -> control.setSelected(value));
    control.setOnAction(event -> field.choose(control.isSelected()));
    return control;
  }

  /** A choice of constants, written as the words under the prefix say. */
  public static <E extends Enum<E>> ComboBox<E> choice(
      String id, String prefix, Field<E> field, Iterable<E> values) {
    ComboBox<E> control = new ComboBox<>();
    control.setId(id);
    values.forEach(control.getItems()::add);
    control.setCellFactory(list -> new ConstantCell<>(prefix));
    control.setButtonCell(new ConstantCell<>(prefix));
    field.valueProperty().subscribe(control::setValue);
    control
        .valueProperty()
        .subscribe(
            value -> {
              if (value != null && !value.equals(field.get())) {
                field.choose(value);
              }
            });
    return control;
  }

  public static Label line(String style) {
    Label label = new Label();
    label.setWrapText(true);
    label.setMinHeight(Region.USE_PREF_SIZE);
    label.getStyleClass().add(style);
    return label;
  }

  public static Label heading(String words) {
    Label label = new Label(words);
    label.getStyleClass().add("page-title");
    label.setWrapText(true);
    label.setMinHeight(Region.USE_PREF_SIZE);
    return label;
  }

  /** A page's column, not wider than the eye likes to read. */
  public static VBox column(Node... rows) {
    VBox column = new VBox(16, rows);
    column.getStyleClass().add("form-column");
    column.setFillWidth(true);
    return column;
  }

  public static Supplier<PlanField> part(PlanField.Part part) {
    PlanField field = PlanField.of(part);
    return () -> field;
  }

  public static void present(Node node, boolean shown) {
    node.setVisible(shown);
    node.setManaged(shown);
  }

  private static final class ConstantCell<E extends Enum<E>> extends ListCell<E> {
    private final String prefix;

    ConstantCell(String prefix) {
      this.prefix = prefix;
    }

    @Override
    protected void updateItem(@Nullable E item, boolean empty) {
      super.updateItem(item, empty);
      setText(empty || item == null ? "" : Words.word(prefix, item));
    }
  }
}
