package org.vitrine.bridge.libvirt;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;
import java.util.Optional;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.vitrine.bridge.testing.OpenHosts;
import org.vitrine.model.host.Acceleration.Reason;
import org.vitrine.model.host.HostAddress;

/** KVM that is offered is not KVM that can be used. */
class AccelerationTest {

  private static final HostAddress SYSTEM = OpenHosts.address("qemu:///system");
  private static final HostAddress SESSION = OpenHosts.address("qemu:///session");

  @TempDir Path folder;
  private Path device = Path.of("");
  private Path processors = Path.of("");

  @BeforeEach
  void computer() throws Exception {
    device = Files.createFile(folder.resolve("kvm"));
    processors = folder.resolve("cpuinfo");
    Files.writeString(processors, "processor : 0\nflags\t\t: fpu vme vmx sse\n");
  }

  private Optional<Reason> unusable(HostAddress address) {
    return new KvmDevice(device, processors, "amd64").unusable(address);
  }

  private void mode(String mode) throws Exception {
    Files.setPosixFilePermissions(device, PosixFilePermissions.fromString(mode));
  }

  @Test
  void processorWithoutExtensionsIsNamedFirst() throws Exception {
    mode("rw-rw-rw-");
    assertEquals(Optional.empty(), unusable(SESSION));
    Files.writeString(processors, "flags : fpu vmxnot sse\nbugs : vmx\n");
    assertEquals(Optional.of(Reason.PROCESSOR_LACKS_IT), unusable(SESSION));
    Files.writeString(processors, "flags : svm\n");
    assertEquals(Optional.empty(), unusable(SESSION));
    Files.writeString(processors, "Features : fp asimd\n");
    assertEquals(Optional.empty(), new KvmDevice(device, processors, "aarch64").unusable(SESSION));
  }

  @Test
  void deviceThatIsNotThereIsMissing() throws Exception {
    Files.delete(device);
    assertEquals(Optional.of(Reason.DEVICE_MISSING), unusable(SYSTEM));
  }

  @Test
  void systemGuestsNeedMoreThanRootsRights() throws Exception {
    mode("rw-------");
    assertEquals(Optional.of(Reason.DEVICE_NOT_PERMITTED), unusable(SYSTEM));
    mode("rw-rw-rw-");
    assertEquals(Optional.empty(), unusable(SYSTEM));
  }

  @Test
  void hostOffersKvmOnlyForItsOwnArchitecture() {
    String host = "<host><uuid>u-1</uuid><cpu><arch>x86_64</arch><model>EPYC</model></cpu></host>";
    HostDocument own =
        HostDocument.read(
            "<capabilities>"
                + host
                + "<guest><arch name='x86_64'><domain type='qemu'/><domain type='kvm'/></arch></guest>"
                + "</capabilities>");
    assertEquals("u-1", own.uuid());
    assertEquals("EPYC", own.cpuModel());
    assertTrue(own.offersKvm());
    assertFalse(
        HostDocument.read(
                "<capabilities>"
                    + host
                    + "<guest><arch name='x86_64'><domain type='qemu'/></arch></guest>"
                    + "<guest><arch name='i686'><domain type='kvm'/></arch></guest>"
                    + "</capabilities>")
            .offersKvm());
    assertEquals(HostDocument.NONE, HostDocument.read("<<<"));
  }
}
