package org.vitrine.bridge.os;

import java.time.LocalDate;
import java.util.List;
import org.vitrine.bridge.os.Description.CloudImage;
import org.vitrine.model.os.OperatingSystem;

/**
 * A system of the catalogue with what is only asked here.
 *
 * @param status {@code rolling}, {@code snapshot}, {@code prerelease}; empty for released ones
 */
record OsEntry(
    OperatingSystem os,
    List<String> shortIds,
    String codename,
    String status,
    List<MediaRule> media,
    List<TreeRule> trees,
    List<CloudImage> images) {

  /** Without a word on its end, a release is taken for ended after so many years. */
  private static final int YEARS = 10;

  boolean isRolling() {
    return status.equals("rolling");
  }

  /** Whether nobody should start anew with it, also where nobody says so in the catalogue. */
  boolean hasEnded(LocalDate today) {
    if (os.ended().isPresent() || isRolling()) {
      return os.hasEnded(today);
    }
    return os.released().isPresent() && os.released().get().plusYears(YEARS).isBefore(today);
  }
}
