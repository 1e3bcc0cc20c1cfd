package org.vitrine.bridge.libvirt;

import com.sun.jna.Native;
import com.sun.jna.Pointer;
import com.sun.jna.ptr.PointerByReference;
import java.util.ArrayList;
import java.util.List;
import org.libvirt.jna.ConnectionPointer;
import org.vitrine.bridge.jna.LibvirtExtra;
import org.vitrine.model.host.Driver;

/** A running machine's addresses. */
final class Addresses {

  /** Leases, then the guest's agent, then what the host has seen on the wire. */
  private static final int[] SOURCES = {0, 1, 2};

  private static final int MOST_INTERFACES = 64;
  private static final int MOST_ADDRESSES = 64;
  private static final int LONGEST = 64;
  private static final int COUNT_AT = 16;
  private static final int ADDRESSES_AT = 24;
  private static final int ADDRESS_SIZE = 24;
  private static final int TEXT_AT = 8;

  private Addresses() {}

  /** Of the first source that knows any; one that fails knows none. */
  static List<String> read(
      LibvirtExtra libvirt, ConnectionPointer connection, Driver driver, DomainHandle domain) {
    if (!domain.isActive()
        || (driver == Driver.TEST && !InventedAddresses.arePossible(libvirt, connection, domain))) {
      return List.of();
    }
    for (int source : SOURCES) {
      List<String> found = from(libvirt, domain, source);
      if (!found.isEmpty()) {
        return found;
      }
    }
    return List.of();
  }

  private static List<String> from(LibvirtExtra libvirt, DomainHandle domain, int source) {
    PointerByReference interfaces = new PointerByReference();
    int count = libvirt.virDomainInterfaceAddresses(domain.raw(), interfaces, source, 0);
    if (count < 0) {
      libvirt.virResetLastError();
      return List.of();
    }
    List<String> found = new ArrayList<>();
    Pointer array = interfaces.getValue();
    if (array == null) {
      return found;
    }
    int index = 0;
    for (Pointer card : array.getPointerArray(0, count)) {
      if (index++ < MOST_INTERFACES) {
        add(card, found);
      }
      libvirt.virDomainInterfaceFree(card);
    }
    Native.free(Pointer.nativeValue(array));
    return found;
  }

  private static void add(Pointer card, List<String> found) {
    int count = Math.clamp(card.getInt(COUNT_AT), 0, MOST_ADDRESSES);
    Pointer addresses = card.getPointer(ADDRESSES_AT);
    if (addresses == null) {
      return;
    }
    for (int i = 0; i < count; i++) {
      Pointer text = addresses.getPointer((long) i * ADDRESS_SIZE + TEXT_AT);
      String address = Told.text(text, LONGEST);
      if (isOfUse(address) && !found.contains(address)) {
        found.add(address);
      }
    }
  }

  /** Whether anyone could reach the machine by it. */
  private static boolean isOfUse(String address) {
    return !address.isEmpty()
        && !address.startsWith("127.")
        && !address.equals("::1")
        && !address.regionMatches(true, 0, "fe80:", 0, 5);
  }
}
