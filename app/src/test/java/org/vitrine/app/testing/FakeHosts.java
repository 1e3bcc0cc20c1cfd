package org.vitrine.app.testing;

import java.util.Map;
import java.util.Optional;
import java.util.OptionalInt;
import org.vitrine.bridge.fake.FakeHost;
import org.vitrine.bridge.fake.FakeHypervisor;
import org.vitrine.model.host.Driver;
import org.vitrine.model.host.HostAddress;
import org.vitrine.model.host.HostEntry;
import org.vitrine.model.host.HostId;
import org.vitrine.model.host.Transport;

/** Hosts in memory, as entries of the list. */
public final class FakeHosts {

  private final FakeHypervisor hypervisor = new FakeHypervisor();

  public static HostEntry entry(String name) {
    return new HostEntry(new HostId(name), "Host " + name, address(name), "", true);
  }

  /** What the form makes of a host's name. */
  public static HostAddress address(String name) {
    return new HostAddress(
        Driver.QEMU,
        Transport.SSH,
        Optional.empty(),
        Optional.of(name),
        OptionalInt.empty(),
        "/system",
        Map.of());
  }

  /** The host behind the name; there from the first time it is asked for. */
  public FakeHost host(String name) {
    return hypervisor.host(address(name));
  }

  public FakeHypervisor hypervisor() {
    return hypervisor;
  }
}
