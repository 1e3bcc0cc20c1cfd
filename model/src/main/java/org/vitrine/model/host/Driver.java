package org.vitrine.model.host;

import java.util.Locale;
import java.util.Optional;

/** The kinds of hypervisor an address may name. */
public enum Driver {
  QEMU,
  TEST,
  XEN,
  LXC,
  VBOX,
  ESX,
  VPX,
  GSX,
  HYPERV,
  BHYVE,
  VZ,
  CH;

  public String scheme() {
    return name().toLowerCase(Locale.ROOT);
  }

  static Optional<Driver> ofScheme(String scheme) {
    for (Driver driver : values()) {
      if (driver.scheme().equals(scheme)) {
        return Optional.of(driver);
      }
    }
    return Optional.empty();
  }
}
