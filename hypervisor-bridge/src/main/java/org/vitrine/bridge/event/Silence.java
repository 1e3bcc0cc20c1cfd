package org.vitrine.bridge.event;

import org.libvirt.Connect;
import org.libvirt.LibvirtException;
import org.libvirt.jna.Libvirt.VirErrorCallback;

/**
 * Takes every error of libvirt and says nothing: left alone, it prints each one, even those that
 * are expected.
 */
public final class Silence {

  /** For the life of the process, since libvirt keeps it. */
  private static final VirErrorCallback CALLBACK = (data, error) -> {};

  private Silence() {}

  public static void install() throws LibvirtException {
    Connect.setErrorCallback(CALLBACK);
  }
}
