package org.vitrine.bridge.libvirt;

import com.sun.jna.Pointer;
import java.util.Collection;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.UUID;
import org.libvirt.jna.ConnectionPointer;
import org.vitrine.bridge.jna.LibvirtExtra;
import org.vitrine.model.port.Counters;
import org.vitrine.model.problem.ProblemException;
import org.vitrine.model.unit.ByteSize;

/** Reads the running totals of machines in one call. */
final class CounterReader {

  private static final int GROUPS =
      BulkStats.STATE
          | BulkStats.CPU_TOTAL
          | BulkStats.BALLOON
          | BulkStats.VCPU
          | BulkStats.INTERFACE
          | BulkStats.BLOCK;
  private static final int MOST_CPUS = 65_536;

  private record Counted(UUID uuid, Counters counters) {}

  private CounterReader() {}

  /** Of those that run; of one that is off, libvirt tells the processor time of its own daemon. */
  static Map<UUID, Counters> read(
      LibvirtExtra libvirt, ConnectionPointer connection, Collection<UUID> machines)
      throws ProblemException {
    byte[] uuid = new byte[Uuids.SIZE];
    Map<UUID, Counters> read = new LinkedHashMap<>();
    try {
      for (Counted counted :
          BulkStats.of(
              libvirt,
              connection,
              machines,
              GROUPS,
              (domain, told) -> counted(libvirt, domain, told, uuid))) {
        if (counted.counters.cpus() > 0) {
          read.put(counted.uuid, counted.counters);
        }
      }
    } catch (BulkStats.Unsupported unsupported) {
      // a host without usage; its facts say so
      return Map.of();
    }
    return read;
  }

  private static Counted counted(
      LibvirtExtra libvirt, Pointer domain, TypedParameters told, byte[] uuid) {
    libvirt.virDomainGetUUID(domain, uuid);
    boolean active = States.isActive((int) told.number("state.state", 0));
    return new Counted(Uuids.of(uuid), counters(told, active));
  }

  static Counters counters(TypedParameters told, boolean active) {
    long cpus = active ? Math.clamp(told.number("vcpu.current", 1), 1, MOST_CPUS) : 0;
    // what the emulator holds, where its monitor told; else what the guest was given
    long memory = told.number("balloon.rss", told.number("balloon.current", 0));
    return new Counters(
        System.nanoTime(),
        told.number("cpu.time", 0),
        (int) cpus,
        ByteSize.reportedKib(memory),
        told.sum("block", told.number("block.count", 0), "rd.bytes")
            + told.sum("block", told.number("block.count", 0), "wr.bytes"),
        told.sum("net", told.number("net.count", 0), "rx.bytes")
            + told.sum("net", told.number("net.count", 0), "tx.bytes"),
        answered(told));
  }

  /**
   * QEMU's driver tells the resident size together with what it asks the monitor for, and only
   * then; a driver that tells nothing of virtual processors has no monitor to wait for.
   */
  private static boolean answered(TypedParameters told) {
    return told.has("balloon.rss") || !told.has("vcpu.0.state");
  }
}
