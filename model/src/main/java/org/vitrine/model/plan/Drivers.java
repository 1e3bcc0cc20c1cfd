package org.vitrine.model.plan;

import java.util.Set;
import org.vitrine.model.os.OperatingSystem;

/** What an operating system has drivers for, asked by what the devices do. */
record Drivers(Set<String> devices) {

  private static final String PCI = "http://pcisig.com/pci/";

  static Drivers of(OperatingSystem os) {
    return new Drivers(os.devices());
  }

  private boolean pci(String... ids) {
    for (String id : ids) {
      if (devices.contains(PCI + id)) {
        return true;
      }
    }
    return false;
  }

  boolean virtioBlock() {
    return pci("1af4/1001", "1af4/1042");
  }

  boolean virtioScsi() {
    return pci("1af4/1004", "1af4/1048");
  }

  boolean virtioNet() {
    return pci("1af4/1000", "1af4/1041");
  }

  /** The second edition of virtio, which the slots of a q35 speak alone. */
  boolean modernVirtio() {
    return pci("1af4/1041");
  }

  boolean virtioGpu() {
    return pci("1af4/1050");
  }

  boolean virtioRandom() {
    return pci("1af4/1005", "1af4/1044");
  }

  boolean virtioBalloon() {
    return pci("1af4/1002", "1af4/1045");
  }

  boolean virtioSerial() {
    return pci("1af4/1003", "1af4/1043");
  }

  /** The catalogue's number for QEMU's controller, and the one that it really has. */
  boolean usb3() {
    return pci("1b36/0004", "1b36/000d");
  }

  boolean tablet() {
    return devices.contains("http://usb.org/usb/80ee/0021");
  }

  boolean e1000e() {
    return pci("8086/10d3");
  }

  boolean e1000() {
    return pci("8086/100e");
  }

  boolean rtl8139() {
    return pci("10ec/8139");
  }

  boolean ne2k() {
    return pci("10ec/8029");
  }

  boolean pcnet() {
    return pci("1022/2000");
  }

  /** In the slots of a q35 virtio is of the second edition; who only knows the first is lost. */
  boolean q35() {
    return (!virtioNet() || modernVirtio()) && devices.contains("http://qemu.org/chipset/x86/q35");
  }
}
