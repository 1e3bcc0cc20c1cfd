package org.vitrine.model.host;

import java.util.Map;
import org.vitrine.model.unit.ByteSize;

/**
 * What a host said of itself.
 *
 * @param uuid the host's own UUID, by which two addresses of one host are found out; may be empty
 * @param freeMemory what is free now; zero where the host does not say
 * @param absent what this host cannot do, each with its reason
 */
public record HostFacts(
    String hostname,
    String uuid,
    String hypervisor,
    String hypervisorVersion,
    String libvirtVersion,
    String cpuModel,
    int cpus,
    ByteSize memory,
    ByteSize freeMemory,
    Acceleration acceleration,
    Map<Capability, String> absent) {

  public HostFacts {
    absent = Map.copyOf(absent);
  }

  public boolean can(Capability capability) {
    return !absent.containsKey(capability);
  }
}
