package org.vitrine.bridge.libvirt;

import com.sun.jna.Native;
import com.sun.jna.Pointer;
import com.sun.jna.ptr.PointerByReference;
import java.util.HashSet;
import java.util.Set;
import java.util.UUID;
import org.libvirt.jna.ConnectionPointer;
import org.vitrine.bridge.jna.LibvirtExtra;

/** Who belongs to which of libvirt's filtered lists: one call a list, not one a machine. */
record DomainLists(Set<UUID> passing, Set<UUID> autostarted, Set<UUID> saved, Set<UUID> marked) {

  private static final int TRANSIENT = 1 << 3;
  private static final int MANAGED_SAVE = 1 << 8;
  private static final int AUTOSTART = 1 << 10;
  private static final int HAS_SNAPSHOT = 1 << 12;

  static final DomainLists NONE = new DomainLists(Set.of(), Set.of(), Set.of(), Set.of());

  /** Lists that the driver does not have are empty. */
  static DomainLists read(LibvirtExtra libvirt, ConnectionPointer connection) {
    return new DomainLists(
        // the transient ones, since hardly any are
        list(libvirt, connection, TRANSIENT),
        list(libvirt, connection, AUTOSTART),
        list(libvirt, connection, MANAGED_SAVE),
        list(libvirt, connection, HAS_SNAPSHOT));
  }

  private static Set<UUID> list(LibvirtExtra libvirt, ConnectionPointer connection, int flags) {
    PointerByReference domains = new PointerByReference();
    int count = libvirt.virConnectListAllDomains(connection, domains, flags);
    if (count < 0) {
      libvirt.virResetLastError();
      return Set.of();
    }
    Pointer array = domains.getValue();
    Set<UUID> uuids = HashSet.newHashSet(count);
    byte[] uuid = new byte[Uuids.SIZE];
    for (Pointer domain : array.getPointerArray(0, count)) {
      if (libvirt.virDomainGetUUID(domain, uuid) == 0) {
        uuids.add(Uuids.of(uuid));
      }
      libvirt.virDomainFree(domain);
    }
    Native.free(Pointer.nativeValue(array));
    return uuids;
  }
}
