package org.vitrine.model.explain;

import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import org.vitrine.model.host.Driver;
import org.vitrine.model.plan.Boot;
import org.vitrine.model.plan.BootOrder;
import org.vitrine.model.plan.DisplayPlan;
import org.vitrine.model.plan.Extras;
import org.vitrine.model.plan.NewMachinePlan;
import org.vitrine.model.plan.NicPlan;
import org.vitrine.model.plan.PlanField;
import org.vitrine.model.plan.PlanField.Part;
import org.vitrine.model.plan.Platform;
import org.vitrine.model.plan.Setup;

/**
 * The same machine as one line for virt-install, which makes disks that are missing, defines and
 * starts. It adds what it thinks fit where nothing is said, so that everything is said; but it has
 * no option for ports that lead into the emulator's own network: those are left out.
 */
public final class VirtInstallCommand {

  /**
   * An option with its value, or the program itself.
   *
   * @param words one or two
   */
  public record Option(PlanField field, List<String> words) {
    public Option {
      words = List.copyOf(words);
    }
  }

  private final NewMachinePlan plan;
  private final List<Option> options = new ArrayList<>();

  private VirtInstallCommand(NewMachinePlan plan) {
    this.plan = plan;
  }

  /** Empty for a host that virt-install could not make the machine on. */
  public static Optional<VirtInstallCommand> of(NewMachinePlan plan) {
    if (plan.host().driver() != Driver.QEMU) {
      return Optional.empty();
    }
    VirtInstallCommand line = new VirtInstallCommand(plan);
    line.write();
    return Optional.of(line);
  }

  public List<Option> options() {
    return List.copyOf(options);
  }

  public Command command() {
    return new Command(options.stream().flatMap(option -> option.words().stream()).toList(), "");
  }

  /** One option a line. */
  public List<Shown> lines() {
    List<Shown> lines = new ArrayList<>();
    for (int i = 0; i < options.size(); i++) {
      Option option = options.get(i);
      String text = new Command(option.words(), "").shellLine();
      String before = i == 0 ? "" : "  ";
      String after = i == options.size() - 1 ? "" : " \\";
      lines.add(new Shown(option.field(), before + text + after));
    }
    return lines;
  }

  private void add(Part part, String... words) {
    add(PlanField.of(part), words);
  }

  private void add(PlanField field, String... words) {
    options.add(new Option(field, List.of(words)));
  }

  private void write() {
    add(Part.MACHINE, "virt-install");
    add(Part.MACHINE, "--connect", plan.host().uri());
    add(Part.NAME, "--name", plan.name());
    Values metadata = new Values("uuid", plan.uuid().toString());
    if (!plan.title().isBlank()) {
      metadata.with("title", plan.title().strip().replaceAll("\\R", " "));
    }
    if (!plan.notes().isEmpty()) {
      metadata.with("description", plan.notes());
    }
    add(Part.NOTES, "--metadata", metadata.text());
    add(
        Part.OS,
        "--osinfo",
        plan.os().isEmpty()
            ? new Values("detect", "off").with("require", "off").text()
            : new Values("id", plan.os()).text());
    platform();
    start();
    new VirtInstallDisks(plan, options).write();
    networks();
    display();
    extras();
    add(Part.MACHINE, "--noautoconsole");
  }

  private void platform() {
    Platform platform = plan.platform();
    add(Part.ACCELERATION, "--virt-type", platform.accelerated() ? "kvm" : "qemu");
    add(Part.MACHINE_TYPE, "--arch", platform.architecture());
    add(Part.MACHINE_TYPE, "--machine", platform.machine());
    add(Part.MEMORY, "--memory", Long.toString(plan.compute().memory().toMib()));
    add(Part.CPU, "--vcpus", Integer.toString(plan.compute().cpus()));
    String mode = platform.cpu().name().toLowerCase(Locale.ROOT).replace('_', '-');
    switch (platform.cpu()) {
      case HOST_PASSTHROUGH, HOST_MODEL -> add(Part.CPU, "--cpu", mode);
      case MAXIMUM -> add(Part.CPU, "--cpu", "mode=maximum");
      case DEFAULT -> add(Part.CPU, "--cpu", "hv-default");
    }
    if (platform.firmware() == Platform.Firmware.UEFI_SECURE) {
      add(Part.FIRMWARE, "--features", "smm.state=on");
    }
    add(
        Part.TPM,
        "--tpm",
        platform.tpm() ? "model=tpm-crb,backend.type=emulator,backend.version=2.0" : "none");
    add(
        Part.CLOCK,
        "--clock",
        switch (platform.clock()) {
          case UTC -> "offset=utc";
          case LOCAL_TIME -> "offset=localtime";
        });
  }

  private void start() {
    // what to start from is said at each device; there is nothing to install from beside them
    add(Part.MACHINE, "--import");
    Values boot = new Values();
    Platform.Firmware firmware = plan.platform().firmware();
    if (firmware != Platform.Firmware.BIOS) {
      String secure = firmware == Platform.Firmware.UEFI_SECURE ? "yes" : "no";
      boot.with("firmware", "efi")
          .with("firmware.feature0.name", "enrolled-keys")
          .with("firmware.feature0.enabled", secure)
          .with("firmware.feature1.name", "secure-boot")
          .with("firmware.feature1.enabled", secure);
    }
    if (!boot.isEmpty()) {
      add(Part.FIRMWARE, "--boot", boot.text());
    }
    if (plan.boot().kernel().isPresent()) {
      Boot.Kernel kernel = plan.boot().kernel().get();
      boolean once = plan.boot().kernelOnce();
      Values values = new Values("kernel", kernel.path());
      String initrd =
          plan.setup() instanceof Setup.Automatic automatic
                  && automatic.carrier() instanceof Setup.Carrier.Initrd answers
              ? answers.path()
              : kernel.initrd();
      if (!initrd.isEmpty()) {
        values.with("initrd", initrd);
      }
      if (!kernel.arguments().isEmpty()) {
        values.with("kernel_args", kernel.arguments());
        if (once) {
          values.with("kernel_args_overwrite", "yes");
        }
      }
      add(Part.KERNEL, once ? "--install" : "--boot", values.text());
    }
  }

  private void networks() {
    boolean none = true;
    for (int i = 0; i < plan.nics().size(); i++) {
      NicPlan nic = plan.nics().get(i);
      if (!QemuArguments.isOurs(plan, nic)) {
        add(PlanField.of(Part.NETWORK, i), nic(nic, i));
        none = false;
      }
    }
    if (none) {
      add(Part.NETWORK, "--network", "none");
    }
    for (QemuArguments.Card card : QemuArguments.of(plan).cards()) {
      // in one word: with a dash in front the value would be an option of its own
      String line = new Command(card.words(), "").shellLine();
      add(PlanField.of(Part.NETWORK, card.index()), "--qemu-commandline=" + line);
    }
  }

  private String[] nic(NicPlan nic, int index) {
    Values values = new Values();
    switch (nic.link()) {
      case NicPlan.Link.Network network -> values.with("network", network.name());
      case NicPlan.Link.Bridge bridge -> values.with("bridge", bridge.name());
      case NicPlan.Link.HostCard card ->
          values.with("type", "direct").with("source", card.name()).with("source.mode", "bridge");
      case NicPlan.Link.User _ -> values.with("type", "user");
    }
    values.with("model", nic.model().name().toLowerCase(Locale.ROOT)).with("mac", nic.mac());
    if (!nic.plugged()) {
      values.with("link.state", "down");
    }
    BootOrder.of(plan)
        .nic(index)
        .ifPresent(turn -> values.with("boot.order", Integer.toString(turn)));
    return new String[] {"--network", values.text()};
  }

  private void display() {
    DisplayPlan display = plan.display();
    switch (display.graphics()) {
      case VNC_PRIVATE -> add(Part.DISPLAY, "--graphics", "vnc,listen=socket");
      case VNC_LOOPBACK -> add(Part.DISPLAY, "--graphics", "vnc,listen=127.0.0.1");
      case NONE -> add(Part.DISPLAY, "--graphics", "none");
    }
    add(Part.VIDEO, "--video", display.video().name().toLowerCase(Locale.ROOT));
    if (display.tablet()) {
      add(Part.DISPLAY, "--input", "type=tablet,bus=usb");
    }
  }

  private void extras() {
    Extras extras = plan.extras();
    add(Part.SOUND, "--sound", extras.sound().name().toLowerCase(Locale.ROOT));
    add(Part.EXTRAS, "--controller", extras.usb3() ? "usb3" : "usb2");
    add(
        Part.EXTRAS,
        "--channel",
        extras.agent()
            ? "type=unix,target.type=virtio,target.name=org.qemu.guest_agent.0"
            : "none");
    add(Part.EXTRAS, "--rng", extras.random() ? "/dev/urandom" : "none");
    add(Part.EXTRAS, "--memballoon", extras.balloon() ? "model=virtio" : "model=none");
    if (extras.serial()) {
      add(Part.EXTRAS, "--serial", "pty");
    } else {
      add(Part.EXTRAS, "--console", "none");
    }
  }
}
