package org.vitrine.bridge.os;

import java.util.Optional;

/**
 * By what a medium of a system is known. Each pattern may be empty: it then says nothing.
 *
 * @param volumeSize in bytes; 0 where it does not matter
 * @param installer whether it installs anything
 */
record MediaRule(
    String arch,
    Optional<LabelPattern> volume,
    Optional<LabelPattern> system,
    Optional<LabelPattern> publisher,
    Optional<LabelPattern> application,
    long volumeSize,
    boolean live,
    boolean installer,
    String kernel,
    String initrd) {

  /** Whether all that is said fits; a rule that says nothing fits nothing. */
  boolean fits(IsoLabels labels) {
    if (volume.isEmpty()
        && system.isEmpty()
        && publisher.isEmpty()
        && application.isEmpty()
        && volumeSize <= 0) {
      return false;
    }
    return (volumeSize <= 0 || volumeSize == labels.volumeSize())
        && fits(volume, labels.volume())
        && fits(application, labels.application())
        && fits(system, labels.system())
        && fits(publisher, labels.publisher());
  }

  private static boolean fits(Optional<LabelPattern> pattern, Optional<String> label) {
    return pattern.isEmpty() || (label.isPresent() && pattern.get().isIn(label.get()));
  }

  /** The more it asks for, the more its word counts. */
  int weight() {
    return length(volume)
        + length(system)
        + length(publisher)
        + length(application)
        + (volumeSize > 0 ? 20 : 0);
  }

  private static int length(Optional<LabelPattern> pattern) {
    return pattern.map(one -> one.text().length() + 10).orElse(0);
  }
}
