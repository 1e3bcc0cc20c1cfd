package org.vitrine.app.create.draft;

import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.vitrine.model.answer.AnswerSet;
import org.vitrine.model.answer.AnswerWay;
import org.vitrine.model.plan.PlanField.Part;
import org.vitrine.model.plan.Setup;

/** How the system gets onto the machine: by hand, or by answers. */
public final class SetupDraft implements DraftPart {

  /** Who may do everything on the new system. */
  public enum Administrator {
    USER_ONLY,
    SAME_PASSWORD
  }

  private final Field<Boolean> automatic = Field.of(Part.SETUP, false);
  private final Field<List<AnswerWay>> ways = Field.of(Part.SETUP, List.of());
  private final Field<Optional<AnswerWay>> way = Field.of(Part.SETUP, Optional.empty());
  private final Field<String> fullName = Field.of(Part.SETUP, "");
  private final Field<String> user = Field.of(Part.SETUP, "");
  private final Field<String> password = Field.of(Part.SETUP, "");
  private final Field<String> passwordAgain = Field.of(Part.SETUP, "");
  private final Field<Administrator> administrator = Field.of(Part.SETUP, Administrator.USER_ONLY);
  private final Field<String> hostname = Field.of(Part.SETUP, "");
  private final Field<String> language = Field.of(Part.SETUP, "");
  private final Field<String> keyboard = Field.of(Part.SETUP, "");
  private final Field<String> timeZone = Field.of(Part.SETUP, "");
  private final Field<String> packages = Field.of(Part.SETUP, "");
  private final Field<String> sshKeys = Field.of(Part.SETUP, "");
  private final Field<String> productKey = Field.of(Part.SETUP, "");
  private final Field<Optional<AnswerSet>> written = Field.of(Part.SETUP, Optional.empty());
  private final Field<Map<String, String>> ownFiles = Field.of(Part.SETUP, Map.of());
  private final Field<String> kernel = Field.of(Part.KERNEL, "");
  private final Field<String> initrd = Field.of(Part.KERNEL, "");
  private final Field<String> kernelArguments = Field.of(Part.KERNEL, "");
  private final Field<Boolean> kernelOnce = Field.of(Part.KERNEL, true);
  private final Field<Setup> setup = Field.of(Part.SETUP, new Setup.Manual());

  public Field<Boolean> automatic() {
    return automatic;
  }

  /** The ways there are for the chosen system and medium, best first. */
  public Field<List<AnswerWay>> ways() {
    return ways;
  }

  public Field<Optional<AnswerWay>> way() {
    return way;
  }

  public Field<String> fullName() {
    return fullName;
  }

  public Field<String> user() {
    return user;
  }

  public Field<String> password() {
    return password;
  }

  public Field<String> passwordAgain() {
    return passwordAgain;
  }

  public Field<Administrator> administrator() {
    return administrator;
  }

  public Field<String> hostname() {
    return hostname;
  }

  public Field<String> language() {
    return language;
  }

  public Field<String> keyboard() {
    return keyboard;
  }

  public Field<String> timeZone() {
    return timeZone;
  }

  /** With spaces or commas between them. */
  public Field<String> packages() {
    return packages;
  }

  /** One a line. */
  public Field<String> sshKeys() {
    return sshKeys;
  }

  public Field<String> productKey() {
    return productKey;
  }

  /** The files as they were generated; empty while something is missing. */
  public Field<Optional<AnswerSet>> written() {
    return written;
  }

  /** What the user wrote instead, by the file's name. */
  public Field<Map<String, String>> ownFiles() {
    return ownFiles;
  }

  /** A kernel on the host that is started directly; empty for none. */
  public Field<String> kernel() {
    return kernel;
  }

  public Field<String> initrd() {
    return initrd;
  }

  public Field<String> kernelArguments() {
    return kernelArguments;
  }

  /** Whether that kernel is for the first start only. */
  public Field<Boolean> kernelOnce() {
    return kernelOnce;
  }

  /** What goes into the plan. */
  public Field<Setup> setup() {
    return setup;
  }

  @Override
  public List<Field<?>> fields() {
    return List.of(setup, kernel, initrd, kernelArguments, kernelOnce);
  }
}
