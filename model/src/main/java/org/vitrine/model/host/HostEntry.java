package org.vitrine.model.host;

/**
 * A line of the user's host list. The group is a path such as {@code Lab/Room 2}, empty for none.
 */
public record HostEntry(
    HostId id, String label, HostAddress address, String group, boolean autoconnect) {}
