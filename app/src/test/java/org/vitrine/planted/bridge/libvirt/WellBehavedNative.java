package org.vitrine.planted.bridge.libvirt;

import com.sun.jna.Pointer;

/** Keeps: native calls stay in their room. */
public record WellBehavedNative(Pointer pointer) {}
