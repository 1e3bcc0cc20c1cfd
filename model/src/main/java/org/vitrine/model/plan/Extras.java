package org.vitrine.model.plan;

/**
 * The smaller devices.
 *
 * @param agent a channel for the guest agent
 * @param random a source of random numbers
 * @param serial a serial console
 * @param usb3 a USB controller of the third generation; else the second
 */
public record Extras(
    boolean agent, boolean random, boolean serial, boolean balloon, boolean usb3, Sound sound) {

  public enum Sound {
    NONE,
    ICH9,
    ICH6,
    AC97
  }
}
