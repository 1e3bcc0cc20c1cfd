package org.vitrine.app.create.page;

import javafx.beans.value.ObservableValue;
import javafx.scene.Node;

/** One page of the wizard. It writes into the draft and keeps nothing of its own. */
public interface WizardPage {

  Step step();

  /** Its controls; made when first asked for, and the same ones from then on. */
  Node node();

  /** Why one cannot go on, in words; empty where one can. */
  ObservableValue<String> problem();

  /** Puts the cursor where one begins, or where the fault is. */
  void focusFirst();

  /** Told each time it comes into view. */
  default void shown() {}
}
