package org.vitrine.model.plan;

import java.util.Optional;
import org.vitrine.model.host.HostOffer;
import org.vitrine.model.os.OperatingSystem;
import org.vitrine.model.unit.ByteSize;

/**
 * A value for everything a new machine needs, each with its reason. They follow the operating
 * system, as far as the host has what it asks for.
 */
public record Proposal(
    Suggested<Boolean> accelerated,
    Suggested<Platform.Cpu> cpuModel,
    Suggested<Integer> cpus,
    Suggested<ByteSize> memory,
    Suggested<String> machine,
    Suggested<Platform.Firmware> firmware,
    Suggested<Boolean> tpm,
    Suggested<Platform.Clock> clock,
    Suggested<ByteSize> diskSize,
    Suggested<DiskPlan.Format> diskFormat,
    Suggested<DiskPlan.Allocation> allocation,
    Suggested<DiskPlan.Bus> diskBus,
    Suggested<DiskPlan.Bus> cdBus,
    Suggested<NicPlan.Model> nic,
    Suggested<DisplayPlan.Graphics> graphics,
    Suggested<DisplayPlan.Video> video,
    Suggested<Boolean> tablet,
    Suggested<Extras.Sound> sound,
    Suggested<Boolean> usb3,
    Suggested<Boolean> agent,
    Suggested<Boolean> random,
    Suggested<Boolean> balloon,
    Suggested<Boolean> serial) {

  /**
   * @param os empty where nothing is known: the values are then ones that nearly everything starts
   *     on
   */
  public static Proposal of(HostOffer offer, Optional<OperatingSystem> os, Wish wish) {
    Amounts amounts = new Amounts(offer, os, wish);
    Hardware hardware = new Hardware(offer, os, wish);
    Peripherals peripherals = new Peripherals(offer, os, hardware);
    return new Proposal(
        hardware.accelerated(),
        hardware.cpuModel(),
        amounts.cpus(),
        amounts.memory(),
        hardware.machine(),
        hardware.firmware(),
        hardware.tpm(),
        hardware.clock(),
        amounts.diskSize(),
        Suggested.of(DiskPlan.Format.QCOW2, Why.Reason.FORMAT_CAN_MOST),
        Suggested.of(DiskPlan.Allocation.GROWING, Why.Reason.GROWS_WITH_USE),
        hardware.diskBus(),
        hardware.cdBus(),
        hardware.nic(),
        peripherals.graphics(),
        peripherals.video(),
        peripherals.tablet(),
        peripherals.sound(),
        peripherals.usb3(),
        peripherals.agent(),
        peripherals.random(),
        peripherals.balloon(),
        peripherals.serial());
  }

  public Platform platform(String architecture) {
    return new Platform(
        accelerated.value(),
        architecture,
        machine.value(),
        cpuModel.value(),
        firmware.value(),
        tpm.value(),
        clock.value());
  }

  public Compute compute() {
    return new Compute(cpus.value(), memory.value());
  }

  public DisplayPlan display() {
    return new DisplayPlan(graphics.value(), video.value(), tablet.value());
  }

  public Extras extras() {
    return new Extras(
        agent.value(),
        random.value(),
        serial.value(),
        balloon.value(),
        usb3.value(),
        sound.value());
  }
}
