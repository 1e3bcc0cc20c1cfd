package org.vitrine.bridge.libvirt;

import com.sun.jna.Pointer;
import com.sun.jna.ptr.IntByReference;
import java.util.List;
import java.util.Optional;
import org.libvirt.jna.CString;
import org.libvirt.jna.ConnectionPointer;
import org.libvirt.jna.NetworkPointer;
import org.vitrine.bridge.jna.LibvirtExtra;
import org.vitrine.model.network.VirtualNetwork;
import org.vitrine.model.problem.ProblemException;

/** Virtual networks. */
final class Networks {

  private Networks() {}

  static List<VirtualNetwork> read(LibvirtExtra libvirt, ConnectionPointer connection)
      throws ProblemException {
    return Things.list(
        libvirt,
        found -> libvirt.virConnectListAllNetworks(connection, found, 0),
        network -> read(libvirt, network),
        libvirt::virNetworkFree);
  }

  private static Optional<VirtualNetwork> read(LibvirtExtra libvirt, Pointer network) {
    byte[] uuid = new byte[Uuids.SIZE];
    libvirt.virNetworkGetUUID(network, uuid);
    CString text = libvirt.virNetworkGetXMLDesc(network, 0);
    if (text == null) {
      libvirt.virResetLastError();
      return Optional.empty();
    }
    NetworkDocument document = NetworkDocument.read(text.toString());
    IntByReference autostart = new IntByReference();
    boolean starts = libvirt.virNetworkGetAutostart(network, autostart) == 0;
    return Optional.of(
        new VirtualNetwork(
            Uuids.of(uuid),
            Told.text(libvirt.virNetworkGetName(network)),
            libvirt.virNetworkIsActive(network) == 1,
            starts && autostart.getValue() == 1,
            libvirt.virNetworkIsPersistent(network) == 1,
            document.mode(),
            document.bridge(),
            document.subnet()));
  }

  /** Starts it; one that runs already is as good. */
  static boolean start(LibvirtExtra libvirt, ConnectionPointer connection, String name)
      throws ProblemException {
    NetworkPointer network = libvirt.virNetworkLookupByName(connection, name);
    if (network == null) {
      throw ProblemOf.failure(libvirt, name);
    }
    try {
      if (libvirt.virNetworkCreate(network) < 0) {
        Told told = Told.last(libvirt);
        if (libvirt.virNetworkIsActive(network) == 1) {
          return false;
        }
        throw ProblemOf.failure(told, name);
      }
      return true;
    } finally {
      libvirt.virNetworkFree(network);
    }
  }

  /** Stops it; one that is stopped already is as good. */
  static boolean stop(LibvirtExtra libvirt, ConnectionPointer connection, String name)
      throws ProblemException {
    NetworkPointer network = libvirt.virNetworkLookupByName(connection, name);
    if (network == null) {
      throw ProblemOf.failure(libvirt, name);
    }
    try {
      if (libvirt.virNetworkDestroy(network) < 0) {
        Told told = Told.last(libvirt);
        if (libvirt.virNetworkIsActive(network) == 0) {
          return false;
        }
        throw ProblemOf.failure(told, name);
      }
      return true;
    } finally {
      libvirt.virNetworkFree(network);
    }
  }
}
