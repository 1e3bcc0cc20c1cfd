package org.vitrine.model.port;

import org.vitrine.model.unit.ByteSize;

/** How far a host is with something long it does to a machine, such as saving its memory. */
public record JobReading(ByteSize done, ByteSize total) {}
