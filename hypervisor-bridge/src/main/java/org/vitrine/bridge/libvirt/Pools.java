package org.vitrine.bridge.libvirt;

import com.sun.jna.Pointer;
import com.sun.jna.ptr.IntByReference;
import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.util.List;
import java.util.Optional;
import javax.xml.stream.XMLStreamConstants;
import javax.xml.stream.XMLStreamException;
import javax.xml.stream.XMLStreamReader;
import org.libvirt.jna.CString;
import org.libvirt.jna.ConnectionPointer;
import org.libvirt.jna.StoragePoolPointer;
import org.vitrine.bridge.jna.LibvirtExtra;
import org.vitrine.bridge.xml.SafeXml;
import org.vitrine.model.problem.ProblemException;
import org.vitrine.model.storage.StoragePool;
import org.vitrine.model.unit.ByteSize;

/** Storage pools. */
final class Pools {

  private static final int INFO_SIZE = 32;
  private static final int CAPACITY_AT = 8;
  private static final int FREE_AT = 24;

  /** The states building, running, degraded and inaccessible, and 0 for inactive. */
  private static final int RUNNING = 2;

  private static final int DEGRADED = 3;

  private record Document(String type, String path) {}

  private Pools() {}

  static List<StoragePool> read(LibvirtExtra libvirt, ConnectionPointer connection)
      throws ProblemException {
    return Things.list(
        libvirt,
        found -> libvirt.virConnectListAllStoragePools(connection, found, 0),
        pool -> read(libvirt, pool),
        libvirt::virStoragePoolFree);
  }

  private static Optional<StoragePool> read(LibvirtExtra libvirt, Pointer pool) {
    byte[] uuid = new byte[Uuids.SIZE];
    libvirt.virStoragePoolGetUUID(pool, uuid);
    CString text = libvirt.virStoragePoolGetXMLDesc(pool, 0);
    byte[] info = new byte[INFO_SIZE];
    if (text == null || libvirt.virStoragePoolGetInfo(pool, info) < 0) {
      libvirt.virResetLastError();
      if (text != null) {
        text.free();
      }
      return Optional.empty();
    }
    Document document = document(text.toString());
    ByteBuffer told = ByteBuffer.wrap(info).order(ByteOrder.nativeOrder());
    int state = told.getInt(0);
    boolean active = state == RUNNING || state == DEGRADED;
    IntByReference autostart = new IntByReference();
    boolean starts = libvirt.virStoragePoolGetAutostart(pool, autostart) == 0;
    return Optional.of(
        new StoragePool(
            Uuids.of(uuid),
            Told.text(libvirt.virStoragePoolGetName(pool)),
            document.type,
            document.path,
            active,
            starts && autostart.getValue() == 1,
            libvirt.virStoragePoolIsPersistent(pool) == 1,
            size(told.getLong(CAPACITY_AT), active),
            size(told.getLong(FREE_AT), active)));
  }

  private static ByteSize size(long bytes, boolean active) {
    return active && bytes > 0 ? new ByteSize(bytes) : ByteSize.ZERO;
  }

  private static Document document(String text) {
    String type = "";
    String path = "";
    try {
      XMLStreamReader xml = SafeXml.reader(text);
      boolean inTarget = false;
      while (xml.hasNext()) {
        int event = xml.next();
        if (event == XMLStreamConstants.END_ELEMENT) {
          inTarget &= !xml.getLocalName().equals("target");
        } else if (event == XMLStreamConstants.START_ELEMENT) {
          switch (xml.getLocalName()) {
            case "pool" ->
                type = Optional.ofNullable(xml.getAttributeValue(null, "type")).orElse("");
            case "target" -> inTarget = true;
            case "path" -> path = inTarget ? text(xml) : path;
            default -> {
              // not for a list
            }
          }
        }
      }
    } catch (XMLStreamException unreadable) {
      // a pool of which little is known is better than none
      return new Document(type, path);
    }
    return new Document(type, path);
  }

  private static String text(XMLStreamReader xml) throws XMLStreamException {
    return xml.next() == XMLStreamConstants.CHARACTERS ? xml.getText() : "";
  }

  /** Starts it; one that runs already is as good. */
  static boolean start(LibvirtExtra libvirt, ConnectionPointer connection, String name)
      throws ProblemException {
    StoragePoolPointer pool = libvirt.virStoragePoolLookupByName(connection, name);
    if (pool == null) {
      throw ProblemOf.failure(libvirt, name);
    }
    try {
      if (libvirt.virStoragePoolCreate(pool, 0) < 0) {
        Told told = Told.last(libvirt);
        if (libvirt.virStoragePoolIsActive(pool) == 1) {
          return false;
        }
        throw ProblemOf.failure(told, name);
      }
      return true;
    } finally {
      libvirt.virStoragePoolFree(pool);
    }
  }

  /** Stops it; one that is stopped already is as good. */
  static boolean stop(LibvirtExtra libvirt, ConnectionPointer connection, String name)
      throws ProblemException {
    StoragePoolPointer pool = libvirt.virStoragePoolLookupByName(connection, name);
    if (pool == null) {
      throw ProblemOf.failure(libvirt, name);
    }
    try {
      if (libvirt.virStoragePoolDestroy(pool) < 0) {
        Told told = Told.last(libvirt);
        if (libvirt.virStoragePoolIsActive(pool) == 0) {
          return false;
        }
        throw ProblemOf.failure(told, name);
      }
      return true;
    } finally {
      libvirt.virStoragePoolFree(pool);
    }
  }
}
