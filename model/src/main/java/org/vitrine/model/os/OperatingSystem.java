package org.vitrine.model.os;

import java.time.LocalDate;
import java.util.List;
import java.util.Optional;
import java.util.Set;

/**
 * One entry of the catalogue, with what it inherits from the systems it derives from.
 *
 * @param id the catalogue's name for it, as {@code http://debian.org/debian/12}
 * @param shortId the name tools take, as {@code debian12}
 * @param family {@code linux}, {@code winnt}, ...; may be empty
 * @param devices ids of the devices it has drivers for, as {@code http://pcisig.com/pci/1af4/1041}
 * @param firmware what it can start from
 * @param scripts ids of the scripts that can install it unattended
 */
public record OperatingSystem(
    String id,
    String shortId,
    String name,
    String version,
    String vendor,
    String family,
    String distribution,
    Optional<LocalDate> released,
    Optional<LocalDate> ended,
    Resources minimum,
    Resources recommended,
    Set<String> devices,
    FirmwareSupport firmware,
    List<String> scripts) {

  public OperatingSystem {
    devices = Set.copyOf(devices);
    scripts = List.copyOf(scripts);
  }

  /**
   * What it can start from.
   *
   * @param tpmWanted whether it refuses to be installed without a TPM of version 2
   */
  public record FirmwareSupport(boolean bios, boolean uefi, boolean secureBoot, boolean tpmWanted) {
    public static final FirmwareSupport ANY = new FirmwareSupport(true, true, false, false);
  }

  public boolean hasEnded(LocalDate today) {
    return ended.isPresent() && ended.get().isBefore(today);
  }

  public boolean isWindows() {
    return family.equals("winnt") || family.equals("win9x") || family.equals("win16");
  }
}
