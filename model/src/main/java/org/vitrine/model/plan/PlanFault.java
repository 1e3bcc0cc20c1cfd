package org.vitrine.model.plan;

import java.util.List;

/**
 * Something that speaks against a plan.
 *
 * @param details what the words name, in the order given at the kind
 */
public record PlanFault(PlanField field, Kind kind, List<Why.Detail> details) {

  public PlanFault {
    details = List.copyOf(details);
  }

  public static PlanFault of(PlanField field, Kind kind, Why.Detail... details) {
    return new PlanFault(field, kind, List.of(details));
  }

  public boolean refuses() {
    return kind.severity() == Severity.REFUSE;
  }

  public enum Severity {
    /** The machine could not be made, or not start. */
    REFUSE,
    /** It can be made; the user should know. */
    WARN,
    /** Nothing is wrong; it is said all the same. */
    NOTE
  }

  /** Kinds; the comment names the details. */
  public enum Kind {
    NAME_NOT_POSSIBLE(Severity.REFUSE),
    /** Bytes, most bytes. */
    NOTES_TOO_LONG(Severity.REFUSE),
    CPUS_NONE(Severity.REFUSE),
    /** Most. */
    CPUS_TOO_MANY(Severity.REFUSE),
    /** Processors of the host. */
    CPUS_MORE_THAN_HOST(Severity.WARN),
    MEMORY_TOO_LITTLE(Severity.REFUSE),
    /** Most. */
    MEMORY_TOO_MUCH(Severity.REFUSE),
    /** Memory of the host. */
    MEMORY_MORE_THAN_HOST(Severity.WARN),
    /** Spare on the host now. */
    MEMORY_MORE_THAN_SPARE(Severity.WARN),
    /** System, its minimum. */
    MEMORY_LESS_THAN_OS_NEEDS(Severity.WARN),
    /** What UEFI needs. */
    MEMORY_LITTLE_FOR_UEFI(Severity.WARN),
    DISK_SIZE_ZERO(Severity.REFUSE),
    /** Most. */
    DISK_SIZE_TOO_LARGE(Severity.REFUSE),
    DISK_SIZE_NOT_IN_SECTORS(Severity.REFUSE),
    /** Size, free there. */
    DISK_LARGER_THAN_FREE(Severity.WARN),
    /** Size, free there. */
    DISK_HAS_NO_SPACE(Severity.REFUSE),
    /** System, its minimum. */
    DISK_LESS_THAN_OS_NEEDS(Severity.WARN),
    /** Format. */
    DISK_FORMAT_NOT_TAKEN(Severity.REFUSE),
    /** Format. */
    DISK_FORMAT_ONLY_GROWS(Severity.REFUSE),
    /** Path. */
    FILE_TWICE(Severity.REFUSE),
    /** Path. */
    PATH_NOT_POSSIBLE(Severity.REFUSE),
    /** Bus. */
    BUS_NOT_OFFERED(Severity.REFUSE),
    /** Bus, machine type. */
    BUS_NOT_ON_THIS_MACHINE(Severity.REFUSE),
    /** Bus, most devices. */
    BUS_FULL(Severity.REFUSE),
    MAC_NOT_POSSIBLE(Severity.REFUSE),
    MAC_MULTICAST(Severity.REFUSE),
    MAC_ZERO(Severity.REFUSE),
    MAC_TWICE(Severity.REFUSE),
    /** Name of the other machine. */
    MAC_TAKEN(Severity.WARN),
    /** Port. */
    PORT_NOT_POSSIBLE(Severity.REFUSE),
    /** Address. */
    FORWARD_ADDRESS_NOT_POSSIBLE(Severity.REFUSE),
    /** Port. */
    PORT_TWICE(Severity.REFUSE),
    FORWARDS_NOT_OFFERED(Severity.REFUSE),
    /** The ports of a card that is unplugged lead nowhere, also when it is plugged in later. */
    FORWARDS_OF_UNPLUGGED_CARD(Severity.WARN),
    /** Subnet. */
    SUBNET_NOT_POSSIBLE(Severity.REFUSE),
    /** Name. */
    BRIDGE_NAME_NOT_POSSIBLE(Severity.REFUSE),
    /** Package that brings it. */
    UEFI_NOT_OFFERED(Severity.REFUSE),
    /** Package that brings it. */
    SECURE_BOOT_NOT_OFFERED(Severity.REFUSE),
    SECURE_BOOT_NEEDS_Q35(Severity.REFUSE),
    /** Package that brings it. */
    TPM_NOT_OFFERED(Severity.REFUSE),
    /** System. */
    OS_NEEDS_UEFI(Severity.WARN),
    /** System. */
    OS_NEEDS_TPM(Severity.WARN),
    /** Machine type. */
    MACHINE_TYPE_NOT_OFFERED(Severity.REFUSE),
    /** Architecture, the host's. */
    ARCHITECTURE_NOT_OFFERED(Severity.REFUSE),
    ACCELERATION_NOT_OFFERED(Severity.REFUSE),
    EMULATION_IS_SLOW(Severity.NOTE),
    /** Model. */
    VIDEO_NOT_OFFERED(Severity.REFUSE),
    NOTHING_TO_START_FROM(Severity.WARN);

    private final Severity severity;

    Kind(Severity severity) {
      this.severity = severity;
    }

    public Severity severity() {
      return severity;
    }
  }
}
