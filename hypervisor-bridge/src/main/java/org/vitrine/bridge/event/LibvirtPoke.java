package org.vitrine.bridge.event;

import org.libvirt.jna.Libvirt.VirEventTimeoutCallback;
import org.vitrine.bridge.jna.NativeLibvirt;

/** A timer of libvirt's loop that is always due. */
final class LibvirtPoke implements EventLoop.Poke {

  /** For the life of the process: a timer that was removed may still fire once. */
  private static final VirEventTimeoutCallback NOTHING = (timer, opaque) -> {};

  @Override
  public int start() {
    return NativeLibvirt.LIBVIRT.virEventAddTimeout(0, NOTHING, null, null);
  }

  @Override
  public void stop(int timer) {
    NativeLibvirt.LIBVIRT.virEventRemoveTimeout(timer);
  }
}
