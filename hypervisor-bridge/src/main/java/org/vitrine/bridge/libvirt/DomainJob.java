package org.vitrine.bridge.libvirt;

import com.sun.jna.Memory;
import java.util.Optional;
import org.vitrine.bridge.jna.LibvirtExtra;
import org.vitrine.model.port.JobReading;
import org.vitrine.model.problem.ProblemException;
import org.vitrine.model.unit.ByteSize;

/** The long work that libvirt does on a domain. */
final class DomainJob {

  /** {@code struct virDomainJobInfo}: an int and eleven 64-bit numbers, with room to spare. */
  private static final int SIZE = 256;

  private static final int NONE = 0;
  private static final long DATA_TOTAL = 24;
  private static final long DATA_PROCESSED = 32;

  private DomainJob() {}

  static Optional<JobReading> read(LibvirtExtra libvirt, DomainHandle domain)
      throws ProblemException {
    try (Memory info = new Memory(SIZE)) {
      info.clear();
      if (libvirt.virDomainGetJobInfo(domain.pointer(), info) < 0) {
        Told told = Told.last(libvirt);
        if (told.code() == Code.NO_SUPPORT || told.code() == Code.OPERATION_INVALID) {
          // the driver has no such thing, or the domain is off by now
          return Optional.empty();
        }
        throw ProblemOf.failure(told, domain.name());
      }
      long total = info.getLong(DATA_TOTAL);
      long done = info.getLong(DATA_PROCESSED);
      boolean known = info.getInt(0) != NONE && total > 0 && done >= 0;
      return known
          ? Optional.of(new JobReading(new ByteSize(Math.min(done, total)), new ByteSize(total)))
          : Optional.empty();
    }
  }

  static void abort(LibvirtExtra libvirt, DomainHandle domain) throws ProblemException {
    if (libvirt.virDomainAbortJob(domain.pointer()) < 0) {
      throw ProblemOf.failure(libvirt, domain.name());
    }
  }
}
