package org.vitrine.bridge.plan;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertNotEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.vitrine.bridge.testing.OfferBuilder;
import org.vitrine.model.host.HostOffer;
import org.vitrine.model.plan.DiskPlan.Allocation;
import org.vitrine.model.plan.Zones;
import org.vitrine.model.plan.Zones.Stretch;
import org.vitrine.model.plan.Zones.Tint;
import org.vitrine.model.unit.ByteSize;

class ZonesTest {

  private static final HostOffer HOST = new OfferBuilder().offer();

  private static Tint tint(Zones zones, long mib) {
    return zones.tint(ByteSize.mib(mib).bytes());
  }

  @Test
  void memoryIsJudgedByTheSystemAndByWhatIsSpare() {
    Zones zones = Zones.memory(HOST, Optional.of(Systems.MODERN_LINUX));
    assertEquals(Tint.RED, tint(zones, 256), "less than the system's minimum");
    assertEquals(Tint.AMBER, tint(zones, 1024), "less than is recommended");
    assertEquals(Tint.GREEN, tint(zones, 2048));
    // 10 GiB free, 1 GiB promised, half a GiB kept
    assertEquals(Tint.GREEN, tint(zones, 8 * 1024 + 512));
    assertEquals(Tint.AMBER, tint(zones, 8 * 1024 + 513));
    assertEquals(Tint.RED, tint(zones, 16 * 1024));
    assertEquals(
        new Zones.Facts(
            ByteSize.gib(16).bytes(),
            ByteSize.gib(10).bytes(),
            ByteSize.gib(9).bytes(),
            ByteSize.gib(6).bytes(),
            3),
        zones.facts());
  }

  @Test
  void runningMachinesTakeFromTheGreen() {
    HostOffer busy = new OfferBuilder().memory(ByteSize.gib(10), ByteSize.gib(7)).offer();
    assertEquals(Tint.AMBER, tint(Zones.memory(busy, Optional.empty()), 4096));
    assertEquals(Tint.GREEN, tint(Zones.memory(HOST, Optional.empty()), 4096));
  }

  @Test
  void stretchesCoverTheSliderWithoutRepeating() {
    for (Zones zones :
        List.of(
            Zones.memory(HOST, Optional.of(Systems.MODERN_LINUX)),
            Zones.memory(HOST, Optional.empty()),
            Zones.memory(
                new OfferBuilder().memory(ByteSize.ZERO, ByteSize.ZERO).offer(), Optional.empty()),
            Zones.cpus(HOST, Optional.of(Systems.WINDOWS_11)),
            Zones.disk(HOST, Optional.of(Systems.WINDOWS_11), Allocation.GROWING),
            Zones.disk(HOST, Optional.empty(), Allocation.WRITTEN))) {
      List<Stretch> stretches = zones.stretches();
      assertEquals(zones.lowest(), stretches.getFirst().from());
      assertEquals(zones.highest(), stretches.getLast().to());
      for (int i = 0; i < stretches.size(); i++) {
        assertEquals(zones.tint(stretches.get(i).from()), stretches.get(i).tint());
        if (i > 0) {
          assertEquals(stretches.get(i - 1).to(), stretches.get(i).from());
          assertNotEquals(stretches.get(i - 1).tint(), stretches.get(i).tint());
        }
      }
    }
  }

  @Test
  void processorsMayBeSharedButNotWell() {
    Zones zones = Zones.cpus(HOST, Optional.empty());
    assertEquals(Tint.GREEN, zones.tint(7));
    assertEquals(Tint.AMBER, zones.tint(8));
    assertEquals(Tint.RED, zones.tint(9));
    assertEquals(
        Tint.GREEN, Zones.cpus(new OfferBuilder().cpus(1).offer(), Optional.empty()).tint(1));
  }

  @Test
  void growingDiskMayBePromisedMoreThanIsThere() {
    Zones growing = Zones.disk(HOST, Optional.empty(), Allocation.GROWING);
    assertEquals(Tint.GREEN, growing.tint(ByteSize.gib(70).bytes()));
    assertEquals(Tint.AMBER, growing.tint(ByteSize.gib(71).bytes()));
    assertEquals(Tint.RED, growing.tint(ByteSize.gib(101).bytes()));
    assertTrue(growing.highest() > ByteSize.gib(100).bytes());
    assertEquals(
        ByteSize.gib(100).bytes(),
        Zones.disk(HOST, Optional.empty(), Allocation.WRITTEN).highest(),
        "what is written at once ends where the space ends");
  }
}
