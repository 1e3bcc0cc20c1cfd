package org.vitrine.bridge.keep;

import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;

/** What the person in front of this computer may reach on it. */
public final class ThisComputer {

  private static final List<Path> SYSTEM_SOCKETS =
      List.of(Path.of("/run/libvirt/libvirt-sock"), Path.of("/run/libvirt/virtqemud-sock"));

  private ThisComputer() {}

  public static boolean isRoot() {
    return "root".equals(System.getProperty("user.name"));
  }

  /** Whether the system's daemon is there and would let this user in without asking. */
  public static boolean maySeeSystem() {
    return SYSTEM_SOCKETS.stream().anyMatch(Files::isWritable);
  }
}
