package org.vitrine.bridge.libvirt;

import com.sun.jna.Pointer;
import com.sun.jna.ptr.IntByReference;
import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.util.Collection;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import org.libvirt.jna.ConnectionPointer;
import org.vitrine.bridge.jna.LibvirtExtra;
import org.vitrine.model.port.MachineReading;
import org.vitrine.model.problem.ProblemException;
import org.vitrine.model.unit.ByteSize;
import org.vitrine.model.vm.MachineState;
import org.vitrine.model.vm.Uptime;

/** Reads machines from the bulk calls; made for one reading. */
final class MachineReader {

  /** What needs the emulators' answer, and what does not. */
  enum Depth {
    FULL(BulkStats.STATE | BulkStats.BALLOON | BulkStats.VCPU),
    STATE_ONLY(BulkStats.STATE);

    private final int groups;

    Depth(int groups) {
      this.groups = groups;
    }
  }

  private static final int LONGEST_NAME = 1024;
  private static final int MOST_CPUS = 65_536;
  private static final int INFO_SIZE = 40;
  private static final int INFO_MAXIMUM_AT = 8;
  private static final int INFO_MEMORY_AT = 16;
  private static final int INFO_CPUS_AT = 24;

  private final LibvirtExtra libvirt;
  private final ConnectionPointer connection;
  private final Depth depth;
  private final MachineSources sources;
  private final byte[] uuidBytes = new byte[Uuids.SIZE];
  private final byte[] info = new byte[INFO_SIZE];
  private final ByteBuffer infoBuffer = ByteBuffer.wrap(info).order(ByteOrder.nativeOrder());

  MachineReader(
      LibvirtExtra libvirt, ConnectionPointer connection, Depth depth, MachineSources sources) {
    this.libvirt = libvirt;
    this.connection = connection;
    this.depth = depth;
    this.sources = sources;
  }

  List<MachineReading> all() throws ProblemException {
    DomainLists lists = DomainLists.read(libvirt, connection);
    List<MachineReading> all;
    try {
      all =
          BulkStats.all(
              libvirt, connection, depth.groups, (domain, told) -> bulk(domain, told, lists));
    } catch (BulkStats.Unsupported unsupported) {
      all = BulkStats.oneByOne(libvirt, connection, domain -> single(domain, lists));
    }
    sources.keepSizes(all);
    return all;
  }

  List<MachineReading> of(Collection<UUID> machines) throws ProblemException {
    DomainLists lists = DomainLists.read(libvirt, connection);
    try {
      return BulkStats.of(
          libvirt, connection, machines, depth.groups, (domain, told) -> bulk(domain, told, lists));
    } catch (BulkStats.Unsupported unsupported) {
      return BulkStats.oneByOne(libvirt, connection, machines, domain -> single(domain, lists));
    }
  }

  private MachineReading bulk(Pointer domain, TypedParameters told, DomainLists lists) {
    int state = (int) told.number("state.state", 0);
    boolean active = States.isActive(state);
    long cpus = told.number("vcpu.current", -1);
    long memory = told.number(active ? "balloon.current" : "balloon.maximum", -1);
    if (sources.inProcess() && (cpus < 0 || memory < 0)) {
      return reading(domain, state, (int) told.number("state.reason", 0), lists);
    }
    return reading(domain, state, (int) told.number("state.reason", 0), cpus, memory, lists);
  }

  /** Of a driver that has no bulk call: three calls a machine. */
  private MachineReading single(Pointer domain, DomainLists lists) {
    IntByReference state = new IntByReference();
    IntByReference reason = new IntByReference();
    if (libvirt.virDomainGetState(domain, state, reason, 0) < 0) {
      libvirt.virResetLastError();
    }
    return reading(domain, state.getValue(), reason.getValue(), lists);
  }

  private MachineReading reading(Pointer domain, int state, int reason, DomainLists lists) {
    long cpus = -1;
    long memory = -1;
    if (libvirt.virDomainGetInfo(domain, info) == 0) {
      cpus = infoBuffer.getShort(INFO_CPUS_AT) & 0xFFFF;
      memory = infoBuffer.getLong(States.isActive(state) ? INFO_MEMORY_AT : INFO_MAXIMUM_AT);
    }
    return reading(domain, state, reason, cpus, memory, lists);
  }

  private MachineReading reading(
      Pointer domain, int state, int reason, long cpus, long memory, DomainLists lists) {
    libvirt.virDomainGetUUID(domain, uuidBytes);
    UUID uuid = Uuids.of(uuidBytes);
    String name = Told.text(libvirt.virDomainGetName(domain), LONGEST_NAME);
    boolean active = States.isActive(state);
    boolean hasImage = lists.saved().contains(uuid);
    MachineState shown = States.state(state, reason, hasImage);
    MachineSources.Size size =
        cpus >= 0 && memory >= 0
            ? new MachineSources.Size(Math.clamp(cpus, 0, MOST_CPUS), ByteSize.reportedKib(memory))
            : sources.lastSize(uuid);
    return new MachineReading(
        uuid,
        name,
        shown,
        States.reason(state, reason),
        size.cpus(),
        size.memory(),
        !lists.passing().contains(uuid),
        lists.autostarted().contains(uuid),
        // its file is there a moment longer than the machine that is restored from it is off
        hasImage && !shown.isActive(),
        snapshots(domain, lists.marked().contains(uuid)),
        active ? sources.startOf(name) : Optional.<Uptime>empty());
  }

  /** Counted where it costs nothing; else one stands for "some". */
  private int snapshots(Pointer domain, boolean some) {
    if (!some) {
      return 0;
    }
    return sources.inProcess() ? Math.max(1, libvirt.virDomainSnapshotNum(domain, 0)) : 1;
  }
}
