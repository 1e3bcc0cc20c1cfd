package org.vitrine.app.testing;

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

/** What hosts have, for tests. */
public final class Offers {

  private Offers() {}

  /** A host on this computer that this app may write images on. */
  public static HostOffer here() {
    return of(true, ByteSize.gib(8), ByteSize.gib(50));
  }

  /** The same for the whole computer, where networks can be made. */
  public static HostOffer system() {
    return of(true, true, ByteSize.gib(8), ByteSize.gib(50));
  }

  public static HostOffer of(boolean local, ByteSize freeMemory, ByteSize freeDisk) {
    return of(local, false, freeMemory, freeDisk);
  }

  private static HostOffer of(
      boolean local, boolean privileged, ByteSize freeMemory, ByteSize freeDisk) {
    return new HostOffer(
        local,
        privileged,
        "x86_64",
        true,
        new Acceleration.Hardware(),
        Set.of("q35", "pc"),
        EnumSet.allOf(Platform.Firmware.class),
        true,
        EnumSet.allOf(DiskPlan.Bus.class),
        EnumSet.allOf(DisplayPlan.Video.class),
        EnumSet.allOf(Platform.Cpu.class),
        true,
        "/images",
        Optional.empty(),
        freeDisk,
        ByteSize.ZERO,
        4,
        ByteSize.gib(16),
        freeMemory,
        2,
        ByteSize.gib(6),
        ByteSize.ZERO,
        List.of(
            new HostOffer.HostInterface(
                "eth0", HostOffer.HostInterface.Kind.CARD, true, List.of("192.0.2.10/24"), false)),
        true);
  }
}
