package org.vitrine.bridge.os;

import java.util.Optional;

/** What the {@code general} part of a {@code .treeinfo} says. */
public record TreeLabels(
    Optional<String> family,
    Optional<String> variant,
    Optional<String> version,
    Optional<String> arch) {}
