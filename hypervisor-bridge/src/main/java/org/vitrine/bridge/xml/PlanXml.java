package org.vitrine.bridge.xml;

import java.util.List;
import java.util.Locale;
import org.vitrine.model.explain.QemuArguments;
import org.vitrine.model.host.Driver;
import org.vitrine.model.plan.Boot;
import org.vitrine.model.plan.DiskPlan;
import org.vitrine.model.plan.FirstStart;
import org.vitrine.model.plan.NetworkPlan;
import org.vitrine.model.plan.NewMachinePlan;
import org.vitrine.model.plan.PlanField.Part;
import org.vitrine.model.plan.Platform;
import org.vitrine.model.plan.Setup;
import org.vitrine.model.port.DefinitionLine;
import org.vitrine.model.port.DefinitionWriter;

/**
 * Plans as libvirt's XML. What libvirt would add by itself is left to it, so that a definition says
 * what was decided and no more.
 */
public final class PlanXml implements DefinitionWriter {

  private static final String LIBOSINFO = "http://libosinfo.org/xmlns/libvirt/domain/1.0";
  private static final String QEMU = "http://libvirt.org/schemas/domain/qemu/1.0";
  private static final String WINDOWS = "http://microsoft.com/win";

  @Override
  public List<DefinitionLine> lines(NewMachinePlan plan, boolean first) {
    XmlLines xml = new XmlLines();
    QemuArguments arguments = QemuArguments.of(plan);
    xml.by(Part.ACCELERATION);
    String type = type(plan);
    if (arguments.isEmpty()) {
      xml.open("domain", "type", type);
    } else {
      xml.open("domain", "type", type, "xmlns:qemu", QEMU);
    }
    identity(xml, plan);
    xml.by(Part.MEMORY)
        .text("memory", Long.toString(plan.compute().memory().bytes() / 1024), "unit", "KiB");
    xml.by(Part.CPU).text("vcpu", Integer.toString(plan.compute().cpus()));
    firmwareAndKernel(xml, plan, first);
    features(xml, plan);
    processor(xml, plan);
    clock(xml, plan);
    if (first && FirstStart.of(plan).endsAtReboot()) {
      xml.by(Part.KERNEL).text("on_reboot", "destroy");
    }
    // a guest that falls asleep at the press of its power button looks like one that hangs
    xml.by(Part.MACHINE)
        .open("pm")
        .empty("suspend-to-mem", "enabled", "no")
        .empty("suspend-to-disk", "enabled", "no")
        .close();
    xml.open("devices");
    DeviceXml.write(xml, plan, first);
    xml.by(Part.MACHINE).close();
    write(xml, arguments);
    xml.by(Part.MACHINE).close();
    return xml.lines();
  }

  private static void write(XmlLines xml, QemuArguments arguments) {
    if (arguments.isEmpty()) {
      return;
    }
    xml.by(Part.NETWORK, arguments.cards().getFirst().index()).open("qemu:commandline");
    for (QemuArguments.Card card : arguments.cards()) {
      xml.by(Part.NETWORK, card.index());
      card.words().forEach(word -> xml.empty("qemu:arg", "value", word));
    }
    xml.close();
  }

  private static String type(NewMachinePlan plan) {
    return plan.host().driver() == Driver.TEST
        ? "test"
        : plan.platform().accelerated() ? "kvm" : "qemu";
  }

  private static void identity(XmlLines xml, NewMachinePlan plan) {
    xml.by(Part.NAME).text("name", plan.name()).text("uuid", plan.uuid().toString());
    // libvirt takes a title of one line
    xml.by(Part.TITLE).textIfAny("title", plan.title().strip().replaceAll("\\R", " "));
    xml.by(Part.NOTES).textIfAny("description", plan.notes());
    if (!plan.os().isEmpty()) {
      xml.by(Part.OS)
          .open("metadata")
          .open("libosinfo:libosinfo", "xmlns:libosinfo", LIBOSINFO)
          .empty("libosinfo:os", "id", plan.os())
          .close()
          .close();
    }
  }

  private static void firmwareAndKernel(XmlLines xml, NewMachinePlan plan, boolean first) {
    Platform platform = plan.platform();
    xml.by(Part.FIRMWARE);
    if (platform.firmware() == Platform.Firmware.BIOS) {
      xml.open("os");
    } else {
      xml.open("os", "firmware", "efi");
    }
    xml.by(Part.MACHINE_TYPE)
        .text("type", "hvm", "arch", platform.architecture(), "machine", platform.machine());
    xml.by(Part.FIRMWARE);
    if (platform.firmware() != Platform.Firmware.BIOS) {
      // said for both: the first firmware that fits may be one with keys in it
      String secure = platform.firmware() == Platform.Firmware.UEFI_SECURE ? "yes" : "no";
      xml.open("firmware")
          .empty("feature", "enabled", secure, "name", "enrolled-keys")
          .empty("feature", "enabled", secure, "name", "secure-boot")
          .close();
    }
    Boot boot = plan.boot();
    if (boot.kernel().isPresent() && (first || !boot.kernelOnce())) {
      Boot.Kernel kernel = boot.kernel().get();
      xml.by(Part.KERNEL)
          .text("kernel", kernel.path())
          .textIfAny("initrd", initrd(plan, kernel, first))
          .textIfAny("cmdline", kernel.arguments());
    }
    xml.by(Part.FIRMWARE).close();
  }

  /** The installer's own, or for the first start the copy with the answers in it. */
  private static String initrd(NewMachinePlan plan, Boot.Kernel kernel, boolean first) {
    return first
            && plan.setup() instanceof Setup.Automatic automatic
            && automatic.carrier() instanceof Setup.Carrier.Initrd carrier
        ? carrier.path()
        : kernel.initrd();
  }

  private static void features(XmlLines xml, NewMachinePlan plan) {
    xml.by(Part.MACHINE).open("features").empty("acpi").empty("apic");
    if (isWindows(plan) && plan.platform().accelerated()) {
      // only the processor itself has them to offer, not the emulator
      xml.by(Part.OS)
          .open("hyperv")
          .empty("relaxed", "state", "on")
          .empty("vapic", "state", "on")
          .empty("spinlocks", "state", "on", "retries", "8191")
          .close();
    }
    if (plan.platform().firmware() == Platform.Firmware.UEFI_SECURE) {
      xml.by(Part.FIRMWARE).empty("smm", "state", "on");
    }
    xml.by(Part.MACHINE).close();
  }

  private static void processor(XmlLines xml, NewMachinePlan plan) {
    int cpus = plan.compute().cpus();
    // desktop Windows uses one or two sockets and lets all others lie
    boolean inOneSocket = cpus > 1 && isWindows(plan);
    String mode =
        switch (plan.platform().cpu()) {
          case HOST_PASSTHROUGH -> "host-passthrough";
          case HOST_MODEL -> "host-model";
          case MAXIMUM -> "maximum";
          case DEFAULT -> "";
        };
    xml.by(Part.CPU);
    String[] attributes = mode.isEmpty() ? new String[0] : new String[] {"mode", mode};
    if (inOneSocket) {
      xml.open("cpu", attributes)
          .empty("topology", "sockets", "1", "cores", Integer.toString(cpus), "threads", "1")
          .close();
    } else if (!mode.isEmpty()) {
      xml.empty("cpu", attributes);
    }
  }

  private static void clock(XmlLines xml, NewMachinePlan plan) {
    xml.by(Part.CLOCK)
        .open(
            "clock",
            "offset",
            switch (plan.platform().clock()) {
              case UTC -> "utc";
              case LOCAL_TIME -> "localtime";
            });
    if (plan.host().driver() == Driver.QEMU) {
      // ticks that were missed are made up for, and the timer that only costs is left out
      xml.empty("timer", "name", "rtc", "tickpolicy", "catchup")
          .empty("timer", "name", "pit", "tickpolicy", "delay")
          .empty("timer", "name", "hpet", "present", "no");
      if (isWindows(plan) && plan.platform().accelerated()) {
        xml.empty("timer", "name", "hypervclock", "present", "yes");
      }
    }
    xml.close();
  }

  /** The catalogue's ids say so: {@code http://microsoft.com/win/10}, {@code .../winnt/4.0}. */
  static boolean isWindows(NewMachinePlan plan) {
    return plan.os().toLowerCase(Locale.ROOT).startsWith(WINDOWS);
  }

  @Override
  public String network(NetworkPlan network) {
    return NetworkXml.document(network);
  }

  @Override
  public String volume(DiskPlan.Content content) {
    return VolumeXml.document(content);
  }
}
