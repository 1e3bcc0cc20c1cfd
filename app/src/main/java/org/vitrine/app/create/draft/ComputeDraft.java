package org.vitrine.app.create.draft;

import org.vitrine.model.unit.ByteSize;

/** Processors and memory. */
public final class ComputeDraft {

  private final Field<ByteSize> memory = new Field<>("memory", ByteSize.gib(2));
  private final Field<Integer> cpus = new Field<>("cpus", 2);

  public Field<ByteSize> memory() {
    return memory;
  }

  public Field<Integer> cpus() {
    return cpus;
  }
}
