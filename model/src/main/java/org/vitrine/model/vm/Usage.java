package org.vitrine.model.vm;

import org.vitrine.model.unit.ByteSize;

/**
 * What a running machine uses, between two readings.
 *
 * @param cpu share of the machine's own processors, 0 to 1
 * @param memory what it holds on its host
 * @param diskRate bytes read and written a second
 * @param networkRate bytes received and sent a second
 */
public record Usage(double cpu, ByteSize memory, double diskRate, double networkRate) {

  public static final Usage NONE = new Usage(0, ByteSize.ZERO, 0, 0);
}
