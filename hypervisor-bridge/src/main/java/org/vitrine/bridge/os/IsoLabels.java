package org.vitrine.bridge.os;

import java.util.Optional;

/**
 * What an ISO says of itself, trailing blanks removed.
 *
 * @param volume each empty where the ISO says nothing there, or nothing that is text
 * @param volumeSize in bytes, by the ISO's own word
 */
public record IsoLabels(
    Optional<String> volume,
    Optional<String> system,
    Optional<String> publisher,
    Optional<String> application,
    long volumeSize) {}
