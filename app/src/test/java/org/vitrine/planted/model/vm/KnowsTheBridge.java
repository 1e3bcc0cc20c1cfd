package org.vitrine.planted.model.vm;

import org.vitrine.planted.bridge.libvirt.WellBehavedNative;

/** Breaks: the model knows nobody. */
public record KnowsTheBridge(WellBehavedNative bridge) {}
