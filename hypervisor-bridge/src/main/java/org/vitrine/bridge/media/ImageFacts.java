package org.vitrine.bridge.media;

import java.util.EnumSet;
import java.util.Set;
import org.vitrine.model.os.MediaReading.Fault;

/**
 * What the header of a disk image says.
 *
 * @param format by QEMU's name
 * @param size of the disk as a machine sees it, in bytes
 * @param decided what told, or what speaks worst against it
 * @param bootable whether it is seen to hold the start of a system
 */
record ImageFacts(String format, long size, String decided, boolean bootable, Set<Fault> faults) {

  /** The largest disk QEMU makes of anything. */
  static final long LARGEST = Long.MAX_VALUE / 2;

  ImageFacts {
    faults = Set.copyOf(faults);
    size = size < 0 || size > LARGEST ? 0 : size;
  }

  /** Collects what is found while a header is read. */
  static final class Finding {

    private final String format;
    private final EnumSet<Fault> faults = EnumSet.noneOf(Fault.class);
    private String decided;
    private long size;

    Finding(String format) {
      this.format = format;
      this.decided = "header=" + format;
    }

    void size(long bytes) {
      if (bytes < 0 || bytes > LARGEST) {
        faults.add(Fault.CORRUPT);
      } else {
        size = bytes;
      }
    }

    /** A count of units; absurd where it does not fit. */
    void size(long count, long unit) {
      size(count < 0 || count > LARGEST / unit ? -1 : count * unit);
    }

    void version(long version) {
      decided = "header=" + format + " version " + version;
    }

    void corruptUnless(boolean sound) {
      if (!sound) {
        faults.add(Fault.CORRUPT);
      }
    }

    void add(Fault fault) {
      faults.add(fault);
    }

    /** It would have the emulator open something else. */
    void refersTo(String how, String what) {
      faults.add(Fault.REFERS_TO_OTHERS);
      decided = how + "=" + Labels.shown(what);
    }

    ImageFacts facts() {
      // from outside nothing is seen of what a format keeps in clusters
      return new ImageFacts(format, size, decided, false, faults);
    }
  }
}
