package org.vitrine.bridge.libvirt;

import com.sun.jna.Pointer;
import com.sun.jna.ptr.IntByReference;
import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.util.Collection;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import java.util.function.Function;
import org.libvirt.jna.ConnectionPointer;
import org.vitrine.bridge.jna.LibvirtExtra;
import org.vitrine.model.port.MachineReading;
import org.vitrine.model.problem.ProblemException;
import org.vitrine.model.unit.ByteSize;
import org.vitrine.model.vm.Uptime;

/** Reads machines from the bulk calls. */
final class MachineReader {

  private static final int GROUPS = BulkStats.STATE | BulkStats.BALLOON | BulkStats.VCPU;
  private static final int LONGEST_NAME = 1024;
  private static final int MOST_CPUS = 65_536;
  private static final int INFO_SIZE = 40;
  private static final int INFO_MAXIMUM_AT = 8;
  private static final int INFO_MEMORY_AT = 16;
  private static final int INFO_CPUS_AT = 24;

  private final LibvirtExtra libvirt;
  private final ConnectionPointer connection;

  /** Whether a call costs no round trip, so that one a machine is no sin. */
  private final boolean inProcess;

  private final Function<String, Optional<Uptime>> startedAt;
  private final byte[] uuidBytes = new byte[Uuids.SIZE];
  private final byte[] info = new byte[INFO_SIZE];
  private final ByteBuffer infoBuffer = ByteBuffer.wrap(info).order(ByteOrder.nativeOrder());

  MachineReader(
      LibvirtExtra libvirt,
      ConnectionPointer connection,
      boolean inProcess,
      Function<String, Optional<Uptime>> startedAt) {
    this.libvirt = libvirt;
    this.connection = connection;
    this.inProcess = inProcess;
    this.startedAt = startedAt;
  }

  List<MachineReading> all() throws ProblemException {
    DomainLists lists = DomainLists.read(libvirt, connection);
    return BulkStats.all(
        libvirt, connection, GROUPS, (domain, told) -> reading(domain, told, lists));
  }

  List<MachineReading> of(Collection<UUID> machines) throws ProblemException {
    DomainLists lists = DomainLists.read(libvirt, connection);
    return BulkStats.of(
        libvirt, connection, machines, GROUPS, (domain, told) -> reading(domain, told, lists));
  }

  private MachineReading reading(Pointer domain, TypedParameters told, DomainLists lists) {
    libvirt.virDomainGetUUID(domain, uuidBytes);
    UUID uuid = Uuids.of(uuidBytes);
    String name = Told.text(libvirt.virDomainGetName(domain), LONGEST_NAME);
    int state = (int) told.number("state.state", 0);
    int reason = (int) told.number("state.reason", 0);
    boolean active = States.isActive(state);
    long cpus = told.number("vcpu.current", -1);
    long memory = told.number(active ? "balloon.current" : "balloon.maximum", -1);
    if (inProcess && (cpus < 0 || memory < 0) && libvirt.virDomainGetInfo(domain, info) == 0) {
      cpus = infoBuffer.getShort(INFO_CPUS_AT);
      memory = infoBuffer.getLong(active ? INFO_MEMORY_AT : INFO_MAXIMUM_AT);
    }
    boolean saved = lists.saved().contains(uuid);
    return new MachineReading(
        uuid,
        name,
        States.state(state, reason, saved),
        States.reason(state, reason),
        Math.clamp(cpus, 0, MOST_CPUS),
        ByteSize.reportedKib(memory),
        !lists.passing().contains(uuid),
        lists.autostarted().contains(uuid),
        saved,
        snapshots(domain, lists.marked().contains(uuid)),
        active ? startedAt.apply(name) : Optional.empty());
  }

  /** Counted where it costs nothing; else one stands for "some". */
  private int snapshots(Pointer domain, boolean some) {
    if (!some) {
      return 0;
    }
    return inProcess ? Math.max(1, libvirt.virDomainSnapshotNum(domain, 0)) : 1;
  }

  /** State and reason of one domain, by calls that every driver has. */
  int[] state(Pointer domain) throws ProblemException {
    IntByReference state = new IntByReference();
    IntByReference reason = new IntByReference();
    if (libvirt.virDomainGetState(domain, state, reason, 0) < 0) {
      throw ProblemOf.failure(libvirt, "");
    }
    return new int[] {state.getValue(), reason.getValue()};
  }
}
