package org.vitrine.app.create.page;

import java.util.Optional;
import javafx.beans.value.ObservableValue;
import javafx.scene.Node;
import javafx.scene.layout.VBox;
import org.jspecify.annotations.Nullable;
import org.vitrine.app.control.ZoneSlider;
import org.vitrine.app.create.draft.ComputeDraft;
import org.vitrine.app.create.draft.Draft;
import org.vitrine.app.i18n.Words;
import org.vitrine.model.plan.PlanField.Part;
import org.vitrine.model.plan.Zones;
import org.vitrine.model.unit.ByteSize;

/** Memory and processors, against what is free on the host now. */
public final class ComputePage implements WizardPage {

  private final Draft draft;
  private final HostModel hosts;
  private final Spotlight spotlight;
  private final ComputeModel model;
  private final Optional<Node> section;
  private @Nullable VBox node;
  private @Nullable Node first;

  /**
   * Wires it.
   *
   * @param section what stands below the rest; empty for nothing
   */
  public ComputePage(
      Draft draft,
      ComputeModel model,
      HostModel hosts,
      Spotlight spotlight,
      Optional<Node> section) {
    this.draft = draft;
    this.hosts = hosts;
    this.spotlight = spotlight;
    this.section = section;
    this.model = model;
  }

  @Override
  public Step step() {
    return Step.COMPUTE;
  }

  @Override
  public Node node() {
    VBox made = node == null ? make() : node;
    node = made;
    return made;
  }

  private VBox make() {
    ComputeDraft compute = draft.compute();
    ZoneSlider memorySlider =
        AmountRow.slider(
            "wizard-memory-slider",
            ByteSize.mib(64).bytes(),
            bytes -> compute.memory().choose(new ByteSize(bytes)));
    compute.memory().valueProperty().subscribe(size -> memorySlider.show(size.bytes()));
    follow(memorySlider, model.memoryZonesProperty());
    AmountRow memory =
        new AmountRow(
                "wizard-memory",
                Words.word("computePage.memory"),
                compute.memory(),
                model.memory(),
                memorySlider)
            .caution(model.memoryCautionProperty())
            .sentence(model.freeProperty());
    ZoneSlider cpuSlider =
        AmountRow.slider(
            "wizard-cpus-slider", 1, count -> compute.cpus().choose(Math.toIntExact(count)));
    compute.cpus().valueProperty().subscribe(cpuSlider::show);
    follow(cpuSlider, model.cpuZonesProperty());
    AmountRow cpus =
        new AmountRow(
                "wizard-cpus",
                Words.word("computePage.cpus"),
                compute.cpus(),
                model.cpus(),
                cpuSlider)
            .caution(model.cpuCautionProperty())
            .sentence(model.freeCpusProperty());
    first = memory.number();
    VBox column =
        Form.column(
            Form.heading(Words.word("computePage.heading")),
            memory.row().tell(spotlight, Form.part(Part.MEMORY)),
            cpus.row().tell(spotlight, Form.part(Part.CPU)),
            emulated());
    section.ifPresent(column.getChildren()::add);
    return column;
  }

  private static void follow(ZoneSlider slider, ObservableValue<Optional<Zones>> zones) {
    zones.subscribe(now -> now.ifPresent(slider::setZones));
  }

  private Node emulated() {
    var line = Form.line("zone-caution");
    model
        .emulatedProperty()
        .subscribe(
            text -> {
              line.setText(text);
              Form.present(line, !text.isEmpty());
            });
    return line;
  }

  @Override
  public ObservableValue<String> problem() {
    return model.problemProperty();
  }

  @Override
  public void focusFirst() {
    if (first != null) {
      first.requestFocus();
    }
  }

  @Override
  public void shown() {
    // what is free has changed since the wizard was opened
    hosts.askAgain();
  }
}
