package org.vitrine.planted.bridge.image;

import com.sun.jna.Pointer;

/** Breaks: native calls stay in their room. */
public record CallsLibvirt(Pointer pointer) {}
