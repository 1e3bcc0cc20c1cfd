package org.vitrine.app.create.draft;

import java.util.List;
import org.vitrine.model.plan.DisplayPlan;
import org.vitrine.model.plan.Extras;
import org.vitrine.model.plan.PlanField.Part;
import org.vitrine.model.plan.Platform;

/** What kind of computer it is, what it shows, and its smaller devices. */
public final class DisplayDraft implements DraftPart {

  private final Field<String> machine = Field.of(Part.MACHINE_TYPE, "q35");
  private final Field<Platform.Firmware> firmware = Field.of(Part.FIRMWARE, Platform.Firmware.BIOS);
  private final Field<Boolean> tpm = Field.of(Part.TPM, false);
  private final Field<Platform.Clock> clock = Field.of(Part.CLOCK, Platform.Clock.UTC);
  private final Field<DisplayPlan.Graphics> graphics =
      Field.of(Part.DISPLAY, DisplayPlan.Graphics.VNC_PRIVATE);
  private final Field<DisplayPlan.Video> video = Field.of(Part.VIDEO, DisplayPlan.Video.VGA);
  private final Field<Boolean> tablet = Field.of(Part.EXTRAS, true);
  private final Field<Boolean> usb3 = Field.of(Part.EXTRAS, false);
  private final Field<Boolean> agent = Field.of(Part.EXTRAS, true);
  private final Field<Boolean> random = Field.of(Part.EXTRAS, true);
  private final Field<Boolean> balloon = Field.of(Part.EXTRAS, true);
  private final Field<Boolean> serial = Field.of(Part.EXTRAS, true);
  private final Field<Extras.Sound> sound = Field.of(Part.SOUND, Extras.Sound.NONE);

  /** {@code q35}, {@code pc}, or a version of them. */
  public Field<String> machine() {
    return machine;
  }

  public Field<Platform.Firmware> firmware() {
    return firmware;
  }

  public Field<Boolean> tpm() {
    return tpm;
  }

  public Field<Platform.Clock> clock() {
    return clock;
  }

  public Field<DisplayPlan.Graphics> graphics() {
    return graphics;
  }

  public Field<DisplayPlan.Video> video() {
    return video;
  }

  public Field<Boolean> tablet() {
    return tablet;
  }

  public Field<Extras.Sound> sound() {
    return sound;
  }

  /** A USB controller of the third generation; else the second. */
  public Field<Boolean> usb3() {
    return usb3;
  }

  /** A channel for the guest agent. */
  public Field<Boolean> agent() {
    return agent;
  }

  /** A source of random numbers. */
  public Field<Boolean> random() {
    return random;
  }

  public Field<Boolean> balloon() {
    return balloon;
  }

  /** A serial console. */
  public Field<Boolean> serial() {
    return serial;
  }

  @Override
  public List<Field<?>> fields() {
    return List.of(
        machine, firmware, tpm, clock, graphics, video, tablet, sound, usb3, agent, random, balloon,
        serial);
  }
}
