package org.vitrine.bridge.libvirt;

import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.util.EnumSet;
import java.util.Map;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import org.libvirt.jna.CString;
import org.libvirt.jna.ConnectionPointer;
import org.vitrine.bridge.host.HostNetworkReader;
import org.vitrine.bridge.jna.LibvirtExtra;
import org.vitrine.model.host.Acceleration;
import org.vitrine.model.host.Driver;
import org.vitrine.model.host.HostAddress;
import org.vitrine.model.host.HostNetworking;
import org.vitrine.model.host.HostOffer;
import org.vitrine.model.plan.DiskPlan;
import org.vitrine.model.plan.DisplayPlan;
import org.vitrine.model.plan.Platform;
import org.vitrine.model.problem.ProblemException;
import org.vitrine.model.unit.ByteSize;

/** Asks a host what it has for a new machine. */
final class OfferReader {

  private static final String SYSTEM_IMAGES = "/var/lib/libvirt/images";
  private static final String ARCHITECTURE = "x86_64";
  private static final String NEW_MACHINE = "q35";
  private static final String OLD_MACHINE = "pc";
  private static final int INFO_SIZE = 64;
  private static final int MEMORY_AT = 32;
  private static final int CPUS_AT = 40;
  private static final int MOST_CPUS = 65_536;

  /** The test driver has no capabilities to ask for, and takes all that it is told. */
  private static final DomainDocument EVERYTHING =
      new DomainDocument(
          EnumSet.allOf(Platform.Firmware.class),
          true,
          EnumSet.allOf(DiskPlan.Bus.class),
          EnumSet.allOf(DisplayPlan.Video.class),
          Set.of(Platform.Cpu.DEFAULT));

  private final FactsReader about;
  private final Map<String, String> environment;

  /**
   * @param environment this process's, which names the user's folders
   */
  OfferReader(FactsReader about, Map<String, String> environment) {
    this.about = about;
    this.environment = Map.copyOf(environment);
  }

  HostOffer read(LibvirtExtra libvirt, ConnectionPointer connection) throws ProblemException {
    HostAddress address = about.address();
    HostDocument host = about.document(libvirt, connection);
    Acceleration acceleration = about.acceleration(host);
    boolean test = address.driver() == Driver.TEST;
    boolean here = !address.isRemote() && !test;
    boolean accelerated = !(acceleration instanceof Acceleration.Emulated);
    // the test driver calls itself a computer of 32 bits, and takes machines of any kind
    String architecture =
        test || host.architecture().isEmpty() ? ARCHITECTURE : host.architecture();
    Set<String> machines = test ? Set.of(NEW_MACHINE, OLD_MACHINE) : host.machines();
    DomainDocument has =
        test
            ? EVERYTHING
            : has(libvirt, connection, architecture, machines, type(address, accelerated));
    boolean privileged = !address.path().equals("/session") || isRootsOwn(address);
    ImageFolder folder =
        ImageFolder.find(libvirt, connection, images(privileged), here, !privileged);
    HostMemory memory = HostMemory.read(libvirt, connection, here);
    byte[] info = new byte[INFO_SIZE];
    if (libvirt.virNodeGetInfo(connection, info) < 0) {
      throw ProblemOf.failure(libvirt, address.host().orElse(""));
    }
    ByteBuffer told = ByteBuffer.wrap(info).order(ByteOrder.nativeOrder());
    HostOffer offer =
        new HostOffer(
            !address.isRemote(),
            privileged,
            architecture,
            accelerated,
            acceleration,
            machines,
            has.firmware(),
            has.tpm(),
            has.buses(),
            has.videos(),
            has.cpus(),
            folder.writable(),
            folder.path(),
            folder.pool(),
            folder.free(),
            folder.promised(),
            Math.clamp(told.getInt(CPUS_AT), 1, MOST_CPUS),
            // the sum of the cells, which some computers count short
            memory.total().bytes() > 0
                ? memory.total()
                : ByteSize.reportedKib(told.getLong(MEMORY_AT)),
            memory.free(),
            memory.running(),
            memory.held(),
            memory.promised(),
            HostInterfaces.read(libvirt, connection, here),
            address.driver() == Driver.QEMU,
            here ? HostNetworkReader.here() : HostNetworking.UNKNOWN);
    libvirt.virResetLastError();
    return offer;
  }

  /** What kind of machine is asked for; only QEMU's hosts have more than one. */
  private static @Nullable String type(HostAddress address, boolean accelerated) {
    return address.driver() != Driver.QEMU ? null : accelerated ? "kvm" : "qemu";
  }

  /** root has no session of its own: it is given the system's, unless it names a socket. */
  private static boolean isRootsOwn(HostAddress address) {
    return !address.isRemote()
        && !address.parameters().containsKey("socket")
        && "root".equals(System.getProperty("user.name"));
  }

  private String images(boolean privileged) {
    if (privileged) {
      return SYSTEM_IMAGES;
    }
    String data = environment.getOrDefault("XDG_DATA_HOME", "");
    String home = System.getProperty("user.home", "/");
    return (data.startsWith("/") ? data : home + "/.local/share") + "/libvirt/images";
  }

  /** The newer kind of machine says most; only the older one has IDE. */
  private static DomainDocument has(
      LibvirtExtra libvirt,
      ConnectionPointer connection,
      String architecture,
      Set<String> machines,
      @Nullable String type)
      throws ProblemException {
    boolean known = machines.contains(NEW_MACHINE);
    DomainDocument has =
        document(libvirt, connection, architecture, known ? NEW_MACHINE : null, type);
    if (!known || !machines.contains(OLD_MACHINE)) {
      return has;
    }
    DomainDocument old = document(libvirt, connection, architecture, OLD_MACHINE, type);
    Set<DiskPlan.Bus> buses = EnumSet.noneOf(DiskPlan.Bus.class);
    buses.addAll(has.buses());
    buses.addAll(old.buses());
    return new DomainDocument(has.firmware(), has.tpm(), buses, has.videos(), has.cpus());
  }

  private static DomainDocument document(
      LibvirtExtra libvirt,
      ConnectionPointer connection,
      String architecture,
      @Nullable String machine,
      @Nullable String type)
      throws ProblemException {
    CString text =
        libvirt.virConnectGetDomainCapabilities(connection, null, architecture, machine, type, 0);
    if (text != null) {
      return DomainDocument.read(text.toString());
    }
    Told told = Told.last(libvirt);
    if (told.code() == Code.NO_SUPPORT || told.code() == Code.INVALID_ARG) {
      return DomainDocument.NONE;
    }
    throw ProblemOf.failure(told, "");
  }
}
