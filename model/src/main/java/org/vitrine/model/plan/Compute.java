package org.vitrine.model.plan;

import org.vitrine.model.unit.ByteSize;

/** Processors and memory. */
public record Compute(int cpus, ByteSize memory) {}
