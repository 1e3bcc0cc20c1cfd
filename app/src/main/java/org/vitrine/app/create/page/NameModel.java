package org.vitrine.app.create.page;

import java.util.List;
import javafx.beans.property.ReadOnlyStringProperty;
import javafx.beans.property.ReadOnlyStringWrapper;
import org.vitrine.app.create.draft.Draft;
import org.vitrine.app.create.draft.NameDraft;
import org.vitrine.app.i18n.Words;
import org.vitrine.app.inventory.LabelLimits;
import org.vitrine.app.problem.ProblemText;
import org.vitrine.model.vm.GroupPath;
import org.vitrine.model.vm.Labels;
import org.vitrine.model.vm.MachineName;

/** Says what is wrong with the name and the notes while they are typed. */
public final class NameModel {

  private final Draft draft;
  private final ReadOnlyStringWrapper nameProblem = new ReadOnlyStringWrapper("");
  private final ReadOnlyStringWrapper labelsProblem = new ReadOnlyStringWrapper("");
  private final ReadOnlyStringWrapper problem = new ReadOnlyStringWrapper("");

  public NameModel(Draft draft) {
    this.draft = draft;
    NameDraft name = draft.name();
    for (var field : List.of(name.name(), name.title(), name.notes(), name.group(), name.tags())) {
      field.valueProperty().subscribe(value -> check());
    }
    draft.takenNames().valueProperty().subscribe(names -> check());
  }

  public ReadOnlyStringProperty nameProblemProperty() {
    return nameProblem.getReadOnlyProperty();
  }

  public ReadOnlyStringProperty labelsProblemProperty() {
    return labelsProblem.getReadOnlyProperty();
  }

  public ReadOnlyStringProperty problemProperty() {
    return problem.getReadOnlyProperty();
  }

  private void check() {
    nameProblem.set(
        switch (MachineName.check(draft.name().name().get(), draft.takenNames().get())) {
          case MachineName.Result.Accepted(String name) -> "";
          case MachineName.Result.Refused(MachineName.Fault fault, String part) ->
              Words.word("name." + fault, ProblemText.shown(part));
        });
    labelsProblem.set(LabelLimits.fault(labels(draft.name())).orElse(""));
    problem.set(nameProblem.get().isEmpty() ? labelsProblem.get() : nameProblem.get());
  }

  /** What is written on the machine. */
  public static Labels labels(NameDraft name) {
    List<String> tags =
        List.of(name.tags().get().split(",")).stream()
            .map(String::strip)
            .filter(tag -> !tag.isEmpty())
            .distinct()
            .toList();
    return new Labels(
        name.title().get().strip(),
        name.notes().get().strip(),
        tags,
        GroupPath.parse(name.group().get()));
  }
}
