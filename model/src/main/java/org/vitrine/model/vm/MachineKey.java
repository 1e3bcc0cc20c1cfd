package org.vitrine.model.vm;

import java.util.UUID;
import org.vitrine.model.host.HostId;

/** A machine's identity: its UUID on its host. Names change; this does not. */
public record MachineKey(HostId host, UUID uuid) {}
