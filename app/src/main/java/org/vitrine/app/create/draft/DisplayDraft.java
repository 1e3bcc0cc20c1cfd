package org.vitrine.app.create.draft;

import org.vitrine.model.plan.DisplayPlan;
import org.vitrine.model.plan.Platform;

/** What kind of computer it is and what it shows. */
public final class DisplayDraft {

  private final Field<Platform.Firmware> firmware = new Field<>("firmware", Platform.Firmware.BIOS);
  private final Field<Boolean> tpm = new Field<>("tpm", false);
  private final Field<DisplayPlan.Graphics> graphics =
      new Field<>("graphics", DisplayPlan.Graphics.VNC_PRIVATE);
  private final Field<DisplayPlan.Video> video = new Field<>("video", DisplayPlan.Video.VGA);

  public Field<Platform.Firmware> firmware() {
    return firmware;
  }

  public Field<Boolean> tpm() {
    return tpm;
  }

  public Field<DisplayPlan.Graphics> graphics() {
    return graphics;
  }

  public Field<DisplayPlan.Video> video() {
    return video;
  }
}
