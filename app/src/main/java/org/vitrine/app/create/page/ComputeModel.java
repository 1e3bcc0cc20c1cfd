package org.vitrine.app.create.page;

import java.util.Optional;
import javafx.beans.property.ReadOnlyObjectProperty;
import javafx.beans.property.ReadOnlyObjectWrapper;
import javafx.beans.property.ReadOnlyStringProperty;
import javafx.beans.property.ReadOnlyStringWrapper;
import org.vitrine.app.create.draft.Draft;
import org.vitrine.app.i18n.Amounts;
import org.vitrine.app.i18n.Words;
import org.vitrine.model.host.Acceleration;
import org.vitrine.model.host.HostOffer;
import org.vitrine.model.os.OperatingSystem;
import org.vitrine.model.plan.Zones;
import org.vitrine.model.unit.ByteSize;

/** What of memory and processors is wise here and now. */
public final class ComputeModel {

  /** More than any machine type takes. */
  private static final int MOST_CPUS = 255;

  private final Draft draft;
  private final SizeField<ByteSize> memory;
  private final SizeField<Integer> cpus;
  private final ReadOnlyObjectWrapper<Optional<Zones>> memoryZones =
      new ReadOnlyObjectWrapper<>(Optional.empty());
  private final ReadOnlyObjectWrapper<Optional<Zones>> cpuZones =
      new ReadOnlyObjectWrapper<>(Optional.empty());
  private final ReadOnlyStringWrapper free = new ReadOnlyStringWrapper("");
  private final ReadOnlyStringWrapper freeCpus = new ReadOnlyStringWrapper("");
  private final ReadOnlyStringWrapper memoryCaution = new ReadOnlyStringWrapper("");
  private final ReadOnlyStringWrapper cpuCaution = new ReadOnlyStringWrapper("");
  private final ReadOnlyStringWrapper emulated = new ReadOnlyStringWrapper("");
  private final ReadOnlyStringWrapper problem = new ReadOnlyStringWrapper("");

  public ComputeModel(Draft draft) {
    this.draft = draft;
    memory = SizeField.of(draft.compute().memory());
    cpus = SizeField.ofCount(draft.compute().cpus());
    draft.offer().valueProperty().subscribe(offer -> refresh());
    draft.source().os().valueProperty().subscribe(os -> refresh());
    draft.compute().memory().valueProperty().subscribe(value -> check());
    draft.compute().cpus().valueProperty().subscribe(value -> check());
    draft.compute().accelerated().valueProperty().subscribe(value -> refresh());
    memory.problemProperty().subscribe(text -> check());
    cpus.problemProperty().subscribe(text -> check());
  }

  public SizeField<ByteSize> memory() {
    return memory;
  }

  public SizeField<Integer> cpus() {
    return cpus;
  }

  /** Empty while the host has not answered. */
  public ReadOnlyObjectProperty<Optional<Zones>> memoryZonesProperty() {
    return memoryZones.getReadOnlyProperty();
  }

  public ReadOnlyObjectProperty<Optional<Zones>> cpuZonesProperty() {
    return cpuZones.getReadOnlyProperty();
  }

  /** What memory is free, and who holds the rest. */
  public ReadOnlyStringProperty freeProperty() {
    return free.getReadOnlyProperty();
  }

  public ReadOnlyStringProperty freeCpusProperty() {
    return freeCpus.getReadOnlyProperty();
  }

  public ReadOnlyStringProperty memoryCautionProperty() {
    return memoryCaution.getReadOnlyProperty();
  }

  public ReadOnlyStringProperty cpuCautionProperty() {
    return cpuCaution.getReadOnlyProperty();
  }

  /** That the machine will be slow, and why; empty where it will not. */
  public ReadOnlyStringProperty emulatedProperty() {
    return emulated.getReadOnlyProperty();
  }

  public ReadOnlyStringProperty problemProperty() {
    return problem.getReadOnlyProperty();
  }

  private void refresh() {
    Optional<OperatingSystem> os = draft.source().os().get();
    Optional<HostOffer> offer = draft.offer().get();
    memoryZones.set(offer.map(has -> Zones.memory(has, os)));
    cpuZones.set(offer.map(has -> Zones.cpus(has, os)));
    free.set(memoryZones.get().map(zones -> freeSentence(zones.facts())).orElse(""));
    freeCpus.set(offer.map(has -> Words.word("computePage.cpus.free", has.cpus())).orElse(""));
    emulated.set(offer.map(this::emulationSentence).orElse(""));
    check();
  }

  private static String freeSentence(Zones.Facts facts) {
    return Words.word(
        "computePage.memory.free",
        Amounts.size(new ByteSize(facts.free())),
        Amounts.size(new ByteSize(facts.total())),
        facts.holders(),
        Amounts.size(new ByteSize(facts.held())));
  }

  private String emulationSentence(HostOffer offer) {
    if (offer.accelerated()) {
      return "";
    }
    return switch (offer.acceleration()) {
      case Acceleration.Emulated(Acceleration.Reason why) ->
          Words.word("computePage.emulated.why", Words.word("acceleration", why));
      case Acceleration.Hardware(), Acceleration.NotApplicable() ->
          Words.word("computePage.emulated");
    };
  }

  private void check() {
    long bytes = draft.compute().memory().get().bytes();
    int count = draft.compute().cpus().get();
    memoryCaution.set(memoryZones.get().map(zones -> memoryCaution(zones, bytes)).orElse(""));
    cpuCaution.set(cpuZones.get().map(zones -> cpuCaution(zones, count)).orElse(""));
    problem.set(problem(bytes, count));
  }

  private String problem(long bytes, int count) {
    if (!memory.problemProperty().get().isEmpty()) {
      return memory.problemProperty().get();
    }
    if (!cpus.problemProperty().get().isEmpty()) {
      return cpus.problemProperty().get();
    }
    Optional<Zones> zones = memoryZones.get();
    if (zones.isPresent() && bytes > zones.get().facts().total()) {
      return Words.word(
          "computePage.memory.tooMuch", Amounts.size(new ByteSize(zones.get().facts().total())));
    }
    if (zones.isPresent() && bytes < zones.get().lowest()) {
      return Words.word(
          "computePage.memory.tooLittle", Amounts.size(new ByteSize(zones.get().lowest())));
    }
    return count > MOST_CPUS ? Words.word("computePage.cpus.tooMany", MOST_CPUS) : "";
  }

  /** Which of the slider's limits a value lies beyond. */
  private String memoryCaution(Zones zones, long value) {
    return switch (beyond(zones.limits(), value)) {
      // said by the check of the whole plan
      case ALL, FREE, MINIMUM, NONE -> "";
      case RECOMMENDED -> Words.word("computePage.memory.caution.belowRecommended", system());
    };
  }

  private String cpuCaution(Zones zones, long value) {
    return switch (beyond(zones.limits(), value)) {
      case ALL, NONE -> "";
      case FREE -> Words.word("computePage.cpus.caution.aboveFree");
      case MINIMUM -> Words.word("computePage.cpus.caution.belowMinimum", system());
      case RECOMMENDED -> Words.word("computePage.cpus.caution.belowRecommended", system());
    };
  }

  private String system() {
    return draft.source().os().get().map(OperatingSystem::name).orElse("");
  }

  private enum Limit {
    ALL,
    FREE,
    MINIMUM,
    RECOMMENDED,
    NONE
  }

  private static Limit beyond(Zones.Limits limits, long value) {
    if (value > limits.redAbove()) {
      return Limit.ALL;
    }
    if (value < limits.redBelow()) {
      return Limit.MINIMUM;
    }
    if (value > limits.amberAbove()) {
      return Limit.FREE;
    }
    return value < limits.amberBelow() ? Limit.RECOMMENDED : Limit.NONE;
  }
}
