package org.vitrine.bridge.fake;

import java.util.EnumSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import org.vitrine.model.host.Acceleration;
import org.vitrine.model.host.HostAddress;
import org.vitrine.model.host.HostOffer;
import org.vitrine.model.host.HostOffer.HostInterface;
import org.vitrine.model.plan.DiskPlan;
import org.vitrine.model.plan.DisplayPlan;
import org.vitrine.model.plan.Platform;
import org.vitrine.model.unit.ByteSize;

/** What a host in memory has for a new machine: plenty of everything. */
final class FakeOffer {

  private FakeOffer() {}

  static HostOffer of(HostAddress address) {
    return new HostOffer(
        !address.isRemote(),
        !address.path().equals("/session"),
        "x86_64",
        true,
        new Acceleration.Hardware(),
        Set.of("q35", "pc"),
        EnumSet.allOf(Platform.Firmware.class),
        true,
        EnumSet.allOf(DiskPlan.Bus.class),
        EnumSet.allOf(DisplayPlan.Video.class),
        EnumSet.allOf(Platform.Cpu.class),
        false,
        "/var/lib/images/default",
        Optional.of("default"),
        ByteSize.gib(200),
        ByteSize.gib(40),
        8,
        ByteSize.gib(32),
        ByteSize.gib(16),
        3,
        ByteSize.gib(6),
        ByteSize.gib(2),
        List.of(
            new HostInterface(
                "eth0", HostInterface.Kind.CARD, true, List.of("192.0.2.10/24"), false),
            new HostInterface(
                "virbr0", HostInterface.Kind.BRIDGE, true, List.of("192.168.122.1/24"), true)),
        true);
  }
}
