package org.vitrine.app.job;

import org.vitrine.model.unit.ByteSize;

/**
 * How far a job is.
 *
 * @param total zero while it is not known
 */
public record Progress(ByteSize done, ByteSize total) {

  public static final Progress UNKNOWN = new Progress(ByteSize.ZERO, ByteSize.ZERO);

  public boolean isKnown() {
    return total.bytes() > 0;
  }

  public double share() {
    return isKnown() ? Math.clamp((double) done.bytes() / total.bytes(), 0, 1) : -1;
  }
}
