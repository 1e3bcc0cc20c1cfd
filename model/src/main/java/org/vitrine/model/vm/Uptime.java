package org.vitrine.model.vm;

import java.time.Instant;

/**
 * Since when a machine runs.
 *
 * @param exact false where only a lower bound is known: it already ran when it was first seen
 */
public record Uptime(Instant since, boolean exact) {}
