package org.vitrine.bridge.media;

import java.util.Locale;
import java.util.Optional;
import java.util.regex.Pattern;
import org.vitrine.bridge.os.MediaRules;
import org.vitrine.bridge.os.OsinfoCatalogue;
import org.vitrine.model.os.OperatingSystem;

/**
 * Tells cloud images by their file names: the catalogue's own first, then the way that makers name
 * theirs. The names only say what an image is for; what format it has, its header says.
 */
final class CloudNames {

  private static final Pattern CLOUD =
      Pattern.compile(
          "(^|[-_.])(cloud|cloudimg|genericcloud|generic|cloud-base|openstack|nocloud|ec2|azure"
              + "|cloudinit|minimal-cloudimg)([-_.]|$)");

  private static final Pattern NOT_IN_A_TITLE =
      Pattern.compile(
          "(amd64|x86_64|x86-64|arm64|aarch64|server|cloudimg|genericcloud|genericcloud|generic"
              + "|cloud|base|nocloud|latest|current|qcow2|img|raw|vmdk)");

  private final OsinfoCatalogue catalogue;

  CloudNames(OsinfoCatalogue catalogue) {
    this.catalogue = catalogue;
  }

  /**
   * What a name tells.
   *
   * @param cloud whether it is made to be configured at its first start
   */
  record Told(Optional<String> os, boolean cloud, String decided) {}

  Told of(String fileName) {
    Optional<MediaRules.Image> offered = catalogue.media().image(fileName);
    String decided = "file-name=" + Labels.shown(fileName);
    if (offered.isPresent()) {
      return new Told(Optional.of(offered.get().os()), offered.get().cloudInit(), decided);
    }
    String name = fileName.toLowerCase(Locale.ROOT);
    if (!CLOUD.matcher(name).find()) {
      return new Told(Optional.empty(), false, "");
    }
    String title = NOT_IN_A_TITLE.matcher(name).replaceAll(" ");
    Optional<String> os = catalogue.guess(title).map(OperatingSystem::id);
    // Debian's image without cloud-init is named for the lack of it
    boolean cloud = !name.contains("-nocloud-");
    return new Told(os, cloud, os.isPresent() ? decided : "");
  }
}
