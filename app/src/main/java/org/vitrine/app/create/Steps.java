package org.vitrine.app.create;

import java.util.EnumMap;
import java.util.EnumSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import javafx.beans.property.ReadOnlyBooleanProperty;
import javafx.beans.property.ReadOnlyBooleanWrapper;
import javafx.beans.property.ReadOnlyObjectProperty;
import javafx.beans.property.ReadOnlyObjectWrapper;
import javafx.beans.property.ReadOnlyStringProperty;
import javafx.beans.property.ReadOnlyStringWrapper;
import org.vitrine.app.create.page.Faults;
import org.vitrine.app.create.page.Step;
import org.vitrine.app.create.page.WizardPage;

/** Where one is in the wizard, where one may go from there, and what holds one up. */
final class Steps {

  private final Faults faults;
  private final List<Step> order;
  private final Map<Step, WizardPage> pages = new EnumMap<>(Step.class);
  private final Set<Step> visited = EnumSet.noneOf(Step.class);
  private final ReadOnlyObjectWrapper<Step> current;
  private final ReadOnlyStringWrapper problem = new ReadOnlyStringWrapper("");
  private final ReadOnlyBooleanWrapper complete = new ReadOnlyBooleanWrapper();

  /**
   * Wires it.
   *
   * @param pages in their order
   * @param faults of the form as a whole
   */
  Steps(List<WizardPage> pages, Faults faults) {
    this.faults = faults;
    order = pages.stream().map(WizardPage::step).toList();
    pages.forEach(page -> this.pages.put(page.step(), page));
    current = new ReadOnlyObjectWrapper<>(order.getFirst());
    visited.add(order.getFirst());
    pages.forEach(page -> page.problem().subscribe(text -> check()));
    faults.faultsProperty().subscribe(all -> check());
  }

  List<Step> order() {
    return order;
  }

  ReadOnlyObjectProperty<Step> currentProperty() {
    return current.getReadOnlyProperty();
  }

  WizardPage page() {
    return page(current.get());
  }

  WizardPage page(Step step) {
    return java.util.Objects.requireNonNull(pages.get(step));
  }

  /** The page after this one. */
  Optional<WizardPage> following() {
    return isLast()
        ? Optional.empty()
        : Optional.of(page(order.get(order.indexOf(current.get()) + 1)));
  }

  /** Why one cannot go on from here; empty where one can. */
  ReadOnlyStringProperty problemProperty() {
    return problem.getReadOnlyProperty();
  }

  /** Whether no page holds anything up. */
  ReadOnlyBooleanProperty completeProperty() {
    return complete.getReadOnlyProperty();
  }

  boolean isFirst() {
    return current.get() == order.getFirst();
  }

  boolean isLast() {
    return current.get() == order.getLast();
  }

  /** Back is always open; forward as far as one has been and no page before it holds one up. */
  boolean canGo(Step to) {
    return visited.contains(to)
        && order.subList(0, order.indexOf(to)).stream()
            .filter(before -> order.indexOf(before) >= order.indexOf(current.get()))
            .allMatch(before -> problemOf(before).isEmpty());
  }

  boolean isVisited(Step step) {
    return visited.contains(step);
  }

  void go(Step to) {
    if (canGo(to)) {
      arrive(to);
    }
  }

  /** For a form that was filled in before: at its end, and everything can be gone to. */
  void beAtTheEnd() {
    visited.addAll(order);
    arrive(order.getLast());
  }

  void next() {
    if (!isLast() && problem.get().isEmpty()) {
      arrive(order.get(order.indexOf(current.get()) + 1));
    }
  }

  void back() {
    if (!isFirst()) {
      arrive(order.get(order.indexOf(current.get()) - 1));
    }
  }

  private String problemOf(Step step) {
    String own = page(step).problem().getValue();
    return own.isEmpty() ? faults.refusal(step) : own;
  }

  private void arrive(Step to) {
    visited.add(to);
    current.set(to);
    check();
  }

  private void check() {
    Optional<String> holding =
        order.stream().map(this::problemOf).filter(text -> !text.isEmpty()).findFirst();
    // at the end everything counts, wherever it was filled in
    problem.set(isLast() ? holding.orElse("") : problemOf(current.get()));
    complete.set(holding.isEmpty());
  }
}
