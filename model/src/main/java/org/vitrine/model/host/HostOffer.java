package org.vitrine.model.host;

import java.util.List;
import java.util.Optional;
import java.util.Set;
import org.vitrine.model.plan.DiskPlan;
import org.vitrine.model.plan.DisplayPlan;
import org.vitrine.model.plan.Platform;
import org.vitrine.model.unit.ByteSize;

/**
 * What a host has for a new machine, now.
 *
 * @param local whether its files are this computer's
 * @param privileged whether it runs machines for the whole computer, not for one user
 * @param machines names of the machine types it knows for the architecture, as {@code q35}
 * @param writesDisks whether this app may write images into the folder itself
 * @param diskFolder where new images go
 * @param diskPool the active pool whose folder that is
 * @param freeDisk what is free there
 * @param promisedDisk what growing disks there may still take
 * @param freeMemory what no process of the host holds
 * @param runningMachines how many of its machines run
 * @param heldMemory what they were given
 * @param promisedMemory what of that they have not taken yet, and may at any time
 * @param interfaces its cards and bridges
 * @param userModeForwards whether ports can be forwarded into user-mode networks
 * @param networking how it reaches others
 */
public record HostOffer(
    boolean local,
    boolean privileged,
    String architecture,
    boolean accelerated,
    Acceleration acceleration,
    Set<String> machines,
    Set<Platform.Firmware> firmware,
    boolean tpm,
    Set<DiskPlan.Bus> buses,
    Set<DisplayPlan.Video> videos,
    Set<Platform.Cpu> cpuModels,
    boolean writesDisks,
    String diskFolder,
    Optional<String> diskPool,
    ByteSize freeDisk,
    ByteSize promisedDisk,
    int cpus,
    ByteSize memory,
    ByteSize freeMemory,
    int runningMachines,
    ByteSize heldMemory,
    ByteSize promisedMemory,
    List<HostInterface> interfaces,
    boolean userModeForwards,
    HostNetworking networking) {

  public HostOffer {
    machines = Set.copyOf(machines);
    firmware = Set.copyOf(firmware);
    buses = Set.copyOf(buses);
    videos = Set.copyOf(videos);
    cpuModels = Set.copyOf(cpuModels);
    interfaces = List.copyOf(interfaces);
  }

  /** One of whose ways to others nothing is known. */
  public HostOffer(
      boolean local,
      boolean privileged,
      String architecture,
      boolean accelerated,
      Acceleration acceleration,
      Set<String> machines,
      Set<Platform.Firmware> firmware,
      boolean tpm,
      Set<DiskPlan.Bus> buses,
      Set<DisplayPlan.Video> videos,
      Set<Platform.Cpu> cpuModels,
      boolean writesDisks,
      String diskFolder,
      Optional<String> diskPool,
      ByteSize freeDisk,
      ByteSize promisedDisk,
      int cpus,
      ByteSize memory,
      ByteSize freeMemory,
      int runningMachines,
      ByteSize heldMemory,
      ByteSize promisedMemory,
      List<HostInterface> interfaces,
      boolean userModeForwards) {
    this(
        local,
        privileged,
        architecture,
        accelerated,
        acceleration,
        machines,
        firmware,
        tpm,
        buses,
        videos,
        cpuModels,
        writesDisks,
        diskFolder,
        diskPool,
        freeDisk,
        promisedDisk,
        cpus,
        memory,
        freeMemory,
        runningMachines,
        heldMemory,
        promisedMemory,
        interfaces,
        userModeForwards,
        HostNetworking.UNKNOWN);
  }

  /** What a new disk may take without anything that was promised running short. */
  public ByteSize spareDisk() {
    return left(freeDisk, promisedDisk);
  }

  /** What a new machine may take without anything that was promised running short. */
  public ByteSize spareMemory() {
    return left(freeMemory, promisedMemory);
  }

  private static ByteSize left(ByteSize free, ByteSize promised) {
    return new ByteSize(Math.max(0, free.bytes() - promised.bytes()));
  }

  /**
   * A network interface of the host.
   *
   * @param addresses each with its prefix, as {@code 192.0.2.10/24}
   * @param ofNetwork whether it is the bridge of a virtual network
   * @param master the bridge or bond that it is a part of; empty for none
   */
  public record HostInterface(
      String name,
      Kind kind,
      boolean up,
      List<String> addresses,
      boolean ofNetwork,
      String master) {

    public HostInterface {
      addresses = List.copyOf(addresses);
    }

    /** One that is no part of another. */
    public HostInterface(
        String name, Kind kind, boolean up, List<String> addresses, boolean ofNetwork) {
      this(name, kind, up, addresses, ofNetwork, "");
    }

    public enum Kind {
      CARD,
      WIRELESS,
      BRIDGE,
      OTHER
    }
  }
}
