package org.vitrine.model.plan;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.TreeSet;
import org.vitrine.model.host.HostOffer;
import org.vitrine.model.os.OperatingSystem;
import org.vitrine.model.os.Resources;
import org.vitrine.model.unit.ByteSize;

/**
 * What of a slider is wise, possible or neither, computed from what is free now. Memory and disks
 * are counted in bytes.
 *
 * @param limits where the tint may change, in order
 */
public record Zones(long lowest, long highest, Limits limits, Facts facts) {

  /** How wise a value is. */
  public enum Tint {
    GREEN,
    AMBER,
    RED
  }

  /**
   * Where the tints change.
   *
   * @param redBelow less is less than the system's makers allow; 0 where they do not say
   * @param amberBelow less is less than they recommend; 0 where they do not say
   * @param amberAbove more than is spare now
   * @param redAbove more than there is
   */
  public record Limits(long redBelow, long amberBelow, long amberAbove, long redAbove) {}

  /**
   * The figures of the sentence beside the slider.
   *
   * @param total what the host has
   * @param free what nobody holds now
   * @param spare what is free and promised to nobody
   * @param held what running machines, or disks that grow, were given
   * @param holders how many they are; for disks 0
   */
  public record Facts(long total, long free, long spare, long held, int holders) {}

  /** A stretch of the slider. */
  public record Stretch(long from, long to, Tint tint) {}

  /** What a host keeps for itself, so that it does not swap as soon as the machine starts. */
  static final ByteSize KEPT_MEMORY = ByteSize.mib(512);

  static final ByteSize LEAST_MEMORY = ByteSize.mib(32);
  static final ByteSize LEAST_DISK = ByteSize.mib(16);

  public static Zones memory(HostOffer offer, Optional<OperatingSystem> os) {
    Resources minimum = os.map(OperatingSystem::minimum).orElse(Resources.UNKNOWN);
    Resources recommended = os.map(OperatingSystem::recommended).orElse(Resources.UNKNOWN);
    long total = offer.memory().bytes();
    long spare = Math.max(0, offer.spareMemory().bytes() - KEPT_MEMORY.bytes());
    return new Zones(
        LEAST_MEMORY.bytes(),
        Math.max(total, LEAST_MEMORY.bytes()),
        new Limits(
            minimum.memory().bytes(),
            recommended.memory().bytes(),
            spare,
            Math.max(0, total - KEPT_MEMORY.bytes())),
        new Facts(
            total,
            offer.freeMemory().bytes(),
            offer.spareMemory().bytes(),
            offer.heldMemory().bytes(),
            offer.runningMachines()));
  }

  /** Processors may be shared: more than there are is slow, not impossible. */
  public static Zones cpus(HostOffer offer, Optional<OperatingSystem> os) {
    Resources minimum = os.map(OperatingSystem::minimum).orElse(Resources.UNKNOWN);
    Resources recommended = os.map(OperatingSystem::recommended).orElse(Resources.UNKNOWN);
    int most = Math.max(1, offer.cpus());
    // one is left to the host where it has several
    int wise = most > 2 ? most - 1 : most;
    return new Zones(
        1,
        most * 2L,
        new Limits(minimum.cpus(), recommended.cpus(), wise, most),
        new Facts(most, most, wise, 0, offer.runningMachines()));
  }

  /** A growing disk may be larger than what is free; it must not be filled then. */
  public static Zones disk(
      HostOffer offer, Optional<OperatingSystem> os, DiskPlan.Allocation allocation) {
    Resources minimum = os.map(OperatingSystem::minimum).orElse(Resources.UNKNOWN);
    Resources recommended = os.map(OperatingSystem::recommended).orElse(Resources.UNKNOWN);
    long free = offer.freeDisk().bytes();
    long spare = offer.spareDisk().bytes();
    boolean grows = allocation == DiskPlan.Allocation.GROWING;
    long highest = grows ? Math.max(free * 2, ByteSize.gib(64).bytes()) : free;
    return new Zones(
        LEAST_DISK.bytes(),
        Math.max(highest, LEAST_DISK.bytes()),
        new Limits(minimum.storage().bytes(), recommended.storage().bytes(), spare, free),
        new Facts(free, free, spare, offer.promisedDisk().bytes(), 0));
  }

  public Tint tint(long value) {
    if (value < limits.redBelow || value > limits.redAbove) {
      return Tint.RED;
    }
    return value < limits.amberBelow || value > limits.amberAbove ? Tint.AMBER : Tint.GREEN;
  }

  /** The whole slider, from left to right; neighbours differ. */
  public List<Stretch> stretches() {
    TreeSet<Long> starts = new TreeSet<>(List.of(lowest));
    for (long start :
        List.of(limits.redBelow, limits.amberBelow, limits.amberAbove + 1, limits.redAbove + 1)) {
      if (start > lowest && start <= highest) {
        starts.add(start);
      }
    }
    List<Stretch> stretches = new ArrayList<>();
    for (long start : starts) {
      Long next = starts.higher(start);
      long end = next == null ? highest : next;
      Tint tint = tint(start);
      Stretch last = stretches.isEmpty() ? null : stretches.getLast();
      if (last != null && last.tint == tint) {
        stretches.set(stretches.size() - 1, new Stretch(last.from, end, tint));
      } else {
        stretches.add(new Stretch(start, end, tint));
      }
    }
    return stretches;
  }
}
