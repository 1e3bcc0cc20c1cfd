package org.vitrine.model.plan;

import java.util.List;
import java.util.Optional;

/**
 * What the machine starts from.
 *
 * @param order the first that can be started from is
 * @param kernel a kernel of the host's, started without asking any disk
 * @param kernelOnce whether the kernel is for the first start only: an installer's
 */
public record Boot(List<Source> order, Optional<Kernel> kernel, boolean kernelOnce) {

  public Boot {
    order = List.copyOf(order);
  }

  public enum Source {
    DISK,
    CD,
    NETWORK,
    FLOPPY
  }

  /**
   * A kernel on the host.
   *
   * @param initrd empty for none
   * @param origin where the kernel is copied from first, a path that may lead into an ISO; empty
   *     where it is there already
   */
  public record Kernel(String path, String initrd, String arguments, String origin) {

    /** One that is there already. */
    public Kernel(String path, String initrd, String arguments) {
      this(path, initrd, arguments, "");
    }
  }
}
