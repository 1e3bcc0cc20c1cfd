package org.vitrine.model.os;

import org.vitrine.model.unit.ByteSize;

/** What a system wants of a machine; a zero is something its makers do not say. */
public record Resources(int cpus, ByteSize memory, ByteSize storage) {

  public static final Resources UNKNOWN = new Resources(0, ByteSize.ZERO, ByteSize.ZERO);
}
