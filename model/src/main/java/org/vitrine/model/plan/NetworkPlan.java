package org.vitrine.model.plan;

import org.vitrine.model.network.VirtualNetwork;

/**
 * A virtual network to be made where it is missing, and started where it is not running.
 *
 * @param missing whether it has to be made, or only started
 * @param subnet as {@code 192.168.122.0/24}; empty where the host takes no part in it
 * @param bridge name for its bridge; empty: the host chooses
 */
public record NetworkPlan(
    String name, VirtualNetwork.Mode mode, boolean missing, String subnet, String bridge) {}
