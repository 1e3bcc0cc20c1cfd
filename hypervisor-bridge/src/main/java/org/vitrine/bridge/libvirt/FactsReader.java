package org.vitrine.bridge.libvirt;

import com.sun.jna.ptr.LongByReference;
import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import org.libvirt.jna.CString;
import org.libvirt.jna.ConnectionPointer;
import org.vitrine.bridge.jna.LibvirtExtra;
import org.vitrine.model.host.Acceleration;
import org.vitrine.model.host.Driver;
import org.vitrine.model.host.HostAddress;
import org.vitrine.model.host.HostFacts;
import org.vitrine.model.problem.ProblemException;
import org.vitrine.model.unit.ByteSize;

/** Asks a host what it is and what it can do. */
final class FactsReader {

  private static final int INFO_SIZE = 64;
  private static final int MODEL_SIZE = 32;
  private static final int MEMORY_AT = 32;
  private static final int CPUS_AT = 40;
  private static final int MOST_CPUS = 65_536;

  private final HostAddress address;
  private final KvmDevice kvm;

  FactsReader(HostAddress address, KvmDevice kvm) {
    this.address = address;
    this.kvm = kvm;
  }

  HostFacts read(LibvirtExtra libvirt, ConnectionPointer connection) throws ProblemException {
    HostDocument host = document(libvirt, connection);
    byte[] info = new byte[INFO_SIZE];
    ByteBuffer told = ByteBuffer.wrap(info).order(ByteOrder.nativeOrder());
    if (libvirt.virNodeGetInfo(connection, info) < 0) {
      throw ProblemOf.failure(libvirt, address.host().orElse(""));
    }
    CString hostname = libvirt.virConnectGetHostname(connection);
    String type = libvirt.virConnectGetType(connection);
    LongByReference version = new LongByReference();
    String hypervisorVersion =
        libvirt.virConnectGetVersion(connection, version) == 0 ? version(version.getValue()) : "";
    String libvirtVersion =
        libvirt.virConnectGetLibVersion(connection, version) == 0
            ? version(version.getValue())
            : "";
    long free = libvirt.virNodeGetFreeMemory(connection);
    HostFacts facts =
        new HostFacts(
            hostname == null ? "" : hostname.toString(),
            host.uuid(),
            type == null ? "" : type,
            hypervisorVersion,
            libvirtVersion,
            host.cpuModel().isEmpty() ? model(info) : host.cpuModel(),
            Math.clamp(told.getInt(CPUS_AT), 0, MOST_CPUS),
            ByteSize.reportedKib(told.getLong(MEMORY_AT)),
            free > 0 ? new ByteSize(free) : ByteSize.ZERO,
            acceleration(host),
            AbsentCapabilities.ask(libvirt, connection, address.driver()));
    libvirt.virResetLastError();
    return facts;
  }

  HostDocument document(LibvirtExtra libvirt, ConnectionPointer connection)
      throws ProblemException {
    CString text = libvirt.virConnectGetCapabilities(connection);
    if (text != null) {
      return HostDocument.read(text.toString());
    }
    Told told = Told.last(libvirt);
    if (told.code() != Code.NO_SUPPORT) {
      throw ProblemOf.failure(told, address.host().orElse(""));
    }
    return HostDocument.NONE;
  }

  HostAddress address() {
    return address;
  }

  Acceleration acceleration(HostDocument host) {
    if (address.driver() != Driver.QEMU) {
      return new Acceleration.NotApplicable();
    }
    if (!host.offersKvm()) {
      return new Acceleration.Emulated(Acceleration.Reason.NOT_OFFERED);
    }
    // of a host elsewhere there is nothing better than its word
    return address.isRemote()
        ? new Acceleration.Hardware()
        : kvm.unusable(address)
            .<Acceleration>map(Acceleration.Emulated::new)
            .orElseGet(Acceleration.Hardware::new);
  }

  private static String model(byte[] info) {
    int length = 0;
    while (length < MODEL_SIZE && info[length] != 0) {
      length++;
    }
    return new String(info, 0, length, java.nio.charset.StandardCharsets.UTF_8);
  }

  private static String version(long number) {
    return number / 1_000_000 + "." + number / 1_000 % 1_000 + "." + number % 1_000;
  }
}
