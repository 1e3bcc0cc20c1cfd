package org.vitrine.app.create.page;

import javafx.beans.property.SimpleStringProperty;
import javafx.beans.value.ObservableValue;
import javafx.scene.Node;
import javafx.scene.layout.VBox;

/** Holds a step's place while its page is being built. */
public final class PlaceholderPage implements WizardPage {

  private final Step step;
  private final VBox node = new VBox();
  private final SimpleStringProperty none = new SimpleStringProperty("");

  public PlaceholderPage(Step step) {
    this.step = step;
  }

  @Override
  public Step step() {
    return step;
  }

  @Override
  public Node node() {
    return node;
  }

  @Override
  public ObservableValue<String> problem() {
    return none;
  }

  @Override
  public void focusFirst() {
    node.requestFocus();
  }
}
