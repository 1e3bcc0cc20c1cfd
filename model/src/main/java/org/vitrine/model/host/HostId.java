package org.vitrine.model.host;

/** Names one entry of the user's host list, for as long as the entry lives. */
public record HostId(String value) {}
