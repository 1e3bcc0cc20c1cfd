package org.vitrine.app.create.draft;

import java.util.List;
import org.vitrine.model.plan.PlanField.Part;
import org.vitrine.model.unit.ByteSize;

/** Processors and memory, and who runs the guest. */
public final class ComputeDraft implements DraftPart {

  private final Field<ByteSize> memory = Field.of(Part.MEMORY, ByteSize.gib(2));
  private final Field<Integer> cpus = Field.of(Part.CPU, 2);
  private final Field<Boolean> accelerated = Field.of(Part.ACCELERATION, true);

  public Field<ByteSize> memory() {
    return memory;
  }

  public Field<Integer> cpus() {
    return cpus;
  }

  /** Whether the processor itself runs the guest. */
  public Field<Boolean> accelerated() {
    return accelerated;
  }

  @Override
  public List<Field<?>> fields() {
    return List.of(memory, cpus, accelerated);
  }
}
