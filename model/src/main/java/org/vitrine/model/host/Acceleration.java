package org.vitrine.model.host;

/** Whether guests run on the processor itself or are emulated, and why. */
public sealed interface Acceleration {

  record Hardware() implements Acceleration {}

  record Emulated(Reason reason) implements Acceleration {}

  /** Not a matter for this kind of host. */
  record NotApplicable() implements Acceleration {}

  enum Reason {
    /** The host does not offer it. */
    NOT_OFFERED,
    /** Offered, but the processor has no virtualisation extensions. */
    PROCESSOR_LACKS_IT,
    /** Offered, but the guest's user may not open the device. */
    DEVICE_NOT_PERMITTED,
    /** Offered, but the device is not there. */
    DEVICE_MISSING
  }
}
