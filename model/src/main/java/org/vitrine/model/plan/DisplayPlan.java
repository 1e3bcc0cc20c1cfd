package org.vitrine.model.plan;

/**
 * What the machine shows and how it is pointed at.
 *
 * @param tablet whether it has a pointer that knows where it is
 */
public record DisplayPlan(Graphics graphics, Video video, boolean tablet) {

  public enum Graphics {
    /** Reached by this app through the host's own connection, and by nobody else. */
    VNC_PRIVATE,
    /** On a port of the host's loopback. */
    VNC_LOOPBACK,
    NONE
  }

  public enum Video {
    VIRTIO,
    VGA,
    BOCHS,
    QXL,
    CIRRUS,
    RAMFB,
    NONE
  }
}
