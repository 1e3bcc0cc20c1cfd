package org.vitrine.bridge.libvirt;

import org.libvirt.jna.CString;
import org.libvirt.jna.ConnectionPointer;
import org.libvirt.jna.NetworkPointer;
import org.vitrine.bridge.jna.LibvirtExtra;
import org.vitrine.bridge.xml.DomainXml;
import org.vitrine.model.problem.ProblemException;
import org.vitrine.model.vm.Nic;

/**
 * libvirt's test driver makes a card's address out of its network's first one, and ends the process
 * where the network has none (libvirt 9.0): so such a machine must not be asked for.
 */
final class InventedAddresses {

  private InventedAddresses() {}

  /** Whether each card's network has an address; what cannot be read has none. */
  static boolean arePossible(
      LibvirtExtra libvirt, ConnectionPointer connection, DomainHandle domain) {
    CString text = libvirt.virDomainGetXMLDesc(domain.pointer(), 0);
    if (text == null) {
      libvirt.virResetLastError();
      return false;
    }
    try {
      for (Nic card : DomainXml.read(text.toString()).nics()) {
        if (!card.network().isEmpty() && !hasAddress(libvirt, connection, card.network())) {
          return false;
        }
      }
      return true;
    } catch (ProblemException unreadable) {
      return false;
    }
  }

  private static boolean hasAddress(
      LibvirtExtra libvirt, ConnectionPointer connection, String name) {
    NetworkPointer network = libvirt.virNetworkLookupByName(connection, name);
    if (network == null) {
      libvirt.virResetLastError();
      return false;
    }
    try {
      CString text = libvirt.virNetworkGetXMLDesc(network.getPointer(), 0);
      if (text == null) {
        libvirt.virResetLastError();
        return false;
      }
      return !NetworkDocument.read(text.toString()).subnet().isEmpty();
    } finally {
      libvirt.virNetworkFree(network);
    }
  }
}
