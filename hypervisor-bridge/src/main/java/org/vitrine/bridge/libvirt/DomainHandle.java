package org.vitrine.bridge.libvirt;

import com.sun.jna.Pointer;
import java.util.UUID;
import org.libvirt.jna.ConnectionPointer;
import org.libvirt.jna.DomainPointer;
import org.vitrine.bridge.jna.LibvirtExtra;
import org.vitrine.model.problem.ProblemException;

/**
 * A domain for the time of one call. Never kept: a pointer shows the state of the day it was looked
 * up, and belongs to a connection that may be gone.
 */
final class DomainHandle implements AutoCloseable {

  private final LibvirtExtra libvirt;
  private final DomainPointer domain;

  /** Read at once: to ask for it after a failure would wipe out the error. */
  private final String name;

  private DomainHandle(LibvirtExtra libvirt, DomainPointer domain) {
    this.libvirt = libvirt;
    this.domain = domain;
    name = Told.text(libvirt.virDomainGetName(domain.getPointer()));
  }

  static DomainHandle lookUp(LibvirtExtra libvirt, ConnectionPointer connection, UUID uuid)
      throws ProblemException {
    DomainPointer found = libvirt.virDomainLookupByUUID(connection, Uuids.bytes(uuid));
    if (found == null) {
      throw ProblemOf.failure(libvirt, uuid.toString());
    }
    return new DomainHandle(libvirt, found);
  }

  DomainPointer pointer() {
    return domain;
  }

  Pointer raw() {
    return domain.getPointer();
  }

  String name() {
    return name;
  }

  /** Whether it runs; a failed answer counts as no. */
  boolean isActive() {
    return libvirt.virDomainIsActive(domain) == 1;
  }

  boolean isPersistent() {
    return libvirt.virDomainIsPersistent(domain) == 1;
  }

  @Override
  public void close() {
    libvirt.virDomainFree(domain);
  }
}
