package org.vitrine.model.plan;

/**
 * A drive for media that can be changed.
 *
 * @param path what is in it; empty for nothing
 */
public record DrivePlan(Kind kind, String path, DiskPlan.Bus bus) {

  public enum Kind {
    CD,
    FLOPPY
  }
}
