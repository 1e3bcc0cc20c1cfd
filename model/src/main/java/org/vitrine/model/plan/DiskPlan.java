package org.vitrine.model.plan;

import org.vitrine.model.unit.ByteSize;

/** One disk of a machine to be made. */
public record DiskPlan(Content content, Bus bus) {

  /** Where its blocks come from. */
  public sealed interface Content {

    /** An empty disk. */
    record New(Place place, Format format, Allocation allocation, ByteSize size)
        implements Content {}

    /** An image that is there already, used as it is and changed by the machine. */
    record Existing(String path, Format format) implements Content {}

    /**
     * A new image on top of another that stays as it is.
     *
     * @param size zero: as large as the base
     */
    record Overlay(Place place, String base, Format baseFormat, ByteSize size) implements Content {}

    /**
     * A new image with the content of another, in a format of our own.
     *
     * @param size zero: as large as the source
     */
    record Copy(Place place, Format format, String source, Format sourceFormat, ByteSize size)
        implements Content {}

    /** A disk of the host's own. */
    record Device(String path) implements Content {}
  }

  /** Where a new image goes. */
  public sealed interface Place {

    /** The file's path on the host. */
    String path();

    /** A file that this app writes itself. */
    record File(String path) implements Place {}

    /** A volume that the host makes in one of its pools. */
    record Volume(String pool, String name, String path) implements Place {}
  }

  public enum Format {
    QCOW2,
    RAW,
    VMDK,
    VDI,
    /** Read when importing; the hypervisor itself may not take it. */
    VHDX,
    VPC,
    QED
  }

  public enum Allocation {
    /** Takes space as the guest writes. */
    GROWING,
    /** All space is reserved at once. */
    RESERVED,
    /** All space is written at once. */
    WRITTEN
  }

  public enum Bus {
    VIRTIO,
    SCSI,
    SATA,
    IDE,
    USB
  }
}
