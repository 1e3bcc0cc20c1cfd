package org.vitrine.model.plan;

/**
 * A part of the form that a plan is filled in by.
 *
 * @param index which of several, from 0; 0 where there is only one
 */
public record PlanField(Part part, int index) {

  public enum Part {
    NAME,
    TITLE,
    NOTES,
    OS,
    MEDIUM,
    KERNEL,
    MEMORY,
    CPU,
    ACCELERATION,
    MACHINE_TYPE,
    FIRMWARE,
    TPM,
    CLOCK,
    BOOT_ORDER,
    DISK,
    DRIVE,
    NETWORK,
    DISPLAY,
    VIDEO,
    SOUND,
    EXTRAS,
    SETUP,
    /** Follows from the machine as a whole. */
    MACHINE
  }

  public static PlanField of(Part part) {
    return new PlanField(part, 0);
  }

  public static PlanField of(Part part, int index) {
    return new PlanField(part, index);
  }
}
