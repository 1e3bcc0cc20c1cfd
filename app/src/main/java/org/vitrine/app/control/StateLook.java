package org.vitrine.app.control;

import org.vitrine.model.vm.MachineState;

/** How a state looks: a shape that tells without colour, and the style class that colours it. */
public enum StateLook {
  RUNNING("M12 2a10 10 0 1 0 0 20 10 10 0 0 0 0-20z", "state-running"),
  PAUSED("M5 3h5v18H5zM14 3h5v18h-5z", "state-paused"),
  STOPPING("M12 2a10 10 0 1 0 10 10h-4a6 6 0 1 1-6-6z", "state-working"),
  SLEEPING(
      "M4 5h10v2.2L7.8 15H14v3H3v-2.2L9.2 8H4zM15 3h6v1.8L17.6 9H21v2h-6.5V9.2L17.9 5H15z",
      "state-paused"),
  OFF(
      "M12 2a10 10 0 1 0 0 20 10 10 0 0 0 0-20zm0 2.6a7.4 7.4 0 1 1 0 14.8 7.4 7.4 0 0 1 0-14.8z",
      "state-off"),
  SAVED("M10 2a10 10 0 1 0 12 12A9 9 0 0 1 10 2z", "state-saved"),
  CRASHED("M12 2L23 21H1z", "state-crashed"),
  UNKNOWN("M3 10h18v4H3z", "state-off"),
  WORKING(
      "M12 2a10 10 0 0 1 10 10h-3a7 7 0 0 0-7-7zM12 22A10 10 0 0 1 2 12h3a7 7 0 0 0 7 7z",
      "state-working"),
  SILENT(
      "M12 2a10 10 0 1 0 0 20 10 10 0 0 0 0-20zm0 2.4a7.6 7.6 0 1 1 0 15.2 7.6 7.6 0 0 1 0-15.2zM10.8 6.5v6.3l4.8 2.9 1.1-1.9-3.7-2.2V6.5z",
      "state-off");

  private final String shape;
  private final String styleClass;

  StateLook(String shape, String styleClass) {
    this.shape = shape;
    this.styleClass = styleClass;
  }

  public String shape() {
    return shape;
  }

  public String styleClass() {
    return styleClass;
  }

  public static StateLook of(MachineState state) {
    return switch (state) {
      case RUNNING -> RUNNING;
      case PAUSED -> PAUSED;
      case SHUTTING_DOWN -> STOPPING;
      case SLEEPING -> SLEEPING;
      case OFF -> OFF;
      case SAVED -> SAVED;
      case CRASHED -> CRASHED;
      case UNKNOWN -> UNKNOWN;
    };
  }
}
