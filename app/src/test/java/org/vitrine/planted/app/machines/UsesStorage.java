package org.vitrine.planted.app.machines;

import org.vitrine.planted.app.storage.WellBehavedStorage;

/** Breaks: features stay apart. */
public record UsesStorage(WellBehavedStorage storage) {}
