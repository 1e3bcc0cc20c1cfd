package org.vitrine.bridge.testing;

import java.util.EnumSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import org.vitrine.model.host.Acceleration;
import org.vitrine.model.host.HostOffer;
import org.vitrine.model.plan.DiskPlan;
import org.vitrine.model.plan.DisplayPlan;
import org.vitrine.model.plan.Platform;
import org.vitrine.model.unit.ByteSize;

/** What a host offers in a test: 8 processors, 16 GiB, of which 10 are free, and all devices. */
public final class OfferBuilder {

  private boolean local = true;
  private boolean accelerated = true;
  private Set<String> machines = Set.of("q35", "pc");
  private Set<Platform.Firmware> firmware = EnumSet.allOf(Platform.Firmware.class);
  private boolean tpm = true;
  private Set<DiskPlan.Bus> buses = EnumSet.allOf(DiskPlan.Bus.class);
  private Set<DisplayPlan.Video> videos = EnumSet.allOf(DisplayPlan.Video.class);
  private ByteSize freeDisk = ByteSize.gib(100);
  private ByteSize promisedDisk = ByteSize.gib(30);
  private int cpus = 8;
  private ByteSize freeMemory = ByteSize.gib(10);
  private ByteSize promisedMemory = ByteSize.gib(1);

  public OfferBuilder remote() {
    local = false;
    return this;
  }

  public OfferBuilder emulated() {
    accelerated = false;
    return this;
  }

  public OfferBuilder machines(String... names) {
    machines = Set.of(names);
    return this;
  }

  public OfferBuilder firmware(Platform.Firmware... offered) {
    firmware = Set.of(offered);
    return this;
  }

  public OfferBuilder withoutTpm() {
    tpm = false;
    return this;
  }

  public OfferBuilder buses(DiskPlan.Bus... offered) {
    buses = Set.of(offered);
    return this;
  }

  public OfferBuilder videos(DisplayPlan.Video... offered) {
    videos = Set.of(offered);
    return this;
  }

  public OfferBuilder disk(ByteSize free, ByteSize promised) {
    freeDisk = free;
    promisedDisk = promised;
    return this;
  }

  public OfferBuilder cpus(int number) {
    cpus = number;
    return this;
  }

  public OfferBuilder memory(ByteSize free, ByteSize promised) {
    freeMemory = free;
    promisedMemory = promised;
    return this;
  }

  public HostOffer offer() {
    return new HostOffer(
        local,
        true,
        "x86_64",
        accelerated,
        accelerated
            ? new Acceleration.Hardware()
            : new Acceleration.Emulated(Acceleration.Reason.NOT_OFFERED),
        machines,
        firmware,
        tpm,
        buses,
        videos,
        EnumSet.allOf(Platform.Cpu.class),
        true,
        "/var/lib/libvirt/images",
        Optional.of("default"),
        freeDisk,
        promisedDisk,
        cpus,
        ByteSize.gib(16),
        freeMemory,
        3,
        ByteSize.gib(6),
        promisedMemory,
        List.of(),
        true);
  }
}
