package org.vitrine.bridge.libvirt;

import com.sun.jna.Pointer;
import com.sun.jna.ptr.PointerByReference;
import java.util.ArrayList;
import java.util.Collection;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import java.util.function.Function;
import org.libvirt.jna.ConnectionPointer;
import org.libvirt.jna.DomainPointer;
import org.vitrine.bridge.jna.LibvirtExtra;
import org.vitrine.model.problem.ProblemException;

/** The bulk statistics call: what libvirt says of many domains in one answer. */
final class BulkStats {

  static final int STATE = 1;
  static final int CPU_TOTAL = 1 << 1;
  static final int BALLOON = 1 << 2;
  static final int VCPU = 1 << 3;
  static final int INTERFACE = 1 << 4;
  static final int BLOCK = 1 << 5;

  /** A domain whose emulator is busy or hung tells less, and the others do not wait for it. */
  private static final int NOWAIT = 1 << 29;

  /** As many as libvirt's own protocol lets a server list. */
  static final int MOST = 16_384;

  private static final int PARAMETERS_AT = 8;
  private static final int COUNT_AT = 16;

  /** Reads one record; the domain is borrowed. */
  @FunctionalInterface
  interface Reader<T> {
    T read(Pointer domain, TypedParameters parameters) throws ProblemException;
  }

  /** The driver has no such call. */
  static final class Unsupported extends Exception {
    private static final long serialVersionUID = 1L;
  }

  private BulkStats() {}

  static <T> List<T> all(
      LibvirtExtra libvirt, ConnectionPointer connection, int groups, Reader<T> reader)
      throws ProblemException, Unsupported {
    PointerByReference records = new PointerByReference();
    int count = libvirt.virConnectGetAllDomainStats(connection, groups, records, NOWAIT);
    require(libvirt, count);
    return read(libvirt, records.getValue(), count, reader);
  }

  /** Of the named ones; those that are gone are left out. */
  static <T> List<T> of(
      LibvirtExtra libvirt,
      ConnectionPointer connection,
      Collection<UUID> machines,
      int groups,
      Reader<T> reader)
      throws ProblemException, Unsupported {
    List<DomainPointer> found = new ArrayList<>();
    try {
      lookUp(libvirt, connection, machines, found);
      if (found.isEmpty()) {
        return List.of();
      }
      Pointer[] domains = found.stream().map(DomainPointer::getPointer).toArray(Pointer[]::new);
      PointerByReference records = new PointerByReference();
      int count = libvirt.virDomainListGetStats(domains, groups, records, NOWAIT);
      require(libvirt, count);
      return read(libvirt, records.getValue(), count, reader);
    } finally {
      found.forEach(libvirt::virDomainFree);
    }
  }

  private static void lookUp(
      LibvirtExtra libvirt,
      ConnectionPointer connection,
      Collection<UUID> machines,
      List<DomainPointer> found)
      throws ProblemException {
    for (UUID machine : machines) {
      DomainPointer domain = libvirt.virDomainLookupByUUID(connection, Uuids.bytes(machine));
      if (domain != null) {
        found.add(domain);
        continue;
      }
      Told told = Told.last(libvirt);
      if (told.code() != Code.NO_DOMAIN) {
        throw ProblemOf.failure(told, machine.toString());
      }
    }
  }

  private static void require(LibvirtExtra libvirt, int count)
      throws ProblemException, Unsupported {
    if (count < 0) {
      Told told = Told.last(libvirt);
      if (told.code() == Code.NO_SUPPORT) {
        throw new Unsupported();
      }
      throw ProblemOf.failure(told, "");
    }
  }

  /** All domains, for a driver without the bulk call. */
  static <T> List<T> oneByOne(
      LibvirtExtra libvirt, ConnectionPointer connection, Function<Pointer, T> reader)
      throws ProblemException {
    return Things.list(
        libvirt,
        found -> libvirt.virConnectListAllDomains(connection, found, 0),
        domain -> Optional.of(reader.apply(domain)),
        libvirt::virDomainFree);
  }

  static <T> List<T> oneByOne(
      LibvirtExtra libvirt,
      ConnectionPointer connection,
      Collection<UUID> machines,
      Function<Pointer, T> reader)
      throws ProblemException {
    List<DomainPointer> found = new ArrayList<>();
    try {
      lookUp(libvirt, connection, machines, found);
      return found.stream().map(domain -> reader.apply(domain.getPointer())).toList();
    } finally {
      found.forEach(libvirt::virDomainFree);
    }
  }

  private static <T> List<T> read(
      LibvirtExtra libvirt, Pointer records, int count, Reader<T> reader) throws ProblemException {
    List<T> read = new ArrayList<>(Math.min(count, MOST));
    try {
      for (Pointer record : records.getPointerArray(0, Math.min(count, MOST))) {
        TypedParameters parameters =
            TypedParameters.copy(record.getPointer(PARAMETERS_AT), record.getInt(COUNT_AT));
        read.add(reader.read(record.getPointer(0), parameters));
      }
    } finally {
      libvirt.virDomainStatsRecordListFree(records);
    }
    return read;
  }
}
