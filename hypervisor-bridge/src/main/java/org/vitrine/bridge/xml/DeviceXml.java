package org.vitrine.bridge.xml;

import org.vitrine.model.explain.QemuArguments;
import org.vitrine.model.plan.BootOrder;
import org.vitrine.model.plan.DiskPlan;
import org.vitrine.model.plan.DisplayPlan;
import org.vitrine.model.plan.DrivePlan;
import org.vitrine.model.plan.Extras;
import org.vitrine.model.plan.NewMachinePlan;
import org.vitrine.model.plan.NicPlan;
import org.vitrine.model.plan.PlanField.Part;
import org.vitrine.model.plan.Setup;

/** A machine's devices, in the order in which libvirt itself lists them. */
final class DeviceXml {

  /** For devices that are plugged in while the machine runs. */
  private static final int SPARE_PORTS = 4;

  private final XmlLines xml;
  private final NewMachinePlan plan;

  private DeviceXml(XmlLines xml, NewMachinePlan plan) {
    this.xml = xml;
    this.plan = plan;
  }

  static void write(XmlLines xml, NewMachinePlan plan, boolean first) {
    DeviceXml devices = new DeviceXml(xml, plan);
    BootOrder order = BootOrder.of(plan);
    new DiskXml(xml, plan, order).write(first);
    devices.controllers(first);
    devices.cards(order);
    devices.consoles();
    devices.display();
    devices.rest();
  }

  private void controllers(boolean first) {
    if (plan.platform().machine().contains("q35")) {
      ports(first);
    }
    if (has(DiskPlan.Bus.SCSI, first)) {
      xml.by(Part.MACHINE)
          .empty("controller", "type", "scsi", "index", "0", "model", "virtio-scsi");
    }
    xml.by(Part.EXTRAS);
    if (plan.extras().usb3()) {
      xml.empty("controller", "type", "usb", "index", "0", "model", "qemu-xhci", "ports", "15");
      return;
    }
    xml.empty("controller", "type", "usb", "index", "0", "model", "ich9-ehci1");
    for (int i = 0; i < 3; i++) {
      xml.open("controller", "type", "usb", "index", "0", "model", "ich9-uhci" + (i + 1))
          .empty("master", "startport", Integer.toString(i * 2))
          .close();
    }
  }

  /**
   * libvirt makes as many ports as there are devices, and then none can be plugged in later. It
   * wants the root said where a port is.
   */
  private void ports(boolean first) {
    xml.by(Part.MACHINE).empty("controller", "type", "pci", "index", "0", "model", "pcie-root");
    for (int i = 0; i < devicesInPorts(first) + SPARE_PORTS; i++) {
      xml.empty("controller", "type", "pci", "model", "pcie-root-port");
    }
  }

  private int devicesInPorts(boolean first) {
    Extras extras = plan.extras();
    long disks = plan.disks().stream().filter(disk -> disk.bus() == DiskPlan.Bus.VIRTIO).count();
    long cards = plan.nics().stream().filter(nic -> !QemuArguments.isOurs(plan, nic)).count();
    return (int) (disks + cards)
        + (has(DiskPlan.Bus.SCSI, first) ? 1 : 0)
        + (extras.usb3() ? 1 : 0)
        + (extras.agent() ? 1 : 0)
        + (extras.balloon() ? 1 : 0)
        + (extras.random() ? 1 : 0);
  }

  private boolean has(DiskPlan.Bus bus, boolean first) {
    return plan.disks().stream().anyMatch(disk -> disk.bus() == bus)
        || plan.drives().stream()
            .anyMatch(drive -> drive.kind() == DrivePlan.Kind.CD && drive.bus() == bus)
        || (first
            && plan.setup() instanceof Setup.Automatic automatic
            && automatic.carrier() instanceof Setup.Carrier.SeedCd seed
            && seed.bus() == bus);
  }

  private void cards(BootOrder order) {
    for (int i = 0; i < plan.nics().size(); i++) {
      NicPlan nic = plan.nics().get(i);
      if (!QemuArguments.isOurs(plan, nic)) {
        xml.by(Part.NETWORK, i);
        card(nic);
        order.nic(i).ifPresent(number -> xml.empty("boot", "order", Integer.toString(number)));
        xml.close();
      }
    }
  }

  private void card(NicPlan nic) {
    switch (nic.link()) {
      case NicPlan.Link.Network network ->
          xml.open("interface", "type", "network")
              .empty("mac", "address", nic.mac())
              .empty("source", "network", network.name());
      case NicPlan.Link.Bridge bridge ->
          xml.open("interface", "type", "bridge")
              .empty("mac", "address", nic.mac())
              .empty("source", "bridge", bridge.name());
      case NicPlan.Link.HostCard card ->
          xml.open("interface", "type", "direct")
              .empty("mac", "address", nic.mac())
              .empty("source", "dev", card.name(), "mode", "bridge");
      case NicPlan.Link.User _ ->
          xml.open("interface", "type", "user").empty("mac", "address", nic.mac());
    }
    xml.empty(
        "model",
        "type",
        switch (nic.model()) {
          case VIRTIO -> "virtio";
          case E1000E -> "e1000e";
          case E1000 -> "e1000";
          case RTL8139 -> "rtl8139";
          case NE2K_PCI -> "ne2k_pci";
          case PCNET -> "pcnet";
        });
    if (!nic.plugged()) {
      xml.empty("link", "state", "down");
    }
  }

  private void consoles() {
    xml.by(Part.EXTRAS);
    if (plan.extras().serial()) {
      // libvirt makes the console that belongs to it
      xml.open("serial", "type", "pty").empty("target", "port", "0").close();
    }
    if (plan.extras().agent()) {
      xml.open("channel", "type", "unix")
          .empty("target", "type", "virtio", "name", "org.qemu.guest_agent.0")
          .close();
    }
  }

  private void display() {
    DisplayPlan display = plan.display();
    if (display.tablet()) {
      xml.by(Part.DISPLAY).empty("input", "type", "tablet", "bus", "usb");
    }
    if (plan.platform().tpm()) {
      xml.by(Part.TPM)
          .open("tpm", "model", "tpm-crb")
          .empty("backend", "type", "emulator", "version", "2.0")
          .close();
    }
    xml.by(Part.DISPLAY);
    switch (display.graphics()) {
      // a socket in a folder of the host's; the app comes in by a descriptor that libvirt hands
      // over
      case VNC_PRIVATE ->
          xml.open("graphics", "type", "vnc").empty("listen", "type", "socket").close();
      case VNC_LOOPBACK ->
          xml.open("graphics", "type", "vnc", "port", "-1", "autoport", "yes")
              .empty("listen", "type", "address", "address", "127.0.0.1")
              .close();
      case NONE -> {
        // nothing to look at
      }
    }
    if (plan.extras().sound() != Extras.Sound.NONE) {
      xml.by(Part.SOUND)
          .empty(
              "sound",
              "model",
              switch (plan.extras().sound()) {
                case ICH9 -> "ich9";
                case ICH6 -> "ich6";
                case AC97 -> "ac97";
                case NONE -> throw new IllegalStateException();
              });
    }
    xml.by(Part.VIDEO)
        .open("video")
        .empty(
            "model",
            "type",
            switch (display.video()) {
              case VIRTIO -> "virtio";
              case VGA -> "vga";
              case BOCHS -> "bochs";
              case QXL -> "qxl";
              case CIRRUS -> "cirrus";
              case RAMFB -> "ramfb";
              case NONE -> "none";
            })
        .close();
  }

  private void rest() {
    // without a word libvirt adds one
    xml.by(Part.EXTRAS).empty("memballoon", "model", plan.extras().balloon() ? "virtio" : "none");
    if (plan.extras().random()) {
      xml.open("rng", "model", "virtio").text("backend", "/dev/urandom", "model", "random").close();
    }
  }
}
