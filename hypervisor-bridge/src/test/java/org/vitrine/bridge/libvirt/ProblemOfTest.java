package org.vitrine.bridge.libvirt;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.EnumSet;
import java.util.Set;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;
import org.vitrine.model.problem.Cause;
import org.vitrine.model.problem.Problem;

/** libvirt's errors, as they were seen or stand in its sources, and what becomes of them. */
class ProblemOfTest {

  private static final int QEMU = 10;
  private static final int STORAGE = 18;
  private static final int NETWORK = 19;
  private static final int CPU = 31;
  private static final int SNAPSHOT = 35;
  private static final int RPC = 7;

  /** An error and what is expected of it. */
  record Case(
      Cause cause, String subject, String detail, int code, int domain, int errno, String message) {
    Told told() {
      return new Told(code, domain, message, "", "", errno);
    }

    Case detail(String value) {
      return new Case(cause, subject, value, code, domain, errno, message);
    }

    Case about(String value) {
      return new Case(cause, value, detail, code, domain, errno, message);
    }
  }

  private static Case on(Cause cause, int code, int domain, int errno, String message) {
    return new Case(cause, "it", "", code, domain, errno, message);
  }

  static Stream<Case> working() {
    return Stream.of(
        on(Cause.MACHINE_GONE, 42, QEMU, 0, "Domain not found: no domain with matching uuid"),
        on(Cause.MACHINE_BUSY, 68, QEMU, 0, "cannot acquire state change lock (held by agent=x)"),
        on(
            Cause.MONITOR_SILENT,
            68,
            QEMU,
            0,
            "Timed out during operation: cannot acquire state change lock (held by monitor=x)"),
        on(
            Cause.TIMED_OUT,
            68,
            QEMU,
            0,
            "Timed out during operation: vcpu unplug request timed out"),
        on(
            Cause.MACHINE_BUSY,
            83,
            QEMU,
            0,
            "block copy still active: disk 'vda' already in active"),
        on(Cause.NAME_TAKEN, 9, 20, 0, "operation failed: domain 'a' already exists with uuid 1-2")
            .detail("a"),
        on(Cause.NAME_TAKEN, 55, 20, 0, "domain with name 'test' already exists").detail("test"),
        on(
                Cause.UUID_TAKEN,
                9,
                20,
                0,
                "operation failed: domain 'a' is already defined with uuid 1")
            .detail("a"),
        on(Cause.MAC_TAKEN, 9, QEMU, 0, "network device with mac 52:54:00:00:00:01 already exists")
            .detail("52:54:00:00:00:01"),
        on(
            Cause.NOT_IN_THIS_STATE,
            55,
            QEMU,
            0,
            "Requested operation is not valid: domain is not running"),
        on(Cause.NOT_IN_THIS_STATE, 1, 12, 0, "internal error: Domain 'test' is already running"),
        on(
            Cause.SAVED_STATE_UNREADABLE,
            9,
            QEMU,
            0,
            "operation failed: failed to read qemu header"),
        on(Cause.SAVED_STATE_UNREADABLE, 9, QEMU, 0, "operation failed: image magic is incorrect"),
        on(Cause.GUEST_AGENT_SILENT, 86, QEMU, 0, "Guest agent is not responding: not connected"),
        on(
            Cause.GUEST_AGENT_SILENT,
            74,
            QEMU,
            0,
            "argument unsupported: QEMU guest agent is not configured"),
        on(
                Cause.EMULATOR_MISSING,
                38,
                QEMU,
                2,
                "Cannot check QEMU binary '/usr/bin/qemu': No such file")
            .detail("/usr/bin/qemu"),
        on(
                Cause.EMULATOR_MISSING,
                67,
                QEMU,
                0,
                "unsupported configuration: unable to find an emulator for 'arm'")
            .detail("arm"),
        on(
            Cause.KVM_UNUSABLE,
            1,
            QEMU,
            0,
            "internal error: process exited while connecting to monitor: Could not access KVM kernel module: Permission denied"),
        on(
            Cause.KVM_UNUSABLE,
            8,
            QEMU,
            0,
            "invalid argument: could not get preferred machine for /usr/bin/qemu-system-x86_64 type=kvm"),
        on(
            Cause.KVM_UNUSABLE,
            67,
            QEMU,
            0,
            "unsupported configuration: Emulator '/usr/bin/qemu' does not support virt type 'kvm'"),
        on(
            Cause.FIRMWARE_MISSING,
            9,
            QEMU,
            0,
            "operation failed: Unable to find any firmware to satisfy 'efi'"),
        on(
            Cause.TPM_EMULATOR_MISSING,
            9,
            QEMU,
            0,
            "operation failed: Unable to find 'swtpm' binary in $PATH"),
        on(
            Cause.TPM_EMULATOR_MISSING,
            67,
            QEMU,
            0,
            "unsupported configuration: TPM version '2.0' is not supported"),
        on(Cause.PROCESSOR_NOT_SUPPORTED, 91, CPU, 0, "the CPU is incompatible with host CPU"),
        on(
            Cause.PROCESSOR_NOT_SUPPORTED,
            67,
            CPU,
            0,
            "unsupported configuration: CPU mode 'host-model'"),
        on(Cause.DEFINITION_INVALID, 27, 20, 0, "XML error: missing name"),
        on(Cause.DEFINITION_INVALID, 92, 5, 0, "XML document failed to validate against schema"),
        on(
            Cause.CONFIGURATION_UNSUPPORTED,
            67,
            QEMU,
            0,
            "unsupported configuration: IDE controllers are unsupported for this QEMU binary"),
        on(
            Cause.START_FAILED,
            1,
            QEMU,
            0,
            "internal error: qemu unexpectedly closed the monitor: bad luck"),
        on(
            Cause.NO_MEMORY,
            1,
            QEMU,
            0,
            "internal error: process exited while connecting to monitor: cannot set up guest memory 'pc.ram': Cannot allocate memory"),
        on(Cause.NO_MEMORY, 2, 0, 0, "out of memory"),
        on(Cause.NO_SPACE, 38, QEMU, 28, "Unable to write '/var/x': No space left on device")
            .detail("/var/x"),
        on(
            Cause.DISK_IN_USE,
            1,
            QEMU,
            0,
            "internal error: process exited: Failed to get \"write\" lock\nIs another process using the image [/x/y.qcow2]?"),
        on(
                Cause.DISK_MISSING,
                38,
                STORAGE,
                2,
                "Cannot access storage file '/x/y.qcow2': No such file or directory")
            .detail("/x/y.qcow2"),
        on(
                Cause.DISK_NOT_PERMITTED,
                38,
                STORAGE,
                13,
                "Cannot access storage file '/x/y.qcow2' (as uid:64055): Permission denied")
            .detail("/x/y.qcow2"),
        on(
                Cause.DISK_NOT_PERMITTED,
                1,
                QEMU,
                0,
                "internal error: process exited: Could not open '/x/y': Permission denied")
            .detail("/x/y"),
        on(
            Cause.DISK_DAMAGED,
            1,
            QEMU,
            0,
            "internal error: process exited: Image is not in qcow2 format"),
        on(Cause.PORT_TAKEN, 1, 0, 0, "internal error: Failed to reserve port 5933").detail("5933"),
        on(
            Cause.PORT_TAKEN,
            1,
            QEMU,
            0,
            "internal error: process exited: Failed to bind socket: Address already in use"),
        on(
                Cause.DEVICE_MISSING,
                53,
                22,
                0,
                "Node device not found: no node device with matching name 'pci_1'")
            .detail("pci_1"),
        on(Cause.DEVICE_IN_USE, 87, QEMU, 0, "resource busy: PCI device is in use"),
        on(
                Cause.POOL_GONE,
                49,
                STORAGE,
                0,
                "Storage pool not found: no storage pool with matching name 'p'")
            .about("p"),
        on(
                Cause.POOL_INACTIVE,
                55,
                STORAGE,
                0,
                "Requested operation is not valid: storage pool 'p' is not active")
            .about("p"),
        on(
                Cause.VOLUME_GONE,
                50,
                STORAGE,
                0,
                "Storage volume not found: no storage vol with matching name 'v'")
            .detail("v"),
        on(Cause.ALREADY_EXISTS, 90, STORAGE, 0, "storage volume name 'v' already in use.")
            .detail("v"),
        on(Cause.ALREADY_EXISTS, 37, NETWORK, 0, "network 'n' exists already").detail("n"),
        on(
                Cause.NETWORK_INACTIVE,
                55,
                NETWORK,
                0,
                "Requested operation is not valid: network 'default' is not active")
            .detail("default"),
        on(
                Cause.NETWORK_GONE,
                43,
                NETWORK,
                0,
                "Network not found: no network with matching name 'default'")
            .about("default"),
        on(
                Cause.NETWORK_CLASH,
                1,
                NETWORK,
                0,
                "internal error: Network is already in use by interface virbr1")
            .detail("virbr1"),
        on(
            Cause.NETWORK_NOT_PERMITTED,
            38,
            0,
            1,
            "error creating bridge interface virbr0: Operation not permitted"),
        on(
            Cause.NETWORK_NOT_PERMITTED,
            38,
            0,
            13,
            "Unable to open /dev/net/tun, is tun module loaded?: Permission denied"),
        on(
                Cause.SNAPSHOT_GONE,
                72,
                QEMU,
                0,
                "Domain snapshot not found: no domain snapshot with matching name 's'")
            .detail("s"),
        on(
            Cause.SNAPSHOT_UNSUPPORTED,
            67,
            SNAPSHOT,
            0,
            "unsupported configuration: revert to external snapshot not supported yet"),
        on(
            Cause.SNAPSHOT_UNSUPPORTED,
            84,
            QEMU,
            0,
            "Operation not supported: internal snapshots of a VM with pflash based firmware are not supported"),
        on(Cause.SECRET_MISSING, 66, 30, 0, "Secret not found: no secret with matching uuid 'u'")
            .detail("u"),
        on(
            Cause.NOT_SUPPORTED_HERE,
            3,
            12,
            0,
            "this function is not supported by the connection driver: virX"),
        on(
            Cause.NOT_ALLOWED_READ_ONLY,
            29,
            20,
            0,
            "operation virDomainCreate forbidden for read only access"),
        on(Cause.ACCESS_DENIED, 88, 55, 0, "access denied"),
        on(
            Cause.ARGUMENT_REFUSED,
            8,
            12,
            0,
            "unsupported flags (0x1) in function testDomainCreateWithFlags"),
        on(Cause.CANCELLED, 78, QEMU, 0, "operation aborted: job 'save' canceled by client"),
        on(Cause.FILES_NOT_WRITABLE, 38, 0, 30, "cannot write '/etc/x': Read-only file system")
            .detail("/etc/x"),
        on(Cause.OUT_OF_RESOURCES, 38, 0, 24, "cannot open: Too many open files"),
        on(
            Cause.TOOL_FAILED,
            1,
            0,
            0,
            "internal error: Child process (tc qdisc) unexpected exit status 2"),
        on(Cause.CONNECTION_LOST, 1, RPC, 0, "internal error: client socket is closed"),
        on(Cause.CONNECTION_LOST, 38, RPC, 5, "End of file while reading data: Input/output error"),
        on(Cause.CONNECTION_LOST, 6, 20, 0, "invalid connection pointer in virConnectClose"),
        on(Cause.UNEXPECTED, 1, QEMU, 0, "internal error: something that was never seen"));
  }

  @ParameterizedTest
  @MethodSource("working")
  void errorOfAnOpenHostHasItsCause(Case one) {
    Problem problem = ProblemOf.of(one.told(), "it");
    assertEquals(one.cause, problem.cause(), one.message);
    assertEquals(one.subject, problem.subject(), one.message);
    assertEquals(one.detail, problem.detail(), one.message);
    assertEquals(new Problem.Raw(one.code, one.domain, one.message), problem.raw());
  }

  @Test
  void failedStartIsCalledThatWhereNothingIsKnown() {
    Problem problem = ProblemOf.starting(new Told(1, QEMU, "internal error: who knows"), "it");
    assertEquals(Cause.START_FAILED, problem.cause());
    Problem network =
        ProblemOf.starting(new Told(55, NETWORK, "network 'default' is not active"), "it");
    assertEquals(Cause.NETWORK_INACTIVE, network.cause());
    assertEquals("it", network.subject());
    assertEquals("default", network.detail());
  }

  @Test
  void atLeastFortyCausesAreToldApart() {
    Set<Cause> told = EnumSet.noneOf(Cause.class);
    working().forEach(one -> told.add(one.cause));
    OpeningProblemTest.opening().forEach(one -> told.add(one.cause()));
    assertTrue(told.size() >= 40, told.size() + " " + told);
  }
}
