package org.vitrine.model.vm;

/**
 * A network card, as far as a list needs it.
 *
 * @param network the virtual network's name, or empty where it is not on one
 */
public record Nic(String mac, String network) {}
