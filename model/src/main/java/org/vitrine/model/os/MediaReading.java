package org.vitrine.model.os;

import java.util.List;
import java.util.Optional;
import org.vitrine.model.unit.ByteSize;

/**
 * What a file, folder or address turned out to be.
 *
 * @param os the catalogue's id of the system on it; empty where it is not known
 * @param bootable whether a machine can start from it, as far as its own records tell
 * @param live whether it runs a system without installing it
 * @param decidedBy the descriptor that decided, as {@code volume-id=Debian 12.5.0 amd64 1}
 * @param format what kind of image a disk image really is, whatever its name says; empty otherwise
 * @param kernel where the installer's kernel and initrd are on it, for starting them directly
 * @param faults what speaks against using it, worst first
 */
public record MediaReading(
    String location,
    Kind kind,
    Optional<String> os,
    boolean bootable,
    boolean live,
    String label,
    ByteSize size,
    String decidedBy,
    String format,
    Optional<KernelOnMedia> kernel,
    List<Fault> faults) {

  public MediaReading {
    faults = List.copyOf(faults);
  }

  public enum Kind {
    ISO,
    /** A disk that holds a system, or may. */
    DISK_IMAGE,
    /** A disk image made to be configured at its first start. */
    CLOUD_IMAGE,
    /** A folder or address with an installer on it. */
    INSTALL_TREE,
    /** Machine and disks in one archive. */
    APPLIANCE,
    UNKNOWN
  }

  /** Paths inside the medium. */
  public record KernelOnMedia(String kernel, String initrd) {}

  public enum Fault {
    MISSING,
    NOT_READABLE,
    IS_FOLDER,
    EMPTY,
    TOO_SHORT,
    TRUNCATED,
    NOT_BOOTABLE,
    /** The name says one thing, the content another. */
    NOT_WHAT_ITS_NAME_SAYS,
    NOT_AN_IMAGE,
    /** It would have the emulator open other files or addresses. */
    REFERS_TO_OTHERS,
    ENCRYPTED,
    CORRUPT,
    /** It uses features of its format that are not known here. */
    TOO_NEW
  }

  /** Whether it can be used all the same; what an image really is, its format says. */
  public boolean isUsable() {
    return faults.stream()
        .allMatch(
            fault ->
                fault == Fault.NOT_BOOTABLE
                    || fault == Fault.TRUNCATED
                    || fault == Fault.NOT_WHAT_ITS_NAME_SAYS);
  }
}
