package org.vitrine.model.storage;

import java.util.UUID;
import org.vitrine.model.unit.ByteSize;

/** A place for disks as it was last seen; the sizes are zero while it is not active. */
public record StoragePool(
    UUID uuid,
    String name,
    String type,
    String path,
    boolean active,
    boolean autostart,
    boolean persistent,
    ByteSize capacity,
    ByteSize free) {}
