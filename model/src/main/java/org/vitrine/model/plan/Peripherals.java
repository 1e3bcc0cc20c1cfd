package org.vitrine.model.plan;

import java.util.Optional;
import org.vitrine.model.host.HostOffer;
import org.vitrine.model.os.OperatingSystem;
import org.vitrine.model.plan.Why.Reason;

/** What is plugged into the computer. */
record Peripherals(HostOffer offer, Optional<OperatingSystem> os, Hardware hardware) {

  Suggested<DisplayPlan.Graphics> graphics() {
    return offer.local()
        ? Suggested.of(DisplayPlan.Graphics.VNC_PRIVATE, Reason.ONLY_THIS_APP_SEES_IT)
        : Suggested.of(DisplayPlan.Graphics.VNC_LOOPBACK, Reason.HOST_IS_REMOTE);
  }

  Suggested<DisplayPlan.Video> video() {
    if (os.isPresent() && drivers().virtioGpu()) {
      return offer.videos().contains(DisplayPlan.Video.VIRTIO)
          ? Suggested.of(
              DisplayPlan.Video.VIRTIO, Reason.OS_HAS_DRIVER, Why.text(name()), Why.text("virtio"))
          : plain(Why.of(Reason.HOST_LACKS_DEVICE, Why.text("virtio")));
    }
    return plain(
        os.isEmpty()
            ? Why.of(Reason.OS_UNKNOWN)
            : Why.of(Reason.OS_LACKS_DRIVER, Why.text(name()), Why.text("virtio")));
  }

  private Suggested<DisplayPlan.Video> plain(Why why) {
    if (hardware.firmware().value() != Platform.Firmware.BIOS
        && offer.videos().contains(DisplayPlan.Video.BOCHS)) {
      return Suggested.of(DisplayPlan.Video.BOCHS, Reason.FITS_FIRMWARE, Why.text("uefi"));
    }
    return new Suggested<>(DisplayPlan.Video.VGA, why);
  }

  Suggested<Boolean> tablet() {
    // without a driver the pointer would stand still: those systems get the mouse every PC has
    return os.isEmpty() || !isOlderThanUsb()
        ? Suggested.of(true, Reason.POINTER_FOLLOWS)
        : Suggested.of(false, Reason.OS_LACKS_DRIVER, Why.text(name()), Why.text("usb-tablet"));
  }

  private boolean isOlderThanUsb() {
    return os.filter(
            one ->
                Hardware.isDos(one)
                    || one.family().equals("win16")
                    || one.family().equals("netware"))
        .isPresent();
  }

  Suggested<Extras.Sound> sound() {
    return Suggested.of(Extras.Sound.NONE, Reason.NOBODY_HEARS_IT);
  }

  Suggested<Boolean> usb3() {
    return os.isEmpty()
        ? Suggested.of(false, Reason.OS_UNKNOWN)
        : byDriver(drivers().usb3(), "usb3", Reason.OS_HAS_DRIVER);
  }

  Suggested<Boolean> agent() {
    return os.isEmpty()
        ? Suggested.of(true, Reason.COSTS_NOTHING)
        : byDriver(drivers().virtioSerial(), "virtio-serial", Reason.AGENT_TELLS_MORE);
  }

  Suggested<Boolean> random() {
    return os.isEmpty()
        ? Suggested.of(true, Reason.COSTS_NOTHING)
        : byDriver(drivers().virtioRandom(), "virtio-rng", Reason.RANDOMNESS_IS_SCARCE);
  }

  Suggested<Boolean> balloon() {
    return os.isEmpty()
        ? Suggested.of(true, Reason.COSTS_NOTHING)
        : byDriver(drivers().virtioBalloon(), "virtio-balloon", Reason.MEMORY_COMES_BACK);
  }

  Suggested<Boolean> serial() {
    return Suggested.of(true, Reason.COSTS_NOTHING);
  }

  private Suggested<Boolean> byDriver(boolean has, String device, Reason reason) {
    return has
        ? Suggested.of(true, reason, Why.text(name()), Why.text(device))
        : Suggested.of(false, Reason.OS_LACKS_DRIVER, Why.text(name()), Why.text(device));
  }

  private Drivers drivers() {
    return hardware.drivers();
  }

  private String name() {
    return hardware.name();
  }
}
