package org.vitrine.app.machines;

/** What the list can show of a machine. */
public enum Column {
  NAME(220, false, false),
  STATE(112, false, false),
  ADDRESS(128, false, false),
  CPU(96, true, true),
  MEMORY(96, true, true),
  DISK(104, true, true),
  NETWORK(104, true, true),
  HOST(120, false, false),
  TAGS(130, false, false),
  UPTIME(92, true, false);

  private final double width;
  private final boolean number;
  private final boolean curve;

  Column(double width, boolean number, boolean curve) {
    this.width = width;
    this.number = number;
    this.curve = curve;
  }

  public double width() {
    return width;
  }

  /** Numbers stand at the right edge. */
  public boolean isNumber() {
    return number;
  }

  public boolean hasCurve() {
    return curve;
  }
}
