package org.vitrine.bridge.answer;

import java.util.ArrayList;
import java.util.EnumSet;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.Set;
import org.vitrine.model.answer.AnswerField;
import org.vitrine.model.answer.AnswerWay;
import org.vitrine.model.answer.AnswerWay.Carried;
import org.vitrine.model.answer.AnswerWay.Format;
import org.vitrine.model.os.MediaReading;
import org.vitrine.model.os.OperatingSystem;

/** Which ways there are to give a system its answers. */
final class Ways {

  private static final Set<AnswerField> NEEDED =
      EnumSet.of(AnswerField.USER, AnswerField.PASSWORD, AnswerField.HOSTNAME);

  /** Red Hat's installer looks for this label by itself, and SUSE's has learned it. */
  private static final String DRIVER_DISK = "OEMDRV";

  private static final String PLAIN = "ANSWERS";

  private Ways() {}

  static AnswerWay cloudInit() {
    return new AnswerWay(
        "cloud-init", Format.CLOUD_INIT, Carried.SEED_CD, "", NEEDED, unix(), false, false);
  }

  static AnswerWay autoinstall() {
    return new AnswerWay(
        "autoinstall", Format.AUTOINSTALL, Carried.SEED_CD, "", NEEDED, unix(), false, true);
  }

  /** All fields but those of Windows. */
  private static Set<AnswerField> unix() {
    Set<AnswerField> fields = EnumSet.allOf(AnswerField.class);
    fields.remove(AnswerField.PRODUCT_KEY);
    return fields;
  }

  /**
   * Ubuntu 20.04 came with both installers, later ones with the new one only. Its kernel lies in
   * {@code casper}; the old desktop media have one there too, but no answers are read from it.
   */
  static boolean hasNewUbuntuInstaller(OperatingSystem os, MediaReading medium) {
    if (!os.distribution().equals("ubuntu") || number(os.version()) < 20.04) {
      return false;
    }
    return medium.kernel().map(kernel -> kernel.kernel().contains("casper")).orElse(true);
  }

  /**
   * @param scripts those of one profile, the one with the answers first
   */
  static List<AnswerWay> of(List<InstallScript> scripts, OperatingSystem os, MediaReading medium) {
    InstallScript script = scripts.getFirst();
    Optional<Format> format = ScriptRun.format(script);
    if (format.isEmpty()) {
      return List.of();
    }
    List<AnswerWay> ways = new ArrayList<>();
    for (Carried carried : carried(format.get(), script, os, medium)) {
      ways.add(
          new AnswerWay(
              script.profile() + "/" + carried.name().toLowerCase(Locale.ROOT),
              format.get(),
              carried,
              script.profile(),
              required(format.get(), script),
              taken(format.get(), script),
              script.needsNetwork(),
              true));
    }
    return ways;
  }

  private static List<Carried> carried(
      Format format, InstallScript script, OperatingSystem os, MediaReading medium) {
    List<Carried> ways = new ArrayList<>();
    if (medium.kernel().isPresent() && script.injections().contains("initrd")) {
      ways.add(Carried.INITRD);
    }
    switch (format) {
      case KICKSTART -> {
        if (number(os.version()) >= (os.shortId().startsWith("fedora") ? 20 : 7)
            && medium.kind() == MediaReading.Kind.ISO) {
          ways.add(Carried.SEED_CD);
        }
      }
      case AUTOYAST -> {
        if (number(os.version()) >= 15 && medium.kind() == MediaReading.Kind.ISO) {
          ways.add(Carried.SEED_CD);
        }
      }
      case UNATTEND -> {
        // it looks through every drive, and a machine with UEFI may have none for floppies
        ways.add(Carried.SEED_CD);
        ways.add(Carried.FLOPPY);
      }
      case SIF -> ways.add(Carried.FLOPPY);
      case PRESEED, CLOUD_INIT, AUTOINSTALL -> {
        // the Debian installer reads no floppy and no other CD
      }
    }
    return ways;
  }

  private static Set<AnswerField> required(Format format, InstallScript script) {
    Set<AnswerField> fields = EnumSet.copyOf(NEEDED);
    if (format == Format.UNATTEND && !script.parameters().containsKey("user-login")) {
      // the smaller script for Windows knows the administrator only
      fields.remove(AnswerField.USER);
    }
    if (format == Format.SIF) {
      fields.add(AnswerField.PRODUCT_KEY);
    }
    return fields;
  }

  private static Set<AnswerField> taken(Format format, InstallScript script) {
    Set<AnswerField> fields = EnumSet.copyOf(required(format, script));
    if (fields.contains(AnswerField.USER)) {
      fields.add(AnswerField.FULL_NAME);
      fields.add(AnswerField.ADMINISTRATOR);
    }
    fields.add(AnswerField.OWN_FILE);
    if (script.parameters().containsKey("l10n-language")) {
      fields.add(AnswerField.LANGUAGE);
    }
    if (script.parameters().containsKey("l10n-keyboard")) {
      fields.add(AnswerField.KEYBOARD);
    }
    if (script.parameters().containsKey("l10n-timezone")) {
      fields.add(AnswerField.TIME_ZONE);
    }
    if (format == Format.UNATTEND || format == Format.SIF) {
      fields.add(AnswerField.PRODUCT_KEY);
    } else {
      fields.add(AnswerField.PACKAGES);
      fields.add(AnswerField.SSH_KEYS);
      fields.add(AnswerField.COMMANDS);
    }
    return fields;
  }

  static String label(AnswerWay way) {
    return way.carried() == Carried.SEED_CD && way.format() != Format.UNATTEND
        ? DRIVER_DISK
        : PLAIN;
  }

  /** The version as a number, as far as it is one. */
  static double number(String version) {
    java.util.regex.Matcher digits =
        java.util.regex.Pattern.compile("\\d{1,6}(\\.\\d{1,6})?").matcher(version);
    return digits.lookingAt() ? Double.parseDouble(digits.group()) : 0;
  }
}
