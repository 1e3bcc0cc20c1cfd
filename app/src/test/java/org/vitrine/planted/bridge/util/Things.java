package org.vitrine.planted.bridge.util;

/** Breaks: no dumping grounds. */
public record Things() {}
