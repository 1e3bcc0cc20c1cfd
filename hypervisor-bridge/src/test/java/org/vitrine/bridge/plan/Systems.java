package org.vitrine.bridge.plan;

import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.vitrine.model.os.OperatingSystem;
import org.vitrine.model.os.OperatingSystem.FirmwareSupport;
import org.vitrine.model.os.Resources;
import org.vitrine.model.unit.ByteSize;

/** Operating systems as the catalogue has them, by hand. */
final class Systems {

  private static final String PCI = "http://pcisig.com/pci/";
  private static final String Q35 = "http://qemu.org/chipset/x86/q35";

  static final OperatingSystem MODERN_LINUX =
      system(
          "http://debian.org/debian/12",
          "linux",
          new Resources(1, ByteSize.mib(512), ByteSize.gib(5)),
          new Resources(2, ByteSize.gib(2), ByteSize.gib(20)),
          FirmwareSupport.ANY,
          pci(
              "1af4/1041",
              "1af4/1042",
              "1af4/1043",
              "1af4/1044",
              "1af4/1045",
              "1af4/1048",
              "1af4/1050",
              "1b36/0004",
              "8086/10d3"));

  static final OperatingSystem FIRST_VIRTIO_LINUX =
      system(
          "http://redhat.com/rhel/5.5",
          "linux",
          new Resources(1, ByteSize.mib(512), ByteSize.gib(1)),
          Resources.UNKNOWN,
          FirmwareSupport.ANY,
          pci("1af4/1000", "1af4/1001", "8086/10d3"));

  static final OperatingSystem WINDOWS_11 =
      system(
          "http://microsoft.com/win/11",
          "winnt",
          new Resources(2, ByteSize.gib(4), ByteSize.gib(64)),
          Resources.UNKNOWN,
          new FirmwareSupport(false, true, true, true),
          pci("8086/10d3", "1b36/0004"));

  static final OperatingSystem WINDOWS_XP =
      new OperatingSystem(
          "http://microsoft.com/win/xp",
          "winxp",
          "Windows XP",
          "5.1",
          "Microsoft",
          "winnt",
          "winnt",
          Optional.empty(),
          Optional.empty(),
          new Resources(1, ByteSize.mib(64), ByteSize.mib(1536)),
          new Resources(1, ByteSize.mib(512), ByteSize.gib(10)),
          Set.of(PCI + "10ec/8139"),
          FirmwareSupport.ANY,
          List.of());

  private Systems() {}

  private static Set<String> pci(String... ids) {
    return Stream.concat(Stream.of(Q35), Stream.of(ids).map(id -> PCI + id))
        .collect(Collectors.toSet());
  }

  private static OperatingSystem system(
      String id,
      String family,
      Resources minimum,
      Resources recommended,
      FirmwareSupport firmware,
      Set<String> devices) {
    return new OperatingSystem(
        id,
        id.substring(id.lastIndexOf('/') + 1),
        id,
        "",
        "",
        family,
        "",
        Optional.empty(),
        Optional.empty(),
        minimum,
        recommended,
        devices,
        firmware,
        List.of());
  }
}
