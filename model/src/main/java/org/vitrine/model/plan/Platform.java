package org.vitrine.model.plan;

/**
 * What kind of computer the machine is.
 *
 * @param accelerated whether the processor itself runs the guest
 * @param architecture as {@code x86_64}
 * @param machine {@code q35} or {@code pc}, or a version of them
 */
public record Platform(
    boolean accelerated,
    String architecture,
    String machine,
    Cpu cpu,
    Firmware firmware,
    boolean tpm,
    Clock clock) {

  public enum Cpu {
    /** As close to the host's as the guest may see. */
    HOST_PASSTHROUGH,
    HOST_MODEL,
    /** All that the emulator can do. */
    MAXIMUM,
    /** What the hypervisor takes where nothing is said. */
    DEFAULT
  }

  public enum Firmware {
    BIOS,
    UEFI,
    /** UEFI with the usual keys enrolled, starting only what is signed. */
    UEFI_SECURE
  }

  public enum Clock {
    UTC,
    /** As Windows keeps it. */
    LOCAL_TIME
  }
}
