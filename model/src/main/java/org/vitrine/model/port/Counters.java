package org.vitrine.model.port;

import org.vitrine.model.unit.ByteSize;

/**
 * Running totals of one machine; two of them make a rate.
 *
 * @param nanos when they were read, on the monotonic clock of this process
 * @param answered false where the guest's process kept the host waiting and only part was told
 */
public record Counters(
    long nanos,
    long cpuNanos,
    int cpus,
    ByteSize memory,
    long diskBytes,
    long networkBytes,
    boolean answered) {}
